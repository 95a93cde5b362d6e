"""Put a proven answer into the inbox and let it have its effect: it is what all the sending is for (SPEC 3.9, 7)."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr

from roleferry.domain.model.charsets import storable
from roleferry.domain.model.ids import ReplyId
from roleferry.domain.model.inbound.colleague import is_colleague
from roleferry.domain.model.inbound.inbox import LONGEST_TEXT, InboxReply, deciding_sentence
from roleferry.domain.model.inbound.message import InboundMail
from roleferry.domain.model.inbound.reading import Reading, ReplyLabel
from roleferry.domain.model.inbound.reply_proof import ProvenReply
from roleferry.domain.model.sending.decisions import Decision
from roleferry.domain.model.sending.outreach import Outreach, OutreachEvent
from roleferry.domain.model.sending.stop_rules import on_out_of_office, on_unsubscribe
from roleferry.domain.model.sending.zones import zone_named
from roleferry.domain.use_cases.inbound.apply_event import note_sent
from roleferry.domain.use_cases.inbound.consequences import Consequences
from roleferry.domain.use_cases.inbound.outcomes import Outcome
from roleferry.domain.use_cases.inbound.tell_owner import tell_of_colleague, tell_of_reply
from roleferry.ports.clock import Ids
from roleferry.ports.events import OutreachFact
from roleferry.ports.raw_events import FoundMail
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeReply:
    """One transaction of the mail's owner: the log, the inbox, the mail's flags, the stop rules, the notices."""

    transactions: Transactions
    consequences: Consequences
    ids: Ids

    async def __call__(
        self,
        found: FoundMail,
        proven: ProvenReply,
        mail: InboundMail,
        reading: Reading,
        *,
        identity: str,
        at: datetime,
        now: datetime,
    ) -> Outcome:
        """Return APPLIED, or KNOWN when this mail was taken in before."""
        async with self.transactions.begin(found.user_id) as uow:
            outreach = await uow.outreach.find(found.outreach_id)
            if not await uow.events.add([self._fact(outreach, reading, identity, at=at, now=now)]):
                return Outcome.KNOWN
            reply = self._reply(outreach, proven, mail, reading, identity, at=at)
            await uow.replies.add(reply)
            await note_sent(uow, outreach, self.ids.new(), at=at, now=now)
            evidence = OutreachEvent.REPLIED if reading.label.human else OutreachEvent.SEEN_SENT
            await uow.outreach.save(outreach.learned(evidence, at=at))
            await self._follow(uow, outreach, reading, now=now)
            await self._tell(uow, reply, proven, reading, mailed=outreach.to_address)
        return Outcome.APPLIED

    async def _follow(self, uow: UnitOfWork, outreach: Outreach, reading: Reading, *, now: datetime) -> None:
        decisions: tuple[Decision, ...] = ()
        if reading.label.human:
            decisions = await self.consequences.of_reply(uow, outreach, now=now)
        if reading.label is ReplyLabel.UNSUBSCRIBE:
            decisions += on_unsubscribe(await uow.enrollments.find(outreach.enrollment_id))
        if reading.away and not reading.label.human:
            decisions = on_out_of_office(
                await uow.enrollments.find(outreach.enrollment_id),
                returns_on=reading.back_on,
                now=now,
                zone=zone_named(outreach.time_zone),
                is_holiday=self.consequences.is_holiday(outreach),
            )
        await self.consequences.carry_out(uow, decisions, at=now)

    async def _tell(
        self, uow: UnitOfWork, reply: InboxReply, proven: ProvenReply, reading: Reading, *, mailed: str
    ) -> None:
        if not reading.label.human:
            return
        role = await uow.replies.role_of(reply.outreach_id)
        await tell_of_reply(uow, reply, role, quote=deciding_sentence(reply.text, reading.words))
        if proven.from_colleague and await _is_new_colleague(uow, reply, mailed):
            await tell_of_colleague(uow, reply)

    def _fact(
        self, outreach: Outreach, reading: Reading, identity: str, *, at: datetime, now: datetime
    ) -> OutreachFact:
        return OutreachFact(
            id=self.ids.new(),
            user_id=outreach.user_id,
            outreach_id=outreach.id,
            type="replied" if reading.label.human else "auto_replied",
            at=at,
            recorded_at=now,
            dedupe_key=name_of_answer(identity),
            counted=reading.label.human,
            facts={"label": reading.label.value, "positive": reading.positive},
        )

    def _reply(
        self,
        outreach: Outreach,
        proven: ProvenReply,
        mail: InboundMail,
        reading: Reading,
        identity: str,
        *,
        at: datetime,
    ) -> InboxReply:
        return InboxReply(
            id=ReplyId(self.ids.new()),
            user_id=outreach.user_id,
            outreach_id=outreach.id,
            enrollment_id=outreach.enrollment_id,
            contact_id=outreach.contact_id,
            from_address=proven.sender,
            from_name=storable(parseaddr(mail.header("from"))[0])[:200] or None,
            subject=storable(mail.header("subject"))[:998] or None,
            text=storable(reading.reply.text)[:LONGEST_TEXT],
            label=reading.label,
            confidence=reading.confidence,
            deciding=tuple(storable(word)[:200] for word in reading.words[:20]),
            message_id=identity[:300],
            received_at=at,
            handled=not reading.label.human,
        )


async def _is_new_colleague(uow: UnitOfWork, reply: InboxReply, mailed: str) -> bool:
    enrollment = await uow.enrollments.find(reply.enrollment_id)
    company_id = enrollment.company_id
    domains = (await uow.companies.find(company_id)).domains if company_id else ()
    if not is_colleague(reply.from_address, mailed, domains):
        return False
    return await uow.contacts.of_email(reply.from_address) is None


def name_of_answer(identity: str) -> str:
    """Return how the log names an answer, by the identity of its mail."""
    return f"mail:{identity}"[:300]
