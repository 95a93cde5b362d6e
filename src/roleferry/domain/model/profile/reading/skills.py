"""Skills: what the person lists as such, and what the vocabulary knows wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from roleferry.domain.model.profile.reading.cues import begins_with_verb
from roleferry.domain.model.profile.reading.rows import Row, paragraphs
from roleferry.domain.model.profile.resume import Skill
from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary import SkillKind, Vocabulary

_BREAK = re.compile(r"[,;|•·▪●◆■\t✓]|\s[-–—]\s|\s{3,}|\s/\s|(?<=\))\s+(?=[A-Z])|\.\s+(?=[A-Z])|\band\b(?=[^,;|•]*$)")
_LABEL = re.compile(r"^[^\n:,;|•]{2,45}:\s+")
_LEVEL = re.compile(
    r"\s*[-–:(\[]*\s*(?:(?:less than|more than|over)?\s*\d+\+?\s*(?:-\s*\d+\s*)?(?:years?|yrs?|months?)"
    r"(?: (?:of )?experience)?|beginner|"
    r"basics?|intermediate|advanced|expert|proficient|fluent|native|familiar|working knowledge|strong|excellent|good|"
    r"\d{1,3}\s?%|[★☆●○]+)\s*[)\]]*\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"^\s*(?:(?:proficient|experienced?|skilled|knowledge|expertise|familiar|good|strong|excellent|working|"
    r"hands[- ]on|basic|advanced|"
    r"knowledgeable|fluent|and|etc\.?|including|such as|e\.g\.|like)\s+(?:in|with|of|at|on|knowledge of|"
    r"experience (?:in|with))?\s*)+",
    re.IGNORECASE,
)
_BY_NAME = frozenset({SkillKind.LANGUAGE, SkillKind.TOOL, SkillKind.CERTIFICATION})
_MOST_WORDS = 4
_LONGEST = 40
_TRIM = " \t\n.,:;•-–—*()[]"


def read_skills(
    raw_text: str, lists: Iterable[Sequence[Row]], stretches: Iterable[Span], *, vocabulary: Vocabulary
) -> tuple[Skill, ...]:
    """
    Return each skill once: the listed ones first, then those that only a sentence shows.

    Where a person lists skills, a sentence adds only what it names: a tool, a language, a certificate, an acronym.
    """
    found: dict[str, Skill] = {}
    for rows in lists:
        for skill in _listed(raw_text, rows, vocabulary):
            found.setdefault(skill.name.lower(), skill)
    lists_own = any(skill.listed for skill in found.values())
    for stretch in stretches:
        for skill in _mentioned(raw_text, stretch, vocabulary, listed=False):
            if not lists_own or _named(skill):
                found.setdefault(skill.name.lower(), skill)
    return tuple(found.values())


def _named(skill: Skill) -> bool:
    """Tell whether a sentence shows a skill by its name; plain words there are what the sentence is about, no skill."""
    return skill.category in _BY_NAME or (skill.category == SkillKind.DOMAIN and not any(map(str.islower, skill.name)))


def _mentioned(raw_text: str, stretch: Span, vocabulary: Vocabulary, *, listed: bool) -> Iterator[Skill]:
    for mention in vocabulary.find_skills(stretch.of(raw_text)):
        span = Span(stretch.start + mention.span.start, stretch.start + mention.span.end)
        yield Skill(
            name=mention.name, written=_flat(span.of(raw_text)), span=span, listed=listed, category=mention.kind.value
        )


def _listed(raw_text: str, rows: Sequence[Row], vocabulary: Vocabulary) -> Iterator[Skill]:
    labelled = _has_labels(rows)
    for group in paragraphs(rows):
        start = group[0].span.start
        if labelled and "\t" in group[0].text:
            start += group[0].text.index("\t") + 1
        stretch = Span(start, group[-1].span.end)
        for item in _items(raw_text, stretch):
            yield from _as_skills(raw_text, item, vocabulary)


def _has_labels(rows: Sequence[Row]) -> bool:
    """Whether the first cells of a table name groups: most rows have a list beside them."""
    tables = [row.text.split("\t") for row in rows if "\t" in row.text]
    lists = [cells for cells in tables if "," in cells[-1] and "," not in cells[0]]
    return 2 * len(lists) > len(tables) > 0


def _items(raw_text: str, stretch: Span) -> Iterator[Span]:
    """Yield what separators part, without the label before and the level behind; brackets hold items of their own."""
    text = stretch.of(raw_text)
    label = _LABEL.match(text)
    start = label.end() if label else 0
    for match in [*_BREAK.finditer(text, start), None]:
        end = match.start() if match else len(text)
        yield from _unbracketed(raw_text, Span(stretch.start + start, stretch.start + end))
        start = match.end() if match else end


def _unbracketed(raw_text: str, item: Span) -> Iterator[Span]:
    text = item.of(raw_text)
    level = _LEVEL.search(text)
    text = text[: level.start()] if level and level.start() > 0 else text
    start = 0
    for match in [*re.finditer(r"[()\[\]]", text), None]:
        end = match.start() if match else len(text)
        yield _trimmed(raw_text, item.start + start, item.start + end)
        start = match.end() if match else end


def _trimmed(raw_text: str, start: int, end: int) -> Span:
    text = raw_text[start:end]
    lead = _LEAD.match(text)
    start += lead.end() if lead and lead.end() < len(text) else 0
    text = raw_text[start:end]
    left = len(text) - len(text.lstrip(_TRIM))
    kept = text.strip(_TRIM) if not text.lstrip().startswith(".") else "." + text.strip(_TRIM)
    left = max(0, left - (kept[:1] == "."))
    return Span(start + left, start + left + len(kept))


def _as_skills(raw_text: str, item: Span, vocabulary: Vocabulary) -> Iterator[Skill]:
    """Take a short item as the skill it names; of a longer one take the skills the vocabulary knows in it."""
    text = _flat(item.of(raw_text))
    if not text or not any(char.isalpha() for char in text):
        return
    short = len(text.split()) <= _MOST_WORDS and len(text) <= _LONGEST
    name = vocabulary.canonical_skill(text)
    if name or (short and not begins_with_verb(text) and not text.endswith("etc")):
        kind = vocabulary.skill_kind(text)
        yield Skill(name=name or text, written=text, span=item, listed=True, category=kind.value if kind else "")
        yield from () if name else _mentioned(raw_text, item, vocabulary, listed=False)
    else:
        yield from _mentioned(raw_text, item, vocabulary, listed=True)


def _flat(text: str) -> str:
    return " ".join(text.split())
