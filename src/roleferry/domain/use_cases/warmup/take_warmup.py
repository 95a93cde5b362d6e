"""A pool mail has come in, or a report about one: it is counted in the pool's series, and filed away from the inbox."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parseaddr

from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.inbound.message import InboundMail
from roleferry.domain.model.inbound.reading import read_inbound
from roleferry.domain.model.warmup.mail import WarmupMail, WarmupStatus, answer_to
from roleferry.domain.use_cases.inbound.outcomes import Outcome
from roleferry.ports.clock import Ids
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeWarmup:
    """Nothing of it reaches replies, figures or health; its mark was checked by whoever calls."""

    transactions: Transactions
    ids: Ids

    async def __call__(self, mail_id: OutreachId, mail: InboundMail, *, at: datetime, now: datetime) -> Outcome:
        """Return APPLIED, or KNOWN when it changes nothing; as the system, since it is two people's."""
        reading = read_inbound(mail, today=at.date())
        async with self.transactions.begin(None) as uow:
            known = await uow.warmup.find(mail_id)
            if known is None:
                return Outcome.KNOWN
            if reading.bounce is not None or reading.complaint is not None:
                delayed = reading.bounce is not None and reading.bounce.delayed
                if delayed or not await uow.warmup.settle(known, WarmupStatus.BOUNCED, at=now, why="came back"):
                    return Outcome.KNOWN
                return Outcome.APPLIED
            return await self._received(uow, known, mail, at=at, now=now)

    async def _received(
        self, uow: UnitOfWork, known: WarmupMail, mail: InboundMail, *, at: datetime, now: datetime
    ) -> Outcome:
        sender, partner = await uow.warmup.member(known.mailbox_id), await uow.warmup.member(known.partner_mailbox_id)
        written_by = parseaddr(mail.header("from"))[1].casefold()
        if sender is None or partner is None or written_by != sender.address.casefold():
            return Outcome.KNOWN
        if not await uow.warmup.settle(known, WarmupStatus.RECEIVED, at=now):
            return Outcome.KNOWN
        answer = answer_to(known, sender=partner, partner=sender, new_id=self.ids.new(), received_at=max(at, now))
        await uow.warmup.plan([answer] if answer else [])
        return Outcome.APPLIED
