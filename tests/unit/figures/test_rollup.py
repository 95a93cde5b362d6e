from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.figures.facts import Fact, FactKind, MailRecord, fold, merge
from roleferry.domain.model.figures.rollup import Tally, add, days_changed, roll_up, tally, total
from roleferry.domain.model.figures.standing import standing
from roleferry.domain.model.ids import CampaignId, OutreachId
from tests.unit.figures.histories import START, a_fact, a_mail, histories

LATER = START + timedelta(days=10)
MINUTE = timedelta(minutes=1)


def the_check() -> list[Fact]:
    """Ten sent, one bounced, three clicked (one of them five times), two replied (SPEC 3.11)."""
    facts = [a_fact(FactKind.SENT, n) for n in range(1, 11)]
    facts += [a_fact(FactKind.DELIVERED, n, after=MINUTE) for n in range(1, 10)]
    facts.append(a_fact(FactKind.BOUNCED, 10, after=MINUTE))
    facts += [a_fact(FactKind.CLICKED, 1, after=MINUTE * i) for i in range(2, 7)]
    facts += [a_fact(FactKind.CLICKED, n, after=MINUTE * 9) for n in (2, 3)]
    return facts + [a_fact(FactKind.REPLIED, n, after=MINUTE * 60) for n in (2, 7)]


def counted(facts: list[Fact], as_of: datetime = LATER) -> Tally:
    return tally(fold(facts).values(), as_of=as_of)


def test_the_check_values_of_the_contract() -> None:
    counts = counted(the_check())
    assert (counts.sent, counts.delivered) == (10, 9)
    assert (counts.click_rate.percent, counts.reply_rate.percent) == (33.3, 22.2)


def test_the_same_figures_come_out_where_no_deliveries_are_reported() -> None:
    facts = [
        a_fact(f.kind, after=f.at - START, mail=a_mail(f.mail.outreach_id.int, reports_deliveries=False))
        for f in the_check()
        if f.kind is not FactKind.DELIVERED
    ]
    assert (counted(facts).click_rate.percent, counted(facts).reply_rate.percent) == (33.3, 22.2)


def test_a_silent_provider_delivers_after_a_day_without_a_bounce() -> None:
    facts = [a_fact(FactKind.SENT, mail=a_mail(reports_deliveries=False))]
    assert counted(facts, START + timedelta(hours=23, minutes=59)).delivered == 0
    assert counted(facts, START + timedelta(hours=24)).delivered == 1


def test_a_click_within_two_seconds_of_delivery_is_a_machine() -> None:
    sent = [a_fact(FactKind.SENT), a_fact(FactKind.DELIVERED, after=MINUTE)]
    assert counted([*sent, a_fact(FactKind.CLICKED, after=MINUTE + timedelta(seconds=1))]).clicked == 0
    assert counted([*sent, a_fact(FactKind.CLICKED, after=MINUTE + timedelta(seconds=2))]).clicked == 1


def test_a_machine_click_does_not_hide_the_click_of_the_person_after_it() -> None:
    sent = [a_fact(FactKind.SENT), a_fact(FactKind.DELIVERED, after=MINUTE), a_fact(FactKind.CLICKED, after=MINUTE)]
    assert counted([*sent, a_fact(FactKind.CLICKED, after=MINUTE * 5)]).clicked == 1


def test_scanners_warmup_and_automatic_replies_never_count() -> None:
    sent = [a_fact(FactKind.SENT), a_fact(FactKind.DELIVERED, after=MINUTE)]
    machine = [a_fact(kind, after=MINUTE * 9, automatic=True) for kind in (FactKind.CLICKED, FactKind.REPLIED)]
    warmup = [a_fact(kind, mail=a_mail(2, warmup=True), after=MINUTE * 9) for kind in FactKind]
    assert counted(sent + machine + warmup) == Tally(sent=1, delivered=1)


def test_a_late_bounce_takes_the_delivery_back_and_a_soft_one_does_not() -> None:
    sent = [a_fact(FactKind.SENT), a_fact(FactKind.DELIVERED)]
    assert counted([*sent, a_fact(FactKind.BOUNCED, after=MINUTE)]) == Tally(sent=1, bounced=1)
    assert counted([*sent, a_fact(FactKind.BOUNCED, after=MINUTE, soft=True)]) == Tally(sent=1, delivered=1)


@given(histories(), st.integers(), st.data())
@settings(max_examples=100, deadline=None)
def test_order_and_repetition_never_matter(facts: list[Fact], seed: int, data: st.DataObject) -> None:
    again = facts + (data.draw(st.lists(st.sampled_from(facts))) if facts else [])
    Random(seed).shuffle(again)
    assert fold(again) == fold(facts)


@given(histories(), st.integers(0, 60), st.integers(0, 60))
@settings(max_examples=100, deadline=None)
def test_any_cut_of_a_history_merges_into_the_whole(facts: list[Fact], one: int, other: int) -> None:
    a, b, c = facts[: min(one, other)], facts[min(one, other) : max(one, other)], facts[max(one, other) :]
    assert merge(fold(a), merge(fold(b), fold(c))) == merge(merge(fold(a), fold(b)), fold(c)) == fold(facts)


@given(histories())
@settings(max_examples=100, deadline=None)
def test_numerators_never_pass_their_denominators(facts: list[Fact]) -> None:
    counts = counted(facts)
    assert max(counts.clicked, counts.replied) <= counts.delivered
    assert counts.positive <= counts.replied
    assert counts.delivered + counts.bounced <= counts.sent


@given(histories(), st.integers(0, 19))
@settings(max_examples=100, deadline=None)
def test_roll_ups_of_disjoint_mails_add_up(facts: list[Fact], cut: int) -> None:
    records = list(fold(facts).values())
    parts = add(roll_up(records[:cut], as_of=LATER), roll_up(records[cut:], as_of=LATER))
    assert parts == roll_up(records, as_of=LATER)
    assert total(parts) == tally(records, as_of=LATER)


@given(histories())
@settings(max_examples=60, deadline=None)
def test_nightly_roll_ups_and_today_equal_a_full_recount_even_when_facts_come_late(facts: list[Fact]) -> None:
    """Facts arrive in list order, a tenth each day; every night recounts only the days that changed."""
    known: dict[OutreachId, MailRecord] = {}
    stored: dict[tuple[CampaignId, date], Tally] = {}
    then = START
    step = max(1, len(facts) // 10)
    for night in range(11):
        now = datetime(2026, 3, 3, tzinfo=UTC) + timedelta(days=night)
        after = merge(known, fold(facts[night * step : None if night == 10 else (night + 1) * step]))
        changed = {
            cell for key, item in after.items() for cell in days_changed(known.get(key), item, then=then, now=now)
        }
        full = roll_up(after.values(), as_of=now)
        for cell in changed:
            stored[cell] = full.get(cell, Tally())
        live = {cell: counts for cell, counts in full.items() if cell[1] >= now.date()}
        past = {cell: counts for cell, counts in stored.items() if cell[1] < now.date()}
        assert total({**past, **live}) == tally(after.values(), as_of=now)
        known, then = after, now


def test_one_person_who_replied_is_a_number_not_a_truth_value() -> None:
    facts = [a_fact(FactKind.SENT), a_fact(FactKind.DELIVERED, after=MINUTE), a_fact(FactKind.REPLIED, after=MINUTE)]
    people = standing(fold(facts).values())
    assert [type(each) for each in (people.contacted, people.replied, people.positive)] == [int, int, int]
    assert (people.contacted, people.replied, people.positive) == (1, 1, 0)
