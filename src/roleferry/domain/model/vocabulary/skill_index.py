"""Find known skills in a text: the longest name wins, and ambiguous words must prove themselves."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.context import in_a_list, tell_tale
from roleferry.domain.model.vocabulary.skill import Caution, SkillEntry, SkillMention
from roleferry.domain.model.vocabulary.spellings import variants
from roleferry.domain.model.vocabulary.tokens import Token, tokenize
from roleferry.domain.model.vocabulary.trie import Trie

_GLUED = frozenset("&'’")
_NEAR = 80
"""Characters within which another skill vouches for an ambiguous one."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a skill, as the list has it."""

    written: str
    entry: SkillEntry


@dataclass(frozen=True, slots=True)
class _Candidate:
    mention: SkillMention
    caution: Caution
    cased: bool
    """Written in the case the list has."""


@dataclass(frozen=True, slots=True)
class SkillIndex:
    """All skills by all their spellings."""

    trie: Trie[Spelling]

    @classmethod
    def of(cls, entries: Iterable[SkillEntry]) -> SkillIndex:
        """Build from entries; where two share a spelling the first one listed wins."""
        return cls(Trie.of(_spellings(entries)))

    def canonical(self, written: str) -> str | None:
        """Return the canonical name of a skill however written, or None when the list does not have it."""
        found = self.trie.lookup(written)
        return found[0].entry.name if found else None

    def find(self, text: str) -> tuple[SkillMention, ...]:
        """Return the skills a text names: literal, in order, without overlap."""
        tokens = tokenize(text)
        candidates = list(self._candidates(text, tokens))
        sure = [
            c.mention.span
            for c in candidates
            if c.caution is Caution.NONE and c.mention.hard
        ]
        return tuple(c.mention for c in candidates if _accepted(text, c, sure))

    def _candidates(self, text: str, tokens: Sequence[Token]) -> Iterator[_Candidate]:
        index, first = 0, self.trie.root.next
        while index < len(tokens):
            if tokens[index].key not in first:
                index += 1
                continue
            after, candidate = self._longest(text, tokens, index)
            if candidate is not None:
                yield candidate
            index = after

    def _longest(
        self, text: str, tokens: Sequence[Token], at: int
    ) -> tuple[int, _Candidate | None]:
        for after, spellings in self.trie.matches(text, tokens, at):
            span = Span(tokens[at].start, tokens[after - 1].end)
            candidate = _candidate(text, span, spellings)
            if _bounded(text, span) and candidate is not None:
                return after, candidate
        return at + 1, None


def _spellings(entries: Iterable[SkillEntry]) -> Iterator[tuple[str, Spelling]]:
    listed = tuple(entries)
    for entry in listed:
        for spelling in entry.spellings:
            yield spelling, Spelling(spelling, entry)
    for entry in listed:
        for spelling in entry.spellings:
            for variant in variants(spelling):
                yield variant, Spelling(variant, entry)


def _candidate(
    text: str, span: Span, spellings: tuple[Spelling, ...]
) -> _Candidate | None:
    """Prefer the spelling whose case the text has; else the first listed."""
    written = span.of(text)
    same = next((s for s in spellings if s.written == written), None)
    chosen = same or spellings[0]
    entry = chosen.entry
    mention = SkillMention(
        name=entry.name,
        written=written,
        span=span,
        hard=entry.hard,
        category=entry.category,
    )
    return _Candidate(mention, entry.caution, cased=same is not None)


def _bounded(text: str, span: Span) -> bool:
    """Refuse a name that is only a part of a longer one: `C` in `C++`, `C#`, `R&D`."""
    after = text[span.end : span.end + 2]
    if after[:1] in {"+", "#"}:
        return False
    return not (
        span.end - span.start == 1
        and (after[:1] in _GLUED or text[span.start - 1 : span.start] in _GLUED)
    )


def _accepted(text: str, candidate: _Candidate, sure: list[Span]) -> bool:
    if candidate.caution is Caution.NONE:
        return True
    span = candidate.mention.span
    if candidate.caution is Caution.CASE and candidate.cased:
        return True
    if tell_tale(text, span) and candidate.cased:
        return True
    near = _near(text, span, sure)
    return near and (candidate.cased or in_a_list(text, span))


def _near(text: str, span: Span, sure: list[Span]) -> bool:
    """Tell whether a sure skill stands in the same paragraph, close by; `sure` is in order and without overlap."""
    place = bisect_left(sure, span)
    for other in sure[max(0, place - 1) : place + 1]:
        low, high = min(span.end, other.end), max(span.start, other.start)
        if high - low <= _NEAR and "\n\n" not in text[low:high]:
            return True
    return False
