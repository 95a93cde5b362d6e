"""A skill says what it is, and prose does not fill the list of somebody who keeps one."""

from __future__ import annotations

from datetime import date

import pytest

from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading import read_resume
from roleferry.domain.model.profile.resume import Resume

VOCABULARY = load_vocabulary()
PROSE = (
    "Experience\nClerk, Acme Ltd\n2019 - 2021\n"
    "- Kept budgets, reporting and onboarding in Salesforce for a team in robotics; wrote VBA\n"
)


def read(text: str) -> Resume:
    return read_resume(Document.of_text(text), vocabulary=VOCABULARY, today=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Python", "language"),
        ("Postgres", "tool"),
        ("Salesforce", "tool"),
        ("robotics", "domain"),
        ("SEO", "domain"),
        ("German", "spoken"),
        ("OSCP", "certification"),
        ("teamwork", "soft"),
        ("APIs", "general"),
    ],
)
def test_the_vocabulary_knows_what_a_skill_is(name: str, kind: str) -> None:
    assert VOCABULARY.skill_kind(name) == kind


def test_a_skill_of_a_resume_carries_its_category() -> None:
    skills = {skill.name: skill.category for skill in read(PROSE + "Skills\nPython, bookkeeping, Gizmotron\n").skills}
    assert skills["Python"] == "language"
    assert skills["Salesforce"] == "tool"
    assert skills["Gizmotron"] == ""


def test_prose_adds_only_names_to_a_list_of_skills() -> None:
    names = {skill.name for skill in read(PROSE + "Skills\nPython, bookkeeping\n").skills}
    assert {"Salesforce", "VBA"} <= names
    assert not {"budgets", "reporting", "onboarding", "robotics"} & names


def test_without_a_list_prose_is_all_there_is() -> None:
    assert "robotics" in {skill.name for skill in read(PROSE).skills}


def test_an_employer_is_no_skill_unless_the_person_lists_it() -> None:
    job = "Experience\nAccount Manager, Salesforce\n2019 - 2021\n- Sold to banks at Salesforce, Tableau dashboards\n"
    assert "Salesforce" not in {skill.name for skill in read(job).skills}
    assert "Tableau" in {skill.name for skill in read(job).skills}
    assert "Salesforce" in {skill.name for skill in read(job + "Skills\nSalesforce, Excel\n").skills}
