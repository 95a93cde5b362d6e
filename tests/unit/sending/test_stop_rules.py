from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import CompanyId
from roleferry.domain.model.sending.breakers import (
    campaign_trip,
    end_of_day,
    mailbox_trip,
)
from roleferry.domain.model.sending.campaign import CampaignHoldRule
from roleferry.domain.model.sending.company_policy import (
    CompanyLimit,
    CompanyPolicy,
    InvalidCompanyLimit,
    company_domains,
    is_free_mail,
)
from roleferry.domain.model.sending.decisions import (
    AskOwner,
    EndEnrollment,
    HoldEnrollment,
    PauseMailbox,
    ReleaseEnrollment,
    Resend,
    SuppressContact,
)
from roleferry.domain.model.sending.enrollment import (
    EndReason,
    EnrollmentEvent,
    EnrollmentHold,
    EnrollmentState,
    HoldReason,
)
from roleferry.domain.model.sending.finishing import finishes_at
from roleferry.domain.model.sending.mailbox import MailboxPause
from roleferry.domain.model.sending.stop_rules import (
    on_block,
    on_complaint,
    on_hard_bounce,
    on_human_reply,
    on_out_of_office,
    on_soft_bounce,
    on_stage_change,
    on_unsubscribe,
)
from roleferry.domain.model.sending.suppression import SuppressionReason, SuppressionScope
from tests.unit.sending.factories import BERLIN, MONDAY, an_enrollment, an_outreach, uid

REPLIER = an_enrollment(4)
COLLEAGUE = an_enrollment(14)
STRANGER = an_enrollment(24, company_id=CompanyId(uid(99)))
ENDED = an_enrollment(34, state=EnrollmentState.FINISHED)
EVERYBODY = (REPLIER, COLLEAGUE, STRANGER, ENDED)
ENDS = EndEnrollment(REPLIER.id, EnrollmentEvent.REPLY, EndReason.REPLIED)
NEXT_MONDAY = datetime(2026, 3, 9, tzinfo=BERLIN)


def test_a_reply_ends_its_own_and_holds_the_colleagues_for_five_business_days() -> None:
    ends, holds, asks = on_human_reply(REPLIER, EVERYBODY, policy=CompanyPolicy.HOLD, now=MONDAY, zone=BERLIN)
    assert ends == ENDS
    assert holds == HoldEnrollment(COLLEAGUE.id, HoldReason.COMPANY, NEXT_MONDAY)
    assert asks == AskOwner(
        COLLEAGUE.id,
        "Somebody at the same company has replied. This contact waits until Monday 9 March: go on, or stop?",
    )


def test_a_reply_stops_or_leaves_the_colleagues_as_the_policy_says() -> None:
    stops = EndEnrollment(COLLEAGUE.id, EnrollmentEvent.STOP, EndReason.COLLEAGUE_REPLIED)
    assert on_human_reply(REPLIER, EVERYBODY, policy=CompanyPolicy.STOP, now=MONDAY, zone=BERLIN) == (ENDS, stops)
    assert on_human_reply(REPLIER, EVERYBODY, policy=CompanyPolicy.OFF, now=MONDAY, zone=BERLIN) == (ENDS,)


@pytest.mark.parametrize("policy", list(CompanyPolicy))
def test_people_without_a_company_have_no_colleagues(policy: CompanyPolicy) -> None:
    alone, other = an_enrollment(4, company_id=None), an_enrollment(14, company_id=None)
    assert on_human_reply(alone, (alone, other), policy=policy, now=MONDAY, zone=BERLIN) == (ENDS,)


def test_another_enrollment_of_the_replier_is_no_colleague() -> None:
    again = an_enrollment(14, contact_id=REPLIER.contact_id)
    assert on_human_reply(REPLIER, (again,), policy=CompanyPolicy.STOP, now=MONDAY, zone=BERLIN) == (ENDS,)


@pytest.mark.parametrize(
    ("returns_on", "until"),
    [
        (date(2026, 3, 12), datetime(2026, 3, 13, tzinfo=BERLIN)),
        (date(2026, 3, 3), datetime(2026, 3, 4, tzinfo=BERLIN)),
        (date(2026, 4, 1), datetime(2026, 4, 2, tzinfo=BERLIN)),
        (date(2026, 4, 2), NEXT_MONDAY),
        (date(2026, 3, 2), NEXT_MONDAY),
        (date(2025, 3, 12), NEXT_MONDAY),
        (None, NEXT_MONDAY),
    ],
)
def test_an_absence_holds_to_the_day_after_a_believable_return(returns_on: date | None, until: datetime) -> None:
    (hold,) = on_out_of_office(REPLIER, returns_on=returns_on, now=MONDAY, zone=BERLIN)
    assert hold == HoldEnrollment(REPLIER.id, HoldReason.AWAY, until)


def test_an_absence_of_somebody_whose_sequence_has_ended_changes_nothing() -> None:
    assert on_out_of_office(ENDED, returns_on=None, now=MONDAY, zone=BERLIN) == ()


@settings(max_examples=100)
@given(st.dates(date(2025, 1, 1), date(2028, 1, 1)), st.sampled_from(["Asia/Tokyo", "America/Los_Angeles"]))
def test_an_absence_always_ends_in_the_future_and_within_a_month_and_a_day(returns_on: date, zone: str) -> None:
    (hold,) = on_out_of_office(REPLIER, returns_on=returns_on, now=MONDAY, zone=ZoneInfo(zone))
    assert isinstance(hold, HoldEnrollment)
    assert hold.until is not None
    assert MONDAY < hold.until <= MONDAY + timedelta(days=32)


def test_a_hard_bounce_a_complaint_and_an_opt_out_stop_and_suppress() -> None:
    assert on_hard_bounce(REPLIER) == (
        EndEnrollment(REPLIER.id, EnrollmentEvent.BOUNCE, EndReason.HARD_BOUNCE),
        SuppressContact(REPLIER.contact_id, SuppressionScope.USER, SuppressionReason.HARD_BOUNCE),
    )
    assert on_complaint(REPLIER) == (
        EndEnrollment(REPLIER.id, EnrollmentEvent.UNSUBSCRIBE, EndReason.COMPLAINED),
        SuppressContact(REPLIER.contact_id, SuppressionScope.GLOBAL, SuppressionReason.COMPLAINT),
        PauseMailbox(REPLIER.mailbox_id, MailboxPause.COMPLAINT),
    )
    assert on_unsubscribe(REPLIER) == (
        EndEnrollment(REPLIER.id, EnrollmentEvent.UNSUBSCRIBE, EndReason.UNSUBSCRIBED),
        SuppressContact(REPLIER.contact_id, SuppressionScope.USER, SuppressionReason.UNSUBSCRIBED),
    )


def test_a_block_holds_the_mailbox_and_not_the_person() -> None:
    pause, ask = on_block(REPLIER)
    assert pause == PauseMailbox(REPLIER.mailbox_id, MailboxPause.BLOCKED)
    assert isinstance(ask, AskOwner)


def test_soft_bounces_are_retried_three_times_and_then_end_it_without_suppressing() -> None:
    waits = []
    for bounces in (1, 2, 3):
        (resend,) = on_soft_bounce(REPLIER, an_outreach(), bounces=bounces, now=MONDAY)
        assert isinstance(resend, Resend)
        waits.append(resend.at - MONDAY)
    assert waits == sorted(waits)
    last = on_soft_bounce(REPLIER, an_outreach(), bounces=4, now=MONDAY)
    assert last == (EndEnrollment(REPLIER.id, EnrollmentEvent.BOUNCE, EndReason.SOFT_BOUNCES),)


def test_a_soft_bounce_is_not_retried_after_delivery_or_after_the_end() -> None:
    assert on_soft_bounce(REPLIER, an_outreach(delivered_at=MONDAY), bounces=1, now=MONDAY) == ()
    assert on_soft_bounce(ENDED, an_outreach(), bounces=1, now=MONDAY) == ()


@pytest.mark.parametrize("stage", ["interviewing", "offer"])
def test_talks_about_a_role_hold_its_sequences(stage: str) -> None:
    holds = on_stage_change(stage, (COLLEAGUE, ENDED))
    assert holds == (HoldEnrollment(COLLEAGUE.id, HoldReason.ROLE_STAGE, None),)


@pytest.mark.parametrize("stage", ["rejected", "closed"])
def test_the_end_of_a_role_stops_its_sequences(stage: str) -> None:
    ends = on_stage_change(stage, (COLLEAGUE, ENDED))
    assert ends == (EndEnrollment(COLLEAGUE.id, EnrollmentEvent.STOP, EndReason.ROLE_CLOSED),)


def test_a_step_back_lets_go_only_what_the_role_held() -> None:
    held = COLLEAGUE.hold(EnrollmentHold(reason=HoldReason.ROLE_STAGE, until=None, at=MONDAY))
    away = STRANGER.hold(EnrollmentHold(reason=HoldReason.AWAY, until=None, at=MONDAY))
    assert on_stage_change("applied", (held, away)) == (ReleaseEnrollment(held.id, HoldReason.ROLE_STAGE),)


def test_two_hard_bounces_among_twenty_first_mails_stop_the_mailboxs_day() -> None:
    assert mailbox_trip([True] + [False] * 19) is None
    trip = mailbox_trip([True] + [False] * 18 + [True])
    assert trip is not None
    assert (trip.observed, trip.threshold, trip.sample) == (2, 2, 20)
    assert mailbox_trip([True] + [False] * 19 + [True]) is None
    assert mailbox_trip([True, True]) is not None


def test_three_among_thirty_hold_the_campaign_and_say_so() -> None:
    assert campaign_trip([True] * 2 + [False] * 28) is None
    trip = campaign_trip([True] * 3 + [False] * 27)
    assert trip is not None
    hold = trip.as_hold(at=MONDAY)
    assert (hold.rule, hold.observed, hold.threshold, hold.sample) == (CampaignHoldRule.BREAKER_BOUNCES, 3, 3, 30)
    assert trip.in_words() == "3 hard bounces among the last 30 first mails"


def test_percentages_speak_only_from_fifty_on() -> None:
    assert campaign_trip([True] * 2 + [False] * 47) is None
    assert campaign_trip([True] * 2 + [False] * 48) is None
    trip = campaign_trip([True] * 3 + [False] * 47)
    assert trip is not None
    assert (trip.observed, trip.threshold, trip.sample) == (3, 3, 50)


def test_a_stopped_day_ends_at_the_mailboxs_own_midnight() -> None:
    assert end_of_day(MONDAY, ZoneInfo("Asia/Tokyo")) == datetime(2026, 3, 3, tzinfo=ZoneInfo("Asia/Tokyo"))


def test_a_free_mail_domain_never_stands_for_a_company() -> None:
    assert company_domains([" Firm.Example. ", "GMAIL.com", ""]) == frozenset({"firm.example"})
    assert is_free_mail("Web.de")
    assert not is_free_mail("firm.example")


def test_a_limit_that_lets_nobody_be_written_to_is_refused() -> None:
    for people, days in ((0, 14), (2, -1), (2, 366)):
        with pytest.raises(InvalidCompanyLimit):
            CompanyLimit(people=people, days=days)


def test_a_sequence_is_over_its_largest_gap_after_its_last_mail() -> None:
    assert finishes_at(MONDAY, (2, 2, 5)) == MONDAY + timedelta(days=5)
    assert finishes_at(MONDAY, ()) == MONDAY + timedelta(days=3)
