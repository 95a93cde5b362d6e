"""Check the shape of a mail: subject, paragraphs, links, capitals, names left open (SPEC 3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.findings import Finding, Part, Severity

LONGEST_SUBJECT = 60
_MOST_PARAGRAPHS = 3
_MOST_LINKS = 2
_LINK = re.compile(r"\b(?:https?://|www\.)[^\s<>\"']+", re.IGNORECASE)
_LIQUID = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_OPEN = re.compile(
    r"\{\{|\}\}|\{%|%\}|\{[a-z][a-z_. ]{1,40}\}|%[A-Z][A-Z_]{2,}%|<<[^<>]{1,40}>>"
    r"|[\[<](?:first|last|full|your|company|contact|job|role|hiring|insert|recipient|sender|manager|name|title|position|team|x{2,})"
    r"[\w .'’-]{0,40}[\]>]",
    re.IGNORECASE,
)
_REPLY = re.compile(r"^\s*(?:(?:re|aw|sv|fw|fwd|wg|tr)\s*(?:\[\d+\])?\s*:)", re.IGNORECASE)
_GREETING = re.compile(
    r"^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day))\b[^\n]{0,60}[,:!.]?$|^[^\n.?]{1,40}[,:]$",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"^(?:[^\n.?!]{1,40}\n)?[^\n.?!]{1,60}$")
_CAPITALS = re.compile(r"(?<![\w-])[A-ZÀ-Þ][A-ZÀ-Þ'’&-]{3,}(?:[\s,]+[A-ZÀ-Þ][A-ZÀ-Þ'’&-]+)*(?![\w-])")
_SHOUTED_WORD = 6
FOOTER_MARK = re.compile(r"(?:^|\n)-- ?\n")


def without_footer(body: str) -> str:
    """Return the body up to the signature separator (RFC 3676 4.3)."""
    found = FOOTER_MARK.search(body)
    return (body[: found.start()] if found else body).strip()


def without_liquid(source: str) -> str:
    """Blank out the template marks, keeping every other character in its place."""
    return _LIQUID.sub(lambda match: " " * len(match.group()), source)


def _at(code: str, severity: Severity, message: str, part: Part, match: re.Match[str]) -> Finding:
    return Finding(
        code=code, severity=severity, message=message, part=part, span=Span(*match.span()), match=match.group()
    )


def subject_findings(subject: str, *, first_mail: bool) -> Iterator[Finding]:
    """Yield what is wrong with a subject line."""
    if not subject.strip():
        yield Finding(
            code="empty_subject", severity=Severity.BLOCKER, message="Give the mail a subject.", part=Part.SUBJECT
        )
    if re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", subject):
        message = "Take the line breaks and control characters out of the subject."
        yield Finding(code="broken_subject", severity=Severity.BLOCKER, message=message, part=Part.SUBJECT)
    if len(subject) > LONGEST_SUBJECT:
        message = f"Shorten the subject to {LONGEST_SUBJECT} characters: it has {len(subject)}."
        yield Finding(
            code="long_subject", severity=Severity.WARNING, message=message, part=Part.SUBJECT,
            span=Span(LONGEST_SUBJECT, len(subject)),
        )  # fmt: skip
    reply = _REPLY.match(subject)
    if first_mail and reply:
        message = "A first mail answers nothing: take the reply or forward mark out of the subject."
        yield _at("false_reply", Severity.BLOCKER, message, Part.SUBJECT, reply)


def open_names(part: Part, text: str) -> Iterator[Finding]:
    """Yield each place that still waits for somebody to fill it in."""
    for match in _OPEN.finditer(text):
        message = f"'{match.group()}' was never filled in. Fill it in or take it out."
        yield _at("unresolved_variable", Severity.BLOCKER, message, part, match)


def body_findings(body: str) -> Iterator[Finding]:
    """Yield what is wrong with the body's build."""
    if not body.strip():
        yield Finding(code="empty_body", severity=Severity.BLOCKER, message="Write something: the mail is empty.")
    count = len(paragraphs(body))
    if count > _MOST_PARAGRAPHS:
        message = f"Bring it down to {_MOST_PARAGRAPHS} paragraphs: it has {count}."
        yield Finding(code="many_paragraphs", severity=Severity.WARNING, message=message)
    links = list(_LINK.finditer(body))
    if len(links) > _MOST_LINKS:
        message = f"Keep at most {_MOST_LINKS} links: it has {len(links)}."
        yield _at("many_links", Severity.WARNING, message, Part.BODY, links[_MOST_LINKS])


def paragraphs(body: str) -> tuple[str, ...]:
    """Return the paragraphs, greeting and closing name left out."""
    blocks = [re.sub(r"[ \t]+", " ", block.strip()) for block in re.split(r"\n\s*\n", body) if block.strip()]
    if blocks and _GREETING.match(blocks[0]):
        blocks = blocks[1:]
    if len(blocks) > 1 and _CLOSING.match(blocks[-1]):
        blocks = blocks[:-1]
    return tuple(blocks)


def shouting(part: Part, text: str, known: tuple[str, ...]) -> Iterator[Finding]:
    """Yield runs of capitals: two words or more, or one long one, that the evidence does not write that way."""
    for match in _CAPITALS.finditer(text):
        words = [word for word in match.group().split() if word.strip(",")]
        is_loud = len(words) > 1 or len(match.group()) >= _SHOUTED_WORD
        if is_loud and not any(match.group() in source for source in known) and not _each_known(words, known):
            message = f"Write '{match.group()}' in ordinary case."
            yield _at("all_caps", Severity.WARNING, message, part, match)


def _each_known(words: list[str], known: tuple[str, ...]) -> bool:
    return all(
        any(re.search(rf"(?<!\w){re.escape(word.strip(','))}(?!\w)", source) for source in known) for word in words
    )
