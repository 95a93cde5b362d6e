"""Title, company and place, from the first lines and from what the advert says of itself; never one for another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.jobs.reading.header_wording import calm, name_before_bracketed_place, without_mode
from roleferry.domain.model.jobs.reading.labelling import Labelled
from roleferry.domain.model.jobs.reading.parts import Part
from roleferry.domain.model.jobs.reading.places import is_place, named_place
from roleferry.domain.model.jobs.reading.vocabulary import PostingVocabulary

_TOP = 12
"""Lines that may hold the header."""
_LABEL = re.compile(
    (
        r"^(?P<label>job title|title|(?:the )?position(?: title)?|(?:the )?role|vacancy|"
        r"company(?: name)?|employer|agency|organi[sz]ation|hiring company|location(?:\(s\)|s)?|job "
        r"location|based in|place of work|place of employment|workplace|city|"
        r"office)\s*[:\-–]\s*(?P<value>\S.{0,118})$"
    ),
    re.IGNORECASE,
)
_FIELD = {
    "title": "title",
    "job title": "title",
    "position": "title",
    "position title": "title",
    "role": "title",
    "the role": "title",
    "the position": "title",
    "vacancy": "title",
}
_COMPANY_LABELS = frozenset(
    {"agency", "company", "company name", "employer", "organization", "organisation", "hiring company"}
)
_SEPARATOR = re.compile(r"\s+(?:[-–—|·•@]|at|bei)\s+|\s*[|·•]\s*|\s+[–—-]\s*")
_SEPARATORS = (*"-–—|·•@", "at", "bei")
_COMMA = re.compile(r",\s+")
_IN_PLACE = re.compile(
    r"\b(?:in|near|located in|based in|out of) (?P<place>[A-Z][\w.' -]{1,40}(?:, ?[A-Z][\w. "
    r"]{1,25}){0,2})(?=[.!;)]|$| \()"
)
_COMPANY_SEAT = re.compile(r"\b(?:based|headquartered|founded|located|offices?|clients|customers)\b", re.IGNORECASE)
_OF_THE_JOB = re.compile(r"\b(?:role|position|job|you|vacancy|opportunity|looking for|hiring|seeking)\b", re.IGNORECASE)
_GENDER = re.compile(
    (
        r"\s*[(\[]\s*(?:all genders|[mwfdxhvi](?:\s?[/|,*]\s?[mwfdxhvi]){1,3}|gn|f/m|m/f)\s*[)\]]|"
        r"\s+[mwf]/[mwfd](?:/[dxw])?\b"
    ),
    re.IGNORECASE,
)
_ASIDE = re.compile(
    (
        r"\s*[(\[](?:[^()\[\]]{0,20}\b)?(?:remote|hybrid|on-?site|full[- ]time|part[- ]time|"
        r"contract|permanent|temporary|ftc|maternity cover|urgent|new|multiple locations|\d{1,2} "
        r"months?)\b[^()\[\]]{0,40}[)\]]"
    ),
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*\([^()]{0,80}\)")
_HIRING = re.compile(
    r"\b(?:(?:role|position|job|opening|vacancy|opportunity) (?:for|as|of)|looking|searching|"
    r"hiring|seeking|recruiting|recruit|search)\b(?: for)?(?: to (?:hire|recruit|appoint))? "
    r"(?:an? |our (?:next |new |first )?|experienced |talented |another "
    r")+(?P<title>[A-Za-z][\w/&+.#, -]{2,70}?)(?=\s(?:to|who|that|with|in|at|for|on|based|"
    r"join\w*|within|responsible|\()|[.,;!(]|$)"
)
_HIRING_WORDS = (
    *("looking", "search", "hiring", "seeking", "recruit"),
    *("role ", "position ", "job ", "opening ", "vacancy ", "opportunity "),
)
_HIRER = re.compile(
    r"(?:^|[.!?]\s)(?P<name>[A-Z0-9][\w&.'’+-]*(?:\s(?:[A-Z0-9&][\w&.'’+-]*|of|and|"
    r"the)){0,4})(?:,[^.,]{0,60},)?\s(?:(?:is|are)\s(?:(?:currently|actively|now|also|"
    r"urgently)\s)?(?P<hires>looking for|seeking|hiring|searching for|recruiting|on a "
    r"mission)|(?:is|was)\s(?:an?|the|one|founded|dedicated|committed|building|proud|"
    r"growing))\b"
)
_AT = re.compile(
    r"\b(?:[Aa]t|[Jj]oin|[Aa]bout|[Bb]ehind|[Cc]areers at|[Ww]orking (?:at|for)) "
    r"(?P<name>[A-Z0-9][\w&.'’+-]*(?:\s[A-Z&][\w&.'’+-]*){0,3})"
)
_DOES = re.compile(
    r"(?P<name>[A-Z0-9][\w&.'’+-]*(?:\s(?:[A-Z0-9&][\w&.'’+-]*|of|and|the)){0,4})\s(?:makes|builds|provides|helps|offers|"
    r"runs|operates|develops|designs|sells|processes|creates|delivers|supplies|serves|produces|manufactures|publishes)\s"
)
"""At the start of a line, a name and what its company does."""
_IS = re.compile(r"\s(?:is|are|was)\s")
_BEFORE_NAME = re.compile(r"[tndgr] [A-Z0-9]")
"""What `_HIRER` and `_AT` cannot do without; most lines have neither."""
_NOT_A_NAME = frozenset(
    """
we our you your the this that it us i he she they who what why how there here as a an in on for to and or but if
all any each every about join company team role job position description overview summary location remote hybrid
title salary benefits responsibilities requirements qualifications our team the company the role candidate
candidates applicants employer experience knowledge ability work home time least any one full part times your
team at this is are competitive equal opportunity apply now today position type posted date department easy
apply save share report new urgent promoted actively recruiting senior junior lead he she both everyone people
someone heart scale present night day sign view show see jobs skip menu search back click login log welcome
hello hi dear nights days evenings weekends shifts shift
""".split()
)
_SMALL = frozenset("of and the for de la le du des di del van von der den und et y e i".split())
_TITLE_WORDS = 9
_NAME_WORDS = 6
_SURE = 2
_DEPARTMENT = frozenset({"team", "department", "division", "group", "unit"})


@dataclass(frozen=True, slots=True)
class Header:
    """What the advert calls the job, who offers it, and where; None where it does not say."""

    title: str | None
    company: str | None
    location: str | None


def read_header(pieces: Sequence[Labelled], *, vocabulary: PostingVocabulary) -> Header:
    """
    Read the three names off the top lines, then off sentences such as "Acme is looking for a data engineer".

    Where no title stands on top, the names there cannot be told apart, and only sentences say who the company is.
    """
    top = _top_lines(pieces)
    labelled = _labelled(top)
    parts = [part for line in top if not _LABEL.match(line) for part in _parts(line)]
    finer = [piece for part in parts for piece in _COMMA.split(part)]
    title = (
        labelled.get("title")
        or _title(parts, vocabulary)
        or _title(finer, vocabulary)
        or _for_all_genders(top)
        or _sought(pieces, vocabulary)
    )
    names = [each for part in parts for each in _name_and_place(part, title)]
    location = labelled.get("location") or _location(names) or _location(_ends_in_place(top))
    told_apart = "title" in labelled or (title is not None and any(title in part for part in (*parts, *finer)))
    placed = [found[0] for part in parts if len(found := _name_and_place(part, title)) > 1]
    names = [*_between_title_and_place(top, title, vocabulary), *placed, *names]
    company = labelled.get("company") or _company(names if told_apart else (), pieces, title, vocabulary)
    return Header(calm(_clean_title(title)) if title else None, company, without_mode(location) if location else None)


def _between_title_and_place(top: Sequence[str], title: str | None, vocabulary: PostingVocabulary) -> list[str]:
    """Return the name with a line of its own under the title and above the place, as boards write it."""
    if title is None:
        return []
    for above, line, below in zip(top, top[1:], top[2:], strict=False):
        is_team = line.split()[-1:] and line.split()[-1].lower() in _DEPARTMENT
        if title in above and is_place(below) and not is_team and _may_be_company(line, title, vocabulary):
            return [] if vocabulary.find_titles(line) else [line]
    return []


def _top_lines(pieces: Sequence[Labelled]) -> list[str]:
    """Return the lines before the advert proper begins."""
    lines: list[str] = []
    for piece in pieces:
        begun = piece.heading and piece.part not in {Part.FACTS, Part.NEUTRAL}
        if len(lines) >= _TOP or (begun and lines):
            break
        if not begun or _LABEL.match(piece.segment.text):
            lines.append(piece.segment.text)
    return lines


def _location(parts: Sequence[str]) -> str | None:
    return next((place for part in parts if (place := named_place(part))), None)


def _ends_in_place(top: Sequence[str]) -> list[str]:
    """Return what follows "in" in the top lines: "Acme is hiring an engineer in Austin, TX"."""
    found = ((line[:300], [match["place"] for match in _IN_PLACE.finditer(line[:300])]) for line in top)
    told = (places for line, places in found if places and _of_the_job(line))
    return [place for places in told for place in places]


def _of_the_job(line: str) -> bool:
    """Tell whether a place in this line is the job's, and not only where the company sits."""
    return not _COMPANY_SEAT.search(line) or _OF_THE_JOB.search(line) is not None


def _labelled(top: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for match in filter(None, map(_LABEL.match, top)):
        label, value = match["label"].lower(), match["value"].strip()
        field = _FIELD.get(label) or ("company" if label in _COMPANY_LABELS else "location")
        if field == "location" or not is_place(value):
            found.setdefault(field, value)
    return found


def _parts(line: str) -> list[str]:
    """Return the line as a whole if it is one name, else the names it is made of."""
    if is_place(line):
        return [line]
    bare = _GENDER.sub("", line) if any(map(line.__contains__, "([/")) else line
    parts = _SEPARATOR.split(bare) if any(map(bare.__contains__, _SEPARATORS)) else [bare]
    return [part.strip(" ,;*_") for part in parts if part and part.strip(" ,;*_")]


def _name_and_place(part: str, title: str | None) -> list[str]:
    """Return "Acme Robotics, Lisbon (hybrid)" as a name and a place; what holds the title, or all else, as it is."""
    if not (title and title in part) and (apart_from_brackets := name_before_bracketed_place(part)):
        return [*apart_from_brackets]
    name, comma, rest = part.partition(", ")
    place = _BRACKETS.sub("", rest).strip()
    apart = comma and is_place(place) and not is_place(name) and not (title and title in part)
    return [name, place] if apart else [part]


def _title(parts: Sequence[str], vocabulary: PostingVocabulary) -> str | None:
    for part in parts[:8]:
        bare = _clean_title(part)
        if 1 <= len(bare.split()) <= _TITLE_WORDS and not is_place(bare) and _names_title(bare, vocabulary):
            return bare
    return None


def _for_all_genders(top: Sequence[str]) -> str | None:
    """Return what stands before "(m/w/d)", which follows only titles, in whatever language."""
    marks = (_GENDER.search(line) for line in top[:3])
    words = next((mark.string[: mark.start()].strip(" ,;:-–—|*#") for mark in marks if mark), "")
    return words if 0 < len(words.split()) <= _TITLE_WORDS else None


def _names_title(text: str, vocabulary: PostingVocabulary) -> bool:
    bare = _BRACKETS.sub("", text).strip()
    if not bare or bare.endswith((".", "!", "?", ":")) or bare[:1].islower():
        return False
    return vocabulary.is_title(bare) or any(
        2 * len(found) >= len(bare) or span.end == len(bare) for found, span in vocabulary.find_titles(bare)
    )


def _clean_title(text: str) -> str:
    aside = any(map(text.__contains__, "([/"))
    bare = (_ASIDE.sub("", _GENDER.sub("", text)) if aside else text).strip(" ,;:-–—|*#")
    return re.sub(
        r"^(?:job title|position|vacancy|hiring|we(?:'|’)re hiring|now hiring|urgent)\s*[:!-]\s*",
        "",
        bare,
        flags=re.IGNORECASE,
    )


def _sought(pieces: Sequence[Labelled], vocabulary: PostingVocabulary) -> str | None:
    """Return the title in "We are looking for a senior data engineer to ..."."""
    spoken = (piece.segment.text[:600] for piece in pieces[:60])
    for text in spoken:
        for match in _HIRING.finditer(text) if any(map(text.__contains__, _HIRING_WORDS)) else ():
            said = match["title"].strip(" ,")
            if len(said.split()) <= _TITLE_WORDS and (vocabulary.is_title(said) or vocabulary.find_titles(said)):
                return said
    return None


def _company(
    parts: Sequence[str], pieces: Sequence[Labelled], title: str | None, vocabulary: PostingVocabulary
) -> str | None:
    votes: Counter[str] = Counter()
    named = (part for part in parts[:8] if _may_be_company(part, title, vocabulary))
    for at, part in enumerate(part for part in named if not vocabulary.find_titles(part)):
        votes[part] += _SURE if at == 0 else 1
    for piece in pieces[:80]:
        for name, weight in _said_names(piece):
            if _may_be_company(name, title, vocabulary):
                votes[name] += weight
    best = max(votes, key=lambda name: votes[name], default=None)
    return best if best is not None and votes[best] >= _SURE else None


def _said_names(piece: Labelled) -> list[tuple[str, int]]:
    text = piece.segment.text[:400]
    hirers = _HIRER.finditer(text) if _IS.search(text) else ()
    employers = _AT.finditer(text) if _BEFORE_NAME.search(text) else ()
    does = None if piece.heading else _DOES.match(text)
    return [
        *([(_trimmed(does["name"]), _SURE)] if does else []),
        *((_trimmed(match["name"]), _SURE if match["hires"] else 1) for match in hirers),
        *((_trimmed(match["name"]), _SURE if _introduces(piece, match) else 1) for match in employers),
    ]


def _introduces(piece: Labelled, match: re.Match[str]) -> bool:
    """Tell whether a name stands where only the employer's does: "About Acme" as a heading, "At Acme, we"."""
    return piece.heading or (
        match.start() == 0 and re.match(r",? (?:we|our|you)\b", match.string[match.end() :]) is not None
    )


def _trimmed(name: str) -> str:
    return re.sub(r"['’]s?$", "", name.strip(" .,'’-"))


def _may_be_company(name: str, title: str | None, vocabulary: PostingVocabulary) -> bool:
    words = name.split()
    if (
        not words
        or len(words) > _NAME_WORDS
        or not name[0].isalnum()
        or name[0].islower()
        or name.endswith((".", "!", "?", ":"))
    ):
        return False
    if not re.search(r"[^\W\d_]{2}", name) or _is_skill(name, vocabulary):
        return False
    if (
        words[0].lower().strip(",'’") in _NOT_A_NAME
        or any(word.isdigit() for word in words)
        or re.search(r"[£$€@]|\d{3}|\bago\b|applicants", name)
    ):
        return False
    if any(word[0].islower() and word not in _SMALL for word in words):
        return False
    same_as_title = title is not None and (name.lower() in title.lower() or title.lower() in name.lower())
    return not (same_as_title or is_place(name) or vocabulary.is_title(name) or _fact(name))


def _is_skill(name: str, vocabulary: PostingVocabulary) -> bool:
    """Tell whether one plain word is a skill, such as "Collaboration", rather than a name."""
    return " " not in name and any(found.written == name for found in vocabulary.find_skills(name))


def _fact(name: str) -> bool:
    """Tell whether the words are a plain fact of the job, such as "Full-time" or "Remote"."""
    return (
        re.fullmatch(
            (
                r"(?:(?:full|part)[- ]?time|remote|hybrid|on-?site|permanent|contract|temporary|"
                r"internship|mid-level|entry[- ]level|\W|and|/)+(?: \w+)?"
            ),
            name.lower(),
        )
        is not None
    )
