"""How to reach the person: mail addresses, phone numbers, links."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from roleferry.domain.model.profile.reading.dates import Period
from roleferry.domain.model.profile.resume import Extracted
from roleferry.domain.model.text import Span

_MAIL = re.compile(
    r"(?<![\w.+%@-])[\w+%&'’-]+(?:\.[\w+%&'’-]+)*@(?:[^\W_](?:[\w-]{0,62}[^\W_])?\.){1,6}[^\W\d_]{2,24}(?![\w@-])"
)
_RUN_ON = re.compile(r"\.(?:com|org|net|edu|in|io|de|uk)(?=[A-Z][a-z]+$)")
_BROKEN_MAIL = re.compile(
    r"(?<![\w.+%@-])(?P<local>[\w+%-]+(?:\.[\w+%-]+)*)(?P<at>\s{0,2}(?:@|\(at\)|\[at\])\s{0,2})"
    r"(?P<host>[A-Za-z\d-]+(?:\s?\.\s?[A-Za-z\d-]+){0,3})\s?\.\s?(?P<top>com|org|net|edu|co\.uk|ac\.uk|io|in|"
    r"de|fr|ca|dev|me|us)(?![\w@])",
    re.IGNORECASE,
)
_JOIN = r"[ \u00b7·.\-‐\u2011–()]{0,4}"
_PHONE = re.compile(
    r"(?<![\w.,#$€£+@=-])(?:\(?0\d{1,5}\)?\s?/\s?\d(?:"
    + _JOIN
    + r"\d){3,9}|(?:\(?\+|00(?=[1-9]))?\(?\d(?:"
    + _JOIN
    + r"\d){6,14})(?![\d\w%@])"
    r"(?:\s?(?:ext|x|extension)\.?\s?\d{1,5})?",
    re.IGNORECASE,
)
_POSTCODE = re.compile(r"\d{5}(?:-\d{4})?\W{1,4}(?=\(?\d{3}\)?\W{0,3}\d{3}\W{0,3}\d{4}$)")
_PHONE_LABEL = re.compile(
    r"(?:phone|tel|mobile|cell|mob|ph|contact|call|telephone|whatsapp|number|no|[mptc])\W{0,4}$", re.IGNORECASE
)
_FAX = re.compile(r"fax\W{0,4}$", re.IGNORECASE)
_DATES = re.compile(
    r"^(?:19|20)\d\d\s?[-–/. ]+\s?(?:19|20)\d\d$|^\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d|^(?:19|"
    r"20)\d\d[-/.]\d\d[-/.]\d\d"
)
_LINK = re.compile(
    r"(?<![\w@.-])(?:https?://|www\.)[^\s<>()\[\]|,;•·]+"
    r"|(?<![\w@./-])(?:[a-z]{2,3}\.)?(?:linkedin\.com|github\.com|gitlab\.com|bitbucket\.org|behance\.net|"
    r"dribbble\.com|"
    r"medium\.com|twitter\.com|x\.com|stackoverflow\.com|kaggle\.com|leetcode\.com|facebook\.com|"
    r"instagram\.com|youtube\.com|"
    r"angel\.co|researchgate\.net|orcid\.org|scholar\.google\.com|hackerrank\.com|codepen\.io|"
    r"about\.me)/[^\s<>()\[\]|,;•·]*"
    r"|(?<![\w@./-])[a-z\d][a-z\d-]{1,40}\.(?:github\.io|vercel\.app|netlify\.app|herokuapp\.com|"
    r"wordpress\.com|me|dev|io|design)"
    r"(?:/[^\s<>()\[\]|,;]*)?(?![\w@.])",
    re.IGNORECASE,
)
_UNBROKEN = re.compile(r"\S+")
_FEWEST, _MOST = 7, 15
"""Digits of a number with its country (ITU-T E.164)."""
_LOCAL = 10
_SHORT = 8


def find_emails(text: str) -> tuple[Extracted, ...]:
    """Return each address once; one that spaces break is put together, its span covers the spaces too."""
    found = [_mail(match) for match in _unbroken(_MAIL, text, holding="@")]
    if not found:
        found = [
            Extracted(value=f"{match['local']}@{_tight(match['host'])}.{match['top']}", span=Span(*match.span()))
            for match in _BROKEN_MAIL.finditer(text)
            if "\n" not in match[0] or re.search(r"\n\s?\.|\.\s?\n", match[0])
        ]
    return _once(found)


def _mail(match: re.Match[str]) -> Extracted:
    """Cut off what runs on behind the address: `ann@example.comPhone`."""
    end = _RUN_ON.search(match[0])
    value = match[0][: end.end()] if end else match[0]
    return Extracted(value=value, span=Span(match.start(), match.start() + len(value)))


def _tight(host: str) -> str:
    return re.sub(r"\s", "", host)


def find_phones(text: str, *, periods: Sequence[Period] = ()) -> tuple[Extracted, ...]:
    """Return each number once; the given dates, amounts and identifiers are none."""
    return _once([Extracted(value=span.of(text), span=span) for span in _phones(text, periods)])


def _phones(text: str, periods: Sequence[Period]) -> Iterator[Span]:
    dated = [period.span for period in periods if period.ranged]
    ends = [span.end for span in dated]
    for match in _PHONE.finditer(text):
        before = text[max(0, match.start() - 14) : match.start()]
        digits = re.sub(r"\D", "", re.split(r"(?i)\s?(?:ext|x)", match[0])[0])
        after = bisect_right(ends, match.start())
        if after < len(dated) and dated[after].start < match.end():
            continue
        code = _POSTCODE.match(match[0])
        skipped = code.end() if code else 0
        if _is_phone(match[0], digits, before):
            yield Span(match.start() + skipped, match.start() + len(match[0].rstrip(" -–.(/")))


def _is_phone(written: str, digits: str, before: str) -> bool:
    if not _FEWEST <= len(digits) <= _MOST or _DATES.match(written) or _FAX.search(before):
        return False
    joined = before.rsplit(None, 1)[-1] if before[-1:].strip() else ""
    if re.search(r"https?:|www\.|[^\d)]/", joined):
        return False
    if written.lstrip("(").startswith(("+", "00")) or _PHONE_LABEL.search(before):
        return True
    if len(digits) < _LOCAL - 1:
        return bool(re.fullmatch(r"\d{3}[-. ]\d{4}", written)) and len(digits) < _SHORT
    return len(set(digits)) > 1 and not re.fullmatch(r"(?:\d{1,3}[.,])+\d{1,3}", written)


def find_links(text: str) -> tuple[Extracted, ...]:
    """Return web addresses, without the full stop that ends a sentence."""
    found = []
    for match in _unbroken(_LINK, text, holding="."):
        value = match[0].rstrip(".,:;'\"")
        found.append(Extracted(value=value, span=Span(match.start(), match.start() + len(value))))
    return _once(found)


def _unbroken(pattern: re.Pattern[str], text: str, *, holding: str) -> Iterator[re.Match[str]]:
    """Look at the stretches without white space that hold what no address of this kind is without."""
    for unbroken in _UNBROKEN.finditer(text) if holding in text else ():
        if holding in unbroken[0]:
            yield from pattern.finditer(text, *unbroken.span())


def _once(found: list[Extracted]) -> tuple[Extracted, ...]:
    return tuple({re.sub(r"[\s().-]", "", item.value.lower()): item for item in reversed(found)}.values())[::-1]
