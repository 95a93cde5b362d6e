"""Sequence templates: the standard one, one's own, their steps edited."""

from typing import Any

import pytest

from tests.app import App
from tests.integration.sending.journey import a_campaign, set_out

_STEPS: list[dict[str, Any]] = [
    {"kind": "initial", "day": 0, "subject": "{{ job.title }}", "body": "Hello {{ contact.first_name }}"},
    {"kind": "nudge", "day": 3, "subject": "", "body": "One more thing: {{ offer.result }}"},
]


async def test_without_steps_the_standard_sequence_is_made(app: App) -> None:
    sequence = await app.post("/sequence-templates", {"name": "Standard", "tone": "direct"})
    assert [(one["kind"], one["day"], one["gap_days"]) for one in sequence["steps"]] == [
        ("initial", 0, 0),
        ("nudge", 2, 2),
        ("value_add", 4, 2),
        ("final", 7, 3),
    ]
    assert [one["same_thread"] for one in sequence["steps"]] == [False, True, True, True]
    assert all("{{" in one["body"] for one in sequence["steps"])
    assert [one["id"] for one in (await app.get("/sequence-templates"))["items"]] == [sequence["id"]]
    ready = await set_out(app)
    campaign = await a_campaign(app, ready, template_id=sequence["id"])
    preview = await app.get(f"/campaigns/{campaign}/preview")
    assert preview["mails"] == 8
    assert preview["blockers"] == []


async def test_an_edit_of_a_template_changes_no_campaign(app: App) -> None:
    sequence = await app.post("/sequence-templates", {"name": "Mine", "steps": _STEPS})
    ready = await set_out(app)
    campaign = await a_campaign(app, ready, template_id=sequence["id"])
    await app.patch(f"/sequence-steps/{sequence['steps'][0]['id']}", {"body": "Something else"})
    copy = await app.get(f"/campaigns/{campaign}/sequence")
    assert copy["steps"][0]["body"] == _STEPS[0]["body"]
    assert copy["campaign_id"] == campaign
    await app.call("DELETE", f"/sequence-templates/{sequence['id']}", expect=204)
    await app.call("GET", f"/sequence-templates/{sequence['id']}", expect=404)
    assert (await app.get(f"/campaigns/{campaign}/sequence"))["id"] == copy["id"]
    kept = await app.call("DELETE", f"/sequence-templates/{copy['id']}", expect=409)
    assert kept.json()["code"] == "sequence.belongs_to_campaign"


async def test_an_edited_step_is_counted_and_read_again(app: App) -> None:
    sequence = await app.post("/sequence-templates", {"name": "Mine", "steps": _STEPS})
    step = sequence["steps"][0]
    edited = (await app.patch(f"/sequence-steps/{step['id']}", {"body": "ACT NOW for a risk-free offer!"}))["step"]
    assert edited["version"] == step["version"] + 1
    assert edited["lint"]["body_char_count"] == 30
    assert edited["lint"]["spam_score"] > 0


async def test_a_step_switched_off_sends_nothing(app: App) -> None:
    ready = await set_out(app)
    campaign = await a_campaign(app, ready)
    steps = (await app.get(f"/campaigns/{campaign}/sequence"))["steps"]
    await app.patch(f"/sequence-steps/{steps[2]['id']}", {"enabled": False})
    preview = await app.get(f"/campaigns/{campaign}/preview")
    assert preview["mails"] == 6
    assert [mail["kind"] for mail in preview["items"][0]["mails"]] == ["initial", "nudge", "final"]


@pytest.mark.parametrize(
    ("steps", "code", "named"),
    [
        ([{**_STEPS[0], "body": "{% if %}"}], "writing.bad_template", "steps.0.body"),
        ([{**_STEPS[0], "subject": "{{ contact.nickname }}"}], "writing.bad_template", "steps.0.subject"),
        ([{**_STEPS[0], "body": "{{ secrets.key }}"}], "writing.bad_template", "steps.0.body"),
        ([_STEPS[0], {**_STEPS[1], "day": 20}], "writing.bad_rhythm", "steps.1.day"),
        ([{**_STEPS[0], "day": 1}], "writing.bad_rhythm", "steps.0.day"),
        ([{**_STEPS[0], "enabled": False}], "writing.bad_rhythm", "steps"),
    ],
)
async def test_a_wrong_step_is_named(app: App, steps: list[dict[str, Any]], code: str, named: str) -> None:
    answer = await app.call("POST", "/sequence-templates", json={"name": "Wrong", "steps": steps}, expect=422)
    assert answer.json()["code"] == code
    assert named in {one["path"] for one in answer.json()["errors"]}


async def test_a_sequence_is_renamed_and_its_steps_replaced(app: App) -> None:
    sequence = await app.post("/sequence-templates", {"name": "Mine"})
    edited = await app.patch(f"/sequence-templates/{sequence['id']}", {"name": "Short", "steps": _STEPS})
    assert (edited["name"], [one["day"] for one in edited["steps"]]) == ("Short", [0, 3])


async def test_nobody_reaches_somebody_elses_sequence(app: App) -> None:
    sequence = await app.post("/sequence-templates", {"name": "Mine"})
    other = await app.as_somebody_else()
    assert (await other.get("/sequence-templates"))["items"] == []
    for method, path, body in (
        ("GET", f"/sequence-templates/{sequence['id']}", None),
        ("PATCH", f"/sequence-templates/{sequence['id']}", {"name": "Theirs"}),
        ("DELETE", f"/sequence-templates/{sequence['id']}", None),
        ("PATCH", f"/sequence-steps/{sequence['steps'][0]['id']}", {"body": "Theirs"}),
        ("POST", "/campaigns", {"template_id": sequence["id"]}),
    ):
        await other.call(method, path, expect=404, **({"json": body} if body else {}))
