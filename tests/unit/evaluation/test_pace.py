"""The time of matching is measured from end to end, on the data there is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from evaluation.pace import pace
from tests.unit.profile.layouts import ONE_LINE_WITH_DASHES

_ADVERT = "Data engineer\nAcme Ltd\nYou will build data pipelines in Python.\nExperience with SQL is required.\n"


def test_fit_and_halves_are_timed_beside_a_model(tmp_path: Path) -> None:
    encoded: list[int] = []

    def encode(texts: Sequence[str]) -> None:
        encoded.append(len(texts))

    table = pace(_data(tmp_path), encode)
    assert [line.split()[0] for line in table.splitlines()] == ["task", "fit", "halves"]
    assert encoded == [2, 2, 2, 2, 2, 2]


def test_without_a_model_the_table_says_how_to_get_one(tmp_path: Path) -> None:
    assert "torch" in pace(_data(tmp_path), None).splitlines()[-1]


def _data(folder: Path) -> Path:
    (folder / "fit").mkdir()
    (folder / "fit" / "one.txt").write_text(ONE_LINE_WITH_DASHES.text, encoding="utf-8")
    item = {"id": "1", "resume_path": "one.txt", "job": _ADVERT}
    (folder / "fit" / "items.jsonl").write_text(json.dumps(item), encoding="utf-8")
    return folder
