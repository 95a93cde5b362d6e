"""Answers: only proven ones, read, labelled, with all that follows; the one inbox; opting out."""

import base64
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from roleferry.domain.model.ids import ApplicationId
from roleferry.domain.model.sending.enrollment import EnrollmentState, HoldReason
from roleferry.domain.model.sending.outreach import OutreachStatus
from roleferry.domain.model.sending.tokens import TokenPurpose, sign
from tests.app import App
from tests.integration.inbound.test_events import deliver
from tests.integration.inbound.world import TUESDAY, World, launched, reader


async def test_an_answer_stops_the_sequence_and_stands_in_the_inbox(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    await world.happens(0, "replied", text="Sounds interesting, tell me more.\n\nBest,\nReader")
    reply = (await app.get("/replies"))["items"][0]
    assert (reply["label"], reply["handled"], reply["label_by"]) == ("interested", False, "rules")
    assert "wrote:" not in reply["text"]
    assert (await world.enrollment(0)).state is EnrollmentState.REPLIED
    assert (await world.mail(0, 2)).status is OutreachStatus.CANCELED
    assert (await world.mail(0)).replied_at is not None
    assert "reply.received" in await world.notices()


async def test_the_inbox_is_worked_through_and_is_nobody_elses(app: App) -> None:
    world = await launched(app, people=2)
    await world.send_first()
    await world.happens(0, "replied", text="Thank you for your mail.")
    await world.happens(1, "replied", text="Not for us, sorry.")
    page = await app.get("/replies", params={"limit": 1})
    rest = await app.get("/replies", params={"limit": 1, "cursor": page["next_cursor"]})
    first, second = page["items"][0], rest["items"][0]
    assert (first["contact_id"], second["contact_id"]) == (str(world.contacts[1]), str(world.contacts[0]))
    handled = await app.patch(f"/replies/{first['id']}", {"handled": True, "label": "not_now"})
    assert (handled["handled"], handled["label"], handled["label_by"]) == (True, "not_now", "user")
    assert [one["id"] for one in (await app.get("/replies", params={"handled": False}))["items"]] == [second["id"]]
    assert [one["id"] for one in (await app.get("/replies", params={"label": "not_now"}))["items"]] == [first["id"]]
    other = await app.as_somebody_else()
    assert (await other.get("/replies"))["items"] == []
    await other.call("GET", f"/replies/{first['id']}", expect=404)
    await other.call("PATCH", f"/replies/{first['id']}", json={"handled": False}, expect=404)
    await app.call("PATCH", f"/replies/{first['id']}", json={"label": "splendid"}, expect=422)


async def test_an_opt_out_in_words_suppresses_the_address(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    await world.happens(0, "replied", text="Please remove me from your list and do not contact me again.")
    assert (await world.enrollment(0)).state is EnrollmentState.UNSUBSCRIBED
    rows = await app.container.reads().many(app.user_id, "show_suppressions", app.user_id, None, None, 10)
    assert [row["reason"] for row in rows] == ["unsubscribed"]


async def test_an_out_of_office_holds_to_the_day_after_the_return_and_ends_nothing(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    await world.happens(0, "auto_reply", text="I am out of the office until March 12, 2026.")
    enrollment = await world.enrollment(0)
    assert enrollment.state is EnrollmentState.HELD
    assert [hold.reason for hold in enrollment.holds] == [HoldReason.AWAY]
    assert enrollment.held_until
    assert enrollment.held_until.date().isoformat() == "2026-03-13"
    assert (await world.mail(0)).replied_at is None
    reply = (await app.get("/replies"))["items"][0]
    assert (reply["label"], reply["handled"]) == ("auto_reply", True)


async def test_a_wish_to_meet_proposes_the_trackers_next_stage_with_the_sentence(app: App) -> None:
    job = await app.post(
        "/jobs", {"title": "Engineer", "company": "Harbour", "raw_description": "We need somebody. " * 9}
    )
    applications = (await app.get("/applications"))["items"]
    assert job["id"] == applications[0]["job_id"]
    world = await launched(app, application_id=ApplicationId(UUID(applications[0]["id"])))
    await world.send_first()
    await world.happens(0, "replied", text="Thanks for this. Could we have a call on Thursday at 3 pm?")
    rows = await app.container.reads().many(app.user_id, "show_notices", app.user_id, None, None, 100)
    proposed = next(row for row in rows if row["code"] == "application.proposed")
    assert proposed["facts"]["to"] == "interviewing"
    assert "Thursday" in proposed["facts"]["quote"]
    reply = (await app.get("/replies"))["items"][0]
    assert reply["quote"] == "Could we have a call on Thursday at 3 pm?"
    suggested = {"kind": "move_application", "to": "interviewing", "application_id": applications[0]["id"]}
    assert [{name: one[name] for name in suggested} for one in reply["suggestions"]] == [suggested]
    assert reply["suggestions"][0]["quote"] == reply["quote"]
    assert (await app.get(f"/applications/{applications[0]['id']}"))["status"] == "saved"
    await app.patch(f"/applications/{applications[0]['id']}", {"status": "applied"})
    await app.patch(f"/applications/{applications[0]['id']}", {"status": "interviewing"})
    assert (await app.get("/replies"))["items"][0]["suggestions"] == []


def raw(world: World, *, to: str, sender: str | None = None, **headers: str) -> str:
    lines = [
        f"From: Reader <{sender or reader(world.app.user_id, 0)}>",
        f"To: {to}",
        "Subject: Re: Checkout latency",
        "Message-ID: <r1@firm0.example>",
    ]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return base64.b64encode("\r\n".join([*lines, "", "Interesting, tell me more.", ""]).encode()).decode()


async def submit(world: World, mail: str, event_id: str) -> None:
    app = world.app
    told = {"type": "inbound", "timestamp": (TUESDAY + timedelta(hours=2)).isoformat(), "raw": mail}
    await deliver(app, told, f"{event_id}-{app.user_id}")
    await app.worker.apply_events()


async def test_the_same_mail_by_two_ways_is_one_answer(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    mail = await world.mail(0)
    address = f"ada.{app.user_id.hex[-8:]}@sample.example"
    for event_id in ("one", "two"):
        await submit(world, raw(world, to=address, In_Reply_To=mail.message_id), event_id)
    assert len((await app.get("/replies"))["items"]) == 1


@pytest.mark.parametrize("tie", ["token", "in_reply_to", "references"])
async def test_each_proof_is_enough(app: App, tie: str) -> None:
    world = await launched(app)
    await world.send_first()
    mail = await world.mail(0)
    local = f"ada.{app.user_id.hex[-8:]}"
    token = sign(TokenPurpose.REPLY, mail.id, key=app.container.token_key())
    mails = {
        "token": raw(world, to=f"{local}+{token}@sample.example"),
        "in_reply_to": raw(world, to=f"{local}@sample.example", In_Reply_To=mail.message_id),
        "references": raw(world, to=f"{local}@sample.example", References=f"<x@y.example> {mail.message_id}"),
    }
    await submit(world, mails[tie], tie)
    assert len((await app.get("/replies"))["items"]) == 1


async def test_without_proof_nothing_is_an_answer(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    mail = await world.mail(0)
    local = f"ada.{app.user_id.hex[-8:]}"
    ours, theirs = f"{local}@sample.example", "somebody@elsewhere.example"
    await submit(world, raw(world, to=ours), "subject-alone")
    await submit(world, raw(world, to=theirs, In_Reply_To=mail.message_id), "not-to-us")
    await submit(world, raw(world, to=ours, sender=ours, In_Reply_To=mail.message_id), "from-us")
    await submit(world, raw(world, to=ours, In_Reply_To="<unknown@nowhere.example>"), "unknown")
    forged = sign(TokenPurpose.REPLY, mail.id, key=b"another key")
    await submit(world, raw(world, to=f"{local}+{forged}@sample.example"), "forged")
    assert (await app.get("/replies"))["items"] == []
    assert (await world.enrollment(0)).state is EnrollmentState.ACTIVE


async def test_a_colleague_who_answers_is_credited_and_proposed_as_a_contact(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    colleague = f"other@{reader(app.user_id, 0).partition('@')[2]}"
    await world.happens(0, "replied", text="I took over from Reader. Tell me more.", sender=colleague)
    reply = (await app.get("/replies"))["items"][0]
    assert (reply["from_address"], reply["contact_id"]) == (colleague, str(world.contacts[0]))
    assert (await world.enrollment(0)).state is EnrollmentState.REPLIED
    assert "contact.proposed" in await world.notices()
    assert [one["kind"] for one in reply["suggestions"]] == ["add_contact"]
    added = await app.post("/contacts", {"full_name": "Other Person", "email": colleague})
    again = await app.get(f"/replies/{reply['id']}")
    assert (again["suggestions"], again["from_contact_id"]) == ([], added["id"])


async def test_whoever_answers_from_a_mail_host_is_credited_and_nobodys_colleague(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    await world.happens(0, "replied", text="Writing from home. Tell me more.", sender="reader@gmail.com")
    reply = (await app.get("/replies"))["items"][0]
    assert (reply["from_address"], reply["suggestions"]) == ("reader@gmail.com", [])
    assert (await world.enrollment(0)).state is EnrollmentState.REPLIED
    assert "contact.proposed" not in await world.notices()


async def test_a_bounce_that_comes_as_a_mail_is_a_bounce(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    mail = await world.mail(0)
    report = f"""From: MAILER-DAEMON@mx.firm0.example
To: ada@sample.example
Subject: Undelivered Mail Returned to Sender
Message-ID: <dsn1@mx.firm0.example>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

<{reader(app.user_id, 0)}>: host mx.firm0.example said: 550 5.1.1 User unknown

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.firm0.example

Final-Recipient: rfc822; {reader(app.user_id, 0)}
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

--b
Content-Type: message/rfc822

From: ada@sample.example
To: {reader(app.user_id, 0)}
Message-ID: {mail.message_id}
Subject: Checkout latency

Dear Reader
--b--
"""
    await submit(world, base64.b64encode(report.replace("\n", "\r\n").encode()).decode(), "dsn")
    assert (await world.enrollment(0)).state is EnrollmentState.BOUNCED
    assert (await app.get("/replies"))["items"] == []


async def test_looking_at_the_opt_out_page_does_nothing_and_pressing_its_button_works_at_once(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    link = f"/u/{sign(TokenPurpose.UNSUBSCRIBE, world.mails[0, 1], key=app.container.token_key())}"
    raw_mail = (await app.get("/dev/outbox"))["items"][0]["raw"].replace("\r\n ", "").replace("=\r\n", "")
    assert link in raw_mail
    page = await app.http.get(link)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert '<form method="post">' in page.text
    assert (await world.enrollment(0)).state is EnrollmentState.ACTIVE
    for _ in range(2):
        done = await app.http.post(link, data={"List-Unsubscribe": "One-Click"})
        assert done.status_code == 200
    assert (await app.http.post(link)).status_code == 200
    assert (await world.enrollment(0)).state is EnrollmentState.UNSUBSCRIBED
    assert (await world.mail(0, 2)).status is OutreachStatus.CANCELED


@pytest.mark.parametrize("kind", ["", "text/plain", "application/octet-stream", "application/json"])
async def test_an_opt_out_is_taken_whatever_a_mail_program_sends_along(app: App, kind: str) -> None:
    world = await launched(app)
    await world.send_first()
    link = f"/u/{sign(TokenPurpose.UNSUBSCRIBE, world.mails[0, 1], key=app.container.token_key())}"
    headers = {"Content-Type": kind} if kind else {}
    done = await app.http.post(link, content=b"List-Unsubscribe=One-Click\xff", headers=headers)
    assert done.status_code == 200
    assert (await world.enrollment(0)).state is EnrollmentState.UNSUBSCRIBED


@pytest.mark.parametrize("token", ["nonsense", "a" * 300, "%00", "ümlaut"])
async def test_an_unknown_link_gets_a_friendly_page(app: App, token: str) -> None:
    for method in ("GET", "POST"):
        answer = await app.http.request(method, f"/u/{token}")
        assert (answer.status_code, "do not know this link" in answer.text) == (404, True)


async def upload(app: App, raw_mail: bytes, *, expect: int = 200) -> Any:
    return await app.post("/replies/import", expect=expect, files={"file": ("answer.eml", raw_mail)})


async def test_an_answer_can_be_brought_as_a_file_by_the_same_proof(app: App) -> None:
    world = await launched(app)
    await world.send_first()
    mail = await world.mail(0)
    ours = f"ada.{app.user_id.hex[-8:]}@sample.example"
    answer = base64.b64decode(raw(world, to=ours, In_Reply_To=mail.message_id, Date="Tue, 3 Mar 2026 09:04:00 +0000"))
    brought = await upload(app, answer)
    assert (brought["kind"], brought["duplicate"]) == ("answer", False)
    assert (brought["reply"]["label"], brought["reply"]["outreach_id"]) == ("interested", str(mail.id))
    assert brought["reply"]["received_at"] == "2026-03-03T09:04:00Z"
    assert (await world.enrollment(0)).state is EnrollmentState.REPLIED
    assert (await upload(app, answer))["duplicate"]
    assert len((await app.get("/replies"))["items"]) == 1
    other = await app.as_somebody_else()
    assert (await upload(other, answer, expect=422))["code"] == "reply.unproven"
    for nothing in (b"", b"hello", b"\xff" * 1_000, answer.replace(b"In-Reply-To", b"X-Reply-To")):
        assert (await upload(app, nothing, expect=422))["code"] in {"reply.unproven", "invalid"}
