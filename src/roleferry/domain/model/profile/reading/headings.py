"""The top of a résumé: whose it is, what they call themselves, where they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roleferry.domain.model.profile.reading.places import IN_TEXT, is_place
from roleferry.domain.model.profile.reading.rows import Row
from roleferry.domain.model.profile.reading.section_names import Kind
from roleferry.domain.model.profile.reading.sections import Section, kind_of_heading
from roleferry.domain.model.profile.resume import Extracted
from roleferry.domain.model.text import Span
from roleferry.domain.model.vocabulary import Vocabulary

_CREDENTIAL = (
    r"(?:Ph\.?\s?D|M\.?D|MBA|M\.?B\.?A|PMP|CPA|CFA|CFP|RN|BSN|MSN|LPN|NP|FNP|DNP|JD|J\.D|Esq|CISSP|CISM|CISA|"
    r"CSM|CSPO|PE|P\.E|"
    r"EIT|AIA|LEED(?: AP)?|SHRM-S?CP|SPHR|PHR|M\.?Sc?|B\.?Sc?|M\.?A|B\.?A|M\.?Ed|Ed\.?D|DDS|DVM|PharmD|LCSW|"
    r"LMSW|MSW|MPH|MPA|"
    r"ACCA|CA|FCA|CMA|CIA|CPIM|CSCP|Jr|Sr|II|III|IV|PMI-\w+|ITIL|OCP|CCNA|CCNP|CCIE|MCSE|M\.?Tech|B\.?Tech|"
    r"B\.?E|M\.?E|Dr|"
    r"PgMP|RHIA|CRNA|APRN|OTR/?L?|DPT|PT|CCC-SLP|SSBB|CSSBB|PHD|Hons)"
)
_CREDENTIALS = re.compile(rf"(?:[\s,(|/–—-]+{_CREDENTIAL}\.?\)?)+(?=$|[\s,|)])[\s.,)]*$")
_LABEL = re.compile(
    r"^(?:(?:full |candidate )?name\s*[:\-–—]|(?:resume|résumé|cv|curriculum vitae)\s*(?:of\b|for\b|"
    r"[:\-–—]))\s*[:\-–—]?\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"\s+(?=\S*[@\d+])|\s+\(?(?=(?:mobile|phone|e-?mail|tel|cell|contact|mob|ph|address|resume|résumé|cv|"
    r"curriculum)\b)",
    re.IGNORECASE,
)
"""Where the words behind a name are no longer the name."""
_HONORIFIC = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|eng)\.?\s+", re.IGNORECASE)
_WORD = re.compile(r"^(?:[^\W\d_][^\W\d_'’`.-]*(?:[-'’`.][^\W\d_]+)*\.?|\([^\W\d_]+\)|[\"“'‘][^\W\d_]+[\"”'’],?)$")
_PARTICLES = frozenset(
    "de da di del della der den van von bin ibn al el la le dos das do du y e ben ter ten te st bint abu af zu".split()
)
_NO_NAME = frozenset(
    "resume résumé cv curriculum vitae confidential page address email phone mobile tel profile street road avenue "
    "university college school institute inc llc ltd company gmbh portfolio linkedin github website contact "
    "date updated references available years experience team skills senior junior the and of for with in at "
    "period employer position institution award dates duration role job title degree".split()
)
_PARTS = re.compile(r"\t+| {3,}|\s*[|•·▪●◆■~/]\s*|\s+[-–—]\s+|,\s+|:\s+|\s*\(")
_ADDRESS_LINE = 140
"""Characters; a longer line is a sentence, not a line of addresses."""
_NAME_WORDS = 2
_MOST_PARTS = 3
_MOST_WORDS = 5
_FIRST_ROWS = 25
_LONGEST = 45


def find_name(rows: Sequence[Row], sections: Sequence[Section], *, vocabulary: Vocabulary) -> Extracted | None:
    """Return the person's name: among the first rows, the one that looks most like it by words, size and place."""
    first_page = [row for row in rows if row.line.page == 1]
    early = {row.span for row in first_page[:_FIRST_ROWS]}
    tallest = max((row.line.size for row in first_page), default=0.0)
    candidates = [row for row in first_page if row.span in early or row.line.size >= tallest > 0]
    opening = _opening(sections)
    scored = [
        (_score(row, item, number, tallest=tallest, opening=row.span in opening), -number, item)
        for number, row in enumerate(candidates)
        for item in _possible_names(row, candidates[number + 1 : number + 2])
        if not vocabulary.is_title(item.value)
        and not vocabulary.find_degrees(item.value)
        and not _is_skill(item, vocabulary)
    ]
    best = max(scored, default=None, key=lambda entry: entry[:2])
    return best[2] if best and best[0] > 0 else None


def _is_skill(item: Extracted, vocabulary: Vocabulary) -> bool:
    return any(len(skill.written) >= len(item.value) - 2 for skill in vocabulary.find_skills(item.value))


def _opening(sections: Sequence[Section]) -> set[Span]:
    kinds = {Kind.HEADER, Kind.CONTACT}
    return {row.span for section in sections if section.kind in kinds for row in section.rows}


def _score(row: Row, item: Extracted, number: int, *, tallest: float, opening: bool) -> float:
    """Weigh a candidate; size speaks loudest, then being first. A row deep below the top needs its size to count."""
    score = 3.0 - 0.35 * number if opening else -3.0
    if tallest and row.line.size >= tallest - 0.1:
        score += 3.0
    elif tallest:
        score -= 3.0 * (1 - row.line.size / tallest)
    words = sum(word.lower() not in _PARTICLES for word in item.value.split())
    score += {2: 1.5, 3: 1.2, 4: 0.5}.get(words, -1.5)
    score += 0.5 if row.line.bold or item.value.isupper() or row.line.heading == 1 else 0.0
    score -= 1.5 if item.value.islower() else 0.0
    return score + (1.0 if item.span == row.span or _LABEL.match(row.text) else 0.0)


def _possible_names(row: Row, following: Sequence[Row]) -> list[Extracted]:
    found = []
    if not row.bullet and kind_of_heading(row.text) is None and len(row.text) < _ADDRESS_LINE + 60:
        start = _LABEL.match(row.text)
        offset = start.end() if start else 0
        end = _first_part(row.text, offset)
        item = _as_name(row.text[offset:end], row.span.start + offset)
        found += [item] if item else []
        found += _over_two_rows(row, following) or _set_wide(row)
    return found


def _first_part(text: str, offset: int) -> int:
    match = _PARTS.search(text, offset + 1)
    comma = match is not None and match[0].startswith(",")
    if match and comma and re.fullmatch(r"[A-Z][\w'’-]+", text[offset : match.start()]):
        match = _PARTS.search(text, match.end())
    end = match.start() if match else len(text)
    behind = _BEHIND.search(text, offset + 1, end)
    return behind.start() if behind else end


def _over_two_rows(row: Row, following: Sequence[Row]) -> list[Extracted]:
    """Read a first name above a family name, both set large."""
    if not following or not _alike(row, following[0]) or following[0].line.block != row.line.block:
        return []
    if not row.line.size and not (row.span.start == 0 and row.text.isupper()):
        return []
    one, two = row.text.split(), following[0].text.split()
    if max(len(one), len(two)) > _NAME_WORDS or len(one) + len(two) > _MOST_PARTS:
        return []
    item = _as_name(f"{row.text} {following[0].text}", row.span.start)
    return [Extracted(value=item.value, span=Span(row.span.start, following[0].span.end))] if item else []


def _alike(row: Row, below: Row) -> bool:
    """Whether two rows are of one size and case; their weights may differ."""
    return row.style[0] == below.style[0] and row.text.isupper() == below.text.isupper()


def _set_wide(row: Row) -> list[Extracted]:
    """Read a name whose words stand far apart."""
    words = row.text.split()
    if len(words) > 4 or not re.search(r"\t| {3,}", row.text):  # noqa: PLR2004
        return []
    item = _as_name(" ".join(words), row.span.start)
    return [Extracted(value=item.value, span=row.span)] if item and len(item.value) == len(" ".join(words)) else []


def _as_name(text: str, start: int) -> Extracted | None:
    """Return the text as a name if each word may be of one; titles of courtesy and letters behind are left out."""
    lead = _HONORIFIC.match(text)
    begin = lead.end() if lead else 0
    rest = text[begin:]
    value = _CREDENTIALS.sub("", rest) if len(rest.split()) > _NAME_WORDS else rest
    begin += len(value) - len(value.lstrip(" \t,;|"))
    value = value.strip(" \t,;|")
    if not _is_name(value):
        return None
    return Extracted(value=value, span=Span(start + begin, start + begin + len(value)))


def _is_name(value: str) -> bool:
    words = value.replace(",", " ").split()
    own = [word for word in words if word.lower() not in _PARTICLES]
    if not len(words) > 1 or len(own) > _MOST_WORDS or len(value) > _LONGEST or kind_of_heading(value) is not None:
        return False
    if is_place(value) or any(word.lower().strip(".") in _NO_NAME for word in words):
        return False
    if sum(len(word.strip(".")) > 1 for word in words) == 0:
        return False
    capital = all(
        word[0].isupper() or not word[0].isascii() or word.lower() in _PARTICLES or word[0] in "(\"“'‘"
        for word in words
    )
    lower = value.islower() and len(words) <= _MOST_PARTS
    return all(_WORD.match(word) for word in words) and (capital or lower)


def find_location(sections: Sequence[Section]) -> Extracted | None:
    """Return where the person is, as the top or the contact block says."""
    for row in _top_rows(sections):
        for match in re.finditer(r"[^|•·▪●\t◆■]+", row.text):
            piece = re.sub(r"^\s*(?:address|location|based in|city)\s*:\s*", "", match[0], flags=re.IGNORECASE).strip(
                " ,"
            )
            if piece and is_place(piece) and not re.search(r"[@\d]{4}", piece.replace(" ", "")[:4]):
                start = row.span.start + row.text.index(piece, match.start())
                return Extracted(value=piece, span=Span(start, start + len(piece)))
        found = IN_TEXT.search(row.text)
        if found and len(row.text) < _ADDRESS_LINE:
            return Extracted(value=found[1], span=Span(row.span.start + found.start(1), row.span.start + found.end(1)))
    return None


def find_headline(sections: Sequence[Section], name: Extracted | None, *, vocabulary: Vocabulary) -> Extracted | None:
    """Return the words below the name that say what the person is."""
    for row in _top_rows(sections):
        if name and row.span.start <= name.span.start < row.span.end:
            rest = _rest(row, name)
            if rest and _says_what(rest.value, vocabulary):
                return rest
            continue
        contact = "@" in row.text or re.search(r"\d{3}", row.text)
        if not row.bullet and not contact and len(row.text) < _ADDRESS_LINE and _says_what(row.text, vocabulary):
            return row.extracted()
    return None


def _rest(row: Row, name: Extracted) -> Extracted | None:
    """Return what follows the name on its row: `Ann Bell | Product Designer`."""
    text = row.text[max(0, name.span.end - row.span.start) :]
    match = re.match(r"^\s*(?:[|•·–—\t-]|,\s)\s*([^|•·@\d\t]{3,80})", text)
    if not match:
        return None
    value = match[1].strip(" ,-–")
    start = row.span.end - len(text) + text.index(value)
    return Extracted(value=value, span=Span(start, start + len(value)))


def _says_what(text: str, vocabulary: Vocabulary) -> bool:
    first = re.split(r"\s*[|•·/]\s*|\s+[-–—]\s+", text)[0]
    return vocabulary.is_title(text) or vocabulary.is_title(first)


def _top_rows(sections: Sequence[Section]) -> list[Row]:
    return [row for section in sections if section.kind in {Kind.HEADER, Kind.CONTACT} for row in section.rows][:30]
