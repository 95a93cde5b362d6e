"""Where a report in plain words ends and the mail it returns begins."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_MARK = re.compile(
    (
        r"[\s>|*#=_-]{0,80}(?:(?:this is|here is|below (?:this line )?(?:is|are)|the following is|attached is|"
        r"included is) (?:a |the )?"
        r"(?:copy|text|headers?|first|original|message|transcript of the original)|"
        r"(?:a )?copy of (?:the|your) (?:original )?(?:message|mail|e-?mail)|"
        r"(?:start of )?(?:the )?(?:original|unsent|returned|undelivered|bounced|rejected|failed) (?:e-?mail|"
        r"mail|message)s?\b"
        r"(?! (?:was|could|has|is|size|you|that|to\b|to:))|"
        r"(?:the )?(?:original |returned |undelivered )?(?:message|mail) (?:text|header|headers|body|"
        r"contents?)\b.{0,30}(?:follow|:|-)|"
        r"(?:the )?(?:body|headers?) of (?:the |your )?(?:original |returned )?(?:message|mail)|"
        r"begin (?:original|message|returned)|message headers? (?:follow|received)|"
        r"your (?:original )?message (?:reads|follows|was:)|"
        r"urspr[uü]ngliche nachricht|message d'origine|сообщение:)"
    ),
    re.IGNORECASE,
)
_HEADER_LINE = re.compile(r"[\s>]{0,6}([A-Za-z][A-Za-z0-9-]{1,60}):(?:\s|$|\S)")
_TELLING = frozenset({"received", "return-path", "message-id", "mime-version", "x-mailer", "dkim-signature"})
_ORDINARY = _TELLING | {
    "from",
    "to",
    "date",
    "subject",
    "content-type",
    "reply-to",
    "sender",
    "x-received",
    "user-agent",
    "delivered-to",
}
_LOOKAHEAD = 12
_REPORT_FIELDS = frozenset(
    {"final-recipient", "original-recipient", "diagnostic-code", "reporting-mta", "action", "status"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Words about a failure, and the headers of the mail that failed as far as they are quoted."""

    words: str
    returned: Mapping[str, str]


def split_report(text: str) -> Report:
    """Cut a report in plain text before the mail it returns."""
    lines = text.split("\n")
    end = next((at for at in range(len(lines)) if _begins_returned(lines, at)), len(lines))
    return Report(words="\n".join(lines[:end]), returned=_quoted_headers(lines[end:]))


def _begins_returned(lines: list[str], at: int) -> bool:
    line = lines[at][:300]
    if _header_name(line) in _TELLING and at + 1 < len(lines):
        return _is_header_block(lines[at : at + _LOOKAHEAD])
    if at == 0 or not _MARK.match(line):
        return False
    return not _fields_follow(lines[at + 1 : at + _LOOKAHEAD * 4])


def _fields_follow(lines: list[str]) -> bool:
    """Whether report fields still come: then the mark only introduced them."""
    return any(_header_name(line) in _REPORT_FIELDS for line in lines)


def _header_name(line: str) -> str:
    match = _HEADER_LINE.match(line)
    return match[1].lower() if match else ""


def _is_header_block(lines: list[str]) -> bool:
    names = {_header_name(line) for line in lines if not line.startswith((" ", "\t")) or line[:3].isspace()}
    return len(names & _ORDINARY) > 1


def _quoted_headers(lines: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in lines[:200]:
        if match := _HEADER_LINE.match(line):
            found.setdefault(match[1].lower(), line.split(":", 1)[1].strip()[:1000])
    return found
