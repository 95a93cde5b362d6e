"""A name set in capitals is signed as one writes it in a letter."""

from __future__ import annotations

import pytest

from roleferry.domain.model.writing.first_person import usable
from roleferry.domain.model.writing.name_case import spoken_name


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("SIOBHAN O'REILLY-VEGA", "Siobhan O'Reilly-Vega"),
        ("LUDWIG VAN DER MEER", "Ludwig van der Meer"),
        ("VAN LI", "Van Li"),
        ("WANG DI", "Wang Di"),
        ("MINH LE, PHD", "Minh Le, PHD"),
        ("JAMES T. MCDONALD III", "James T. McDonald III"),
        ("Wei-Ling TAN", "Wei-Ling TAN"),
        ("bell hooks", "bell hooks"),
    ],
)
def test_capitals_become_ordinary_case_and_nothing_else_changes(written: str, said: str) -> None:
    assert spoken_name(written) == said


def test_three_names_with_capitals_are_a_list_and_tell_of_no_work() -> None:
    assert not usable("JWT, Spring Security, Role-Based Access Control (RBAC)")
    assert usable("Moved billing, invoices, and refunds to one service")
