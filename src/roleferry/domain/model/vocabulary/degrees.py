"""Recognise academic degrees, spelled out or as letters, world-wide."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.tokens import tokenize
from roleferry.domain.model.vocabulary.trie import Trie

_MAX_CHARS = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class DegreeName:
    """A way to write a degree and its level: secondary, vocational, associate, bachelor, master, doctorate."""

    written: str
    level: str
    cased: bool = False
    """Counts only in its own case or with dots: `MA`, not `ma`."""


@dataclass(frozen=True, slots=True)
class DegreeIndex:
    """All degree names."""

    trie: Trie[DegreeName]

    @classmethod
    def of(cls, names: Iterable[DegreeName]) -> DegreeIndex:
        """Build from names."""
        return cls(Trie.of((name.written, name) for name in names))

    def find(self, text: str) -> tuple[tuple[str, Span], ...]:
        """Return the degree names in a text, literal and in order; the field of study is not part of them."""
        return tuple((span.of(text), span) for span, _ in self._found(text))

    def level_of(self, text: str) -> str | None:
        """Return the level of the first degree named, or None."""
        return next((name.level for _, name in self._found(text)), None)

    def is_degree(self, text: str) -> bool:
        """Tell whether a short text begins with a degree: `B.Sc. (Hons) Physics`, `Master of Arts in History`."""
        stripped = text.strip(" •-–—*·\t")
        found = self._found(stripped) if len(stripped) <= _MAX_CHARS else []
        return bool(found) and found[0][0].start == 0

    def _found(self, text: str) -> list[tuple[Span, DegreeName]]:
        tokens = tokenize(text)
        found: list[tuple[Span, DegreeName]] = []
        end = 0
        for at in self.trie.starts(tokens):
            for after, names in self.trie.matches(tokens, at) if at >= end else ():
                span = tokens.span(at, after)
                if name := _chosen(span.of(text), names):
                    end = after
                    found.append((_with_dot(text, span), name))
                    break
        return found


def _chosen(written: str, names: tuple[DegreeName, ...]) -> DegreeName | None:
    """Return the name meant, unless its case says that it is an ordinary word."""
    for name in names:
        if not name.cased or written in {name.written, name.written.replace(".", "")} or "." in written:
            return name
    return None


def _with_dot(text: str, span: Span) -> Span:
    """Take in the closing dot of `B.Sc.`."""
    dotted = "." in span.of(text) and text[span.end : span.end + 1] == "."
    return Span(span.start, span.end + 1) if dotted else span
