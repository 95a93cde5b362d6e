"""Take in an answer that somebody brings as a file: by the same proof as one that came by itself (SPEC 7)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.inbound.message import InboundMail
from roleferry.domain.use_cases.inbound.outcomes import Outcome
from roleferry.domain.use_cases.inbound.read_mail_in import ReadMailIn
from roleferry.domain.use_cases.inbound.recognising import Recognise, Recognised
from roleferry.ports.clock import Clock


class ReplyUnproven(Invalid):
    """The mail does not answer any of yours."""

    code = "reply.unproven"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedMail:
    """What a mail turned out to be: an answer by this identity, or else a report, and to which mail."""

    outreach_id: OutreachId
    identity: str
    is_answer: bool
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReply:
    """Read at once, since somebody waits for it; nothing of a mail that is not proven is kept."""

    recognise: Recognise
    read_mail_in: ReadMailIn
    clock: Clock

    async def __call__(self, user_id: UserId, raw: bytes) -> ImportedMail:
        """
        Return what it was.

        Raises:
            ReplyUnproven: it names no mail of this person's, or was not sent to them by somebody else.
        """
        now = self.clock.now()
        found = await self.recognise(raw, at=now, user_id=user_id)
        if not isinstance(found, Recognised):
            raise ReplyUnproven(
                "this file is no answer to a mail of yours: save the answer itself, with all its headers, "
                "as it came to you (.eml)"
            )
        outcome = await self.read_mail_in.of(found, at=_written_at(found.mail, now=now), now=now)
        if outcome is Outcome.UNPROVEN:
            raise ReplyUnproven("this file reports on a mail of yours, but nothing that happened to it")
        return ImportedMail(
            outreach_id=found.about.outreach_id,
            identity=found.identity,
            is_answer=found.proven is not None,
            is_new=outcome is Outcome.APPLIED,
        )


def _written_at(mail: InboundMail, *, now: datetime) -> datetime:
    """Return when its writer says it was written, unless that is still to come."""
    try:
        at = parsedate_to_datetime(mail.header("date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return now
    return min(at if at.tzinfo else at.replace(tzinfo=UTC), now)
