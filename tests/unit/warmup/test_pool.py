"""Who of the pool writes to whom, how often and when: pure rules."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.inbound.message import read_mail
from roleferry.domain.model.sending.caps import MailboxCaps
from roleferry.domain.model.sending.mailbox import Mailbox, MailboxPause, WarmupState
from roleferry.domain.model.warmup.mail import (
    LONGEST_THREAD,
    MAY_FOLLOW,
    WarmupFacts,
    WarmupMail,
    WarmupStatus,
    answer_to,
    counted,
    message_id_of,
    obstacle,
)
from roleferry.domain.model.warmup.pool import (
    BESIDE_REAL_MAIL,
    allowance,
    moment_within,
    partners_of,
    pool_number,
    shared_hours,
)
from roleferry.domain.model.warmup.words import MARK, mark_of, message_of, token_of

MONDAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
KEY = b"k" * 32
ZONES = ("Europe/London", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "America/St_Johns", "Asia/Tokyo")


def a_mailbox(number: int = 1, *, zone: str = "Europe/London", **more: Any) -> Mailbox:
    caps = MailboxCaps(daily=50, warmup_started_on=MONDAY - timedelta(days=9))
    plain: dict[str, Any] = {"caps": caps, "warmup": WarmupState.ON, **more}
    return Mailbox(
        id=MailboxId(UUID(int=number)),
        user_id=UserId(UUID(int=100 + number)),
        address=f"box{number}@pool{number}.example",
        display_name=f"Box {number}",
        provider="mock",
        time_zone=zone,
        **plain,
    )


def a_pool_mail(number: int = 1, *, due_at: datetime = NOON, place: int = 1) -> WarmupMail:
    new_id = UUID(int=number << 64 | 7)
    return WarmupMail(
        id=new_id,
        user_id=UserId(UUID(int=101)),
        mailbox_id=MailboxId(UUID(int=1)),
        partner_user_id=UserId(UUID(int=102)),
        partner_mailbox_id=MailboxId(UUID(int=2)),
        day=MONDAY,
        slot=0,
        thread_id=new_id,
        place=place,
        message_id=message_id_of(new_id, "box1@pool1.example"),
        due_at=due_at,
    )


def facts(**more: Any) -> WarmupFacts:
    return WarmupFacts(**{"mailbox": a_mailbox(1), "partner": a_mailbox(2), "allowed_today": 2, **more})


def test_the_pools_ramp_lies_below_the_ramp_of_real_mail() -> None:
    assert [pool_number(day) for day in (0, 1, 3, 4, 7, 8, 14, 15, 21, 22, 30, 31)] == [
        *(0, 2, 2, 4, 4, 6, 6, 8, 8, 10, 10, 5)
    ]


@given(st.integers(1, 200), st.integers(0, 60), st.integers(0, 60))
def test_pool_mail_never_takes_the_room_of_real_mail(cap: int, days: int, real: int) -> None:
    caps = MailboxCaps(daily=cap, warmup_started_on=MONDAY - timedelta(days=days))
    allowed = allowance(caps, MONDAY, real=real)
    assert allowed >= 0
    assert allowed == 0 or allowed + real <= caps.on(MONDAY)
    assert not real or allowed <= BESIDE_REAL_MAIL


def test_without_a_ramp_there_is_no_pool_mail() -> None:
    assert allowance(MailboxCaps(), MONDAY, real=0) == 0


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.sampled_from(ZONES), st.sampled_from(ZONES), st.integers(0, 9))
@settings(max_examples=100)
def test_a_mail_leaves_in_working_hours_of_both(day: date, one: str, other: str, slot: int) -> None:
    hours = shared_hours(day, ZoneInfo(one), ZoneInfo(other))
    if hours is not None:
        moment = moment_within(hours, slot=slot, of=10, seed=UUID(int=slot))
        for zone in (one, other):
            local = moment.astimezone(ZoneInfo(zone))
            assert local.weekday() < 5
            assert 9 <= local.hour < 17


def test_who_never_works_at_the_same_time_never_writes() -> None:
    assert shared_hours(MONDAY, ZoneInfo("Europe/London"), ZoneInfo("Pacific/Auckland")) is None
    assert shared_hours(date(2026, 3, 7), ZoneInfo("Europe/London"), ZoneInfo("Europe/London")) is None


def test_partners_change_with_the_day_and_never_include_oneself_or_those_apart() -> None:
    boxes = [MailboxId(UUID(int=number)) for number in range(1, 9)]
    days = [tuple(partners_of(boxes[0], MONDAY + timedelta(days=past), boxes, boxes[5:])) for past in range(6)]
    assert all(set(day) == set(boxes[1:5]) for day in days)
    assert len(set(days)) > 1
    assert partners_of(boxes[0], MONDAY, reversed(boxes), boxes[5:]) == list(days[0])


@pytest.mark.parametrize(
    "change",
    [
        {"mailbox": None},
        {"partner": None},
        {"mailbox": a_mailbox(1).paused(MailboxPause.HEALTH)},
        {"partner": a_mailbox(2, warmup=WarmupState.PAUSED)},
        {"at_risk": True},
        {"apart": True},
        {"suppressed": True},
        {"recipient_allowed": False},
        {"partner": a_mailbox(2, zone="Pacific/Auckland")},
        {"real_sent_at": NOON - timedelta(minutes=4)},
        {"sent_today": 2},
    ],
)
def test_each_obstacle_alone_keeps_a_mail_back(change: dict[str, Any]) -> None:
    assert obstacle(a_pool_mail(), facts(), now=NOON) is None
    assert obstacle(a_pool_mail(), facts(**change), now=NOON)


def test_a_mail_whose_time_has_passed_is_dropped() -> None:
    assert obstacle(a_pool_mail(due_at=NOON - timedelta(hours=3)), facts(), now=NOON)


def test_about_two_of_five_get_an_answer_and_threads_end() -> None:
    sender, partner = a_mailbox(2), a_mailbox(1)
    mails = [a_pool_mail(number) for number in range(200)]
    answers = [answer_to(mail, sender=sender, partner=partner, new_id=UUID(int=1), received_at=NOON) for mail in mails]
    given_ones = [answer for answer in answers if answer]
    assert 60 <= len(given_ones) <= 100
    for answer in given_ones:
        assert (answer.user_id, answer.partner_mailbox_id, answer.place) == (sender.user_id, partner.id, 2)
        assert timedelta(minutes=45) <= answer.due_at - NOON <= timedelta(days=1)
        assert 9 <= answer.due_at.astimezone(ZoneInfo("Europe/London")).hour < 17
    ended = [replace(mail, place=LONGEST_THREAD) for mail in mails]
    assert not any(
        answer_to(mail, sender=sender, partner=partner, new_id=UUID(int=1), received_at=NOON) for mail in ended
    )


def test_a_mail_says_the_same_each_time_and_is_known_by_its_mark_however_it_comes_back() -> None:
    mail = a_pool_mail()
    message = message_of(mail, sender=a_mailbox(1), partner=a_mailbox(2), key=KEY, date=NOON)
    assert message == message_of(mail, sender=a_mailbox(1), partner=a_mailbox(2), key=KEY, date=NOON)
    token = token_of(mail, key=KEY)
    for raw in (
        f"{MARK}: {token}\r\nFrom: a@b.example\r\n\r\nhello",
        f"From: a@b.example\r\n\r\n{message.text}",
        f"Content-Type: message/rfc822\r\n\r\n{MARK}: {token}\r\n\r\nreturned",
    ):
        assert mark_of(read_mail(raw.encode()), key=KEY) == mail.id
    assert mark_of(read_mail(f"{MARK}: {token}\r\n\r\n".encode()), key=b"x" * 32) is None
    assert mark_of(read_mail(b"From: a@b.example\r\n\r\n" + b"a" * 52), key=KEY) is None


@given(st.binary(max_size=400))
def test_no_bytes_at_all_are_taken_for_pool_mail(raw: bytes) -> None:
    assert mark_of(read_mail(raw), key=KEY) is None


@given(st.lists(st.sampled_from(WarmupStatus), max_size=8))
def test_the_series_counts_what_became_of_a_mail_once_whatever_was_believed_in_between(
    steps: list[WarmupStatus],
) -> None:
    status, sent, received, bounced, dropped = WarmupStatus.PLANNED, 0, 0, 0, 0
    for step in steps:
        if step in MAY_FOLLOW[status]:
            sender, receiver = counted(status, step)
            sent, dropped, bounced = sent + sender.sent, dropped + sender.dropped, bounced + sender.bounced
            received, status = received + receiver.received, step
    left = status in {WarmupStatus.SENT, WarmupStatus.RECEIVED, WarmupStatus.BOUNCED}
    assert (sent, dropped) == (int(left), int(status is WarmupStatus.DROPPED))
    assert bounced == int(status is WarmupStatus.BOUNCED)
    assert received in {0, 1}
