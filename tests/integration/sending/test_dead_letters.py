"""Failed mails and mails in doubt: listed, tried again, decided about; mails whose predecessor never went (SPEC 6)."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from roleferry.domain.model.sending.enrollment import EnrollmentState
from roleferry.domain.model.sending.outreach import OutreachStatus
from roleferry.ports.errors import Rejected, Uncertain
from tests.app import App
from tests.doubles.mailer import ToldMailer
from tests.integration.inbound.world import TUESDAY, World, launched
from tests.integration.sending.engine_world import rows, send, use_mailer
from tests.integration.sending.test_holding import as_operator

_NO_SUCH_USER = Rejected("no such user", code="550 5.1.1")


async def _letters(app: App) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await app.get("/outreach/dead-letters"))["items"]
    return found


async def _settled(app: App) -> None:
    """Let the time pass after which no request for a mail can be alive."""
    await rows(app, "UPDATE outreach_attempts SET began_at = began_at - interval '1 hour'")


async def _audit(app: App) -> list[tuple[str, Any]]:
    found = await rows(app, "SELECT action, facts FROM audit_log WHERE user_id = $1 ORDER BY at, id", app.user_id)
    return [(row["action"], row["facts"].get("operator")) for row in found if row["action"].startswith("outreach.")]


async def test_a_failed_mail_is_listed_and_tried_again_with_the_rest_of_its_conversation(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(_NO_SUCH_USER, None, None))
    world = await launched(app, steps=2)
    await send(app)
    (letter,) = await _letters(app)
    assert (letter["status"], letter["tries"], letter["code"]) == ("failed", 1, "550 5.1.1")
    assert (await world.mail(0, step=2)).status is OutreachStatus.CANCELED
    assert (await world.enrollment(0)).state is EnrollmentState.FAILED
    again = await app.post(f"/outreach/{letter['id']}/requeue", expect=200)
    assert (again["status"], again["explanation"]["will_go"]) == ("scheduled", True)
    assert (await world.enrollment(0)).state is EnrollmentState.ACTIVE
    await app.set_clock(TUESDAY + timedelta(hours=1))
    assert await send(app) == {OutreachStatus.SENT: 1}
    assert await _letters(app) == []
    await app.set_clock(TUESDAY + timedelta(days=6))
    assert await send(app) == {OutreachStatus.SENT: 1}
    assert len(mailer.begun) == 3
    assert await _audit(app) == [("outreach.requeued", None)]
    refused = await app.call("POST", f"/outreach/{letter['id']}/requeue", expect=409)
    assert refused.json()["code"] == "sending.illegal_transition"


async def test_a_mail_that_is_tried_again_passes_every_gate_again(app: App) -> None:
    use_mailer(app, ToldMailer(_NO_SUCH_USER))
    world = await launched(app)
    await send(app)
    await app.post("/suppressions", {"value": (await world.mail(0)).to_address})
    await app.post(f"/outreach/{world.mails[0, 1]}/requeue", expect=200)
    await app.set_clock(TUESDAY + timedelta(hours=1))
    assert await send(app) == {OutreachStatus.SUPPRESSED: 1}


async def test_nothing_is_tried_again_in_a_campaign_that_is_over(app: App) -> None:
    use_mailer(app, ToldMailer(_NO_SUCH_USER))
    world = await launched(app)
    await send(app)
    await app.post(f"/campaigns/{world.campaign_id}/stop", expect=200)
    refused = await app.call("POST", f"/outreach/{world.mails[0, 1]}/requeue", expect=409)
    assert refused.json()["code"] == "outreach.campaign_over"


async def test_of_a_mail_in_doubt_its_owner_says_that_it_went(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(Uncertain("no answer", code="read_timeout")))
    world = await launched(app, steps=2)
    await send(app)
    (letter,) = await _letters(app)
    assert (letter["status"], letter["code"]) == ("uncertain", "read_timeout")
    decided = await app.post(f"/outreach/{letter['id']}/decide", {"went": True}, expect=200)
    assert decided["status"] == "sent"
    await app.set_clock(TUESDAY + timedelta(days=3, hours=1))
    assert await send(app) == {OutreachStatus.SENT: 1}, "the follow-up goes"
    assert len(mailer.begun) == 2
    again = await app.call("POST", f"/outreach/{letter['id']}/decide", json={"went": False}, expect=409)
    assert again.json()["code"] == "outreach.not_in_doubt"
    assert (await world.mail(0)).sent_at is not None
    assert await _audit(app) == [("outreach.decided", None)]


async def test_that_it_did_not_go_may_be_said_when_no_request_can_be_alive(app: App) -> None:
    mailer = use_mailer(app, ToldMailer(Uncertain("no answer")))
    world = await launched(app)
    await send(app)
    path = f"/outreach/{world.mails[0, 1]}/decide"
    early = await app.call("POST", path, json={"went": False}, expect=409)
    assert early.json()["code"] == "outreach.still_settling"
    await _settled(app)
    decided = await app.post(path, {"went": False}, expect=200)
    assert decided["status"] == "scheduled"
    await app.set_clock(TUESDAY + timedelta(hours=1))
    assert await send(app) == {OutreachStatus.SENT: 1}
    assert len(mailer.begun) == 2


async def test_operators_see_everybodys_without_a_word_of_them_and_decide_in_the_owners_log(app: App) -> None:
    use_mailer(app, ToldMailer(_NO_SUCH_USER, Uncertain("no answer for reader")), connections=1)
    first, second = app, await app.as_somebody_else()
    worlds = [await launched(one) for one in (first, second)]
    await send(app)
    await app.call("GET", "/ops/dead-letters", expect=403)
    operator = await as_operator(app)
    listed = await operator.http.get("/api/v1/ops/dead-letters")
    letters = {row["status"]: row for row in listed.json()["items"]}
    assert set(letters) == {"failed", "uncertain"}
    assert "reader" not in listed.text.lower()
    only = await operator.http.get("/api/v1/ops/dead-letters", params={"status": "failed"})
    assert [row["status"] for row in only.json()["items"]] == ["failed"]
    failed, doubtful = letters["failed"], letters["uncertain"]
    base = "/api/v1/ops/dead-letters"
    done = await operator.http.post(f"{base}/{failed['user_id']}/{failed['id']}/requeue")
    assert done.status_code == 204, done.text
    done = await operator.http.post(f"{base}/{doubtful['user_id']}/{doubtful['id']}/decide", json={"went": True})
    assert done.status_code == 204, done.text
    logs = [await _audit(world.app) for world in worlds]
    who = str(operator.user_id)
    assert sorted(entry for log in logs for entry in log) == [("outreach.decided", who), ("outreach.requeued", who)]
    wrong = await operator.http.post(f"{base}/{doubtful['user_id']}/{failed['id']}/requeue")
    assert wrong.status_code == 404


async def test_nobody_decides_about_somebody_elses_mail(app: App) -> None:
    use_mailer(app, ToldMailer(_NO_SUCH_USER))
    world = await launched(app)
    await send(app)
    other = await app.as_somebody_else()
    await other.call("POST", f"/outreach/{world.mails[0, 1]}/requeue", expect=404)
    await other.call("POST", f"/outreach/{world.mails[0, 1]}/decide", json={"went": True}, expect=404)
    assert await _letters(other) == []


async def _held_for_its_predecessor(app: App) -> World:
    world = await launched(app, steps=2)
    await app.post(f"/outreach/{world.mails[0, 1]}/cancel", expect=200)
    await app.set_clock(TUESDAY + timedelta(days=3))
    assert await send(app) == {OutreachStatus.HELD: 1}
    shown = (await app.get(f"/outreach/{world.mails[0, 2]}"))["explanation"]
    assert shown["code"] == "predecessor"
    return world


async def test_a_mail_whose_predecessor_was_canceled_is_let_through_by_its_owner(app: App) -> None:
    mailer = use_mailer(app, ToldMailer())
    world = await _held_for_its_predecessor(app)
    approved = await app.post(f"/outreach/{world.mails[0, 2]}/approve", expect=200)
    assert approved["explanation"]["will_go"]
    await app.set_clock(TUESDAY + timedelta(days=3, hours=1))
    assert await send(app) == {OutreachStatus.SENT: 1}
    (subject,) = mailer.subjects
    assert not subject.startswith("Re:"), "it answers a mail that nobody got"


async def test_own_words_let_it_through_too_and_it_can_be_canceled(app: App) -> None:
    use_mailer(app, ToldMailer())
    world = await _held_for_its_predecessor(app)
    await app.patch(f"/outreach/{world.mails[0, 2]}", {"body": "Dear Reader,\n\nI have cut latency before."})
    await app.set_clock(TUESDAY + timedelta(days=3, hours=1))
    assert await send(app) == {OutreachStatus.SENT: 1}
    other = await _held_for_its_predecessor(await app.as_somebody_else())
    await other.app.post(f"/outreach/{other.mails[0, 2]}/cancel", expect=200)
    assert (await other.mail(0, step=2)).status is OutreachStatus.CANCELED
