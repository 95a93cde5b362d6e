"""Every gate matters: what goes wrong between claim and hand-over keeps a mail back, and without its gate it leaves."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from dependency_injector import providers

from roleferry.domain.model.ids import OutreachId, SuppressionId
from roleferry.domain.model.sending import send_gate
from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.campaign import CampaignHold, CampaignHoldRule
from roleferry.domain.model.sending.enrollment import EnrollmentHold, HoldReason
from roleferry.domain.model.sending.send_gate import CHECKS, Gate
from roleferry.domain.model.sending.suppression import (
    Suppression,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
    suppression_keys,
)
from roleferry.domain.use_cases.sending.beginning import Beginning
from roleferry.domain.use_cases.sending.send_due import _Batch
from tests.app import App
from tests.doubles.mailer import ToldMailer
from tests.integration.inbound.world import TUESDAY, World, launched, reader
from tests.integration.sending.engine_world import rows, use_mailer

HOUR = timedelta(hours=1)


class RealMailer(ToldMailer):
    """Reaches people, as far as the gates know."""

    capability = replace(ToldMailer.capability, is_real=True)


@dataclass(frozen=True, slots=True)
class Case:
    """What goes wrong, which gate stops it, and how the mail then stands; a twin would stop it as well."""

    what: str
    gate: Gate
    goes_wrong: Callable[[World], Awaitable[object]]
    stands: str
    twin: Gate | None = None
    people: int = 1
    follow_up: bool = False
    built: Callable[[Beginning], Beginning] = lambda beginning: beginning


def sql(statement: str, *args: object) -> Callable[[World], Awaitable[object]]:
    """Change rows of the campaign: $1 is its id, $2 its person, $3 the mail that is claimed."""

    async def change(world: World) -> object:
        mail = world.mails[0, 2 if (0, 2) in world.mails else 1]
        numbered = [world.campaign_id, world.app.user_id, mail][: statement.count("$")]
        return await rows(world.app, statement, *numbered, *args)

    return change


def contact(change: str) -> Callable[[World], Awaitable[object]]:
    """Change the reader."""
    return sql(f"UPDATE contacts SET {change} WHERE id IN (SELECT contact_id FROM outreach WHERE campaign_id = $1)")


def mailbox(change: str) -> Callable[[World], Awaitable[object]]:
    """Change the mailbox."""
    return sql(f"UPDATE mailboxes SET {change} WHERE id IN (SELECT mailbox_id FROM outreach WHERE campaign_id = $1)")


def campaign(change: str) -> Callable[[World], Awaitable[object]]:
    """Change the campaign."""
    return sql(f"UPDATE campaigns SET {change} WHERE id = $1")


def other_sent(ago: str, more: str = "") -> Callable[[World], Awaitable[object]]:
    """Let the mailbox's other mail have left so long ago."""
    moment = f"timestamptz '{TUESDAY.isoformat()}' - interval '{ago}'"
    return sql(
        f"UPDATE outreach SET status = 'sent', sent_at = {moment}, began_at = {moment}{more}"
        " WHERE campaign_id = $1 AND user_id = $2 AND id <> $3"
    )


def suppressed(kind: SuppressionKind, scope: SuppressionScope) -> Callable[[World], Awaitable[object]]:
    """Put the reader, or where they work, on a list."""

    async def change(world: World) -> None:
        container = world.app.container
        keys = suppression_keys(reader(world.app.user_id, 0), key=container.suppression_key())
        entry = Suppression(
            id=SuppressionId(container.ids().new()),
            kind=kind,
            scope=scope,
            hashed=keys.address if kind is SuppressionKind.ADDRESS else keys.domains[0],
            reason=SuppressionReason.UNSUBSCRIBED,
            at=TUESDAY,
            user_id=world.app.user_id if scope is SuppressionScope.USER else None,
        )
        async with container.transactions().begin(None) as uow:
            await uow.suppressions.add([entry])

    return change


async def paused(world: World) -> None:
    await world.app.post(f"/campaigns/{world.campaign_id}/pause", expect=200)


async def campaign_held(world: World) -> None:
    hold = CampaignHold(rule=CampaignHoldRule.BREAKER_BOUNCES, observed=3, threshold=3, sample=30, at=TUESDAY)
    async with world.app.container.transactions().begin(world.app.user_id) as uow:
        await uow.campaigns.save((await uow.campaigns.find(world.campaign_id)).held(hold))


def enrollment_held(reason: HoldReason) -> Callable[[World], Awaitable[object]]:
    async def change(world: World) -> None:
        hold = EnrollmentHold(reason=reason, until=None, at=TUESDAY)
        enrollment = await world.enrollment(0)
        async with world.app.container.transactions().begin(world.app.user_id) as uow:
            await uow.enrollments.save((await uow.enrollments.find(enrollment.id)).hold(hold))

    return change


async def person_stopped(world: World) -> None:
    async with world.app.container.transactions().begin(None) as uow:
        await uow.service_state.stop_user(world.app.user_id, "an operator looks into it", at=TUESDAY)


def clock(moment: datetime) -> Callable[[World], Awaitable[object]]:
    async def change(world: World) -> None:
        await world.app.set_clock(moment)

    return change


def enrollment_ended(state: str, reason: str) -> Callable[[World], Awaitable[object]]:
    return sql(f"UPDATE enrollments SET state = '{state}', reason = '{reason}' WHERE campaign_id = $1")


def predecessor(change: str) -> Callable[[World], Awaitable[object]]:
    return sql(f"UPDATE outreach SET {change} WHERE campaign_id = $1 AND user_id = $2 AND step = 1")


_LIMIT = """
UPDATE campaigns SET settings = jsonb_set(settings, '{company_limit}',
                                          '{"people": 1, "days": 14, "one_a_day": true}') WHERE id = $1"""


async def colleague_written_to(world: World) -> None:
    company = world.app.container.ids().new()
    await rows(world.app, "UPDATE outreach SET company_id = $2 WHERE campaign_id = $1", world.campaign_id, company)
    await sql(_LIMIT)(world)
    await other_sent("1 hour")(world)


async def christmas(world: World) -> None:
    moment = datetime(2026, 12, 25, 10, tzinfo=UTC)
    due = f"country = 'GB', due_at = '{moment.isoformat()}'"
    await sql(f"UPDATE outreach SET {due} WHERE campaign_id = $1")(world)
    await clock(moment + timedelta(minutes=1))(world)


def internal_only(beginning: Beginning) -> Beginning:
    facts = replace(beginning.send_facts, allowed_recipients=AllowedRecipients.of("inside.example"))
    return replace(beginning, send_facts=facts)


G = send_gate
ADDRESS, DOMAIN = SuppressionKind.ADDRESS, SuppressionKind.DOMAIN
USER, GLOBAL = SuppressionScope.USER, SuppressionScope.GLOBAL
CASES: Sequence[Case] = (
    Case("address on the person's list", G._suppressed, suppressed(ADDRESS, USER), "suppressed"),
    Case("domain on the person's list", G._suppressed, suppressed(DOMAIN, USER), "suppressed"),
    Case("address on everybody's list", G._suppressed, suppressed(ADDRESS, GLOBAL), "suppressed"),
    Case("address found invalid", G._address_bad, contact("""verification = '{"verdict": "invalid"}'"""), "canceled"),
    Case("address disposable", G._address_bad, contact("""verification = '{"verdict": "disposable"}'"""), "canceled"),
    Case("made-up contact, real mail", G._mock_contact, contact("source = 'mock'"), "canceled"),
    Case("the reader has replied", G._enrollment_ended, enrollment_ended("replied", "replied"), "canceled"),
    Case("the reader has opted out", G._enrollment_ended, enrollment_ended("unsubscribed", "unsubscribed"), "canceled"),
    Case("campaign stopped", G._campaign_ended, campaign("status = 'stopped'"), "canceled"),
    Case(
        "first mail failed",
        G._predecessor_gone,
        predecessor("status = 'failed'"),
        "held",
        twin=G._predecessor_waits,
        follow_up=True,
    ),
    Case("nobody of ours", G._not_allowed, sql("SELECT 1"), "held", built=internal_only),
    Case("address only guessed", G._unverified, contact("email_state = 'candidate'"), "held"),
    Case("words changed", G._unapproved, sql("UPDATE outreach SET body = 'other' WHERE campaign_id = $1"), "held"),
    Case("mailbox paused", G._mailbox_off, mailbox("status = 'paused'"), "scheduled"),
    Case("campaign paused", G._campaign_paused, paused, "scheduled"),
    Case("campaign held by a breaker", G._campaign_held, campaign_held, "scheduled"),
    Case("the person's sending stopped", G._stopped, person_stopped, "scheduled"),
    Case("the reader is away", G._held, enrollment_held(HoldReason.AWAY), "scheduled"),
    Case("a colleague has replied", G._held, enrollment_held(HoldReason.COMPANY), "scheduled"),
    Case("the role is being talked about", G._held, enrollment_held(HoldReason.ROLE_STAGE), "scheduled"),
    Case(
        "three days late",
        G._stale,
        sql("UPDATE outreach SET due_at = due_at - interval '3 days' WHERE campaign_id = $1"),
        "held",
    ),
    Case(
        "first mail in doubt",
        G._predecessor_waits,
        predecessor("status = 'uncertain', sent_at = NULL"),
        "scheduled",
        follow_up=True,
    ),
    Case(
        "first mail just yesterday",
        G._predecessor_waits,
        predecessor(f"sent_at = timestamptz '{(TUESDAY - timedelta(days=1)).isoformat()}'"),
        "scheduled",
        follow_up=True,
    ),
    Case("a colleague written to today", G._company, colleague_written_to, "scheduled", people=2),
    Case(
        "mailbox closed for today",
        G._mailbox_closed,
        mailbox(f"closed_until = timestamptz '{(TUESDAY + 9 * HOUR).isoformat()}'"),
        "scheduled",
    ),
    Case("the day's mails taken", G._over_cap, other_sent("1 hour"), "scheduled", people=2),
    Case("the ramp's mails taken", G._over_cap, other_sent("1 hour"), "scheduled", people=6),
    Case("after hours", G._outside_window, clock(TUESDAY + 11 * HOUR), "scheduled"),
    Case("on Sunday", G._outside_window, clock(TUESDAY - timedelta(days=2) + HOUR), "scheduled"),
    Case("on Christmas Day", G._outside_window, christmas, "scheduled"),
    Case("a minute after another", G._too_soon, other_sent("1 minute"), "scheduled", people=2),
)


async def test_each_gate_keeps_back_a_mail_that_would_leave_without_it(app: App) -> None:
    mailer = RealMailer()
    use_mailer(app, mailer)
    app.container.allowed_recipients.override(providers.Object(None))
    told = []
    for case in CASES:
        kept = await _play(app, mailer, case, CHECKS)
        others = [gate for gate in CHECKS if gate not in {case.gate, case.twin}]
        without = await _play(app, mailer, case, others)
        told.append((case.what, kept, without))
    assert told == [(case.what, (case.stands, False), ("sent", True)) for case in CASES]


def test_no_gate_is_without_its_case() -> None:
    assert {case.gate for case in CASES} == set(CHECKS)


async def test_no_line_break_gets_into_a_header_even_when_every_gate_is_open(app: App) -> None:
    mailer = RealMailer()
    use_mailer(app, mailer)
    injected = sql(r"UPDATE outreach SET subject = E'Hello\r\nBcc: everybody@firm.example' WHERE campaign_id = $1")
    case = Case("a line break in the subject", G._unapproved, injected, "failed")
    assert await _play(app, mailer, case, ()) == ("failed", False)


async def _play(app: App, mailer: RealMailer, case: Case, gates: Sequence[Gate]) -> tuple[str, bool]:
    """Claim a due mail, let it go wrong, begin it under these gates; return its status and whether it left."""
    world = await launched(await app.as_somebody_else(), people=case.people, steps=2 if case.follow_up else 1)
    mail = world.mails[0, 2 if case.follow_up else 1]
    await _come_to(world, case)
    send_due = app.container.send_due()
    token = str(app.container.ids().new())
    ours = [one for one in await send_due._claim(token, limit=1_000) if one.id == mail]
    assert ours, f"{case.what}: nobody claims it"
    await case.goes_wrong(world)
    beginning = case.built(replace(app.container.beginning(), gates=tuple(gates)))
    batch = _Batch(replace(send_due, beginning=beginning), ours, token=token, stopping=lambda: False)
    await batch.send()
    return await _status(app, mail), mail in mailer.begun


async def _come_to(world: World, case: Case) -> None:
    """Let a follow-up's turn come; give a mailbox the cap that is about to be reached."""
    if case.follow_up:
        moment = (TUESDAY - timedelta(days=3)).isoformat()
        await predecessor(f"status = 'sent', sent_at = '{moment}', began_at = '{moment}'")(world)
        await sql(f"UPDATE outreach SET due_at = '{TUESDAY.isoformat()}' WHERE campaign_id = $1 AND step = 2")(world)
    if case.what == "the day's mails taken":
        await mailbox("daily_cap = 1")(world)
    if case.what == "the ramp's mails taken":
        await mailbox(f"warmup = 'on', warmup_started_on = '{TUESDAY.date()}'")(world)
    if case.what == "on Sunday":
        await sql("UPDATE outreach SET due_at = due_at - interval '2 days' WHERE campaign_id = $1")(world)


async def _status(app: App, mail: OutreachId) -> str:
    return str((await rows(app, "SELECT status FROM outreach WHERE id = $1", mail))[0]["status"])
