"""The vocabulary gives the same answers in every process, whatever the hash seed, and keeps its pace on long texts."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from roleferry.adapters.vocabulary import load_vocabulary

SCRIPT = """
from roleferry.adapters.vocabulary import load_vocabulary
v = load_vocabulary()
t = "Go developer with React, C and SAP; knowledge of zeolite catalysis. BSc. Fintech hospital. reducing costs"
print(v.find_skills(t), v.knowledge_phrases(t), v.skill_phrases(t))
print(v.find_titles(t), v.industries_of(t), v.find_degrees(t))
"""


def test_every_hash_seed_gives_the_same() -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "4242")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize(
    "piece", ["a", " ", "experience with ", "@a", "C, ", "Inc ", "\n ", "PhD or ", "and ", "managing "]
)
def test_a_very_long_line_ends(piece: str) -> None:
    vocabulary = load_vocabulary()
    text = piece * (50_000 // len(piece))
    for find in (
        vocabulary.find_skills,
        vocabulary.knowledge_phrases,
        vocabulary.skill_phrases,
        vocabulary.find_titles,
    ):
        find(text)
    vocabulary.strip_company_suffix(text)
    vocabulary.industries_of(text)


def test_lone_surrogates_and_nuls_are_only_characters() -> None:
    text = "Python\ud800 \x00 SQL \u202e right"
    assert [mention.name for mention in load_vocabulary().find_skills(text)] == ["Python", "SQL"]
