"""The page of promises names tests that exist."""

import re
from pathlib import Path

_ROOT = Path(__file__).parents[2]


def test_every_proof_on_the_page_of_promises_is_a_test_that_exists() -> None:
    page = (_ROOT / "docs" / "promises.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (?!promise)(.+) \| (.+) \|$", page, flags=re.MULTILINE)
    assert rows
    assert [
        promise for promise, proofs in rows if not all(map(_exists, re.findall(r"`([^`]+)`", proofs) or ["none"]))
    ] == []


def _exists(proof: str) -> bool:
    path, _, name = proof.partition("::")
    file = _ROOT / path
    return bool(name) and file.is_file() and f"def {name}(" in file.read_text(encoding="utf-8")
