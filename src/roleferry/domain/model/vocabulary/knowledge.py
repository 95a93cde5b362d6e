"""What an advert wants people to know: listed skills, degrees, and things nobody has listed, known by the words around.

Listed technologies count wherever they stand. Softer fields (finance, sales, teaching …) and everything unlisted
count only in sentences that ask for something and do not speak of pay, perks or rights (SPEC 3.3: never from
boilerplate).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary.cues import CUE, DEGREE, NAME
from roleferry.domain.model.vocabulary.noun_phrase import noun_phrases
from roleferry.domain.model.vocabulary.phrase_words import PhraseWords
from roleferry.domain.model.vocabulary.sentences import Sentence, sentences
from roleferry.domain.model.vocabulary.skill import SkillMention
from roleferry.domain.model.vocabulary.skill_index import SkillIndex

_NEAR = 40
"""Characters between an unlisted acronym and the listed skill that vouches for it."""
_WORD = re.compile(r"[ -]([A-Za-z]+)")
_TOOLS = frozenset({"language", "framework", "cloud", "network", "security", "office", "software", "spoken language"})
_SOFT_FIELDS = frozenset(
    "education hospitality legal marketing sales healthcare management construction logistics finance".split()
) | {"human resources"}


@dataclass(frozen=True, slots=True)
class KnowledgeReader:
    """Reads what is asked for out of adverts."""

    skills: SkillIndex
    words: PhraseWords
    not_names: frozenset[str]
    """Acronyms and names that are no knowledge: `USA`, `CEO`."""
    title_heads: frozenset[str]
    """Nouns that make a title of the field before them: `full stack developer`."""

    def read(self, text: str, *, everywhere: bool = False) -> tuple[SkillMention, ...]:
        """
        Return every mention, literal, in order, without overlap; unlisted ones are named as they are written.

        `everywhere`: listed skills count in any sentence, soft ones too.
        """
        parts = tuple(sentences(text))
        mentions = list(self.skills.find(text) if everywhere else self._listed(text, parts))
        taken = bytearray(len(text))
        _take(taken, (mention.span for mention in mentions))
        for spans in (self._degrees(text, parts), self._after_cues(text, parts), self._names(text, parts, mentions)):
            for span in spans:
                if not any(taken[span.start : span.end]):
                    _take(taken, (span,))
                    mentions.append(SkillMention(name=span.of(text), written=span.of(text), span=span))
        return tuple(sorted(mentions, key=lambda mention: mention.span))

    def _listed(self, text: str, parts: Sequence[Sentence]) -> Iterator[SkillMention]:
        starts = [part.span.start for part in parts]
        for mention in self.skills.find(text):
            part = parts[max(0, bisect_right(starts, mention.span.start) - 1)]
            wanted = part.asks and not part.perk
            if mention.hard and (wanted or mention.category not in _SOFT_FIELDS) and not self._in_title(text, mention):
                yield mention

    def _in_title(self, text: str, mention: SkillMention) -> bool:
        """Tell whether a field of work only qualifies a title; a tool before a title is still asked for."""
        following = _WORD.match(text, mention.span.end)
        return following is not None and mention.category not in _TOOLS and following[1].lower() in self.title_heads

    def _degrees(self, text: str, parts: Sequence[Sentence]) -> Iterator[Span]:
        for part in parts:
            if part.asks and not part.perk:
                yield from (Span(*found.span()) for found in DEGREE.finditer(text, part.span.start, part.span.end))

    def _after_cues(self, text: str, parts: Sequence[Sentence]) -> Iterator[Span]:
        for part in parts:
            cues = list(CUE.finditer(text, part.span.start, part.span.end)) if part.asks else []
            for at, cue in enumerate(cues):
                end = cues[at + 1].start() if at + 1 < len(cues) else part.span.end
                yield from noun_phrases(text, Span(cue.end(), end), self.words)

    def _names(self, text: str, parts: Sequence[Sentence], listed: Sequence[SkillMention]) -> Iterator[Span]:
        """Yield unlisted names that stand right beside listed skills."""
        starts = [mention.span.start for mention in listed]
        for part in parts:
            if not part.asks or part.perk:
                continue
            for found in NAME.finditer(text, part.span.start, part.span.end):
                place = bisect_right(starts, found.start())
                beside = any(
                    mention.span.start - found.end() < _NEAR and found.start() - mention.span.end < _NEAR
                    for mention in listed[max(0, place - 1) : place + 1]
                )
                if beside and found.group() not in self.not_names:
                    yield Span(*found.span())


def _take(taken: bytearray, spans: Iterator[Span] | tuple[Span, ...]) -> None:
    for span in spans:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
