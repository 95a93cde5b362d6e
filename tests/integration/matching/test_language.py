"""The shipped language folds what means the same, weighs what says something, and is the same in every process."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.language import load_language

LANGUAGE = load_language()
RANKING = """
from roleferry.adapters.language import load_language
from roleferry.domain.model.matching.overlap import alignment, profile_of
from roleferry.domain.model.matching.ranking import collect
language = load_language()
texts = ["Ran Kafka pipelines on k8s for retail banks", "Taught maths to children", "Welded pipelines for oil, gas"]
print(collect(texts, language=language).rank("Kubernetes pipelines that move payments of banks", language=language))
left, right = (profile_of(language.keys(text), language=language) for text in texts[::2])
print(alignment(left, right))
"""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("machine learning", "ML"),
        ("Kubernetes", "k8s"),
        ("Node.js", "node"),
        ("optimise organisations", "optimize organizations"),
        ("registered nurses", "RN"),
        ("a quality-assurance engineer", "QA engineering"),
        ("front-end", "frontend"),
    ],
)
def test_two_ways_to_say_one_thing_are_one_thing(one: str, other: str) -> None:
    assert LANGUAGE.keys(one) == LANGUAGE.keys(other)


def test_names_of_languages_keep_their_marks() -> None:
    assert len({tuple(LANGUAGE.keys(name)) for name in ("C++", "C#", ".NET", "F#")}) == 4


def test_figures_and_stop_words_are_not_terms() -> None:
    assert LANGUAGE.keys("In 2019 we had 12,000 of them, 40% more, on the 3rd") == []


def test_words_of_every_advert_say_less_than_words_of_a_trade() -> None:
    ladder = ["experience", "benefits", "software", "nursing", "laparoscopic"]
    rarities = [LANGUAGE.rarity(LANGUAGE.keys(word)[0]) for word in ladder]
    assert rarities == sorted(rarities)
    assert (rarities[0], rarities[-1]) == (0, 1)


def test_titles_name_their_trades() -> None:
    assert max(LANGUAGE.trades["nurs"], key=LANGUAGE.trades["nurs"].__getitem__) == "29-1"


def test_every_process_ranks_alike_whatever_its_hash_seed() -> None:
    answers = {_answer(seed) for seed in ("0", "1", "4242")}
    assert len(answers) == 1


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120))
def test_every_term_stands_where_it_says(text: str) -> None:
    terms = LANGUAGE.terms(text)
    assert all(0 <= term.span.start < term.span.end <= len(text) for term in terms)
    assert all(left.span.end <= right.span.start for left, right in pairwise(terms))


def _answer(seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", RANKING], env=environment, capture_output=True, check=True).stdout
