from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleferry.domain.model.figures.health import HealthLabel, MailboxWeek, Risk, assess


def a_week(
    *,
    sent: int = 100,
    delivered: int = 100,
    bounced: int = 0,
    complained: int = 0,
    replied: int = 0,
    warmed_days: int = 0,
) -> MailboxWeek:
    return MailboxWeek(
        sent=sent, delivered=delivered, bounced=bounced, complained=complained, replied=replied, warmed_days=warmed_days
    )


@pytest.mark.parametrize(
    ("week", "score"),
    [
        (a_week(bounced=8, delivered=92), 60),
        (a_week(bounced=8, delivered=92, warmed_days=30), 69),
        (a_week(bounced=10, delivered=90), 50),
        (a_week(complained=1), 80),
    ],
)
def test_the_check_values_of_the_contract(week: MailboxWeek, score: int) -> None:
    assert assess(week).score == score


def test_fifty_does_not_pause_and_less_does() -> None:
    assert not assess(a_week(bounced=10, delivered=90)).must_pause
    assert assess(a_week(bounced=10, delivered=90, complained=1)).must_pause


def test_a_mailbox_without_mail_is_warming_then_healthy() -> None:
    idle = MailboxWeek(sent=0, delivered=0, bounced=0, complained=0)
    assert assess(idle).label is HealthLabel.WARMING
    assert assess(replace(idle, warmed_days=30)).label is HealthLabel.HEALTHY
    assert assess(idle).bounce_rate.value is None


def test_one_bounce_of_nineteen_is_no_risk_and_two_of_twenty_are() -> None:
    assert assess(a_week(sent=19, bounced=1, delivered=18)).risks == ()
    assert Risk.BOUNCE_RATE in assess(a_week(sent=20, bounced=2, delivered=18)).risks


def test_exactly_five_percent_is_not_above_five_percent() -> None:
    assert Risk.BOUNCE_RATE not in assess(a_week(bounced=5, delivered=95)).risks
    assert assess(a_week(bounced=5, delivered=95, warmed_days=30)).score == 85


def test_the_bonus_never_makes_a_score_lower() -> None:
    assert assess(a_week(bounced=6, delivered=94)).score == 70
    assert assess(a_week(bounced=6, delivered=94, warmed_days=30)).score == 70


def test_any_complaint_below_a_thousand_mails_is_a_risk() -> None:
    assert assess(a_week(complained=1)).label is HealthLabel.AT_RISK
    assert assess(a_week(sent=1000, delivered=1000, complained=1)).risks == ()


@pytest.mark.parametrize("change", [{"dns_failing": True}, {"paused_by_system": True}])
def test_failing_dns_or_a_system_pause_is_a_risk_at_full_score(change: dict[str, bool]) -> None:
    health = assess(replace(a_week(), **change))
    assert (health.score, health.label) == (100, HealthLabel.AT_RISK)


def test_few_replies_raise_a_notice_and_never_the_label() -> None:
    assert assess(a_week(warmed_days=40)).low_replies
    assert assess(a_week(warmed_days=40)).label is HealthLabel.HEALTHY
    assert not assess(a_week(replied=1)).low_replies
    assert not assess(a_week(sent=49, delivered=49)).low_replies


@given(
    sent=st.integers(0, 500),
    bounced=st.integers(0, 500),
    complained=st.integers(0, 20),
    warmed_days=st.integers(0, 60),
)
def test_the_score_stays_in_bounds_and_follows_the_formula(
    sent: int, bounced: int, complained: int, warmed_days: int
) -> None:
    bounced, complained = min(bounced, sent), min(complained, sent)
    health = assess(
        MailboxWeek(
            sent=sent, delivered=sent - bounced, bounced=bounced, complained=complained, warmed_days=warmed_days
        )
    )
    assert 0 <= health.score <= 100
    plain = 100 - min(500 * bounced / (sent or 1), 50) - 20 * complained
    assert health.score >= max(plain, 0) - 1e-9
    if bounced * 20 > sent:
        assert health.score <= max(plain, 69, 0) + 1e-9
