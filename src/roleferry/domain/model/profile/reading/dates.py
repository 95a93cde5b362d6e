"""Dates and stretches of time, in every form people write them; what is not said stays unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from roleferry.domain.model.profile.resume import PartialDate
from roleferry.domain.model.text import Span

_MONTHS = (
    "january jan janvier janv januar enero ene gennaio gen januari janeiro",
    "february feb fév février fevrier febr februar febrero febbraio februari fevereiro fev",
    "march mar mars märz maerz mrz marzo maart março marco",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag mei maio",
    "june jun juin juni junio giugno giu junho",
    "july jul juillet juil juli julio luglio lug julho",
    "august aug août aout agosto ago augustus",
    "september sept sep septembre septiembre settembre set setembro",
    "october oct octobre oktober okt octubre ottobre ott outubro out",
    "november nov novembre noviembre novembro",
    "december dec décembre decembre déc dezember dez diciembre dic dicembre dezembro",
)
_MONTH_NUMBER = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_MONTH = r"(?:" + "|".join(sorted(map(re.escape, _MONTH_NUMBER), key=lambda name: (-len(name), name))) + r")\b\.?"
_YEAR = r"(?:19[5-9]\d|20[0-4]\d)"
_DASH = r"(?:[-‐\u2011\u2012–—―−~]{1,2}|\b(?:to|until|till?|through|thru|bis|à|au|a|al|hasta)\b|->|→)"
_NOW = (
    r"(?:present(?:ly)?|current(?:ly)?|now|today|ongoing|to\s+date|till\s+date|date|till\s+now|heute|aktuell|"
    r"jetzt|présent|"
    r"actuel(?:lement)?|aujourd['’]hui|actualidad|actual(?:mente)?|presente|attuale|oggi|atual|heden)\b"
)
_SEASON = r"(?:spring|summer|fall|autumn|winter|q[1-4])"


def _point(name: str) -> str:
    """Return the expression for one date, its groups marked with `name`."""
    return (
        rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s+)?(?P<m{name}>{_MONTH})(?:\s+\d{{1,2}}(?:st|nd|rd|th)?\s*,)?"
        rf"[\s,/.-]*(?:of\s+)?(?:(?P<y{name}>{_YEAR})|['’‘`](?P<s{name}>\d\d)|(?<=-)(?P<t{name}>\d\d)(?!\d))"
        rf"|(?P<q{name}>{_SEASON})[\s,]+(?:of\s+)?(?:(?P<z{name}>{_YEAR})|['’‘](?P<x{name}>\d\d)(?!\d))"
        rf"|(?:(?P<d{name}>\d{{1,2}})[/.-])?(?P<n{name}>\d{{1,2}})\s?[/.-]\s?(?P<p{name}>{_YEAR})(?!\d)"
        rf"|(?P<w{name}>{_YEAR})[/.-](?P<u{name}>0[1-9]|1[0-2])(?!\d)(?:[/.-]\d\d(?!\d))?"
        rf"|(?P<v{name}>{_YEAR})(?!\d))"
    )


_BEFORE = r"(?<![\w$€£.,/#@])"
_RANGE = re.compile(
    rf"{_BEFORE}{_point('a')}(?P<open>\s*{_DASH}\s*(?:(?P<now>{_NOW})|{_point('b')}|"
    rf"['’]?(?P<short>\d\d)(?![\d%/.,:]\d|\d|%))?)?",
    re.IGNORECASE,
)
_MONTHS_ONLY = re.compile(
    rf"{_BEFORE}(?P<ma>{_MONTH})\s*{_DASH}\s*(?P<mb>{_MONTH})[\s,]*(?P<y>{_YEAR})(?!\d)", re.IGNORECASE
)
_NUMBERS = re.compile(
    rf"{_BEFORE}(?P<ma>0?[1-9]|1[0-2])/(?P<ya>\d\d)\s*{_DASH}\s*(?:(?P<now>{_NOW})|(?P<mb>0?[1-9]|"
    rf"1[0-2])/(?P<yb>\d\d))(?!\d)",
    re.IGNORECASE,
)
_SINCE = re.compile(r"(?:\bsince|\bseit|\bdepuis|\bdesde)\s+$", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_TOLD_BY = 3
_OPENINGS_KEPT = 10_000
_SEASONS = "spring summer fall autumn winter"
_FIRST_LETTERS = frozenset(name[:_TOLD_BY] for name in (*_MONTH_NUMBER, *_SEASONS.split()))
_QUARTER = re.compile(r"q[1-4]", re.IGNORECASE)
_MONTHS_A_YEAR = 12
_LATE = 50
"""Two-digit years from here on are of the last century."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time; one with `ranged` False is a single date, which is its start and its end."""

    start: PartialDate | None
    end: PartialDate | None
    current: bool
    ranged: bool
    span: Span


def find_periods(text: str) -> tuple[Period, ...]:
    """Return the dates and stretches of a text, in order, without overlap."""
    starts = [word.start() for word in _WORD.finditer(text) if _may_begin(word[0][:_TOLD_BY])]
    found = [*_months_only(text, starts), *_numbers(text, starts)]
    taken = [period.span for period in found]
    found += [
        period for period in map(_read, _matches(_RANGE, text, starts)) if period and not _overlaps(period.span, taken)
    ]
    return tuple(sorted((_since(period, text) for period in found), key=lambda period: period.span))


def _matches(pattern: re.Pattern[str], text: str, starts: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what `finditer` would, tried only at the words a date can begin with."""
    after = 0
    for at in starts:
        if at >= after and (found := pattern.match(text, at)):
            yield found
            after = found.end()


@lru_cache(maxsize=_OPENINGS_KEPT)
def _may_begin(letters: str) -> bool:
    """Tell whether a date may begin with a word of these first three letters."""
    return letters[0].isdigit() or letters.lower() in _FIRST_LETTERS or _QUARTER.match(letters) is not None


def _overlaps(span: Span, taken: list[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _months_only(text: str, starts: Sequence[int]) -> Iterator[Period]:
    for match in _matches(_MONTHS_ONLY, text, starts):
        year = int(match["y"])
        start, end = (PartialDate(year=year, month=_month(match[name])) for name in ("ma", "mb"))
        yield Period(start=start, end=end, current=False, ranged=True, span=Span(*match.span()))


def _numbers(text: str, starts: Sequence[int]) -> Iterator[Period]:
    for match in _matches(_NUMBERS, text, starts):
        start = PartialDate(year=_century(match["ya"]), month=int(match["ma"]))
        end = PartialDate(year=_century(match["yb"]), month=int(match["mb"])) if match["yb"] else None
        yield Period(start=start, end=end, current=end is None, ranged=True, span=Span(*match.span()))


def _read(match: re.Match[str]) -> Period | None:
    start = _date(match, "a")
    if start is None:
        return None
    if match["now"]:
        return Period(start=start, end=None, current=True, ranged=True, span=Span(*match.span()))
    end = _date(match, "b") or _short_end(start, match["short"])
    if end is None or (end.year, end.month or 12) < (start.year, start.month or 0):
        return _single(match, start)
    return Period(start=start, end=end, current=False, ranged=True, span=Span(*match.span()))


def _single(match: re.Match[str], start: PartialDate) -> Period:
    """Read one date; a dash with nothing after it, at the end of a line or cell, leaves it open to this day."""
    first = match.start("open") if match["open"] else match.end()
    rest = match.string[match.end("open") : match.end("open") + 1] if match["open"] else "-"
    if match["open"] and match["short"] is None and rest in {"", "\n", "\t", ")"} and match["open"].strip() in "-–—":
        return Period(start=start, end=None, current=True, ranged=True, span=Span(match.start(), _trimmed(match)))
    return Period(start=start, end=start, current=False, ranged=False, span=Span(match.start(), first))


def _trimmed(match: re.Match[str]) -> int:
    return match.start() + len(match[0].rstrip())


def _since(period: Period, text: str) -> Period:
    if period.ranged or not _SINCE.search(text[max(0, period.span.start - 10) : period.span.start]):
        return period
    return Period(start=period.start, end=None, current=True, ranged=True, span=period.span)


def _date(match: re.Match[str], name: str) -> PartialDate | None:
    groups = match.groupdict()
    if groups[f"m{name}"]:
        short = groups[f"s{name}"] or groups[f"t{name}"]
        year = int(groups[f"y{name}"]) if groups[f"y{name}"] else _century(short)
        return PartialDate(year=year, month=_month(groups[f"m{name}"]))
    if groups[f"q{name}"]:
        return PartialDate(year=int(groups[f"z{name}"] or _century(groups[f"x{name}"])))
    if groups[f"n{name}"]:
        return _numeric(groups[f"d{name}"], groups[f"n{name}"], groups[f"p{name}"])
    if groups[f"w{name}"]:
        return PartialDate(year=int(groups[f"w{name}"]), month=int(groups[f"u{name}"]))
    return PartialDate(year=int(groups[f"v{name}"])) if groups[f"v{name}"] else None


def _numeric(first: str | None, second: str, year: str) -> PartialDate:
    """Read `06/2019`, `15/06/2019` and `06/15/2019`; where day and month cannot be told apart the month is unknown."""
    numbers = {int(second)} if first is None else {int(first), int(second)}
    months = {number for number in numbers if 1 <= number <= _MONTHS_A_YEAR}
    return PartialDate(year=int(year), month=months.pop() if len(months) == 1 else None)


def _short_end(start: PartialDate, digits: str | None) -> PartialDate | None:
    """Read the end of `2016–17`."""
    if digits is None:
        return None
    year = start.year - start.year % 100 + int(digits)
    return PartialDate(year=year) if year >= start.year else None


def _month(name: str) -> int:
    return _MONTH_NUMBER[name.lower().rstrip(".")]


def _century(digits: str) -> int:
    return (1900 if int(digits) >= _LATE else 2000) + int(digits)
