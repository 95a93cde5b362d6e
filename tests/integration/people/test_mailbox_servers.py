"""A mailbox with servers of its own: connected, tested, changed, sent by; its passwords shown to nobody."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.app import App, running_app
from tests.doubles.imap_lines import ImapLines, imap_lines
from tests.doubles.smtp import SmtpDouble
from tests.integration.sending.journey import Ready, a_campaign, a_mailbox, launched, mails, set_out

PASSWORD = "abcd efgh ijkl mnop"
OWN: dict[str, Any] = {"address": "ada@sample.test", "smtp": {"host": "mail.sample.test", "password": "first secret"}}


@pytest.fixture
async def near(fresh_database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[App]:
    """A service that goes to servers on this machine."""
    async with running_app(fresh_database_url, redis_url, tmp_path, ROLEFERRY_ALLOW_PRIVATE_URLS="true") as running:
        yield running


def _here(port: int, **more: str) -> dict[str, Any]:
    return {"host": "127.0.0.1", "port": port, "security": "none", "password": "secret", **more}


async def test_an_address_and_an_app_password_are_enough_at_a_known_service(app: App) -> None:
    box = await app.post("/mailboxes", {"address": "ada@gmail.com", "password": PASSWORD})
    assert box["provider"] == "smtp"
    assert box["smtp"] == {
        "host": "smtp.gmail.com",
        "port": 587,
        "security": "starttls",
        "username": "ada@gmail.com",
    }
    assert (box["imap"]["host"], box["imap"]["port"], box["imap"]["security"]) == ("imap.gmail.com", 993, "tls")
    assert "abcd" not in str(box) + str(await app.get("/mailboxes")) + str(await app.get(f"/mailboxes/{box['id']}"))
    services = {one["key"]: one for one in (await app.get("/mailboxes/services"))["items"]}
    assert set(services) == {"gmail", "microsoft", "fastmail", "icloud", "yahoo"}
    assert "apppasswords" in services["gmail"]["wants"]


async def test_a_service_serves_a_domain_of_ones_own(app: App) -> None:
    body = {"address": "ada@sample.test", "service": "fastmail", "password": "app"}
    box = await app.post("/mailboxes", body)
    assert (box["smtp"]["host"], box["imap"]["host"]) == ("smtp.fastmail.com", "imap.fastmail.com")


WRONG: list[tuple[dict[str, Any], str, str]] = [
    ({"address": "ada@sample.test", "provider": "smtp"}, "smtp", "no server to send by"),
    ({"address": "ada@sample.test", "password": "x"}, "smtp", "no server to send by"),
    ({"address": "ada@gmail.com", "service": "gmail"}, "smtp.password", "needed"),
    ({"address": "ada@outlook.com", "password": "x"}, "address", "OAuth"),
    ({"address": "ada@sample.test", "service": "nobody", "password": "x"}, "service", "gmail"),
    ({"address": "ada@sample.test", "provider": "ses"}, "provider", "sends by"),
    ({**OWN, "provider": "mock"}, "provider", "smtp"),
    ({**OWN, "smtp": {"password": "x"}}, "smtp.host", "needed"),
    ({**OWN, "smtp": {"host": "https://mail.sample.test", "password": "x"}}, "smtp.host", "scheme"),
    ({**OWN, "smtp": {"host": "imap.gmail.com", "password": "x"}}, "smtp.host", "smtp.gmail.com"),
    ({**OWN, "smtp": {**OWN["smtp"], "port": 993}}, "smtp.port", "another kind"),
    ({**OWN, "smtp": {**OWN["smtp"], "port": 465, "security": "starttls"}}, "smtp.security", "first byte"),
    ({**OWN, "smtp": {**OWN["smtp"], "port": 587, "security": "tls"}}, "smtp.security", "in the clear"),
    ({**OWN, "smtp": {**OWN["smtp"], "security": "none"}}, "smtp.security", "never goes"),
    ({**OWN, "smtp": {**OWN["smtp"], "username": "ada\r\nRCPT TO:<x>"}}, "smtp.username", "one line"),
    ({**OWN, "imap": {"host": "mail.sample.test", "port": 587, "password": "x"}}, "imap.port", "993"),
    ({**OWN, "imap": {"host": "mail.sample.test"}}, "imap.password", "needed"),
]


async def test_what_cannot_work_is_refused_in_words(app: App) -> None:
    for body, path, words in WRONG:
        answer = (await app.call("POST", "/mailboxes", json=body, expect=422)).json()
        assert words in next(one["message"] for one in answer["errors"] if one["path"] == path), answer
    assert (await app.get("/mailboxes"))["items"] == []


async def test_ports_and_security_follow_from_each_other(app: App) -> None:
    cases: list[tuple[dict[str, Any], int, str]] = [
        ({}, 587, "starttls"),
        ({"security": "tls"}, 465, "tls"),
        ({"port": 465}, 465, "tls"),
        ({"port": 25}, 25, "starttls"),
    ]
    for number, (said, port, security) in enumerate(cases):
        body = {"address": f"ada{number}@sample.test", "smtp": {**OWN["smtp"], **said}}
        box = await app.post("/mailboxes", body)
        assert (box["smtp"]["port"], box["smtp"]["security"]) == (port, security)


async def test_a_kept_password_never_goes_to_another_server_or_as_another_user(app: App) -> None:
    path = f"/mailboxes/{(await app.post('/mailboxes', OWN))['id']}"
    for change in ({"host": "mail.mallory.test"}, {"username": "mallory"}, {"security": "tls"}):
        answer = (await app.call("PATCH", path, json={"smtp": change}, expect=422)).json()
        assert "again" in answer["detail"]
    assert (await app.patch(path, {"smtp": {"port": 2525}}))["smtp"]["port"] == 2525
    changed = await app.patch(path, {"smtp": {"host": "other.sample.test", "password": "second"}})
    assert changed["smtp"]["host"] == "other.sample.test"


async def test_a_password_for_no_server_is_refused(app: App) -> None:
    body = {"address": "ada@sample.test", "provider": "mock"}
    path = f"/mailboxes/{(await app.post('/mailboxes', body))['id']}"
    answer = (await app.call("PATCH", path, json={"password": "app"}, expect=422)).json()
    assert [one["path"] for one in answer["errors"]] == ["password"]
    with_server = {"password": "app", "smtp": {"host": "mail.sample.test"}}
    assert (await app.patch(path, with_server))["smtp"]["host"] == "mail.sample.test"
    assert (await app.patch(path, {"password": "another"}))["smtp"]["host"] == "mail.sample.test"


async def test_servers_are_added_and_taken_away(app: App) -> None:
    path = f"/mailboxes/{(await app.post('/mailboxes', OWN))['id']}"
    with_imap = await app.patch(path, {"imap": {"host": "mail.sample.test", "password": "x"}})
    assert (with_imap["imap"]["port"], with_imap["imap"]["username"]) == (993, "ada@sample.test")
    assert (await app.patch(path, {"imap": None}))["imap"] is None
    answer = await app.call("PATCH", path, json={"smtp": None}, expect=422)
    assert "no server to send by" in answer.json()["detail"]
    assert (await app.get(path))["smtp"] is not None
    other = await app.as_somebody_else()
    await other.call("PATCH", path, json={"smtp": {"password": "x"}}, expect=404)
    await other.call("POST", f"{path}/test", expect=404)


async def test_a_test_says_how_each_step_went(near: App) -> None:
    with SmtpDouble() as smtp:
        async with imap_lines(ImapLines(user=("ada@sample.test", "secret"))) as imap:
            body = {"address": "ada@sample.test", "smtp": _here(smtp.port), "imap": _here(imap.port)}
            path = f"/mailboxes/{(await near.post('/mailboxes', body))['id']}"
            tested = await near.post(f"{path}/test", expect=200)
            assert {(one["protocol"], one["stage"]): one["state"] for one in tested["connection_test"]} == {
                (protocol, stage): "passed" for protocol in ("smtp", "imap") for stage in ("name", "connect", "login")
            }
            assert smtp.taken == []
            changed = await near.patch(path, {"imap": _here(imap.port, password="wrong")})
            assert (changed["connection_test"], changed["connection_tested_at"]) == (None, None)
            (last,) = [
                one
                for one in (await near.post(f"{path}/test", expect=200))["connection_test"]
                if one["state"] == "failed"
            ]
    assert (last["protocol"], last["stage"]) == ("imap", "login")
    assert "app password" in last["advice"]
    assert "wrong" not in last["detail"]


async def test_a_test_does_not_go_into_private_networks(app: App) -> None:
    box = await app.post("/mailboxes", {"address": "ada@sample.test", "smtp": _here(25)})
    (name, *rest) = (await app.post(f"/mailboxes/{box['id']}/test", expect=200))["connection_test"]
    assert (name["stage"], name["state"]) == ("name", "failed")
    assert "private network" in name["detail"]
    assert {one["state"] for one in rest} == {"not_reached"}


async def test_a_mailbox_without_servers_has_nothing_to_test(app: App) -> None:
    box = await app.post("/mailboxes", {"address": "ada@sample.test"})
    answer = await app.call("POST", f"/mailboxes/{box['id']}/test", expect=409)
    assert answer.json()["code"] == "mailbox.no_server"


async def test_each_mailbox_sends_by_its_own_server_and_login(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    settings = {
        "ROLEFERRY_EMAIL": "smtp",
        "ROLEFERRY_ALLOW_PRIVATE_URLS": "true",
        "ROLEFERRY_INTERNAL_RECIPIENTS": "northwind.example",
    }
    with SmtpDouble() as own, SmtpDouble() as shared:
        settings["ROLEFERRY_SMTP_URL"] = f"smtp+plain://127.0.0.1:{shared.port}"
        async with running_app(fresh_database_url, redis_url, tmp_path, **settings) as app:
            await app.set_clock(datetime(2026, 11, 23, 6, tzinfo=UTC))
            ready = await set_out(app, people=1)
            box = await a_mailbox(app, address="ada.own@ada.example", smtp=_here(own.port))
            await launched(app, Ready(ready.application_id, ready.contacts, box), mailbox_ids=[box])
            await app.set_clock(datetime(2026, 11, 23, 16, tzinfo=UTC))
            await app.post("/dev/drain", expect=200)
            (campaign,) = (await app.get("/campaigns"))["items"]
            sent = [one for one in await mails(app, campaign["id"]) if one["status"] == "sent"]
    assert len(sent) == len(own.taken) == 1
    assert (own.taken[0].login, shared.taken) == ("ada.own@ada.example", [])


async def test_a_mailbox_that_is_not_let_in_sends_nothing_more_and_says_so_until_it_is(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    settings = {
        "ROLEFERRY_EMAIL": "smtp",
        "ROLEFERRY_ALLOW_PRIVATE_URLS": "true",
        "ROLEFERRY_INTERNAL_RECIPIENTS": "northwind.example",
        "ROLEFERRY_SMTP_URL": "smtp+plain://127.0.0.1:1",
    }
    with SmtpDouble() as own:
        async with running_app(fresh_database_url, redis_url, tmp_path, **settings) as app:
            await app.set_clock(datetime(2026, 11, 23, 6, tzinfo=UTC))
            ready = await set_out(app, people=2)
            box = await a_mailbox(app, address="ada.own@ada.example", smtp=_here(own.port))
            campaign = await launched(app, Ready(ready.application_id, ready.contacts, box), mailbox_ids=[box])
            own.refuse_logins = True
            await app.set_clock(datetime(2026, 11, 23, 16, tzinfo=UTC))
            await app.post("/dev/drain", expect=200)
            locked = await app.get(f"/mailboxes/{box}")
            assert (locked["status"], locked["pause"]) == ("error", "authentication")
            assert "does not let us in" in locked["pause_detail"]
            assert {one["status"] for one in await mails(app, campaign)} == {"scheduled"}
            assert own.logins == 1
            (notice,) = [one for one in (await app.get("/notices"))["items"] if one["code"] == "mailbox.paused"]
            assert notice["level"] == "action"
            tested = await app.post(f"/mailboxes/{box}/test", expect=200)
            assert (tested["status"], tested["connection_test"][-1]["state"]) == ("error", "failed")
            own.refuse_logins = False
            tested = await app.post(f"/mailboxes/{box}/test", expect=200)
            assert (tested["status"], tested["pause"]) == ("active", None)
            assert own.taken == []


async def test_a_mailbox_connected_while_mail_was_captured_needs_a_server_once_mail_is_real(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    async with running_app(fresh_database_url, redis_url, tmp_path) as app:
        await app.set_clock(datetime(2026, 11, 23, 6, tzinfo=UTC))
        ready = await set_out(app, people=1)
        campaign = await a_campaign(app, ready)
        assert (await app.get(f"/campaigns/{campaign}/preview"))["can_launch"]
    real = {"ROLEFERRY_EMAIL": "smtp", "ROLEFERRY_INTERNAL_RECIPIENTS": "northwind.example"}
    async with running_app(fresh_database_url, redis_url, tmp_path, **real) as later:
        later.user_id = app.user_id
        preview = await later.get(f"/campaigns/{campaign}/preview")
        assert "no_mailbox" in {one["code"] for one in preview["blockers"]}
        own = {"host": "mail.ada.example", "password": "secret"}
        assert (await later.patch(f"/mailboxes/{ready.mailbox_id}", {"smtp": own}))["provider"] == "smtp"
        assert (await later.get(f"/campaigns/{campaign}/preview"))["can_launch"]
