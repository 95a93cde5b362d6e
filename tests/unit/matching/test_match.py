"""The match score is honest: it says what it rests on, gives nothing away and never changes (SPEC 3.5)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from roleferry.domain.model.jobs.posting import Posting, Salary, Seniority, WorkMode
from roleferry.domain.model.matching import Match, Part, PartName, match
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.domain.model.profile.resume import Resume, Skill
from tests.unit.matching.builders import LANGUAGE, SKILLS, SmallLexicon, a_posting, a_resume, span_in

WORDS = st.sampled_from(
    "kafka python ledger triage surgery cooks payments pipelines audits welding team 40% é 🚀".split()
)
TEXTS = st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=60)
SOME_SKILLS = st.lists(st.sampled_from(SKILLS), unique=True, max_size=4)


def score_of(resume: Resume, posting: Posting, preferences: Preferences | None = None) -> Match:
    return match(resume, posting, preferences, language=LANGUAGE, vocabulary=SmallLexicon())


def part_of(found: Match, name: PartName) -> Part:
    return next(part for part in found.parts if part.name is name)


BACKEND = a_posting(
    "Operate Kafka pipelines for payments",
    title="Senior Backend Developer",
    must=["Python", "Kafka"],
    nice=["Terraform"],
    years=5,
    text="banking",
)
SURGEON = a_resume("Performed laparoscopy on 400 patients", title="Chief Surgeon", skills=["laparoscopy"], years=30)
DEVELOPER = a_resume(
    "Ran Kafka pipelines that settle payments", title="Senior Backend Developer", skills=["Python", "Kafka"], years=6
)


def test_a_surgeon_is_no_software_developer_however_long_they_operated() -> None:
    near_home = Preferences.of({"remote": "remote"})
    posting = replace(BACKEND, work_mode=WorkMode.REMOTE)
    assert score_of(SURGEON, posting, near_home).score < 5
    assert score_of(DEVELOPER, posting, near_home).score > 70


def test_a_must_weighs_three_times_a_nice() -> None:
    only_nice = score_of(a_resume("Terraform", skills=["Terraform"]), BACKEND)
    only_must = score_of(a_resume("Python", skills=["Python"]), BACKEND)
    assert part_of(only_nice, PartName.SKILLS).score == pytest.approx(1 / 7)
    assert part_of(only_must, PartName.SKILLS).score == pytest.approx(3 / 7)


def test_skills_beyond_the_list_cost_nothing() -> None:
    more = a_resume("Python Kafka", skills=["Python", "Kafka", "PostgreSQL", "Kubernetes", "triage"])
    less = a_resume("Python Kafka", skills=["Python", "Kafka"])
    assert part_of(score_of(more, BACKEND), PartName.SKILLS) == part_of(score_of(less, BACKEND), PartName.SKILLS)


def test_a_skill_reading_overlooked_counts_where_it_stands_in_the_text() -> None:
    unread = Resume(raw_text="I keep Kafka alive and write Python all day.")
    assert part_of(score_of(unread, BACKEND), PartName.SKILLS).score == pytest.approx(6 / 7)


def test_what_is_not_known_is_left_out_and_lowers_the_confidence() -> None:
    bare = score_of(Resume(raw_text="Ran Kafka pipelines for payments"), a_posting("Operate Kafka pipelines"))
    assert {part.name for part in bare.parts} == {PartName.EVIDENCE}
    assert bare.confidence < score_of(DEVELOPER, BACKEND).confidence


def test_nothing_known_is_no_match_and_no_confidence() -> None:
    assert score_of(Resume(raw_text=""), Posting(raw_text="")) == Match(score=0.0, confidence=0.0, parts=())


def test_another_title_of_the_same_occupation_is_close_and_of_another_is_not() -> None:
    posting = a_posting("Write code", title="Programmer")
    related = part_of(score_of(a_resume("x", title="Developer"), posting), PartName.TITLE)
    foreign = part_of(score_of(a_resume("x", title="Nurse"), posting), PartName.TITLE)
    assert related.score > 0.3 > foreign.score == 0


def test_years_short_of_what_is_asked_count_in_proportion() -> None:
    young = score_of(replace(DEVELOPER, total_years_experience=2.0), replace(BACKEND, seniority=None))
    assert part_of(young, PartName.EXPERIENCE).score == pytest.approx(2 / 5)


def test_a_level_apart_costs_a_quarter() -> None:
    posting = replace(BACKEND, seniority=Seniority.PRINCIPAL, years_required=None)
    assert part_of(score_of(DEVELOPER, posting), PartName.EXPERIENCE).score == pytest.approx(0.75)


def test_wishes_are_compared_only_where_both_sides_say_something() -> None:
    wishes = Preferences.of({"locations": ["Leeds, UK"], "salary_min": 60000, "currency": "GBP", "remote": "hybrid"})
    pay = Salary(minimum=None, maximum=Decimal(25), currency="GBP", period="hour")
    posting = replace(BACKEND, location="Leeds", work_mode=WorkMode.ONSITE, salary=pay)
    part = part_of(score_of(DEVELOPER, posting, wishes), PartName.PREFERENCES)
    assert part.score == pytest.approx((1 + 0.5 + 25 * 1840 / 60000) / 3)
    assert PartName.PREFERENCES not in {part.name for part in score_of(DEVELOPER, BACKEND, wishes).parts}


def test_an_industry_in_common_is_named() -> None:
    banker = replace(DEVELOPER, industries=("banking",))
    assert part_of(score_of(banker, BACKEND), PartName.INDUSTRY).score == 1
    assert "banking" in part_of(score_of(banker, BACKEND), PartName.INDUSTRY).sentence


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS, SOME_SKILLS, SOME_SKILLS, st.none() | st.integers(0, 40), st.none() | st.floats(0, 60))
def test_every_score_is_within_bounds_and_the_same_again(
    told: str, asked: str, held: list[str], wanted: list[str], asks: int | None, years: float | None
) -> None:
    resume = a_resume(told, skills=held, years=years)
    posting = a_posting(asked, must=wanted, years=asks)
    found = score_of(resume, posting)
    assert found == score_of(resume, posting)
    assert 0 <= found.score <= 100
    assert 0 <= found.confidence <= 1
    assert all(0 <= part.score <= 1 and part.weight > 0 and part.sentence for part in found.parts)


@settings(max_examples=150, deadline=None)
@given(TEXTS, SOME_SKILLS, st.sampled_from(SKILLS))
def test_one_more_of_the_skills_asked_for_never_lowers_the_score(told: str, held: list[str], learnt: str) -> None:
    posting = a_posting("Operate Kafka pipelines", must=SKILLS)
    before = a_resume(told, skills=held)
    assume(learnt.lower() not in before.raw_text.lower())
    after = a_resume(told, skills=dict.fromkeys([*held, learnt]))
    assert score_of(after, posting).score >= score_of(before, posting).score


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.permutations(SKILLS), st.permutations(SKILLS))
def test_the_order_in_which_skills_are_listed_does_not_matter(told: str, one: list[str], other: list[str]) -> None:
    posting = a_posting("Operate Kafka pipelines", must=SKILLS[:4])
    resume = a_resume(told, skills=SKILLS)
    listed = [Skill(name=name, written=name, span=span_in(resume.raw_text, name)) for name in SKILLS]
    by_name = {skill.name: skill for skill in listed}
    shuffled = [replace(resume, skills=tuple(by_name[name] for name in order)) for order in (one, other)]
    assert score_of(shuffled[0], posting) == score_of(shuffled[1], posting)


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS, SOME_SKILLS)
def test_every_word_of_evidence_stands_in_the_resume_or_the_posting(told: str, asked: str, skills: list[str]) -> None:
    resume, posting = a_resume(told, skills=skills), a_posting(asked, must=skills)
    for part in score_of(resume, posting).parts:
        if part.name in (PartName.SKILLS, PartName.EVIDENCE, PartName.TITLE):
            text = posting.raw_text if part.name is PartName.SKILLS else resume.raw_text
            assert all(word in text for word in part.evidence)
