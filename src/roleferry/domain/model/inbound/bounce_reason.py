"""Why a mail came back, read from the words and codes of the machine that refused it (RFC 3463 and what is said).

Words come before codes: many servers send 5.0.0, 5.1.1 or 5.7.1 for everything, few write a wrong sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roleferry.domain.model.inbound.bounce_kinds import Family, Reason
from roleferry.domain.model.inbound.bounce_phrases import SPECIFIC
from roleferry.domain.model.inbound.bounce_phrases_general import RECIPIENT_AND_REST, WEAK

_FAMILY = {
    Reason.USER_UNKNOWN: Family.RECIPIENT,
    Reason.HOST_UNKNOWN: Family.RECIPIENT,
    Reason.MOVED: Family.RECIPIENT,
    Reason.ACCEPTS_NO_MAIL: Family.RECIPIENT,
    Reason.SUSPENDED: Family.RECIPIENT,
    Reason.FILTERED: Family.RECIPIENT,
    Reason.MAILBOX_FULL: Family.MAILBOX_FULL,
    Reason.TOO_BIG: Family.MAILBOX_FULL,
    Reason.EXPIRED: Family.TRANSIENT,
    Reason.NETWORK: Family.TRANSIENT,
    Reason.SYSTEM: Family.TRANSIENT,
}
_HARD = frozenset({Reason.USER_UNKNOWN, Reason.HOST_UNKNOWN, Reason.MOVED, Reason.ACCEPTS_NO_MAIL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """A reason with the words or the code that gave it away."""

    reason: Reason
    words: str

    @property
    def family(self) -> Family:
        """Return what kind of thing has to change."""
        return _FAMILY.get(self.reason, Family.POLICY)

    @property
    def hard(self) -> bool:
        """Whether the address itself will never work."""
        return self.reason in _HARD


_CODES: tuple[tuple[Reason, str], ...] = (
    (Reason.ACCEPTS_NO_MAIL, "5.1.10 5.3.2"),
    (Reason.USER_UNKNOWN, "5.1.0 5.1.1 5.1.3 5.1.4 5.1.5 4.1.1 4.1.0"),
    (Reason.HOST_UNKNOWN, "5.1.2 4.1.2 5.4.4"),
    (Reason.MOVED, "5.1.6 4.1.6"),
    (Reason.FILTERED, "5.2.1 5.2.0 4.2.1"),
    (Reason.MAILBOX_FULL, "5.2.2 4.2.2"),
    (Reason.TOO_BIG, "5.2.3 5.3.4 4.2.3 4.3.4"),
    (Reason.REFUSED, "5.1.7 5.1.8 5.1.9 4.1.7 4.1.8 4.1.9"),
    (Reason.RATE, "4.7.28 5.7.28 4.4.5 5.4.5 4.5.3 5.5.3"),
    (Reason.NO_REVERSE_DNS, "5.7.25 4.7.25"),
    (Reason.AUTHENTICATION, "5.7.9 5.7.20 5.7.21 5.7.22 5.7.23 5.7.24 5.7.26 5.7.27 5.7.515 4.7.26"),
    (Reason.EXPIRED, "4.4.7 5.4.7"),
)
_BY_CODE = {code: reason for reason, codes in _CODES for code in codes.split()}
_BY_CLASS = {"3": Reason.SYSTEM, "4": Reason.NETWORK, "6": Reason.CONTENT, "7": Reason.BLOCKED, "2": Reason.FILTERED}
_MAX_WORDS = 4_000
_ADDRESS = re.compile(r"[^\s<>,;:()]{1,64}@[^\s<>,;:()]{1,255}")
_LINK = re.compile(r"\bhttps?://(?!groups\.google)\S{1,500}")
_HOST = re.compile(
    r"(?<![\w.-])(?!resolver\.|groups\.google)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,8}\.?[a-z]\b(?![.@])"
)
_RELAYED = re.compile(r"\d\.\d\.\d{1,3} - [^'\n]{3,60} (?:\(?\d{3}\)?-?)?'(.{3,})'")
"""One gateway's wrapping: its own summary first, then what the other server really said, in quotes."""


def cause_of(texts: Iterable[str], status: str) -> Cause | None:
    """Find the reason in the most telling text that says one, else in the status code."""
    plain = [_bare(text) for text in texts]
    for table in ((*SPECIFIC, *RECIPIENT_AND_REST), WEAK):
        for text in plain:
            if cause := _by_words(text, table):
                return _doubted(cause, status)
    return _by_status(status)


def _doubted(cause: Cause, status: str) -> Cause:
    """Doubt an unknown user where the code says that the mailbox exists or that a rule refused (RFC 3463)."""
    if cause.reason is Reason.USER_UNKNOWN and (status[1:3] == ".7" or status[1:] == ".2.0"):
        return Cause(reason=Reason.FILTERED, words=cause.words)
    return cause


def _by_words(plain: str, table: Iterable[tuple[Reason, re.Pattern[str]]]) -> Cause | None:
    for reason, pattern in table:
        if match := pattern.search(plain):
            return Cause(reason=reason, words=match[0])
    return None


def _bare(text: str) -> str:
    """Lower the words and drop addresses, links and host names, whose letters say nothing about the reason."""
    plain = " ".join(text[:_MAX_WORDS].lower().split())
    if wrapped := _RELAYED.search(plain):
        plain = wrapped[1]
    return _HOST.sub("~", _ADDRESS.sub("~", _LINK.sub("", plain)))


def _by_status(status: str) -> Cause | None:
    reason = _BY_CODE.get(status) or _BY_CLASS.get(status[2:3])
    return Cause(reason=reason, words=status) if reason else None
