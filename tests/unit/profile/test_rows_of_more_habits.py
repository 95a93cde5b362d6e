"""Rows that people write in ways of their own, found by reading invented résumés of many trades."""

from __future__ import annotations

from datetime import date

import pytest

from roleferry.adapters.vocabulary import load_vocabulary
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.reading import read_resume
from roleferry.domain.model.profile.resume import Resume


def read(text: str) -> Resume:
    return read_resume(Document.of_text(text), vocabulary=load_vocabulary(), today=date(2026, 11, 22))


@pytest.mark.parametrize(
    ("row", "title", "company"),
    [
        ("Head Chef / The Copper Pan, Leeds / April 2019 to present", "Head Chef", "The Copper Pan"),
        (
            "08.2011 – 02.2019   Konstruktionsmechaniker, Metallbau Thorn KG, Bonn",
            "Konstruktionsmechaniker",
            "Metallbau Thorn KG",
        ),
        (
            "Senior Staff Nurse, St. Brannoc's Hospital, Cork\nSept. '18 to date",
            "Senior Staff Nurse",
            "St. Brannoc's Hospital",
        ),
    ],
)
def test_title_and_firm_are_told_apart(row: str, title: str, company: str) -> None:
    resume = read(f"Tariq Almasri\ntariq@example.co.uk\n\nHISTORY\n\n{row}\n- Cut waste by 12%\n- Trained 4 people\n")
    assert [(job.title, job.company) for job in resume.positions] == [(title, company)]


@pytest.mark.parametrize(
    ("top", "name"),
    [
        ("Name:  María José Fernández de la Fuente\nPhone: +34 612 55 01 43", "María José Fernández de la Fuente"),
        (
            "Kwame Mensah-Boateng | kwame@example.com | Accra, Ghana\n\nPeriod\tEmployer\tPosition",
            "Kwame Mensah-Boateng",
        ),
    ],
)
def test_the_name_is_neither_too_long_nor_the_head_of_a_table(top: str, name: str) -> None:
    found = read(f"{top}\n2021 – 2023\tGold Coast Ltd\tWarehouse Supervisor\n").name
    assert found is not None
    assert found.value == name
