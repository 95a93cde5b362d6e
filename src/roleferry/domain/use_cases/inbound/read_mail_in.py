"""Read a mail that came in: whose it is by proof alone, what it says, and what follows from that (SPEC 7)."""

from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.inbound.bounce import Bounce, BounceType
from roleferry.domain.model.inbound.complaint import Complaint
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.inbound.message import read_mail
from roleferry.domain.model.warmup.words import mark_of
from roleferry.domain.use_cases.inbound.apply_event import ApplyEvent
from roleferry.domain.use_cases.inbound.outcomes import Outcome
from roleferry.domain.use_cases.inbound.recognising import Recognise, Recognised
from roleferry.domain.use_cases.inbound.take_reply import TakeReply
from roleferry.domain.use_cases.warmup.take_warmup import TakeWarmup
from roleferry.ports.event_sources import InboundSubmission
from roleferry.ports.raw_events import FoundMail


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMailIn:
    """Send a mail that came in its way: a bounce or a complaint to the mail it is about, an answer to the inbox."""

    recognise: Recognise
    apply_event: ApplyEvent
    take_reply: TakeReply
    take_warmup: TakeWarmup
    token_key: bytes

    async def __call__(self, submission: InboundSubmission, *, now: datetime) -> Outcome:
        """Return what became of it."""
        at = submission.at or now
        mail = read_mail(submission.raw)
        if (pool_mail := mark_of(mail, key=self.token_key)) is not None:
            return await self.take_warmup(pool_mail, mail, at=at, now=now)
        found = await self.recognise(submission.raw, at=at, user_id=submission.user_id)
        return await self.of(found, at=at, now=now) if isinstance(found, Recognised) else found

    async def of(self, found: Recognised, *, at: datetime, now: datetime) -> Outcome:
        """Carry out what a mail says that was recognised already."""
        if found.proven is not None:
            mail, reading, identity = found.mail, found.reading, found.identity
            return await self.take_reply(found.about, found.proven, mail, reading, identity=identity, at=at, now=now)
        told = found.reading.bounce or found.reading.complaint
        event = _event(told, found.about, found.identity, at=at)
        if event is None:
            return Outcome.UNPROVEN
        return await self.apply_event.to_mail(found.about, event, dedupe_key=f"mail:{found.identity}"[:300], now=now)


def _event(told: Bounce | Complaint | None, about: FoundMail, identity: str, *, at: datetime) -> ProviderEvent | None:
    """Turn a report into the event it tells of; None when it tells of nothing that happened to this mail."""
    match told:
        case Bounce():
            return _bounce_event(told, about, identity, at=at)
        case Complaint(by_recipient=True):
            return _told(EventType.COMPLAINED, about, identity, at=at)
        case _:
            return None


def _bounce_event(bounce: Bounce, about: FoundMail, identity: str, *, at: datetime) -> ProviderEvent:
    address = about.to_address.casefold()
    named = [one for one in bounce.recipients if one.address.casefold() == address]
    failed = next(iter(named or bounce.recipients), None)
    if bounce.delayed:
        return _told(EventType.DEFERRED, about, identity, at=at)
    kind = failed.type if failed else BounceType.SOFT
    reason = failed.status or failed.reply_code if failed else ""
    return _told(EventType.BOUNCED, about, identity, at=at, bounce=kind, reason=reason)


def _told(
    kind: EventType,
    about: FoundMail,
    identity: str,
    *,
    at: datetime,
    bounce: BounceType | None = None,
    reason: str = "",
) -> ProviderEvent:
    return ProviderEvent(
        provider="inbound",
        provider_event_id=identity,
        type=kind,
        at=at,
        bounce=bounce,
        message_id=about.message_id.strip("<>"),
        recipient=about.to_address,
        reason=reason,
    )
