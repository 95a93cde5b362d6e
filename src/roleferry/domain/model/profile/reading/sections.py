"""Which part of a résumé each row belongs to: headings by their words, then by their looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.profile.reading.rows import Row
from roleferry.domain.model.profile.reading.section_names import INLINE, KIND_OF, SURE, Kind
from roleferry.domain.model.text import Span

_STRONG = frozenset({Kind.EXPERIENCE, Kind.EDUCATION})
_SPREAD = re.compile(r"^(?:\w ){3,}\w$|^(?:\w ){2,}\w {2,}.*$")
_CONTINUED = re.compile(r"\s*\(?(?:continued|cont['’]?d?\.?|contd\.?)\)?\s*$", re.IGNORECASE)
_WIDE = re.compile(r" {2,}")
_AND = re.compile(r"[&+/,|]")
_AND_TWICE = re.compile(r"\band and\b")
_DECORATION = re.compile(r"[^\w' ]+|_")
_NUMBER = re.compile(r"^(?:\d+|[ivx]+)\s+|\s+and$")
"""What numbers a heading, and a word left over at its end."""
_LONGEST = 50
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it; the top of a résumé has none."""

    kind: Kind
    heading: Row | None
    rows: tuple[Row, ...]

    @property
    def span(self) -> Span:
        """From the first word below the heading to the last; of a section with rows."""
        return Span(min(row.span.start for row in self.rows), max(row.span.end for row in self.rows))


def kind_of_heading(text: str) -> Kind | None:
    """Return the kind a heading's words name, or None; decoration, numbers, spread letters and case do not matter."""
    words = _plain(text)
    if words in KIND_OF:
        return KIND_OF[words]
    for drop in ("my ", "top ", "selected ", "relevant ", "key ", "professional ", "additional ", "other "):
        if words.startswith(drop) and words.removeprefix(drop) in KIND_OF:
            return KIND_OF[words.removeprefix(drop)]
    first, _, second = words.partition(" and ")
    return KIND_OF[first] if second and first in KIND_OF and second in KIND_OF else None


def _plain(text: str) -> str:
    text = _CONTINUED.sub("", text.strip())
    if len(text) > _LONGEST:
        return ""
    if _SPREAD.match(text):
        text = " ".join(part.replace(" ", "") for part in _WIDE.split(text))
    text = _DECORATION.sub(" ", _AND.sub(" and ", text.lower()))
    return _NUMBER.sub("", " ".join(_AND_TWICE.sub("and", text).split()))


def sections_of(rows: Sequence[Row]) -> tuple[Section, ...]:
    """Divide a résumé at its headings; every row but the headings is in one section."""
    headings = _headings(rows)
    sections: list[Section] = []
    kind, heading, inside = Kind.HEADER, None, list[Row]()
    for number, row in enumerate(rows):
        found = headings.get(number)
        if found is None:
            if inside and _new_column(inside[-1], row):
                sections.append(Section(kind=kind, heading=heading, rows=tuple(inside)))
                kind, heading, inside = Kind.HEADER, None, []
            inside.append(row)
            continue
        sections.append(Section(kind=kind, heading=heading, rows=tuple(inside)))
        kind, heading = found
        rest = _after_inline(row) if heading is None else None
        heading, inside = row, [rest] if rest else []
    sections.append(Section(kind=kind, heading=heading, rows=tuple(inside)))
    return tuple(section for section in sections if section.heading or section.rows)


def _new_column(last: Row, row: Row) -> bool:
    """Whether a column begins at the top of the first page, where the name and a few words on the person stand."""
    return row.line.block != last.line.block and row.line.page == 1 and row.line.y0 < last.line.y0


def _headings(rows: Sequence[Row]) -> dict[int, tuple[Kind, Row | None]]:
    """Return the rows that open a section: number to kind, and the row unless its content follows on the line."""
    named = {number: kind for number, row in enumerate(rows) if _may_head(row) and (kind := kind_of_heading(row.text))}
    styles = Counter(rows[number].style for number, kind in named.items() if kind in _STRONG)
    main = {style for style, _ in styles.most_common(2)}
    found: dict[int, tuple[Kind, Row | None]] = {}
    for number, kind in named.items():
        if _is_section(rows, number, kind, main):
            found[number] = (kind, rows[number])
    seen = {kind for kind, _ in found.values()}
    for number, row in enumerate(rows):
        if number in found:
            continue
        within = max((other for other in found if other < number), default=None)
        if (kind := _inline_kind(row, found[within][0] if within is not None else Kind.HEADER)) and kind not in seen:
            found[number] = (kind, None)
            seen.add(kind)
        elif _looks_like_heading(rows, number, main):
            found[number] = (Kind.OTHER, row)
    return dict(sorted(found.items()))


def _may_head(row: Row) -> bool:
    return not row.bullet and len(row.text) <= _LONGEST and "\t" not in row.text and not row.text.endswith(",")


def _is_section(rows: Sequence[Row], number: int, kind: Kind, main: set[tuple[int, bool, bool]]) -> bool:
    row = rows[number]
    if kind in _STRONG or not main or row.style in main:
        return kind in _STRONG or _stands_out(rows, number) or not _gaps_tell(rows, main)
    if (
        _plain(row.text) in SURE
        and not row.text.endswith(":")
        and (row.line.bold or row.text.isupper() or row.after_gap)
    ):
        return True
    upper = any(style[2] for style in main)
    size = max(style[0] for style in main)
    return row.style[0] >= size and row.style[2] >= upper and row.style[1] >= all(style[1] for style in main)


def _gaps_tell(rows: Sequence[Row], main: set[tuple[int, bool, bool]]) -> bool:
    """Whether headings look like any other line but for the empty line before them."""
    plain = not main or all(not bold and not upper and size == _body(rows) for size, bold, upper in main)
    return plain and any(row.after_gap for row in rows) and not all(row.after_gap for row in rows[1:])


def _stands_out(rows: Sequence[Row], number: int) -> bool:
    row = rows[number]
    return (
        row.after_gap
        or number == 0
        or row.line.bold
        or bool(row.line.heading)
        or row.text.isupper()
        or row.text.endswith(":")
    )


def _looks_like_heading(rows: Sequence[Row], number: int, main: set[tuple[int, bool, bool]]) -> bool:
    """Whether an unknown heading has the very looks of the known ones, which must set them apart from the text."""
    row = rows[number]
    if row.style not in main or not _may_head(row) or _YEAR.search(row.text) or number == 0:
        return False
    if any(_YEAR.search(below.text) for below in rows[number + 1 : number + 3]):
        return False
    level = {other.line.heading for other in rows if other.style == row.style and kind_of_heading(other.text)}
    same = sum(other.style == row.style for other in rows)
    rare = same <= max(12, len(rows) // 8)
    size, bold, upper = row.style
    return (
        rare
        and row.line.heading in level
        and (bool(row.line.heading) or (upper and bold) or (bold and size > _body(rows) + 2))
    )


def _body(rows: Sequence[Row]) -> int:
    """Return the most common size, weighed by length, in half points."""
    sizes: Counter[int] = Counter()
    for row in rows:
        sizes[row.style[0]] += len(row.text)
    return sizes.most_common(1)[0][0]


def _inline_kind(row: Row, within: Kind) -> Kind | None:
    """Read `SKILLS: Python, Java` and `Languages<tab>English`; among skills, languages are those of machines."""
    match = re.match(r"^([A-Za-z ]{4,24})(?::|\t| [-–—] )\s*\S", row.text)
    if not match or row.bullet:
        return None
    label = _plain(match[1])
    if within is Kind.SKILLS and not match[1].isupper():
        return None
    if "\t" in match[0] and (row.line.bold or match[1].isupper()) and label in KIND_OF:
        return KIND_OF[label]
    prominent = match[1].isupper() or row.after_gap or row.line.bold or "\t" in match[0]
    return KIND_OF[label] if label in INLINE and prominent else None


def _after_inline(row: Row) -> Row | None:
    match = re.match(r"^[A-Za-z ]{4,24}(?::|\t| [-–—] )\s*", row.text)
    if not match:
        return None
    start = row.span.start + match.end()
    return replace(row, text=row.text[match.end() :], span=Span(start, row.span.end))
