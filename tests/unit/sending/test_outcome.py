from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.sending.caps import InvalidCap, MailboxCaps
from roleferry.domain.model.sending.lease import LeaseTimes, LeaseTooShort
from roleferry.domain.model.sending.mailbox import MailboxPause, MailboxStatus, Secret, ServerLogin
from roleferry.domain.model.sending.outcome import (
    FAULTS,
    MAX_ATTEMPTS,
    Fault,
    OutcomeKind,
    of_fault,
    of_http_status,
    of_smtp_reply,
    retry_at,
)
from roleferry.domain.model.sending.transitions import IllegalTransition
from roleferry.domain.model.sending.warmup import ramp_cap
from tests.unit.sending.factories import MONDAY, SOON, a_mailbox, uid

BEFORE_THE_MAIL = {
    Fault.DNS, Fault.CONNECTION_REFUSED, Fault.CONNECT_TIMEOUT, Fault.TLS, Fault.POOL_TIMEOUT, Fault.AUTHENTICATION,
    Fault.BEFORE_BODY, Fault.LATE,
}  # fmt: skip


@pytest.mark.parametrize("fault", list(Fault))
def test_every_fault_has_its_outcome_and_only_those_before_the_mail_are_retried(fault: Fault) -> None:
    assert fault in FAULTS
    assert (of_fault(fault) is OutcomeKind.REFUSED) == (fault in BEFORE_THE_MAIL)
    assert (of_fault(fault) is OutcomeKind.REJECTED) == (fault is Fault.LOCAL)


def test_every_http_status_is_classified_and_an_undocumented_5xx_is_uncertain() -> None:
    sorted_out = {
        OutcomeKind.ACCEPTED: {200, 202},
        OutcomeKind.REFUSED: {401, 403, 408, 409, 425, 429},
    }
    sorted_out[OutcomeKind.REJECTED] = set(range(400, 500)) - sorted_out[OutcomeKind.REFUSED]
    sorted_out[OutcomeKind.UNCERTAIN] = set(range(100, 600)).difference(*sorted_out.values())
    for kind, statuses in sorted_out.items():
        assert {status for status in range(100, 600) if of_http_status(status) is kind} == statuses


def test_a_5xx_that_the_provider_documents_as_not_queued_is_retried() -> None:
    assert of_http_status(503, not_queued=frozenset({503})) is OutcomeKind.REFUSED


def test_every_smtp_reply_is_classified() -> None:
    by_first_digit = {2: OutcomeKind.ACCEPTED, 4: OutcomeKind.REFUSED, 5: OutcomeKind.REJECTED}
    for code in range(100, 1000):
        assert of_smtp_reply(code) is by_first_digit.get(code // 100, OutcomeKind.UNCERTAIN)


def test_a_refused_mail_is_tried_three_more_times_later_and_later() -> None:
    waits = []
    for attempts in (1, 2, 3):
        at = retry_at(now=MONDAY, attempts=attempts, outreach_id=uid(1))
        assert at is not None
        waits.append(at - MONDAY)
    assert waits == sorted(waits)
    assert waits[0] >= timedelta(minutes=2)
    assert retry_at(now=MONDAY, attempts=MAX_ATTEMPTS, outreach_id=uid(1)) is None


@settings(max_examples=100)
@given(st.integers(1, 3), st.timedeltas(timedelta(days=-1), timedelta(days=400)), st.uuids())
def test_retry_after_is_never_undercut_and_believed_up_to_a_day(
    attempts: int, asked: timedelta, outreach: UUID
) -> None:
    at = retry_at(now=MONDAY, attempts=attempts, outreach_id=outreach, retry_after=asked)
    assert at is not None
    assert at - MONDAY >= min(asked, timedelta(days=1))
    assert at - MONDAY <= timedelta(days=1, minutes=30)


def test_a_lease_outlives_the_longest_request() -> None:
    times = LeaseTimes(longest_request=timedelta(minutes=2), waiting=timedelta(minutes=3))
    assert times.shortest_lease == timedelta(minutes=5, seconds=40)
    with pytest.raises(LeaseTooShort):
        LeaseTimes(longest_request=timedelta(minutes=10))
    with pytest.raises(LeaseTooShort):
        LeaseTimes(longest_request=timedelta(minutes=1), settle=timedelta(minutes=9))


def test_a_request_begins_only_while_its_lease_outlives_it() -> None:
    times = LeaseTimes(longest_request=timedelta(minutes=2))
    assert times.time_to_begin(left=timedelta(minutes=2, seconds=40))
    assert not times.time_to_begin(left=timedelta(minutes=2, seconds=39))


@pytest.mark.parametrize(
    ("day", "cap"),
    [(0, 0), (1, 5), (3, 5), (4, 10), (7, 10), (8, 20), (14, 20), (15, 30), (21, 30), (22, 40), (30, 40), (31, 50)],
)
def test_the_ramp_is_that_of_the_specification(day: int, cap: int) -> None:
    assert ramp_cap(day) == cap


def test_a_days_cap_is_the_lower_of_the_daily_cap_and_the_ramp() -> None:
    start = date(2026, 3, 2)
    caps = MailboxCaps(warmup_started_on=start)
    assert [caps.on(start + timedelta(days=n)) for n in (0, 3, 7, 14, 60)] == [5, 10, 20, 25, 25]
    assert MailboxCaps(daily=70, warmup_started_on=start).on(start + timedelta(days=60)) == 50
    assert MailboxCaps(daily=70).on(start) == 70


def test_caps_that_stop_or_burst_are_refused() -> None:
    for daily, gap in ((0, 5), (201, 5), (25, 4), (25, 60 * 13)):
        with pytest.raises(InvalidCap):
            MailboxCaps(daily=daily, gap=timedelta(minutes=gap))


def test_a_password_never_shows() -> None:
    login = ServerLogin(host="mail.example", port=587, username="mia", password=Secret("hunter2"))
    assert "hunter2" not in f"{login} {login!r} {login.password}"
    assert login.password.reveal() == "hunter2"


def test_a_mailbox_paused_by_the_system_stays_so_until_a_person_resumes_it() -> None:
    paused = a_mailbox().paused(MailboxPause.COMPLAINT, "one complaint")
    assert paused.paused(MailboxPause.USER) is paused
    assert not paused.may_send(now=MONDAY)
    assert paused.activated().may_send(now=MONDAY)
    assert a_mailbox().broken("535").status is MailboxStatus.ERROR
    with pytest.raises(IllegalTransition):
        a_mailbox().activated()


def test_a_closed_mailbox_opens_by_itself_and_never_sooner() -> None:
    closed = a_mailbox().closed(MONDAY + 2 * SOON).closed(MONDAY + SOON)
    assert not closed.may_send(now=MONDAY + SOON)
    assert closed.may_send(now=MONDAY + 2 * SOON)
    assert closed.load(()).closed_until == MONDAY + 2 * SOON
