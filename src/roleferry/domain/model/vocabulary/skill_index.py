"""Find known skills in a text: the longest name wins, and ambiguous words must prove themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.evidence import Candidate, accepted
from roleferry.domain.model.vocabulary.skill import SkillEntry, SkillKind, SkillMention, Spelling
from roleferry.domain.model.vocabulary.spellings import variants
from roleferry.domain.model.vocabulary.tokens import Tokens, tokenize
from roleferry.domain.model.vocabulary.trie import Trie

_VERSION = re.compile(r"(?: v?\d{1,2}|(?<=\d))(?:\.(?:\d{1,3}|x)){1,2}(?!\w)")
_GLUED = frozenset("&'’")


@dataclass(frozen=True, slots=True)
class _Known:
    """A spelling and the skill it stands for."""

    spelling: Spelling
    entry: SkillEntry


@dataclass(frozen=True, slots=True)
class SkillIndex:
    """All skills by all their spellings."""

    trie: Trie[_Known]
    listed: tuple[SkillEntry, ...]

    @classmethod
    def of(cls, entries: Iterable[SkillEntry]) -> SkillIndex:
        """Build from entries; where two share a spelling the first one listed wins."""
        listed = tuple(entries)
        return cls(Trie.of(_spellings(listed)), listed)

    def canonical(self, written: str) -> str | None:
        """Return the canonical name of a skill however written, or None when the list does not have it."""
        found = self.trie.lookup(written)
        return found[0].entry.name if found else None

    def kind(self, written: str) -> SkillKind | None:
        """Return what kind of skill this is however written, or None when the list does not have it."""
        found = self.trie.lookup(written)
        return found[0].entry.kind if found else None

    def entries(self) -> tuple[SkillEntry, ...]:
        """Return all skills, in the order of the list."""
        return self.listed

    def find(self, text: str) -> tuple[SkillMention, ...]:
        """Return the skills a text names: literal, in order, without overlap."""
        tokens = tokenize(text)
        return accepted(text, list(self._candidates(tokens)))

    def _candidates(self, tokens: Tokens) -> Iterator[Candidate]:
        after = 0
        for at in self.trie.starts(tokens):
            if at >= after:
                after, candidate = self._longest(tokens, at)
                if candidate is not None:
                    yield candidate

    def _longest(self, tokens: Tokens, at: int) -> tuple[int, Candidate | None]:
        for after, known in self.trie.matches(tokens, at):
            span = tokens.span(at, after)
            if _bounded(tokens.text, span):
                return after, _candidate(tokens.text, span, known)
        return at + 1, None


def _spellings(listed: tuple[SkillEntry, ...]) -> Iterator[tuple[str, _Known]]:
    for entry in listed:
        for spelling in entry.spellings:
            yield spelling.written, _Known(spelling, entry)
    for entry in listed:
        for spelling in entry.spellings:
            for variant in variants(spelling.written):
                yield variant, _Known(Spelling(variant, spelling.caution), entry)


def _candidate(text: str, span: Span, known: tuple[_Known, ...]) -> Candidate:
    """Prefer the spelling whose case the text has; else the first listed."""
    written = span.of(text)
    same = next((one for one in known if one.spelling.written == written), None)
    chosen = same or known[0]
    entry = chosen.entry
    span = _with_version(text, span)
    mention = SkillMention(
        name=entry.name,
        written=span.of(text),
        span=span,
        hard=entry.hard,
        category=entry.category,
        kind=entry.kind,
    )
    cased = same is not None or (chosen.spelling.written.islower() and written[1:].islower())
    return Candidate(mention, chosen.spelling.caution, cased=cased)


def _with_version(text: str, span: Span) -> Span:
    """Take in a dotted version: `Python 3.11`."""
    found = _VERSION.match(text, span.end)
    return Span(span.start, found.end()) if found else span


def _bounded(text: str, span: Span) -> bool:
    """Refuse a name that is only a part of a longer one: `C` in `C++`, `C#`, `R&D`."""
    after = text[span.end : span.end + 2]
    if after[:1] in {"+", "#"}:
        return False
    return not (span.end - span.start == 1 and (after[:1] in _GLUED or text[span.start - 1 : span.start] in _GLUED))
