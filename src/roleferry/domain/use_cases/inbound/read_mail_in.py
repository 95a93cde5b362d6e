"""Read a mail that came in: whose it is by proof alone, what it says, and what follows from that (SPEC 7)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.inbound.bounce import Bounce, BounceType
from roleferry.domain.model.inbound.complaint import Complaint
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.inbound.message import InboundMail, read_mail
from roleferry.domain.model.inbound.reading import Reading, read_inbound
from roleferry.domain.model.inbound.reply_proof import (
    Claims,
    KnownMail,
    NoReply,
    ProvenReply,
    claims_of,
    identity_of,
    lookup_names,
    prove,
)
from roleferry.domain.model.sending.tokens import TokenPurpose, open_token
from roleferry.domain.use_cases.inbound.apply_event import ApplyEvent
from roleferry.domain.use_cases.inbound.outcomes import Outcome
from roleferry.domain.use_cases.inbound.take_reply import TakeReply
from roleferry.ports.event_sources import InboundSubmission
from roleferry.ports.raw_events import FoundMail
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadMailIn:
    """Send a mail that came in its way: a bounce or a complaint to the mail it is about, an answer to the inbox."""

    transactions: Transactions
    apply_event: ApplyEvent
    take_reply: TakeReply
    token_key: bytes

    async def __call__(self, submission: InboundSubmission, *, now: datetime) -> Outcome:
        """Return what became of it; the mails it names are looked up as the system, since it has no owner yet."""
        mail = read_mail(submission.raw)
        reading = read_inbound(mail, today=submission.at.date())
        identity = identity_of(mail, submission.raw)
        if reading.bounce is not None or reading.complaint is not None:
            return await self._report(mail, reading, identity, at=submission.at, now=now)
        claims = claims_of(mail)
        tokens = self._opened(claims)
        found = await self._find(claims.message_ids, tuple(tokens.values()))
        proven, known = _prove(mail, found, tokens)
        if proven is NoReply.UNKNOWN_MAIL:
            return Outcome.UNKNOWN
        if isinstance(proven, NoReply) or known is None:
            return Outcome.UNPROVEN
        return await self.take_reply(known, proven, mail, reading, identity=identity, at=submission.at, now=now)

    async def _report(
        self, mail: InboundMail, reading: Reading, identity: str, *, at: datetime, now: datetime
    ) -> Outcome:
        """Apply a report about one of our mails as the event it is."""
        claims = claims_of(mail)
        tokens = self._opened(claims)
        told = reading.bounce or reading.complaint
        original = told.original_message_id if told else ""
        found = await self._find(tuple(filter(None, (original, *claims.message_ids))), tuple(tokens.values()))
        if not found:
            return Outcome.UNKNOWN if original else Outcome.UNPROVEN
        about = found[0]
        event = _event(reading.bounce or reading.complaint, about, identity, at=at)
        if event is None:
            return Outcome.UNPROVEN
        return await self.apply_event.to_mail(about, event, dedupe_key=f"mail:{identity}"[:300], now=now)

    def _opened(self, claims: Claims) -> dict[str, OutreachId]:
        """Return the mails of the tokens that we signed."""
        opened = {one: open_token(TokenPurpose.REPLY, one, key=self.token_key) for one in claims.tokens}
        return {token: outreach_id for token, outreach_id in opened.items() if outreach_id is not None}

    async def _find(self, message_ids: Sequence[str], outreach_ids: Sequence[OutreachId]) -> Sequence[FoundMail]:
        names = [form for one in message_ids for name in lookup_names(one) for form in (f"<{name}>", name)]
        if not names and not outreach_ids:
            return []
        async with self.transactions.begin(None) as uow:
            return await uow.raw_events.locate(message_ids=names, provider_ids=names, outreach_ids=outreach_ids)


def _prove(
    mail: InboundMail, found: Sequence[FoundMail], tokens: Mapping[str, OutreachId]
) -> tuple[ProvenReply | NoReply, FoundMail | None]:
    by_id = {one.outreach_id: one for one in found}
    proven = prove(
        mail,
        our_addresses={one.mailbox_address for one in found},
        in_inbound_folder=True,
        by_token={token: _known(by_id[name]) for token, name in tokens.items() if name in by_id},
        by_message_id={one.message_id.strip("<>"): _known(one) for one in found},
    )
    return proven, by_id.get(proven.outreach_id) if isinstance(proven, ProvenReply) else None


def _known(mail: FoundMail) -> KnownMail:
    return KnownMail(outreach_id=mail.outreach_id, contact_id=mail.contact_id, recipient=mail.to_address)


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
