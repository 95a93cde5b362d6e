"""Every dependency somebody chose says why it is there, and nothing is explained that is gone."""

import re
import tomllib
from itertools import chain
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text())


def test_every_dependency_has_a_row_that_says_why() -> None:
    rows = _rows()
    assert _asked_for() - rows.keys() == set()
    assert [name for name, why in rows.items() if len(why) < len("why")] == []


def test_no_row_is_left_of_a_dependency_that_is_gone() -> None:
    assert _rows().keys() - _asked_for() == set()


def test_rows_stand_in_order_and_once() -> None:
    names = [name for name, _ in _table()]
    assert names == sorted(set(names))


def _asked_for() -> set[str]:
    asked = chain(_PROJECT["project"]["dependencies"], *_PROJECT["dependency-groups"].values())
    return {re.split(r"[\[<>=~!; ]", each)[0].lower() for each in asked}


def _rows() -> dict[str, str]:
    return dict(_table())


def _table() -> list[tuple[str, str]]:
    text = (_ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    return re.findall(r"^\| ([a-z0-9-]+) \| (.+) \|$", text, flags=re.MULTILINE)[1:]
