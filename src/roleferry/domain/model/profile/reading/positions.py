"""The jobs a person held, from the sections that list them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.profile.reading.cues import begins_with_verb, company_score, title_score
from roleferry.domain.model.profile.reading.dates import Period
from roleferry.domain.model.profile.reading.entries import Entry, entries_of
from roleferry.domain.model.profile.reading.parts import Part, parts_of, split_place
from roleferry.domain.model.profile.reading.rows import Row, paragraphs, text_of
from roleferry.domain.model.profile.resume import PartialDate, Position
from roleferry.domain.model.vocabulary import Vocabulary

_LIKELY = 2
"""From this score on a text is likely what it looks like."""
_SENTENCE = 60
_LONG_NAME = 80
_ABOUT_ROWS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """An entry as read so far; `title_row` and `company_row` say which came first."""

    entry: Entry
    title: Part | None = None
    company: Part | None = None
    place: str | None = None
    rest: tuple[Part, ...] = ()


def read_positions(rows: Sequence[Row], periods: Sequence[Period], *, vocabulary: Vocabulary) -> tuple[Position, ...]:
    """Return the jobs of one section, in its order."""

    def names(text: str) -> bool:
        return title_score(text, vocabulary) >= _LIKELY or company_score(text) > _LIKELY

    entries = entries_of(rows, periods, names=names, ranged=True)
    reads = [_read(entry, vocabulary, weak=False) for entry in entries]
    if not any(read.title and read.company and read.title.span != read.company.span for read in reads):
        reads = [_read(entry, vocabulary, weak=True) for entry in entries]
    reads = [_settled(read, title_first=_title_first(reads)) for read in reads]
    inherited = (_with_trade(read, vocabulary) for read in _inherited(reads))
    return tuple(_position(read) for read in inherited if read.title or read.company)


def _read(entry: Entry, vocabulary: Vocabulary, *, weak: bool) -> _Read:
    """
    Take what is sure: labelled parts, then the part most like a title, then the one most like a company.

    With `weak` anything behind the comma of a title is a company: right where companies have no place of their own.
    """
    parts = [part for part in parts_of(entry.head, entry.periods) if not _is_sentence(part)]
    place = next((part.place for part in parts if part.place), None)
    named = [part for part in parts if part.text and len(part.text) <= _LONG_NAME]
    title = _labelled(named, "title position role designation") or _best_title(named, vocabulary)
    company = _labelled([part for part in named if part is not title], "company employer organi client")
    others = [part for part in named if part is not title]
    if title and not company and max((company_score(part.text) for part in others), default=0) <= 1:
        divided = _split_at_comma(title, vocabulary, weak=weak)
        if not others or (divided[1] and company_score(divided[1].text) >= _LIKELY):
            title, company = divided
    if not title and not company:
        title, company = next(
            (pair for part in named if (pair := _split_at_comma(part, vocabulary, weak=weak))[1]), (None, None)
        )
    spans = [part.span for part in (title, company) if part]
    rest = tuple(part for part in named if part.span not in spans)
    if not company and title and rest:
        company = max(rest, key=lambda part: (company_score(part.text), -abs(part.row - title.row), -part.span.start))
        company = company if company_score(company.text) else None
    return _Read(entry=entry, title=title, company=company, place=place, rest=rest)


def _with_trade(read: _Read, vocabulary: Vocabulary) -> _Read:
    """Part "Schlosser, Metallbau Kern KG, Bonn" where only the second piece has a legal form: a title nobody listed."""
    pieces = read.company.text.split(", ") if read.company and not read.title else []
    formed = [vocabulary.strip_company_suffix(piece) != piece for piece in pieces]
    if read.company is None or formed[:2] != [False, True]:
        return read
    company, place = replace(read.company, text=pieces[1]), ", ".join(pieces[2:])
    return replace(read, title=replace(read.company, text=pieces[0]), company=company, place=place or read.place)


def _is_sentence(part: Part) -> bool:
    return len(part.text) > _SENTENCE and begins_with_verb(part.text)


def _labelled(parts: Sequence[Part], words: str) -> Part | None:
    return next((part for part in parts if part.label and part.label.startswith(tuple(words.split()))), None)


def _best_title(parts: Sequence[Part], vocabulary: Vocabulary) -> Part | None:
    scored = [(title_score(part.text, vocabulary), -number, part) for number, part in enumerate(parts)]
    best = max(scored, key=lambda entry: entry[:2], default=None)
    return best[2] if best and best[0] > 0 else None


def _split_at_comma(part: Part, vocabulary: Vocabulary, *, weak: bool) -> tuple[Part | None, Part | None]:
    """Part `Java Developer, Acme` and `Acme, Java Developer`."""
    behind: tuple[Part, Part | None] = (part, None)
    for match in re.finditer(r"\s*,\s+|\s+[-–]\s*|\s*[-–]\s+|\s+(?:with|for|in)\s+(?=[A-Z])", part.text):
        left, right = part.text[: match.start()], part.text[match.end() :]
        scores = title_score(left, vocabulary), title_score(right, vocabulary)
        firm = company_score(right)
        sure = firm >= _LIKELY or part.label
        if not sure and (match[0].strip() == "in" or not weak):
            continue
        if scores[0] > scores[1] and firm and not _is_field(right):
            return replace(part, text=left), replace(part, text=right)
        if scores[1] > scores[0] and company_score(left):
            behind = replace(part, text=right), replace(part, text=split_place(left)[0] or left)
    return behind


def _is_field(text: str) -> bool:
    """Whether what follows `Director,` is the field rather than the company."""
    return bool(re.fullmatch(
        r"(?:product|marketing|sales|engineering|operations|finance|hr|human resources|data|it|design|"
        r"technology|strategy|research|"
        r"business development|customer success|communications|security|analytics|supply chain|quality|legal|"
        r"product management|"
        r"software engineering|information technology|data science|infrastructure|platform|growth|partnerships)",
        text.strip(), re.IGNORECASE,
    ))  # fmt: skip


def _title_first(reads: Sequence[_Read]) -> bool:
    """Whether titles stand before companies, where both are known."""
    votes = Counter(read.title.span < read.company.span for read in reads if read.title and read.company)
    return votes[True] >= votes[False]


def _settled(read: _Read, *, title_first: bool) -> _Read:
    """Give parts that look like nothing in particular the part their place suggests."""
    if read.title or not read.rest:
        return read
    candidates = [part for part in read.rest if part.text[:1].isupper() or part.text[:1].isdigit()]
    if len(candidates) >= _LIKELY and read.company is None:
        first, second = candidates[:2]
        if company_score(first.text) > company_score(second.text):
            title, company = second, first
        elif company_score(second.text) > company_score(first.text):
            title, company = first, second
        else:
            title, company = (first, second) if title_first else (second, first)
        return replace(read, title=title, company=company)
    if candidates and read.company is None:
        return replace(read, company=candidates[0])
    return read


def _inherited(reads: Sequence[_Read]) -> list[_Read]:
    """Hand a company named once over its titles down to them; the group's own head is no job."""
    result: list[_Read] = []
    company: Part | None = None
    for number, read in enumerate(reads):
        following = reads[number + 1] if number + 1 < len(reads) else None
        if following and _is_group(read, following):
            company = read.company
            continue
        if read.title and not read.company and company is not None:
            result.append(replace(read, company=company))
            continue
        company = read.company or company
        result.append(read)
    return result


def _is_group(read: _Read, following: _Read) -> bool:
    """Whether an entry only names the company of the titles below it, perhaps with a line on what it does."""
    alone = read.company is not None and read.title is None and len(read.entry.body) <= _ABOUT_ROWS
    return alone and following.title is not None and following.company is None


def _position(read: _Read) -> Position:
    period = read.entry.period
    start, end, current = _dates(period)
    return Position(
        title=read.title.text if read.title else None,
        company=read.company.text if read.company else None,
        location=read.place,
        start=start,
        end=end,
        current=current,
        bullets=tuple(text_of(group) for group in paragraphs(read.entry.body)),
        span=read.entry.span,
    )


def _dates(period: Period | None) -> tuple[PartialDate | None, PartialDate | None, bool]:
    """A single date says when something was, not how long: it counts as the end."""
    if period is None:
        return None, None, False
    if not period.ranged:
        return None, period.end, False
    return period.start, period.end, period.current
