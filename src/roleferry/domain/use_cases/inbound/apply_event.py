"""Apply one event to the mail it names, with all that follows from it, in one transaction of the mail's owner."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from roleferry.domain.model.figures.facts import MailRecord, MailRef
from roleferry.domain.model.figures.facts import fold as fold_facts
from roleferry.domain.model.figures.log import fact_of
from roleferry.domain.model.inbound.event import EventType, ProviderEvent, fold
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.use_cases.inbound.consequences import Consequences
from roleferry.domain.use_cases.inbound.outcomes import Outcome
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.events import OutreachFact
from roleferry.ports.raw_events import FoundMail
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplyEvent:
    """Fold an event into its mail, write it to the log, carry out what the stop rules and breakers say."""

    transactions: Transactions
    consequences: Consequences
    clock: Clock
    ids: Ids

    async def __call__(self, event: ProviderEvent, *, now: datetime) -> Outcome:
        """Return what became of it; the mail is looked for as the system, since an event names no owner."""
        async with self.transactions.begin(None) as uow:
            found = await uow.raw_events.locate(
                message_ids=[f"<{event.message_id}>", event.message_id] if event.message_id else [],
                provider_ids=[event.provider_message_id] if event.provider_message_id else [],
                send_keys=[event.send_key] if event.send_key else [],
            )
        if not found:
            return Outcome.UNKNOWN
        return await self.to_mail(found[0], event, dedupe_key=_dedupe_key(event), now=now)

    async def to_mail(self, mail: FoundMail, event: ProviderEvent, *, dedupe_key: str, now: datetime) -> Outcome:
        """Apply it to this mail, unless the log has it."""
        async with self.transactions.begin(mail.user_id) as uow:
            outreach = await uow.outreach.find(mail.outreach_id)
            if not await uow.events.add([_fact(self.ids.new(), outreach, event, dedupe_key, now)]):
                return Outcome.KNOWN
            await note_sent(uow, outreach, self.ids.new(), at=event.at, now=now)
            await uow.outreach.save(await _learned(uow, outreach, event, now=now))
            await self.consequences(uow, outreach, event, now=now)
        return Outcome.APPLIED


async def note_sent(uow: UnitOfWork, outreach: Outreach, new_id: UUID, *, at: datetime, now: datetime) -> None:
    """Write that a mail left when only evidence from outside says so; its own acceptance may still come."""
    if outreach.sent_at is not None:
        return
    fact = OutreachFact(
        id=new_id,
        user_id=outreach.user_id,
        outreach_id=outreach.id,
        type="sent",
        at=at,
        recorded_at=now,
        dedupe_key="sent",
    )
    await uow.events.add([fact])


async def _learned(uow: UnitOfWork, outreach: Outreach, event: ProviderEvent, *, now: datetime) -> Outreach:
    """Return the mail as the whole log has it: whether a click is a person's depends on whether and when it arrived."""
    folded = fold(outreach, [event])
    if event.type is EventType.DEFERRED or (folded.clicked_at is None and event.type not in _ABOUT_CLICKS):
        return folded
    record = await record_of(uow, outreach)
    return replace(folded, clicked_at=record.clicked_at(as_of=now) if record else None)


_ABOUT_CLICKS = frozenset({EventType.CLICKED, EventType.DELIVERED, EventType.REPLIED})


async def record_of(uow: UnitOfWork, outreach: Outreach) -> MailRecord | None:
    """Return what the whole log knows of a mail, folded as figures are."""
    ref = MailRef(outreach_id=outreach.id, campaign_id=outreach.campaign_id, contact_id=outreach.contact_id)
    known = [
        fact_of(ref, kind=one.type, at=one.at, counted=one.counted, facts=one.facts, dedupe_key=one.dedupe_key)
        for one in await uow.events.of_mail(outreach.id)
    ]
    return fold_facts(one for one in known if one is not None).get(outreach.id)


def _fact(new_id: UUID, outreach: Outreach, event: ProviderEvent, dedupe_key: str, now: datetime) -> OutreachFact:
    told = {"bounce": event.bounce.value if event.bounce else None, "reason": event.reason or None}
    return OutreachFact(
        id=new_id,
        user_id=outreach.user_id,
        outreach_id=outreach.id,
        type=event.type.value,
        at=event.at,
        recorded_at=now,
        dedupe_key=dedupe_key,
        counted=not event.machine,
        facts={name: value for name, value in told.items() if value is not None},
    )


def _dedupe_key(event: ProviderEvent) -> str:
    """Name the happening, not the delivery: some senders give the same event a new id on every retry."""
    kind = f"{event.type.value}:{event.bounce.value}" if event.bounce else event.type.value
    return f"{kind}:{event.at.isoformat()}"
