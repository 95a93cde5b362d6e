"""Plain facts of an advert: years asked, work mode, employment type, the day it was posted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta

from roleferry.domain.model.jobs.posting import WorkMode
from roleferry.domain.model.jobs.reading.pattern_index import PatternIndex

_WORDS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
} | {"fifteen": 15, "twenty": 20}
_YEARS = re.compile(
    r"(?<![\w.$£€])(?P<low>\d{1,2}|" + "|".join(_WORDS) + r")(?:\.\d)?(?:\s?\(\d{1,2}\))?\s?(?:\+|plus|or more)?"
    r"(?:\s?(?:-|–|—|to|or)\s?\d{1,2}\s?\+?)?\s?(?:\+\s?)?(?:full |complete )?(?:years?|"
    r"yrs?)\b(?!\s+(?:old|ago|of age|in business|from now|contract))",
    re.IGNORECASE,
)
_MOST_YEARS = 25


def years_required(asked: Iterable[str]) -> int | None:
    """Return the most years that a must asks for, the lower end of a range; None where no years are asked."""
    found = [years for text in asked for years in _years_in(text)]
    return max(found, default=None)


def _years_in(text: str) -> list[int]:
    written = [match["low"].lower() for match in _YEARS.finditer(text[:5000])]
    years = [int(word) if word.isdigit() else _WORDS.get(word, 0) for word in written]
    return [number for number in years if 0 < number <= _MOST_YEARS]


_REMOTE = re.compile(
    r"\b(?:fully|100 ?%|completely|entirely|permanent(?:ly)?)[ -]?(?:remote|distributed)|"
    r"\bremote[- ](?:only|first|position|role|job|work(?:ing)?|opportunity|based)|"
    r"\bwork(?:ing)? (?:from home|remotely|from anywhere)"
    r"|\bhome[- ]based\b|\btelecommut\w*|\banywhere in\b|\(remote\)|\bremote\b",
    re.IGNORECASE,
)
_HYBRID = re.compile(
    r"\bhybrid[- ](?:work\w*|role|position|model|schedule|remote|office|set-?up|policy|"
    r"environment|location|job|\()|\(hybrid\)|\bhybrid\b(?=\s*(?:$|[,.;/|)-]|in\b|from\b))"
    r"|\b(?:[0-9]|one|two|three|four|couple of) days?(?: (?:a|per|each) week)? (?:in|at|from|on) "
    r"(?:the |our |an )?(?:office|site|home)|\b(?:partly|partially|part(?:ial)?) remote|\bmix "
    r"of (?:home|office|remote)|\bflexible/remote",
    re.IGNORECASE,
)
_ONSITE = re.compile(
    r"\b(?:on[- ]?site|in[- ]office|office[- ]based|in[- ]person)\b(?! (?:support|gym|parking|"
    r"visit|interview|lunch|meals|cafe|fitness|childcare|training|service|meeting|client|"
    r"customer))"
    r"|\b(?:not|no) (?:a )?remote\b|\bcommute daily|\b(?:must|required to) (?:be|work) (?:in|"
    r"from|at) (?:the|our) office|\b(?:5|five) days?(?: a week)? in (?:the|our) office",
    re.IGNORECASE,
)
_NO_REMOTE = re.compile(
    (
        r"\b(?:no|not|non)[- ](?:a )?(?:fully )?remote|\bremote (?:is|work(?:ing)? is) not|\bnot "
        r"(?:available|eligible|offered) (?:for|as) remote|\bremote (?:work )?(?:not|unavailable)"
    ),
    re.IGNORECASE,
)
_REMOTE_ASIDE = re.compile(
    (
        r"\bremote (?:data|desktop|support|teams?|monitoring|sites?|servers?|access|sensing|"
        r"control|users?|locations?|clients?|control(?:led)?|offices?|environments?|APIs?|"
        r"procedure|colleagues|troubleshooting|management)\b"
    ),
    re.IGNORECASE,
)


_OFFICE_TOO = re.compile(
    (
        r"\bbased in our .{0,40}office\b|\bhead office\b|\bsome .{0,12}remote|\bremote working "
        r"possible|\boccasional(?:ly)? (?:remote|work from home)"
    ),
    re.IGNORECASE,
)
_MODES = PatternIndex.of(pattern.pattern for pattern in (_NO_REMOTE, _HYBRID, _REMOTE, _OFFICE_TOO, _ONSITE))


def work_mode(lines: Iterable[str]) -> WorkMode | None:
    """Return where the work is done as the advert says it; hybrid beats all else, and "no remote" is on site."""
    text = "\n".join(_REMOTE_ASIDE.sub(" ", line) if "emote" in line else line for line in lines).lower()
    found = _MODES.found_in(text)
    no_remote, hybrid, remote, office_too, onsite = (number in found for number in range(5))
    if hybrid:
        return WorkMode.HYBRID
    if no_remote:
        return WorkMode.ONSITE
    if remote:
        return WorkMode.HYBRID if office_too else WorkMode.REMOTE
    return WorkMode.ONSITE if onsite else None


def _any_of(words: Iterable[str], lowered: str) -> bool:
    """Tell whether any of the words a pattern cannot do without stands there: a tenth of the pattern's time."""
    return any(word in lowered for word in words)


_EMPLOYMENT: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "internship",
        re.compile(r"\b(?:internship|intern position|intern\b|summer intern|work placement|praktikum)", re.IGNORECASE),
    ),
    (
        "temporary",
        re.compile(
            r"\b(?:temporary|temp (?:role|position|job|to perm)|seasonal|maternity cover|interim)\b", re.IGNORECASE
        ),
    ),
    (
        "contract",
        re.compile(
            (
                r"\b(?:fixed[- ]term|contract (?:role|position|job|basis|type: contract|to hire)|"
                r"(?:independent|as an?) contractor|freelance (?:role|position|basis|contract)|freelancer|"
                r"contract$|1099|c2c|corp[- ]to[- ]corp)|\b[0-9]{1,2}[- ]months?[- ](?:contract|ftc)"
            ),
            re.IGNORECASE | re.MULTILINE,
        ),
    ),
    ("part_time", re.compile(r"\bpart[- ]?time\b|\bteilzeit\b", re.IGNORECASE)),
    (
        "full_time",
        re.compile(
            r"\bfull[- ]?time\b|\bpermanent\b|\bvollzeit\b|\b(?:35|37\.5|38|40) hours (?:per|a) week", re.IGNORECASE
        ),
    ),
)
_NOT_EMPLOYMENT = re.compile(
    (
        r"\b(?:full[- ]?time|permanent|part[- ]?time|contract(?:or)?s?|temporary|intern) "
        r"(?:employees?|staff|students?|residen\w+|education|equivalent|experience|management|"
        r"negotiat\w+|law|study|manager)\b|\bintern(?:s|al\w*|ational\w*)\b|\bmentor\w* "
        r".{0,30}\binterns?\b"
    ),
    re.IGNORECASE,
)
_KINDS = PatternIndex.of((pattern.pattern for _, pattern in _EMPLOYMENT), flags=re.MULTILINE)
_ASIDES = PatternIndex.of([_NOT_EMPLOYMENT.pattern])


def employment_type(header: str, body: str) -> str | None:
    """Return full_time, part_time, contract, temporary or internship, the header's word before the body's."""
    return _employment_in(header) or _employment_in(body)


def _employment_in(text: str) -> str | None:
    lowered = text.lower()
    found = _KINDS.found_in(lowered)
    if found and _ASIDES.found_in(lowered):
        found = _KINDS.found_in(_NOT_EMPLOYMENT.sub(" ", lowered))
    return _EMPLOYMENT[found[0]][0] if found else None


_MONTHS = {
    name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)
}
_POSTED = re.compile(
    (
        r"\b(?:date posted|posted(?: on| date)?|published(?: on)?|date published|listed(?: on)?|"
        r"opened|open(?:ing)? date|advertised|posting date|"
        r"open)\b\s*[:\-–]?\s*(?P<when>[^\n]{1,40})"
    ),
    re.IGNORECASE,
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMERIC = re.compile(r"(\d{1,2})([/.])(\d{1,2})\2(\d{4}|\d{2})\b")
_DAY_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\.? ([A-Za-z]{3})[a-z]*\.?,? (\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3})[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_AGO = re.compile(r"(\d{1,3}|an?|one)\+? (hour|minute|day|week|month|year)s? ago", re.IGNORECASE)
_DAYS = {"hour": 0, "minute": 0, "day": 1, "week": 7, "month": 30, "year": 365}


def posted_at(text: str, *, today: date) -> date | None:
    """Return the day the advert says it was posted; "3 days ago" counts back from `today`; never a day to come."""
    if not _any_of(("post", "publish", "listed", "open", "advertised"), text.lower()):
        return None
    for match in _POSTED.finditer(text):
        found = _day(match["when"].strip(), today)
        if found is not None and found <= today:
            return found
    return None


def _day(when: str, today: date) -> date | None:
    said = when.lower()
    if said.startswith(("today", "just now", "just posted")):
        return today
    if said.startswith("yesterday"):
        return today - timedelta(days=1)
    ago = _AGO.match(when)
    if ago:
        count = int(ago[1]) if ago[1].isdigit() else 1
        return today - timedelta(days=count * _DAYS[ago[2].lower()])
    return _calendar_day(when)


def _calendar_day(when: str) -> date | None:
    if iso := _ISO.match(when):
        return _valid(int(iso[1]), int(iso[2]), int(iso[3]))
    if named := _DAY_MONTH.match(when):
        return _valid(int(named[3]), _MONTHS.get(named[2].lower(), 0), int(named[1]))
    if named := _MONTH_DAY.match(when):
        return _valid(int(named[3]), _MONTHS.get(named[1].lower(), 0), int(named[2]))
    if numeric := _NUMERIC.match(when):
        return _from_numbers(int(numeric[1]), int(numeric[3]), int(numeric[4]), dotted=numeric[2] == ".")
    return None


def _from_numbers(first: int, second: int, year: int, *, dotted: bool) -> date | None:
    """Read 27.12.2016, 12/27/2016 or 27/12/2016; where both orders are possible the day is not guessed."""
    full = year if year > 99 else 2000 + year  # noqa: PLR2004  (two-digit years)
    month_first = _valid(full, first, second) if not dotted else None
    day_first = _valid(full, second, first)
    if month_first and day_first and month_first != day_first:
        return None
    return day_first or month_first


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
