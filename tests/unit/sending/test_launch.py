from __future__ import annotations

from dataclasses import replace
from datetime import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import ContactId
from roleferry.domain.model.sending.blockers import (
    BlockerCode,
    Launch,
    LaunchBlocked,
    RenderedStep,
    Target,
    blockers,
    check_launch,
    codes,
)
from roleferry.domain.model.sending.campaign import CampaignStatus
from roleferry.domain.model.sending.digest import (
    ApprovalChanged,
    MailToApprove,
    approval_of,
    changes,
    check_approved,
    fingerprint,
)
from roleferry.domain.model.sending.gate_facts import Verdict
from roleferry.domain.model.sending.window import SendingWindow
from tests.unit.sending.factories import a_suppression, uid


def a_target(number: int = 1, **changed: Any) -> Target:
    target = Target(
        contact_id=ContactId(uid(number)),
        name=f"Ada {number}",
        address=f"ada{number}@firm.example",
        time_zone="Europe/Berlin",
        verdict=Verdict.VALID,
        steps=(RenderedStep(step=1),),
    )
    return replace(target, **changed)


def a_launch(*targets: Target, **changed: Any) -> Launch:
    launch = Launch(status=CampaignStatus.DRAFT, targets=targets or (a_target(),), enabled_steps=4, mailboxes_able=1)
    return replace(launch, **changed)


def a_mail(contact: int = 1, step: int = 1, **changed: Any) -> MailToApprove:
    mail = MailToApprove(
        contact_id=ContactId(uid(contact)),
        step=step,
        name="Ada Byron",
        address="ada@firm.example",
        subject="Shorter queues",
        body="Dear Ada",
        window=SendingWindow(),
        time_zone="Europe/Berlin",
    )
    return replace(mail, **changed)


BLOCKED: dict[BlockerCode, Launch] = {
    BlockerCode.NOT_A_DRAFT: a_launch(status=CampaignStatus.ACTIVE),
    BlockerCode.NO_TARGETS: replace(a_launch(), targets=()),
    BlockerCode.NO_STEPS: a_launch(enabled_steps=0),
    BlockerCode.NO_MAILBOX: a_launch(mailboxes_able=0),
    BlockerCode.NO_POSTAL_ADDRESS: a_launch(mailboxes_without_postal_address=("mia@sender.example",)),
    BlockerCode.INVALID_ADDRESS: a_launch(a_target(address=None)),
    BlockerCode.ADDRESS_BAD: a_launch(a_target(verdict=Verdict.DISPOSABLE)),
    BlockerCode.UNVERIFIED_CANDIDATE: a_launch(a_target(is_candidate=True, verdict=None)),
    BlockerCode.SUPPRESSED: a_launch(a_target(suppression=a_suppression())),
    BlockerCode.UNKNOWN_TIME_ZONE: a_launch(a_target(time_zone="Mars/Base")),
    BlockerCode.LIVE_ELSEWHERE: a_launch(a_target(live_in="February")),
    BlockerCode.DUPLICATE: a_launch(a_target(1, address="ada+a@firm.example"), a_target(2, address="ada@firm.example")),
    BlockerCode.MOCK_CONTACT: a_launch(a_target(is_mock=True), mail_is_real=True),
    BlockerCode.NOT_INTERNAL: a_launch(a_target(is_internal=False), internal_only=True),
    BlockerCode.UNRESOLVED_VARIABLE: a_launch(a_target(steps=(RenderedStep(step=2, unresolved=("job.title",)),))),
    BlockerCode.LINT: a_launch(a_target(steps=(RenderedStep(step=3, lint=("a number without evidence",)),))),
}


@pytest.mark.parametrize("code", list(BlockerCode))
def test_each_obstacle_is_named_alone_with_what_to_do(code: BlockerCode) -> None:
    (blocker,) = blockers(BLOCKED[code])
    assert blocker.code is code
    assert blocker.message.endswith(".")
    assert blocker.what_to_do.endswith(".")


def test_an_obstacle_that_is_a_sentence_already_gets_no_second_full_stop() -> None:
    (blocker,) = blockers(a_launch(a_target(steps=(RenderedStep(step=3, lint=("Take it out.",)),))))
    assert blocker.message == "Ada 1 step 3: Take it out."


def test_a_campaign_without_obstacles_starts() -> None:
    check_launch(blockers(a_launch(a_target(1), a_target(2, is_mock=True, verdict=Verdict.RISKY))))


def test_all_obstacles_are_listed_at_once() -> None:
    launch = a_launch(
        a_target(1, address="no", suppression=a_suppression(), time_zone=None),
        a_target(2, steps=(RenderedStep(step=1, unresolved=("a", "b"), lint=("c",)),)),
        mailboxes_able=0,
    )
    with pytest.raises(LaunchBlocked) as refusal:
        check_launch(blockers(launch))
    assert len(refusal.value.errors) == 7
    assert codes(blockers(launch)) == {
        BlockerCode.NO_MAILBOX,
        BlockerCode.INVALID_ADDRESS,
        BlockerCode.SUPPRESSED,
        BlockerCode.UNKNOWN_TIME_ZONE,
        BlockerCode.UNRESOLVED_VARIABLE,
        BlockerCode.LINT,
    }
    assert refusal.value.errors[-1].path == f"targets.{uid(2)}.steps.1"


def test_the_digest_does_not_depend_on_order() -> None:
    mails = [a_mail(contact, step) for contact in (1, 2) for step in (1, 2)]
    assert approval_of(mails).digest == approval_of(mails[::-1]).digest


@pytest.mark.parametrize(
    ("changed", "what"),
    [
        ({"address": "bob@firm.example"}, "recipient"),
        ({"subject": "Shorter queues!"}, "subject"),
        ({"body": "Dear  Ada"}, "body"),
        ({"window": SendingWindow(opens=time(9))}, "window"),
        ({"window": SendingWindow(skip_holidays=False)}, "window"),
        ({"time_zone": "Asia/Tokyo"}, "window"),
        ({"subject": "Other", "body": "Other"}, "subject and the body"),
    ],
)
def test_every_difference_is_a_refusal_that_says_what_changed(changed: dict[str, Any], what: str) -> None:
    approved, current = approval_of([a_mail(), a_mail(2)]), approval_of([a_mail(**changed), a_mail(2)])
    with pytest.raises(ApprovalChanged) as refusal:
        check_approved(approved.digest, approved=approved, current=current)
    assert [error.message for error in refusal.value.errors] == [f"Step 1 to Ada Byron: the {what} changed."]


def test_a_new_and_a_missing_mail_are_differences() -> None:
    assert changes(approval_of([a_mail(1, 1)]), approval_of([a_mail(1, 2)])) == (
        "Step 1 to Ada Byron is gone.",
        "Step 2 to Ada Byron is new.",
    )


def test_an_unchanged_campaign_passes_and_an_unknown_digest_does_not() -> None:
    approval = approval_of([a_mail()])
    check_approved(approval.digest, approved=None, current=approval)
    with pytest.raises(ApprovalChanged):
        check_approved("something else", approved=None, current=approval)


@settings(max_examples=100)
@given(st.text(max_size=20), st.text(max_size=20), st.text(max_size=20), st.text(max_size=20))
def test_two_mails_have_one_fingerprint_only_if_they_are_one(s1: str, b1: str, s2: str, b2: str) -> None:
    one, other = fingerprint(a_mail(subject=s1, body=b1)), fingerprint(a_mail(subject=s2, body=b2))
    assert (one.digest == other.digest) == ((s1, b1) == (s2, b2))
