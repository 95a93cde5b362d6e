"""Ranking finds the text that shares the rare words, in a collection of any size."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.matching.ranking import collect
from tests.unit.matching.builders import LANGUAGE

TEXTS = st.lists(st.text("abc éb\n1+#.", max_size=30), max_size=6)


def test_rare_words_and_their_neighbours_decide() -> None:
    texts = ["We work in a team on payments", "We audit the settlement ledger in a team", "A ledger of the settlement"]
    scores = collect(texts, language=LANGUAGE).rank("the settlement ledger", language=LANGUAGE)
    assert sorted(range(3), key=lambda index: -scores[index]) == [1, 2, 0]


def test_a_text_is_nearest_to_itself() -> None:
    texts = ["Kafka pipelines", "Kafka pipelines for payments", "ledger audits"]
    collection = collect(texts, language=LANGUAGE)
    for index, text in enumerate(texts):
        scores = collection.rank(text, language=LANGUAGE)
        assert scores.index(max(scores)) == index


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.text(max_size=30))
def test_every_text_has_a_score(texts: list[str], query: str) -> None:
    scores = collect(texts, language=LANGUAGE).rank(query, language=LANGUAGE)
    assert len(scores) == len(texts)
    assert all(score >= 0 for score in scores)
    assert scores == collect(texts, language=LANGUAGE).rank(query, language=LANGUAGE)


def test_what_stands_near_the_nearest_text_is_near_in_other_words() -> None:
    texts = ["kafka payments broker ledger", "broker ledger audits wales", "cheese dairy cows meadow"]
    scores = collect(texts, language=LANGUAGE).rank("kafka payments", language=LANGUAGE)
    assert scores[0] > scores[1] > scores[2] == 0
