from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import CompanyId, ContactId, MailboxId, OutreachId
from roleferry.domain.model.sending.caps import MailboxCaps
from roleferry.domain.model.sending.company_ledger import CompanyLedger
from roleferry.domain.model.sending.company_policy import CompanyLimit
from roleferry.domain.model.sending.hours_book import HoursBook
from roleferry.domain.model.sending.mail_to_plan import MailToPlan, PlannedMail, Unplannable
from roleferry.domain.model.sending.planner import plan
from roleferry.domain.model.sending.rotation import NoMailbox, rotate
from roleferry.domain.model.sending.slots import MailboxLoad
from roleferry.domain.model.sending.window import SendingWindow
from roleferry.domain.model.sending.zones import zone_names
from tests.unit.sending.factories import BERLIN, MONDAY, a_load, a_sequence, uid

ZONES = sorted(zone_names())
GAP = timedelta(minutes=5)


def ledger(**limit: int | bool) -> CompanyLedger:
    return CompanyLedger(CompanyLimit(**limit))  # type: ignore[arg-type]  # keyword by keyword


def by_id(planned: Sequence[PlannedMail]) -> dict[OutreachId, PlannedMail]:
    return {one.outreach_id: one for one in planned}


def check_promises(mails: Sequence[MailToPlan], planned: Sequence[PlannedMail], loads: Sequence[MailboxLoad]) -> None:
    """Hold every promise of SPEC 3.9 against a plan, by the wall clock and by counting."""
    times = by_id(planned)
    assert len(times) == len(mails) == len(planned)
    for mail in mails:
        due = times[mail.outreach_id].due_at
        local = due.astimezone(mail.hours.zone)
        window = mail.hours.window
        assert local.isoweekday() in window.days
        assert window.opens <= local.time() < window.closes
        assert due >= mail.not_before
        if mail.predecessor_id is not None:
            assert due >= times[mail.predecessor_id].due_at + timedelta(days=mail.gap_days)
    for load in loads:
        mine = sorted([one.due_at for one in planned if one.mailbox_id == load.mailbox_id] + list(load.taken))
        assert all(later - earlier >= GAP for earlier, later in pairwise(mine))
        days: dict[date, int] = defaultdict(int)
        for moment in mine:
            days[moment.astimezone(load.zone).date()] += 1
        assert all(count <= load.caps.on(day) for day, count in days.items())
    check_companies(mails, times)


def check_companies(mails: Sequence[MailToPlan], times: dict[OutreachId, PlannedMail]) -> None:
    firsts: dict[CompanyId, list[datetime]] = defaultdict(list)
    days: dict[tuple[CompanyId, date], set[ContactId]] = defaultdict(set)
    for mail in mails:
        if mail.company_id is None:
            continue
        due = times[mail.outreach_id].due_at
        days[mail.company_id, due.astimezone(mail.hours.zone).date()].add(mail.contact_id)
        if not mail.is_follow_up:
            firsts[mail.company_id].append(due)
    assert all(len(people) == 1 for people in days.values())
    for moments in firsts.values():
        ordered = sorted(moments)
        assert all(third - first > timedelta(days=14) for first, third in zip(ordered, ordered[2:], strict=False))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(ZONES), st.integers(0, 3), st.integers(1, 6)), min_size=1, max_size=14),
    st.lists(st.tuples(st.integers(1, 30), st.sampled_from(ZONES)), min_size=1, max_size=3),
    st.datetimes(datetime(2020, 1, 1), datetime(2034, 1, 1)).map(lambda naive: naive.replace(tzinfo=UTC)),  # noqa: DTZ001
    st.sampled_from(
        [
            SendingWindow(),
            SendingWindow(days=frozenset({2, 6}), opens=time(0), closes=time(0, 20)),
            SendingWindow(days=frozenset(range(1, 8)), opens=time(0), closes=time(23, 59)),
        ]
    ),
)
def test_no_plan_breaks_a_promise(
    people: list[tuple[str, int, int]], boxes: list[tuple[int, str]], at: datetime, window: SendingWindow
) -> None:
    book = HoursBook(window)
    loads = [a_load(number, daily=cap, zone=ZoneInfo(zone)) for number, (cap, zone) in enumerate(boxes, 900)]
    mails = [
        mail
        for contact, (zone, box, company) in enumerate(people, 1)
        for mail in a_sequence(
            contact, at=at, mailbox=900 + box % len(boxes), hours=book.at(zone), company=500 + company
        )
    ]
    planned = plan(mails, mailboxes=loads, companies=ledger())
    check_promises(mails, planned, loads)
    assert planned == plan(mails, mailboxes=loads, companies=ledger())


def test_a_single_mail_goes_at_once_but_for_its_jitter() -> None:
    (planned,) = plan(a_sequence(1)[:1], mailboxes=[a_load()], companies=ledger())
    assert MONDAY <= planned.due_at < MONDAY + timedelta(minutes=10)
    assert planned.reason is None


def test_the_steps_of_a_sequence_keep_their_days() -> None:
    planned = plan(a_sequence(1), mailboxes=[a_load()], companies=ledger())
    days = [one.due_at.astimezone(BERLIN).date() for one in planned]
    assert days == [date(2026, 3, day) for day in (2, 4, 6, 9)]


def test_what_exceeds_the_cap_moves_to_the_next_day_and_says_so() -> None:
    mails = [a_sequence(contact)[0] for contact in range(1, 27)]
    planned = plan(mails, mailboxes=[a_load()], companies=ledger())
    moved = [one for one in planned if one.reason is not None]
    assert [one.reason for one in moved] == ["moved to Tuesday 3 March: the mailbox's 25 for Monday 2 March are taken"]
    check_promises(mails, planned, [a_load()])


def test_follow_ups_take_a_day_before_first_mails() -> None:
    sent_at = MONDAY - timedelta(days=4)
    follow_ups = [
        MailToPlan(
            outreach_id=OutreachId(uid(number)),
            contact_id=ContactId(uid(number)),
            mailbox_id=MailboxId(uid(6)),
            hours=a_sequence(1)[0].hours,
            not_before=MONDAY,
            gap_days=2,
            predecessor_id=OutreachId(uid(number + 5000)),
            predecessor_at=sent_at,
            first_at=sent_at,
        )
        for number in (901, 902)
    ]
    firsts = [a_sequence(contact)[0] for contact in (1, 2)]
    planned = plan([*firsts, *follow_ups], mailboxes=[a_load(daily=2)], companies=ledger())
    assert {one.outreach_id for one in planned[:2]} == {one.outreach_id for one in follow_ups}
    assert all(one.due_at.astimezone(BERLIN).date() == date(2026, 3, 3) for one in planned[2:])


def test_a_resumed_campaign_does_not_burst() -> None:
    long_ago = MONDAY - timedelta(days=30)
    mails = [
        MailToPlan(
            outreach_id=OutreachId(uid(number)),
            contact_id=ContactId(uid(number)),
            mailbox_id=MailboxId(uid(6)),
            hours=a_sequence(1)[0].hours,
            not_before=MONDAY,
            gap_days=2,
            predecessor_id=OutreachId(uid(number + 5000)),
            predecessor_at=long_ago,
            first_at=long_ago,
        )
        for number in range(60)
    ]
    planned = plan(mails, mailboxes=[a_load()], companies=ledger())
    per_day: dict[date, int] = defaultdict(int)
    for one in planned:
        per_day[one.due_at.astimezone(BERLIN).date()] += 1
    assert list(per_day.values()) == [25, 25, 10]


def test_what_the_mailbox_has_sent_or_planned_counts() -> None:
    taken = tuple(MONDAY + n * timedelta(minutes=7) for n in range(24))
    mails = [a_sequence(contact)[0] for contact in (1, 2)]
    load = a_load(taken=taken)
    planned = plan(mails, mailboxes=[load], companies=ledger())
    check_promises(mails, planned, [load])
    assert [one.due_at.astimezone(BERLIN).date() for one in planned] == [date(2026, 3, 2), date(2026, 3, 3)]


def test_the_ramp_of_a_warming_mailbox_rules_the_plan() -> None:
    load = a_load()
    warming = MailboxLoad(mailbox_id=load.mailbox_id, zone=BERLIN, caps=MailboxCaps(warmup_started_on=date(2026, 3, 2)))
    mails = [a_sequence(contact)[0] for contact in range(1, 40)]
    planned = plan(mails, mailboxes=[warming], companies=ledger())
    check_promises(mails, planned, [warming])
    per_day: dict[date, int] = defaultdict(int)
    for one in planned:
        per_day[one.due_at.astimezone(BERLIN).date()] += 1
    assert list(per_day.values()) == [5, 5, 5, 10, 10, 4]


def test_a_stopped_mailbox_plans_for_when_it_opens_again() -> None:
    load = a_load(closed_until=MONDAY + timedelta(days=1))
    (planned,) = plan(a_sequence(1)[:1], mailboxes=[load], companies=ledger())
    assert planned.due_at >= MONDAY + timedelta(days=1)
    assert planned.reason == "moved to Tuesday 3 March: the mailbox was not sending"


def test_the_second_of_a_company_waits_a_day_and_the_third_until_the_span_is_over() -> None:
    mails = [a_sequence(contact, company=500)[0] for contact in (1, 2, 3)]
    planned = plan(mails, mailboxes=[a_load()], companies=ledger())
    assert [one.due_at.astimezone(BERLIN).date() for one in planned] == [
        date(2026, 3, 2),
        date(2026, 3, 3),
        date(2026, 3, 17),
    ]
    assert planned[1].reason == "moved to Tuesday 3 March: a colleague at the same company is written to that day"
    assert planned[2].reason == (
        "moved to Tuesday 17 March: at most 2 people of one company are written to within 14 days"
    )


def test_mails_of_a_company_that_stand_count_too() -> None:
    company, today = CompanyId(uid(500)), date(2026, 3, 2)
    standing = [(company, today - timedelta(days=n), ContactId(uid(700 + n))) for n in (3, 5)]
    companies = CompanyLedger(CompanyLimit(), standing)
    (planned,) = plan(a_sequence(1, company=500)[:1], mailboxes=[a_load()], companies=companies)
    assert planned.due_at.astimezone(BERLIN).date() == date(2026, 3, 12)


def test_a_public_holiday_is_named_as_the_reason() -> None:
    book = HoursBook(SendingWindow(), lambda country, day: (country, day) == ("DE", date(2026, 5, 1)))
    labour_day = datetime(2026, 5, 1, 7, tzinfo=UTC)
    first = a_sequence(1, at=labour_day, hours=book.at("Europe/Berlin", "DE"))[:1]
    (planned,) = plan(first, mailboxes=[a_load()], companies=ledger())
    assert planned.reason == "moved to Monday 4 May: Friday 1 May is a public holiday there"


def test_a_mail_without_its_mailbox_or_predecessor_is_refused() -> None:
    with pytest.raises(Unplannable):
        plan(a_sequence(1), mailboxes=[a_load(7)], companies=ledger())
    with pytest.raises(Unplannable):
        plan(a_sequence(1)[1:], mailboxes=[a_load()], companies=ledger())


def test_nothing_to_plan_is_an_empty_plan() -> None:
    assert plan([], mailboxes=[a_load()], companies=ledger()) == ()


@settings(max_examples=50)
@given(st.lists(st.integers(0, 20), min_size=1, max_size=5), st.integers(0, 60))
def test_rotation_shares_conversations_by_cap(caps: list[int], people: int) -> None:
    capacity = {MailboxId(uid(number)): cap for number, cap in enumerate(caps)}
    contacts = [ContactId(uid(1000 + number)) for number in range(people)]
    if not any(caps):
        with pytest.raises(NoMailbox):
            rotate(contacts, capacity=capacity)
        return
    chosen = rotate(contacts, capacity=capacity)
    assert list(chosen) == contacts
    total = sum(caps)
    for mailbox, cap in capacity.items():
        share = sum(one == mailbox for one in chosen.values())
        assert (share == 0) if cap == 0 else abs(share - people * cap / total) <= len(caps)


def test_rotation_begins_where_fewest_conversations_are_served() -> None:
    busy, idle = MailboxId(uid(1)), MailboxId(uid(2))
    chosen = rotate([ContactId(uid(3))], capacity={busy: 25, idle: 25}, conversations={busy: 4})
    assert chosen == {ContactId(uid(3)): idle}
