"""Tokens keep their places, whatever the text is made of."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.vocabulary.tokens import keys_of, tokenize

texts = st.text(max_size=80) | st.lists(
    st.sampled_from(["and", "And", "C++", ".NET", "node.js", "İ", "ẞ", "R&D", "\n", "-", "über"]), max_size=20
).map(" ".join)


@settings(max_examples=200, deadline=None)
@given(texts)
def test_every_token_stands_where_it_says(text: str) -> None:
    tokens = tokenize(text)
    assert tuple(tokens.keys) == keys_of(text)
    for at, key in enumerate(tokens.keys):
        written = tokens.span(at, at + 1).of(text).lower()
        assert key == {"and": "&"}.get(written, written)
        assert tokens.start(at) == (tokens.span(at - 1, at).end if at else 0) + len(tokens.gaps[at])


def test_words_join_over_one_mark_or_line_break_and_over_nothing_more() -> None:
    tokens = tokenize("data-driven machine\nlearning\n\nteam, sales")
    assert [tokens.joined(at) for at in range(1, len(tokens))] == [True, True, True, False, False]
