"""One answer in the one inbox: what it says, how it was read, whether its reader is done with it (SPEC 7)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.ids import ContactId, EnrollmentId, OutreachId, ReplyId, UserId
from roleferry.domain.model.inbound.reading import ReplyLabel

LONGEST_TEXT = 100_000
"""Characters of an answer that are kept."""


class ReplyNotFound(NotFound):
    """There is no such reply."""

    code = "reply.not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxReply:
    """A proven answer. Immutable: every change returns the next."""

    id: ReplyId
    user_id: UserId
    outreach_id: OutreachId
    enrollment_id: EnrollmentId
    contact_id: ContactId
    from_address: str
    from_name: str | None
    subject: str | None
    text: str
    label: ReplyLabel
    confidence: float
    deciding: tuple[str, ...]
    message_id: str
    received_at: datetime
    label_by: str = "rules"
    handled: bool = False

    def relabeled(self, label: ReplyLabel) -> InboxReply:
        """Take a person's word for what it is."""
        return replace(self, label=label, label_by="user", confidence=1.0, deciding=())


def deciding_sentence(text: str, words: tuple[str, ...]) -> str:
    """Return the sentence of an answer that holds the deciding words, or its first one."""
    sentences = [part.strip() for line in text.splitlines() for part in _sentences(line) if part.strip()]
    wanted = next(iter(words), "").casefold()
    found = (one for one in sentences if wanted and wanted in one.casefold())
    return next(found, sentences[0] if sentences else "")[:300]


def _sentences(line: str) -> list[str]:
    pieces: list[str] = []
    start = 0
    for at, letter in enumerate(line):
        if letter in ".!?" and (at + 1 == len(line) or line[at + 1] == " "):
            pieces.append(line[start : at + 1])
            start = at + 1
    return [*pieces, line[start:]]
