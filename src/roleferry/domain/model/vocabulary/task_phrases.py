"""What a person does or is to do, as short literal phrases: `managing all aspects of the kitchen`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.skill import SkillMention
from roleferry.domain.model.vocabulary.verbs import ActionWords

_WORD = re.compile(r"[^\s,;:.()!?•]+(?:\.[^\s,;:.()!?•]+)*|[,;:.()!?•]")
_MARKS = frozenset(",;:.()!?•")
_MAX_WORDS = 9
_OPEN = frozenset(
    "to will and or must can & may should would also then by include includes including involve involves".split()
)
"""Words after which a base form is an action: `to manage`, `will support`."""
_BEFORE_GERUND = frozenset(
    """in of for by on with from as than at through is are be was were been while whilst when where you & experience
    responsible record responsibilities duties role tasks client clients them team including not also only""".split()
)
_END = frozenset(
    """as to during throughout within which that who whom whose when where while whilst if because since than so through
    via into per before after until under across but however in for on at by from this these those it is are was were
    be been will would should may can could they we you i ensuring""".split()
)
_JOIN = frozenset({"and", "or", "&", "and/or"})
_TRAIL = frozenset("a an the and or & of with to in for on at by our your their its his her all any".split())
_KEEP_AFTER = frozenset({"focus", "focusing", "participate", "participating", "contribute", "contributing", "report"})
_PAPERS = frozenset({"certification"})
_EMPLOYER = frozenset({"looking", "seeking", "recruiting", "hiring"})


@dataclass(frozen=True, slots=True)
class TaskReader:
    """Finds actions and what they are done to."""

    words: ActionWords

    def read(self, text: str) -> tuple[Span, ...]:
        """Return the phrases, in order and apart."""
        tokens = [Span(*found.span()) for found in _WORD.finditer(text)]
        low = [token.of(text).lower() for token in tokens]
        return tuple(self._phrases(tokens, low))

    def _phrases(self, tokens: Sequence[Span], low: Sequence[str]) -> Iterator[Span]:
        index = 0
        while index < len(tokens):
            if not self._starts(low, index):
                if low[index] in self.words.traits:
                    yield tokens[index]
                index += 1
                continue
            end = self._end(low, index)
            if low[index] not in _EMPLOYER and end > index + 1:
                yield Span(tokens[index].start, tokens[end - 1].end)
            index = max(end, index + 1)

    def _starts(self, low: Sequence[str], at: int) -> bool:
        word = low[at]
        before = low[at - 1] if at else "."
        if word in self.words.not_gerunds:
            return False
        if word in self.words.gerunds:
            return before in _OPEN or before in _MARKS or before in _BEFORE_GERUND or before.endswith("ly")
        return word in self.words.bases and (before in _OPEN or before in _MARKS or before.endswith("ly"))

    def _end(self, low: Sequence[str], start: int) -> int:
        """Return the index after the phrase: at a mark, at a word that opens another clause, or at the next action."""
        at = start + 1
        while at < len(low) and at - start < _MAX_WORDS:
            word = low[at]
            if word in _MARKS or (word in _END and low[at - 1] not in _KEEP_AFTER):
                break
            if word in _JOIN and at + 1 < len(low) and self._acts(low[at + 1]) and at > start + 1:
                break
            at += 1
        while at > start + 1 and low[at - 1] in _TRAIL:
            at -= 1
        return at

    def _acts(self, word: str) -> bool:
        return word in self.words.gerunds or word in self.words.bases


def with_tasks(
    text: str, known: Sequence[SkillMention], tasks: Sequence[Span], *, avoid: Sequence[Span]
) -> tuple[SkillMention, ...]:
    """Return the tasks, and the known skills outside them; titles (`avoid`) are no tasks, papers no skills."""
    kept = [span for span in tasks if not _within(span, avoid)]
    outside = [
        one
        for one in known
        if one.category not in _PAPERS and not _within(one.span, kept) and not _within(one.span, avoid)
    ]
    named = [SkillMention(name=span.of(text), written=span.of(text), span=span) for span in kept]
    return tuple(sorted([*outside, *named], key=lambda mention: mention.span))


def _within(span: Span, others: Sequence[Span]) -> bool:
    """Tell whether a span touches one of the others, which are in order and apart."""
    place = bisect_left(others, span)
    return any(one.start < span.end and span.start < one.end for one in others[max(0, place - 1) : place + 1])
