"""Every error of the domain has a code of its own, a docstring, and its row in docs/errors.md."""

import re
from collections import Counter

import pytest

from roleferry.domain.model.errors import DomainError
from tests.architecture.errors_page import PAGE, errors, page

ERRORS = errors()


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: error.__name__)
def test_an_error_says_what_it_means_under_a_code_of_its_own(error: type[DomainError]) -> None:
    assert "code" in vars(error), "inherits its family's code"
    assert re.fullmatch(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?", error.code)
    assert vars(error).get("__doc__"), "its docstring is the problem's title"


def test_no_two_errors_share_a_code() -> None:
    assert not [code for code, times in Counter(error.code for error in ERRORS).items() if times > 1]


def test_the_page_of_errors_is_current() -> None:
    written = PAGE.read_text(encoding="utf-8")
    assert written == page(), "run: python -m tests.architecture.errors_page"
