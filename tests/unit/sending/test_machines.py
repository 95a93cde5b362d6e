from __future__ import annotations

from datetime import timedelta
from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from roleferry.domain.model.sending.campaign import (
    CampaignEvent,
    CampaignHold,
    CampaignHoldRule,
    CampaignStatus,
    next_campaign_status,
)
from roleferry.domain.model.sending.enrollment import (
    EndReason,
    Enrollment,
    EnrollmentEvent,
    EnrollmentHold,
    EnrollmentState,
    HoldReason,
    next_enrollment_state,
)
from roleferry.domain.model.sending.outreach import (
    Outreach,
    OutreachEvent,
    OutreachHoldReason,
    OutreachStatus,
    next_outreach_status,
)
from roleferry.domain.model.sending.transitions import IllegalTransition
from tests.unit.sending.factories import MONDAY, SOON, a_campaign, an_enrollment, an_outreach

CAMPAIGNS = """
             launch     pause      resume     complete   stop
draft        active     .          .          .          .
active       .          paused     .          completed  stopped
paused       .          .          active     completed  stopped
completed    .          .          .          .          .
stopped      .          .          .          .          .
"""

ENROLLMENTS = """
              hold  release  finish    stop     fail    bounce        reply         unsubscribe  revive
active        held  .        finished  stopped  failed  bounced       replied       unsubscribed  .
held          held  active   finished  stopped  failed  bounced       replied       unsubscribed  .
finished      .     .        .         .        .       bounced       replied       unsubscribed  .
stopped       .     .        .         .        .       bounced       replied       unsubscribed  .
failed        .     .        .         .        .       bounced       replied       unsubscribed  active
bounced       .     .        .         .        .       bounced       replied       unsubscribed  .
replied       .     .        .         .        .       replied       replied       unsubscribed  .
unsubscribed  .     .        .         .        .       unsubscribed  unsubscribed  unsubscribed  .
"""

OUTREACH = """
            claim    give_back  refuse     reject  lose       prove_absent  hold  release    cancel    suppress    requeue    resend  revive
scheduled   sending  .          .          .       .          .             held  .          canceled  suppressed  .          .  .
held        .        .          .          .       .          .             held  scheduled  canceled  suppressed  .          .  .
sending     .        scheduled  scheduled  failed  uncertain  .             .     .          .         .           .          .  .
uncertain   .        .          scheduled  failed  .          scheduled     .     .          canceled  .           .          .  .
sent        .        .          .          .       .          .             .     .          .         .           .          scheduled  .
delivered   .        .          .          .       .          .             .     .          .         .           .          .  .
canceled    .        .          .          .       .          .             .     .          .         .           .          .  scheduled
suppressed  .        .          .          .       .          .             .     .          .         .           .          .  .
failed      .        .          .          .       .          .             .     .          .         .           scheduled  .  .
"""  # noqa: E501 - a table is read across

EVIDENCE = (
    OutreachEvent.SEEN_SENT,
    OutreachEvent.DELIVERED,
    OutreachEvent.BOUNCED,
    OutreachEvent.CLICKED,
    OutreachEvent.REPLIED,
    OutreachEvent.COMPLAINED,
)


def grid(text: str) -> dict[tuple[str, str], str]:
    header, *rows = (line.split() for line in text.strip().splitlines())
    return {(row[0], event): after for row in rows for event, after in zip(header, row[1:], strict=True)}


@pytest.mark.parametrize(("status", "event"), list(product(CampaignStatus, CampaignEvent)))
def test_every_move_of_a_campaign_is_as_the_grid_says(status: CampaignStatus, event: CampaignEvent) -> None:
    expected = grid(CAMPAIGNS)[status, event]
    if expected == ".":
        with pytest.raises(IllegalTransition):
            next_campaign_status(status, event)
    else:
        assert next_campaign_status(status, event) == expected


@pytest.mark.parametrize(("state", "event"), list(product(EnrollmentState, EnrollmentEvent)))
def test_every_move_of_an_enrollment_is_as_the_grid_says(state: EnrollmentState, event: EnrollmentEvent) -> None:
    expected = grid(ENROLLMENTS)[state, event]
    if expected == ".":
        with pytest.raises(IllegalTransition):
            next_enrollment_state(state, event)
    else:
        assert next_enrollment_state(state, event) == expected


@pytest.mark.parametrize(("status", "event"), list(product(OutreachStatus, OutreachEvent)))
def test_every_move_of_a_mail_is_as_the_grid_says(status: OutreachStatus, event: OutreachEvent) -> None:
    if event in {*EVIDENCE, OutreachEvent.ACCEPT}:
        arrived = event is OutreachEvent.DELIVERED or status is OutreachStatus.DELIVERED
        expected = "delivered" if arrived else "sent"
    else:
        expected = grid(OUTREACH)[status, event]
    if expected == ".":
        with pytest.raises(IllegalTransition):
            next_outreach_status(status, event)
    else:
        assert next_outreach_status(status, event) == expected


@pytest.mark.parametrize("status", list(OutreachStatus))
def test_evidence_gives_one_result_in_any_order_and_however_often(status: OutreachStatus) -> None:
    times = {event: MONDAY + number * SOON for number, event in enumerate(EVIDENCE)}
    results = set()
    for order in permutations(EVIDENCE):
        outreach = an_outreach(status=status)
        for event in (*order, *order[:2]):
            outreach = outreach.learned(event, at=times[event])
        results.add(outreach)
    assert len(results) == 1
    (result,) = results
    assert result.status is OutreachStatus.DELIVERED
    assert result.sent_at == MONDAY


def test_our_own_record_and_a_provider_event_commute() -> None:
    sending = an_outreach().claim(token="t", until=MONDAY + SOON)
    ours, theirs = MONDAY + SOON, MONDAY + 2 * SOON
    one = sending.accepted(at=ours, provider_id="p").learned(OutreachEvent.DELIVERED, at=theirs)
    other = sending.learned(OutreachEvent.DELIVERED, at=theirs).accepted(at=ours, provider_id="p")
    assert one == other


def test_a_mail_waiting_for_its_retry_is_not_sent_again_when_evidence_says_that_it_left() -> None:
    waiting = an_outreach().claim(token="t", until=MONDAY).lost().proven_absent(retry_at=MONDAY + SOON)
    seen = waiting.learned(OutreachEvent.DELIVERED, at=MONDAY)
    with pytest.raises(IllegalTransition):
        seen.claim(token="u", until=MONDAY + SOON)


@pytest.mark.parametrize("status", list(OutreachStatus))
def test_an_acceptance_that_comes_late_is_believed_whatever_the_mail_has_become(status: OutreachStatus) -> None:
    late = an_outreach(status=status, end_reason="no").accepted(at=MONDAY, provider_id="p")
    assert late.status.has_left
    assert (late.sent_at, late.provider_id, late.end_reason) == (MONDAY, "p", None)
    with pytest.raises(IllegalTransition):
        late.claim(token="u", until=MONDAY + SOON)


def test_only_a_mail_that_came_back_is_resent() -> None:
    sent = an_outreach(status=OutreachStatus.SENT)
    with pytest.raises(IllegalTransition):
        sent.resend(due_at=MONDAY)
    assert sent.learned(OutreachEvent.BOUNCED, at=MONDAY).resend(due_at=MONDAY).status is OutreachStatus.SCHEDULED
    with pytest.raises(IllegalTransition):
        sent.learned(OutreachEvent.BOUNCED, at=MONDAY).learned(OutreachEvent.DELIVERED, at=MONDAY).resend(due_at=MONDAY)


def test_our_own_steps_are_no_evidence() -> None:
    with pytest.raises(IllegalTransition):
        an_outreach().learned(OutreachEvent.CLAIM, at=MONDAY)


class MailLife(RuleBasedStateMachine):
    """Anything may happen to a mail, in any order; the wire counts what really leaves."""

    def __init__(self) -> None:
        super().__init__()
        self.mail: Outreach = an_outreach()
        self.now = MONDAY
        self.on_the_wire = 0
        self.known_lost = 0
        self.had_left = False

    def attempt(self, move: str, **arguments: object) -> None:
        try:
            self.mail = getattr(self.mail, move)(**arguments)
        except IllegalTransition:
            return

    def tick(self) -> None:
        self.now += SOON

    @rule()
    def claim_and_send(self) -> None:
        self.tick()
        before = self.mail
        self.attempt("claim", token="t", until=self.now + SOON)
        if self.mail is not before:
            self.on_the_wire += 1

    @rule(move=st.sampled_from(["accept", "lose"]))
    def answer(self, move: str) -> None:
        if move == "accept" and self.on_the_wire > self.known_lost:
            self.attempt("accepted", at=self.now, provider_id="p")
        elif move == "lose":
            self.attempt("lost")

    @rule(move=st.sampled_from(["give_back", "refused", "rejected"]))
    def certainly_not(self, move: str) -> None:
        known: dict[str, dict[str, object]] = {"refused": {"retry_at": self.now}, "rejected": {"reason": "no"}}
        arguments = known.get(move, {})
        before = self.mail
        self.attempt(move, **arguments)
        self.known_lost += self.mail is not before

    @rule()
    def proof_of_absence(self) -> None:
        before = self.mail
        self.attempt("proven_absent", retry_at=self.now)
        self.known_lost += self.mail is not before

    @rule()
    def soft_bounce_and_resend(self) -> None:
        if self.mail.status is OutreachStatus.SENT:
            self.attempt("learned", event=OutreachEvent.BOUNCED, at=self.now)
            self.attempt("resend", due_at=self.now)
            self.known_lost += 1
            self.had_left = False

    @rule(event=st.sampled_from([OutreachEvent.DELIVERED, OutreachEvent.CLICKED, OutreachEvent.REPLIED]))
    def provider_event(self, event: OutreachEvent) -> None:
        self.tick()
        if self.on_the_wire > self.known_lost:
            self.attempt("learned", event=event, at=self.now)

    @rule(move=st.sampled_from(["cancel", "suppress", "hold", "release", "requeue"]))
    def owner(self, move: str) -> None:
        arguments: dict[str, dict[str, object]] = {
            "cancel": {"reason": "no"},
            "suppress": {"reason": "no"},
            "hold": {"reason": OutreachHoldReason.USER},
            "release": {"due_at": self.now},
            "requeue": {"due_at": self.now},
        }
        self.attempt(move, **arguments[move])

    @invariant()
    def nobody_gets_it_twice(self) -> None:
        assert self.on_the_wire - self.known_lost <= 1

    @invariant()
    def what_has_left_stays_left(self) -> None:
        assert not self.had_left or self.mail.status.has_left
        self.had_left = self.mail.status.has_left

    @invariant()
    def a_lease_is_held_only_while_sending(self) -> None:
        assert (self.mail.lease_until is not None) == (self.mail.status is OutreachStatus.SENDING)

    @invariant()
    def only_the_attempt_that_left_it_in_doubt_may_still_tell(self) -> None:
        told_of = self.mail.status in {OutreachStatus.SENDING, OutreachStatus.UNCERTAIN}
        assert (self.mail.lease_token is not None) == told_of

    @invariant()
    def what_left_says_when(self) -> None:
        assert not self.mail.status.has_left or self.mail.sent_at is not None


MailLife.TestCase.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)
TestMailLife = MailLife.TestCase


def test_a_hold_that_ends_does_not_lift_another() -> None:
    until = MONDAY + timedelta(days=3)
    away = EnrollmentHold(reason=HoldReason.AWAY, until=until, at=MONDAY)
    role = EnrollmentHold(reason=HoldReason.ROLE_STAGE, until=None, at=MONDAY)
    held = an_enrollment().hold(away).hold(role)
    assert held.held_until is None
    assert held.release_expired(now=until).state is EnrollmentState.HELD
    assert held.release(HoldReason.ROLE_STAGE).held_until == until
    assert held.release(HoldReason.ROLE_STAGE).release_expired(now=until).state is EnrollmentState.ACTIVE
    assert held.release(HoldReason.ROLE_STAGE).release_expired(now=until - SOON).state is EnrollmentState.HELD


def test_of_two_holds_for_one_reason_the_longer_stands() -> None:
    short = EnrollmentHold(reason=HoldReason.AWAY, until=MONDAY + SOON, at=MONDAY)
    long = EnrollmentHold(reason=HoldReason.AWAY, until=MONDAY + 2 * SOON, at=MONDAY)
    assert an_enrollment().hold(long).hold(short).holds == an_enrollment().hold(short).hold(long).holds == (long,)


ENDS = st.sampled_from(
    [
        (EnrollmentEvent.FINISH, EndReason.NO_REPLY),
        (EnrollmentEvent.STOP, EndReason.USER),
        (EnrollmentEvent.FAIL, EndReason.SEND_FAILED),
        (EnrollmentEvent.BOUNCE, EndReason.HARD_BOUNCE),
        (EnrollmentEvent.REPLY, EndReason.REPLIED),
        (EnrollmentEvent.UNSUBSCRIBE, EndReason.UNSUBSCRIBED),
    ]
)


@settings(max_examples=150)
@given(st.lists(ENDS, min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_what_the_other_side_did_decides_in_any_order(
    events: list[tuple[EnrollmentEvent, EndReason]], random: object
) -> None:
    def end(order: list[tuple[EnrollmentEvent, EndReason]]) -> Enrollment:
        enrollment = an_enrollment()
        for event, reason in order:
            try:
                enrollment = enrollment.end(event, reason, at=MONDAY)
            except IllegalTransition:
                assert not enrollment.state.is_live
        return enrollment

    theirs = {EnrollmentEvent.BOUNCE, EnrollmentEvent.REPLY, EnrollmentEvent.UNSUBSCRIBE}
    result, again = end(events), end(events[::-1])
    assert not result.state.is_live
    if any(event in theirs for event, _ in events):
        assert result.state is again.state
        assert result.reason is again.reason


def test_a_campaign_launches_once_and_remembers_when() -> None:
    draft = a_campaign(status=CampaignStatus.DRAFT)
    active = draft.launch(at=MONDAY, digest="d")
    assert (active.launched_at, active.approved_digest, active.may_send) == (MONDAY, "d", True)
    assert active.pause(at=MONDAY + SOON).resume().launched_at == MONDAY
    with pytest.raises(IllegalTransition):
        active.launch(at=MONDAY, digest="d")


def test_a_breakers_hold_waits_for_a_person_and_others_do_not() -> None:
    def hold(rule: CampaignHoldRule) -> CampaignHold:
        return CampaignHold(rule=rule, observed=3, threshold=3, sample=30, at=MONDAY)

    held = a_campaign().held(hold(CampaignHoldRule.BREAKER_BOUNCES)).held(hold(CampaignHoldRule.NO_MAILBOX))
    assert not held.may_send
    assert held.held(hold(CampaignHoldRule.NO_MAILBOX)) is held
    held = held.lifted(CampaignHoldRule.NO_MAILBOX, by_person=False)
    with pytest.raises(IllegalTransition):
        held.lifted(CampaignHoldRule.BREAKER_BOUNCES, by_person=False)
    assert held.lifted(CampaignHoldRule.BREAKER_BOUNCES, by_person=True).may_send
