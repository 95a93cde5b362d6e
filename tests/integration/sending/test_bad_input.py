"""Bad input to campaigns, sequences, offers and mails: a problem document, never a 500."""

import json
from typing import Any, cast

import pytest

from tests.app import App
from tests.integration.sending.journey import a_campaign, launched, mails, set_out

_NOBODY = "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1c1"
_BODIES: list[Any] = [
    [],
    "text",
    7,
    {"name": "x" * 81},
    {"name": ""},
    {"name": "a\x00b"},
    {"name": "\ud800"},
    {"tone": "angry"},
    {"settings": {"days": []}},
    {"settings": {"days": [0]}},
    {"settings": {"opens": "17:00", "closes": "08:00"}},
    {"settings": {"opens": "8 am"}},
    {"settings": {"people_per_company": 10**30}},
    {"targets": [{"contact_id": "me"}]},
    {"targets": [{"contact_id": _NOBODY}]},
    {"mailbox_ids": [_NOBODY]},
    {"template_id": _NOBODY},
    {"unknown": 1},
]


@pytest.mark.parametrize("body", _BODIES, ids=str)
async def test_a_campaign_is_not_made_of_nonsense(app: App, body: Any) -> None:
    answer = await app.call("POST", "/campaigns", content=_json(body), headers={"Content-Type": "application/json"})
    assert answer.status_code in {400, 404, 422}, answer.text
    assert answer.headers["content-type"] == "application/problem+json"


async def test_nonsense_changes_nothing_that_stands(app: App) -> None:
    ready = await set_out(app, people=1)
    draft, running = await a_campaign(app, ready, name="Draft"), await launched(app, ready, name="Running")
    mail = (await mails(app, running))[0]
    step = (await app.get(f"/campaigns/{draft}/sequence"))["steps"][0]
    for method, path, body in (
        ("POST", f"/campaigns/{draft}/launch", {}),
        ("POST", f"/campaigns/{draft}/launch", {"digest": ""}),
        ("POST", f"/campaigns/{draft}/targets", {"contact_ids": [_NOBODY]}),
        ("PATCH", f"/campaigns/{draft}", {"lift_holds": ["everything"]}),
        ("PATCH", f"/campaigns/{draft}", {"name": "Running"}),
        ("PATCH", f"/outreach/{mail['id']}", {"subject": "x" * 501}),
        ("PATCH", f"/outreach/{mail['id']}", {"body": 5}),
        ("PATCH", f"/outreach/{mail['id']}", {"body": "a\x00b"}),
        ("PATCH", f"/sequence-steps/{step['id']}", {"body": "{{ contact.shoe_size }}"}),
        ("PATCH", f"/sequence-steps/{step['id']}", {"day": 3}),
        ("PATCH", f"/sequence-steps/{step['id']}", {"subject": "{{"}),
        ("GET", "/outreach?status=lost", None),
        ("GET", "/outreach?cursor=nonsense", None),
        ("GET", f"/campaigns/{draft}/preview?cursor=bm8", None),
        ("GET", f"/campaigns/{draft}/preview?limit=0", None),
    ):
        answer = await app.call(
            method,
            path,
            **cast("dict[str, Any]", {"content": _json(body), "headers": _JSON} if body is not None else {}),
        )
        assert answer.status_code in {400, 404, 409, 422}, (path, answer.text)
        assert answer.headers["content-type"] == "application/problem+json"
    assert (await app.get(f"/outreach/{mail['id']}"))["edited"] is False


_JSON = {"Content-Type": "application/json"}


def _json(body: Any) -> bytes:
    return json.dumps(body).encode()
