"""What is installed is decided by hash, comes from wherever pip is told to look, and holds everything asked for."""

import re
import tomllib
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text())
_GROUPS = _PROJECT["dependency-groups"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_names_no_place_and_hashes_every_package(name: str) -> None:
    lock = (_ROOT / name).read_text()
    pinned = re.findall(r"^[a-z0-9][^=\s]*==\S+.*?(?=^[a-z0-9]|\Z)", lock, flags=re.MULTILINE | re.DOTALL)
    assert len(pinned) > 50
    assert all("--hash=sha256:" in package for package in pinned)
    assert not re.search(r"https?://|file:|--(extra-)?index-url|--find-links|--trusted-host| @ ", lock)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    needed = {*_PROJECT["project"]["dependencies"], *_GROUPS["build"]}
    assert _names(needed) <= _locked("requirements.txt")
    assert _names({*needed, *_GROUPS["dev"]}) <= _locked("requirements-dev.txt")


def test_tests_run_on_the_very_versions_that_are_installed_to_run() -> None:
    run = set(re.findall(r"^\S+==\S+", (_ROOT / "requirements.txt").read_text(), flags=re.MULTILINE))
    dev = set(re.findall(r"^\S+==\S+", (_ROOT / "requirements-dev.txt").read_text(), flags=re.MULTILINE))
    assert run <= dev


def _names(requirements: set[str]) -> set[str]:
    return {re.split(r"[\[<>=~! ]", each)[0].lower() for each in requirements}


def _locked(name: str) -> set[str]:
    return set(re.findall(r"^([a-z0-9][^=\s\[]*)", (_ROOT / name).read_text(), flags=re.MULTILINE))
