from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from roleferry.domain.model.figures.facts import Fact, FactKind, fold
from roleferry.domain.model.figures.overview import Overview, Role, by_company, by_role, by_step, by_variant, overview
from roleferry.domain.model.ids import ApplicationId, CompanyId
from tests.unit.figures.histories import START, a_fact, a_mail

HOUR = timedelta(hours=1)


def seen(facts: list[Fact], *roles: Role, after: timedelta = 72 * HOUR, spent: str = "0") -> Overview:
    return overview(fold(facts).values(), roles, spent=Decimal(spent), as_of=START + after)


def a_role(number: int, **reached: int) -> Role:
    return Role(
        id=ApplicationId(UUID(int=number)), reached={stage: START + hours * HOUR for stage, hours in reached.items()}
    )


def test_nothing_sent_gives_no_rate_at_all() -> None:
    empty = seen([])
    assert (empty.total_sent, empty.click_rate.value, empty.reply_rate.value) == (0, None, None)
    assert empty.cost_per_reply.value is None
    assert empty.time_to_reply.median is None


def test_people_are_counted_once_however_many_mails_they_got() -> None:
    facts = [a_fact(FactKind.SENT, n) for n in (3, 4, 5, 6)] + [a_fact(FactKind.REPLIED, 4, after=HOUR)]
    figures = seen(facts)
    assert figures.people_contacted == 2
    assert (figures.people_replied.numerator, figures.people_replied.denominator) == (1, 2)


def test_a_person_mailed_less_than_two_days_ago_is_in_neither_half_of_the_rate() -> None:
    facts = [a_fact(FactKind.SENT, 3), a_fact(FactKind.REPLIED, 3, after=HOUR)]
    assert seen(facts, after=47 * HOUR).people_replied.value is None
    assert seen(facts, after=48 * HOUR).people_replied.value == 1


def test_positive_replies_are_measured_over_people_not_over_replies() -> None:
    facts = [a_fact(FactKind.SENT, n) for n in (3, 6, 9, 12)]
    facts += [a_fact(FactKind.REPLIED, 3, after=HOUR, positive=True), a_fact(FactKind.REPLIED, 6, after=HOUR)]
    assert (seen(facts).people_positive.numerator, seen(facts).people_positive.denominator) == (1, 4)


def test_roles_applied_are_those_mailed_or_at_least_applied() -> None:
    roles = [a_role(0, saved=0), a_role(1, saved=0, applied=1), a_role(7, saved=0)]
    assert seen([a_fact(FactKind.SENT, 1)], *roles).roles_applied == 2


def test_roles_stand_at_the_furthest_stage_they_ever_reached() -> None:
    roles = [a_role(1, saved=0), a_role(2, saved=0, applied=1, interviewing=2, closed=3)]
    assert seen([], *roles).roles_by_stage == {"saved": 1, "applied": 0, "interviewing": 1, "offer": 0}


def test_only_an_interview_after_the_first_mail_comes_from_outreach() -> None:
    facts = [a_fact(FactKind.SENT, 6, after=5 * HOUR), a_fact(FactKind.SENT, 12, after=5 * HOUR)]
    figures = seen(facts, a_role(1, interviewing=9), a_role(2, interviewing=1), spent="12.50")
    assert (figures.outreach_to_interview.numerator, figures.outreach_to_interview.denominator) == (1, 2)
    assert figures.cost_per_interview.value == Decimal("12.5000")


def test_the_median_waits_for_five_answers_and_says_how_many_are_open() -> None:
    facts = [a_fact(FactKind.SENT, n * 3) for n in range(1, 8)]
    facts += [a_fact(FactKind.REPLIED, n * 3, after=n * HOUR) for n in range(1, 5)]
    assert (seen(facts).time_to_reply.median, seen(facts).time_to_reply.still_open) == (None, 3)
    facts.append(a_fact(FactKind.REPLIED, 15, after=5 * HOUR))
    answer = seen(facts).time_to_reply
    assert (answer.median, answer.answered, answer.still_open, answer.oldest_open) == (3 * HOUR, 5, 2, 72 * HOUR)


def test_steps_and_variants_are_counted_apart() -> None:
    facts = [a_fact(FactKind.SENT, n) for n in range(1, 7)]
    records = fold(facts).values()
    assert {step: counts.sent for step, counts in by_step(records, as_of=START).items()} == {0: 2, 1: 2, 2: 2}
    assert sum(counts.sent for counts in by_variant(records, as_of=START).values()) == 6


def test_roles_and_companies_are_counted_apart_and_mails_of_none_left_out() -> None:
    acme = CompanyId(UUID(int=9))
    mails = [replace(a_mail(n), company_id=acme if n < 3 else None) for n in range(1, 5)]
    mails.append(replace(a_mail(12), application_id=None))
    records = fold(a_fact(FactKind.SENT, mail=mail) for mail in mails).values()
    assert {company: counts.sent for company, counts in by_company(records, as_of=START).items()} == {acme: 2}
    assert {role.int: counts.sent for role, counts in by_role(records, as_of=START).items()} == {0: 4}
