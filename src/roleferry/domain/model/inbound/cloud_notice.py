"""A cloud sender's notification that arrives as a mail: JSON in the text, whole or escaped inside another."""

from __future__ import annotations

import re

from roleferry.domain.model.inbound.delivery_report import RecipientReport

_BOUNCED = re.compile(r'bouncedRecipients\\{0,3}"\s?:\s?\[(.{0,20000}?)\]', re.DOTALL)
_COMPLAINED = re.compile(r'complainedRecipients\\{0,3}"\s?:\s?\[', re.DOTALL)
_PERSON = re.compile(r"\{([^{}]{1,4000})\}")
_PAIR = re.compile(r'([A-Za-z]{3,20})\\{0,3}"\s?:\s?\\{0,3}"((?:[^"\\]|\\(?!")){0,2000})')
_MAX_CHARS = 100_000


def notice_recipients(text: str) -> tuple[RecipientReport, ...]:
    """Read the bounced recipients of a notification; none when the text is no such notification."""
    joined = text[:_MAX_CHARS].replace("\n", "")
    section = _BOUNCED.search(joined)
    return tuple(_report(match[1]) for match in _PERSON.finditer(section[1])) if section else ()


def is_complaint_notice(text: str) -> bool:
    """Whether the text is a notification of complaints."""
    return bool(_COMPLAINED.search(text[:_MAX_CHARS].replace("\n", "")))


def _report(person: str) -> RecipientReport:
    told = dict(_PAIR.findall(person))
    return RecipientReport(
        address=told.get("emailAddress", ""),
        action=told.get("action", "").lower(),
        status=told.get("status", ""),
        diagnostic=told.get("diagnosticCode", ""),
    )
