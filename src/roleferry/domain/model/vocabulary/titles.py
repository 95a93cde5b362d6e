"""Recognise job titles: the known ones, and new ones by the noun that heads them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.tokens import Token, joins, keys_of, tokenize
from roleferry.domain.model.vocabulary.trie import Trie

_MAX_WORDS = 9
_MAX_CHARS = 120
_MAX_LEFT = 5
_TAIL = re.compile(r"\s*(?:[,(|/–—:]|\s-\s|\bat\b|@).*$", re.DOTALL)
_LEVEL = re.compile(r"^(?:[IVX]{1,4}|\d|[A-Z]|L\d)$")
_HEADING = frozenset({"director", "head", "vp", "president", "chief"})
_OF = frozenset({"of", "for", "&", "to"})


@dataclass(frozen=True, slots=True)
class TitleIndex:
    """Known titles, the head nouns of titles (`engineer`), and words that may qualify them (`senior`)."""

    known: Trie[bool]
    heads: frozenset[str]
    modifiers: frozenset[str]

    @classmethod
    def of(cls, *, known: Iterable[str], heads: Iterable[str], modifiers: Iterable[str]) -> TitleIndex:
        """Build from plain lists."""
        return cls(
            Trie.of((title, True) for title in known),
            frozenset(word.lower() for word in heads),
            frozenset(word.lower() for word in modifiers),
        )

    def is_title(self, text: str) -> bool:
        """Tell whether a short text is a job title: known as it stands, or headed by a title noun."""
        stripped = text.strip()
        if len(stripped) > _MAX_CHARS:
            return False
        head = _TAIL.sub("", stripped)
        return bool(self.known.lookup(stripped) or self.known.lookup(head)) or self._headed(head)

    def find(self, text: str) -> tuple[tuple[str, Span], ...]:
        """Return the titles a text names: known ones in any case, new ones where they are capitalised."""
        tokens = tokenize(text)
        found: list[tuple[str, Span]] = []
        floor = 0
        for at in self._starts(tokens):
            end = self._title_at(text, tokens, at) if at >= floor else None
            if end is not None:
                start = self._leftmost(text, tokens, at, floor)
                span = Span(tokens[start].start, tokens[end - 1].end)
                found.append((span.of(text), span))
                floor = end
        return tuple(found)

    def _starts(self, tokens: Sequence[Token]) -> list[int]:
        """Return the tokens a title can begin with, or be headed by."""
        first, heads = self.known.root.next, self.heads
        return [at for at, (key, _, _) in enumerate(tokens) if key in first or key in heads]

    def _title_at(self, text: str, tokens: Sequence[Token], index: int) -> int | None:
        """Return the index after the title that starts here, known or a capitalised head noun."""
        matches = self.known.matches(text, tokens, index)
        if matches:
            end = matches[0][0]
            opened = any(token.key == "of" for token in tokens[index:end])
            return self._field(text, tokens, end - 1) if opened else self._of_phrase(text, tokens, end)
        token = tokens[index]
        if token.key in self.heads and text[token.start].isupper():
            return self._of_phrase(text, tokens, index + 1)
        return None

    def _of_phrase(self, text: str, tokens: Sequence[Token], end: int) -> int:
        """Extend `Director` over `of Product Marketing`."""
        if end + 1 >= len(tokens) or not (tokens[end - 1].key in _HEADING and tokens[end].key == "of"):
            return end
        after = self._field(text, tokens, end)
        return after if after > end + 1 else end

    def _field(self, text: str, tokens: Sequence[Token], last: int) -> int:
        """Return the index after the capitalised words that follow token `last`: `… of` → `Product Marketing`."""
        after = last + 1
        while after < len(tokens) and after - last <= _MAX_LEFT and _same_line(text, tokens[after - 1], tokens[after]):
            if tokens[after].key != "&" and not text[tokens[after].start].isupper():
                break
            after += 1
        while after > last + 1 and tokens[after - 1].key in _OF:
            after -= 1
        return after

    def _leftmost(self, text: str, tokens: Sequence[Token], index: int, floor: int) -> int:
        """Extend to the left over capitalised words and over words that may qualify any title."""
        capitalised = text[tokens[index].start].isupper()
        start = index
        while start > floor and index - start < _MAX_LEFT and _same_line(text, tokens[start - 1], tokens[start]):
            token = tokens[start - 1]
            if token.key not in self.modifiers and not (capitalised and text[token.start].isupper()):
                break
            start -= 1
        return start

    def _headed(self, text: str) -> bool:
        words = text.split()
        if not 0 < len(words) <= _MAX_WORDS or text.rstrip()[-1:] in {".", "!", "?"}:
            return False
        while len(words) > 1 and _LEVEL.match(words[-1]):
            words.pop()
        keys = keys_of(" ".join(words))
        if not keys:
            return False
        return keys[-1] in self.heads or ("of" in keys and keys[max(0, keys.index("of") - 1)] in self.heads)


def _same_line(text: str, left: Token, right: Token) -> bool:
    return joins(text, left, right) and "\n" not in text[left.end : right.start]
