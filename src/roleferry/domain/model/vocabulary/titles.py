"""Recognise job titles: the known ones, and new ones by the noun that heads them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.tokens import Tokens, keys_of, tokenize
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
            end = self._title_at(tokens, at) if at >= floor else None
            if end is not None:
                start = self._leftmost(tokens, at, floor)
                span = tokens.span(start, end)
                found.append((span.of(text), span))
                floor = end
        return tuple(found)

    def _starts(self, tokens: Tokens) -> list[int]:
        """Return the tokens a title can begin with, or be headed by."""
        first, heads = self.known.root.next, self.heads
        return [at for at, key in enumerate(tokens.keys) if key in first or key in heads]

    def _title_at(self, tokens: Tokens, index: int) -> int | None:
        """Return the index after the title that starts here, known or a capitalised head noun."""
        matches = self.known.matches(tokens, index)
        if matches:
            end = matches[0][0]
            opened = "of" in tokens.keys[index:end]
            return self._field(tokens, end - 1) if opened else self._of_phrase(tokens, end)
        if tokens.keys[index] in self.heads and tokens.capital(index):
            return self._of_phrase(tokens, index + 1)
        return None

    def _of_phrase(self, tokens: Tokens, end: int) -> int:
        """Extend `Director` over `of Product Marketing`."""
        if end + 1 >= len(tokens) or not (tokens.keys[end - 1] in _HEADING and tokens.keys[end] == "of"):
            return end
        after = self._field(tokens, end)
        return after if after > end + 1 else end

    def _field(self, tokens: Tokens, last: int) -> int:
        """Return the index after the capitalised words that follow token `last`: `… of` → `Product Marketing`."""
        after = last + 1
        while after < len(tokens) and after - last <= _MAX_LEFT and _same_line(tokens, after):
            if tokens.keys[after] != "&" and not tokens.capital(after):
                break
            after += 1
        while after > last + 1 and tokens.keys[after - 1] in _OF:
            after -= 1
        return after

    def _leftmost(self, tokens: Tokens, index: int, floor: int) -> int:
        """Extend to the left over capitalised words and over words that may qualify any title."""
        capitalised = tokens.capital(index)
        start = index
        while start > floor and index - start < _MAX_LEFT and _same_line(tokens, start):
            if tokens.keys[start - 1] not in self.modifiers and not (capitalised and tokens.capital(start - 1)):
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


def _same_line(tokens: Tokens, at: int) -> bool:
    """Tell whether a token may belong to one title with the one before."""
    return tokens.joined(at) and "\n" not in tokens.gaps[at]
