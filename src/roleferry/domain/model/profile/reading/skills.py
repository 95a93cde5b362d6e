"""Skills: what the vocabulary knows, wherever it stands, and in the skills section."""

from __future__ import annotations

from collections.abc import Iterable

from roleferry.domain.model.profile.resume import Skill
from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary import Vocabulary


def read_skills(raw_text: str, stretches: Iterable[Span], *, vocabulary: Vocabulary) -> tuple[Skill, ...]:
    """Return each skill once, by its first mention in the given stretches of the text."""
    found: dict[str, Skill] = {}
    for stretch in stretches:
        for mention in vocabulary.find_skills(stretch.of(raw_text)):
            span = Span(stretch.start + mention.span.start, stretch.start + mention.span.end)
            skill = Skill(name=mention.name, written=span.of(raw_text), span=span)
            found.setdefault(mention.name, skill)
    return tuple(found.values())
