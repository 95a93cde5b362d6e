from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import (
    CampaignId,
    ContactId,
    EnrollmentId,
    MailboxId,
    OutreachId,
    SequenceStepId,
    UserId,
)
from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent, UntypedBounce, fold
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus

NOW = datetime(2026, 3, 4, 9, tzinfo=UTC)


def an_event(kind: EventType, *, after: float = 0, number: int = 1, machine: bool = False) -> ProviderEvent:
    return ProviderEvent(
        provider="ses",
        provider_event_id=f"e{number}",
        type=kind,
        at=NOW + timedelta(seconds=after),
        bounce=BounceType.HARD if kind is EventType.BOUNCED else None,
        provider_message_id="m1",
        recipient="kim@acme.example",
        machine=machine,
    )


def an_outreach() -> Outreach:
    one = UUID(int=1)
    return Outreach(
        id=OutreachId(one),
        user_id=UserId(one),
        campaign_id=CampaignId(one),
        enrollment_id=EnrollmentId(one),
        contact_id=ContactId(one),
        mailbox_id=MailboxId(one),
        step_id=SequenceStepId(one),
        step=1,
        send_key="k1",
        message_id="<k1@home.example>",
        to_address="kim@acme.example",
        to_name="Kim",
        subject="A note",
        body="Hello",
        time_zone="UTC",
        due_at=NOW,
        status=OutreachStatus.SENT,
        sent_at=NOW,
    )


def test_a_bounce_says_its_type_and_nothing_else_does() -> None:
    with pytest.raises(UntypedBounce):
        replace(an_event(EventType.BOUNCED), bounce=None)
    with pytest.raises(UntypedBounce):
        replace(an_event(EventType.CLICKED), bounce=BounceType.SOFT)


def test_a_scanners_click_leaves_no_flag_whatever_comes_first() -> None:
    events = [an_event(EventType.CLICKED, after=61, number=2), an_event(EventType.DELIVERED, after=60, number=1)]
    for order in (events, events[::-1]):
        assert fold(an_outreach(), order).clicked_at is None


def test_a_person_who_clicks_later_is_counted() -> None:
    events = [an_event(EventType.DELIVERED, after=60), an_event(EventType.CLICKED, after=62, number=2)]
    assert fold(an_outreach(), events).clicked_at == NOW + timedelta(seconds=62)


def test_a_machines_reply_is_no_reply() -> None:
    assert fold(an_outreach(), [an_event(EventType.REPLIED, machine=True)]).replied_at is None


_EVENTS = st.lists(
    st.builds(
        an_event, st.sampled_from(EventType), after=st.integers(0, 90), number=st.integers(1, 9), machine=st.booleans()
    ),
    max_size=12,
)


@given(_EVENTS, st.integers(), st.data())
@settings(max_examples=150, deadline=None)
def test_any_order_and_any_copies_end_in_the_same_mail(
    events: list[ProviderEvent], seed: int, data: st.DataObject
) -> None:
    again = events + (data.draw(st.lists(st.sampled_from(events), max_size=5)) if events else [])
    Random(seed).shuffle(again)
    assert fold(an_outreach(), again) == fold(an_outreach(), events)


@given(_EVENTS, st.integers(0, 12))
@settings(max_examples=150, deadline=None)
def test_a_mail_never_moves_backwards(events: list[ProviderEvent], cut: int) -> None:
    before = fold(an_outreach(), events[:cut])
    after = fold(before, events[cut:])
    assert (before.status is OutreachStatus.DELIVERED) <= (after.status is OutreachStatus.DELIVERED)
