from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from roleferry.domain.model.sending.campaign import CampaignHold, CampaignHoldRule, CampaignStatus
from roleferry.domain.model.sending.enrollment import EndReason, EnrollmentHold, EnrollmentState, HoldReason
from roleferry.domain.model.sending.explain import explain
from roleferry.domain.model.sending.gate_facts import GateAnswer, Predecessor, SendFacts, Verdict
from roleferry.domain.model.sending.mailbox import MailboxPause, MailboxStatus
from roleferry.domain.model.sending.outreach import OutreachHoldReason, OutreachStatus
from roleferry.domain.model.sending.send_gate import CHECKS, HOLD_REASONS, check, obstacles
from roleferry.domain.model.sending.suppression import SuppressionKind
from roleferry.domain.model.sending.window import OpenHours
from tests.unit.sending.factories import (
    MONDAY,
    SOON,
    a_campaign,
    a_mailbox,
    a_suppression,
    an_enrollment,
    an_outreach,
    facts,
)

TOMORROW = MONDAY + timedelta(days=1)
BREAKER = CampaignHold(rule=CampaignHoldRule.BREAKER_BOUNCES, observed=3, threshold=3, sample=30, at=MONDAY)
AWAY = EnrollmentHold(reason=HoldReason.AWAY, until=TOMORROW, at=MONDAY)


def sent(at: datetime = MONDAY - timedelta(days=2)) -> Predecessor:
    return Predecessor(status=OutreachStatus.SENT, sent_at=at)


GATES: dict[str, tuple[GateAnswer, datetime | None, dict[str, Any]]] = {
    "suppressed": (GateAnswer.SUPPRESS, None, {"suppression": a_suppression()}),
    "address_bad": (GateAnswer.CANCEL, None, {"verdict": Verdict.INVALID}),
    "mock_contact": (GateAnswer.CANCEL, None, {"contact_is_mock": True, "mail_is_real": True}),
    "enrollment_ended": (
        GateAnswer.CANCEL,
        None,
        {"enrollment": an_enrollment(state=EnrollmentState.REPLIED, reason=EndReason.REPLIED)},
    ),
    "campaign_ended": (GateAnswer.CANCEL, None, {"campaign": a_campaign(status=CampaignStatus.STOPPED)}),
    "predecessor_not_sent": (
        GateAnswer.HOLD,
        None,
        {"predecessor": Predecessor(status=OutreachStatus.FAILED, sent_at=None)},
    ),
    "recipient_not_internal": (GateAnswer.HOLD, None, {"recipient_allowed": False}),
    "address_unverified": (GateAnswer.HOLD, None, {"is_candidate": True, "verdict": Verdict.RISKY}),
    "not_approved": (GateAnswer.HOLD, None, {"digest": "other"}),
    "mailbox_off": (
        GateAnswer.NOT_YET,
        None,
        {"mailbox": a_mailbox(status=MailboxStatus.PAUSED, pause=MailboxPause.COMPLAINT)},
    ),
    "campaign_not_active": (GateAnswer.NOT_YET, None, {"campaign": a_campaign(status=CampaignStatus.PAUSED)}),
    "campaign_held": (GateAnswer.NOT_YET, None, {"campaign": a_campaign(holds=(BREAKER,))}),
    "sending_stopped": (GateAnswer.NOT_YET, None, {"sending_stopped": "all sending is stopped by an operator"}),
    "contact_held": (GateAnswer.NOT_YET, TOMORROW, {"enrollment": an_enrollment().hold(AWAY)}),
    "stale": (GateAnswer.HOLD, None, {"outreach": an_outreach(due_at=MONDAY - timedelta(hours=49))}),
    "predecessor_waits": (
        GateAnswer.NOT_YET,
        None,
        {"predecessor": Predecessor(status=OutreachStatus.UNCERTAIN, sent_at=None)},
    ),
    "gap": (GateAnswer.NOT_YET, MONDAY + SOON, {"predecessor": sent(MONDAY - timedelta(days=2) + SOON), "gap_days": 2}),
    "company_limit": (GateAnswer.NOT_YET, TOMORROW.replace(hour=7), {"company_free_on": date(2026, 3, 3)}),
    "mailbox_closed": (GateAnswer.NOT_YET, TOMORROW, {"mailbox": a_mailbox(closed_until=TOMORROW)}),
    "cap": (GateAnswer.NOT_YET, MONDAY.replace(hour=23), {"sent_today": 25}),
    "spacing": (GateAnswer.NOT_YET, MONDAY + 4 * SOON, {"last_sent_at": MONDAY - SOON}),
}


@pytest.mark.parametrize("code", GATES)
def test_each_gate_stops_what_it_is_for(code: str) -> None:
    answer, until, changes = GATES[code]
    decision = check(facts(**changes), now=MONDAY)
    assert (decision.code, decision.answer, decision.until) == (code, answer, until)


def test_outside_the_window_it_waits_for_the_next_opening() -> None:
    late = MONDAY.replace(hour=20)
    decision = check(facts(outreach=an_outreach(due_at=late)), now=late)
    assert (decision.code, decision.until) == ("window", TOMORROW.replace(hour=7))


def test_without_any_one_gate_some_mail_would_fare_otherwise() -> None:
    blocked = [(facts(**changes), MONDAY) for _, _, changes in GATES.values()]
    blocked.append((facts(outreach=an_outreach(due_at=MONDAY.replace(hour=20))), MONDAY.replace(hour=20)))
    for removed in CHECKS:
        others = [one for one in CHECKS if one is not removed]
        kept = [next((decision for one in others if (decision := one(mail, now))), None) for mail, now in blocked]
        assert kept != [check(mail, now=now) for mail, now in blocked], removed


def test_with_nothing_in_its_way_it_goes() -> None:
    assert check(facts(), now=MONDAY).answer is GateAnswer.GO
    assert obstacles(facts(), now=MONDAY) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"verdict": Verdict.RISKY},
        {"verdict": Verdict.UNKNOWN},
        {"is_candidate": True, "verdict": Verdict.VALID},
        {"contact_is_mock": True},
        {"predecessor": sent(), "gap_days": 2},
        {"enrollment": an_enrollment().hold(EnrollmentHold(reason=HoldReason.AWAY, until=MONDAY, at=MONDAY))},
        {"company_free_on": date(2026, 3, 2)},
        {"sent_today": 24},
        {"last_sent_at": MONDAY - timedelta(minutes=5)},
        {"mailbox": a_mailbox(closed_until=MONDAY)},
        {"outreach": an_outreach(due_at=MONDAY - timedelta(hours=48))},
    ],
)
def test_what_only_looks_like_an_obstacle_is_none(changes: dict[str, Any]) -> None:
    assert check(facts(**changes), now=MONDAY).answer is GateAnswer.GO


def test_of_several_obstacles_the_most_permanent_speaks() -> None:
    everything: dict[str, Any] = {}
    for _, _, changes in GATES.values():
        everything = {**changes, **everything}
    codes = [decision.code for decision in obstacles(facts(**everything), now=MONDAY)]
    assert codes[0] == "suppressed"
    order = [*GATES]
    assert codes == sorted(codes, key=order.index)


def test_every_hold_of_the_gate_has_a_reason_to_store() -> None:
    held = {code for code, (answer, _, _) in GATES.items() if answer is GateAnswer.HOLD}
    assert held == set(HOLD_REASONS)


def test_a_follow_up_is_stale_only_after_five_business_days() -> None:
    due = MONDAY - timedelta(days=7)
    follow_up = facts(outreach=an_outreach(due_at=due), predecessor=sent(due), gap_days=2)
    assert check(follow_up, now=MONDAY).answer is GateAnswer.GO
    assert check(follow_up, now=MONDAY + SOON).code == "stale"


def test_a_follow_ups_five_business_days_pass_over_a_holiday() -> None:
    due = MONDAY - timedelta(days=7)
    hours = OpenHours(
        window=facts().hours.window, zone=facts().hours.zone, is_holiday=lambda day: day == date(2026, 2, 25)
    )
    follow_up = facts(outreach=an_outreach(due_at=due), predecessor=sent(due), gap_days=2, hours=hours)
    assert check(follow_up, now=MONDAY + SOON).answer is GateAnswer.GO


def test_a_paused_campaigns_late_mail_waits_for_the_resume_instead_of_being_stale() -> None:
    late = an_outreach(due_at=MONDAY - timedelta(days=9))
    paused = facts(outreach=late, campaign=a_campaign(status=CampaignStatus.PAUSED))
    assert check(paused, now=MONDAY).code == "campaign_not_active"


@pytest.mark.parametrize("rule", list(CampaignHoldRule))
def test_every_hold_of_a_campaign_is_explained(rule: CampaignHoldRule) -> None:
    held = facts(campaign=a_campaign(holds=(replace(BREAKER, rule=rule),)))
    assert said(held).startswith("It will not go: the campaign is held: ")


def test_a_suppressed_domain_is_called_one() -> None:
    blocked = facts(suppression=a_suppression(kind=SuppressionKind.DOMAIN))
    assert check(blocked, now=MONDAY).why == "this domain is suppressed (unsubscribed)"


def said(changed: SendFacts, now: datetime = MONDAY) -> str:
    return explain(changed, now=now).sentence


def test_a_planned_mail_says_when_in_the_readers_time() -> None:
    due = an_outreach(due_at=TOMORROW.replace(hour=8, minute=40))
    explanation = explain(facts(outreach=due), now=MONDAY)
    assert explanation.sentence == "It will go about Tue 3 Mar 09:40 (their time)."
    assert (explanation.will_go, explanation.expected_at) == (True, due.due_at)


def test_a_mail_that_was_moved_says_why() -> None:
    moved = an_outreach(due_at=TOMORROW, plan_reason="moved to Tuesday 3 March: the mailbox's 25 are taken")
    assert said(facts(outreach=moved)) == (
        "It will go about Tue 3 Mar 10:00 (their time): moved to Tuesday 3 March: the mailbox's 25 are taken."
    )


def test_a_due_mail_over_the_cap_says_when_it_can_go() -> None:
    assert (
        said(facts(sent_today=25))
        == "It will go about Tue 3 Mar 08:00 (their time): the mailbox's 25 for today are taken."
    )


def test_before_it_is_due_todays_cap_is_no_news() -> None:
    later = an_outreach(due_at=TOMORROW)
    assert said(facts(outreach=later, sent_today=25)) == "It will go about Tue 3 Mar 10:00 (their time)."


def test_a_mail_that_waits_for_a_person_says_for_what() -> None:
    assert said(facts(campaign=a_campaign(holds=(BREAKER,)))) == (
        "It will not go: the campaign is held: too many mails came back "
        "(3 of the last 30, the limit is 3); look at it and lift it."
    )
    assert said(facts(suppression=a_suppression(), sent_today=25)).startswith(
        "It will not go: this address is suppressed"
    )


@pytest.mark.parametrize("status", list(OutreachStatus))
def test_every_status_is_explained_in_a_sentence(status: OutreachStatus) -> None:
    outreach = an_outreach(status=status, hold_reason=OutreachHoldReason.STALE, sent_at=MONDAY, end_reason="no")
    explanation = explain(facts(outreach=outreach), now=MONDAY)
    assert explanation.sentence.endswith(".")
    assert explanation.will_go == (status in {OutreachStatus.SCHEDULED, OutreachStatus.SENDING})


def test_an_answered_mail_says_so() -> None:
    answered = an_outreach(status=OutreachStatus.SENT, sent_at=MONDAY, replied_at=TOMORROW)
    assert said(facts(outreach=answered)) == "It was sent on Mon 2 Mar 10:00 (their time) and was answered."
