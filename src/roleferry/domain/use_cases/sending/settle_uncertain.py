"""Settle mails that nobody knows about: by evidence, never by sending again (SPEC 6)."""

from collections import Counter
from dataclasses import dataclass

from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.domain.use_cases.sending.handing_over import HandOver
from roleferry.domain.use_cases.sending.settling import Settlement
from roleferry.ports.clock import Clock
from roleferry.ports.mail import Evidence, Mailer, Whereabouts
from roleferry.ports.outreach import MailRef
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class SettleUncertain:
    """Mark mails whose worker died as uncertain, and ask the provider about those that have settled."""

    transactions: Transactions
    hand_over: HandOver
    settlement: Settlement
    mailer: Mailer
    lease_times: LeaseTimes
    clock: Clock

    async def __call__(self, *, limit: int) -> Counter[OutreachStatus]:
        """Return how many mails ended in each status."""
        lost = await self._lose_expired(limit=limit)
        async with self.transactions.begin(None) as uow:
            seconds = self.lease_times.settle.total_seconds()
            doubtful = await uow.outreach.doubtful(older_than_seconds=seconds, limit=limit)
        settled = [await self._settle(MailRef(one.user_id, one.id)) for one in doubtful]
        return Counter([*lost, *settled])

    async def _lose_expired(self, *, limit: int) -> list[OutreachStatus]:
        async with self.transactions.begin(None) as uow:
            lost = [one.lost() for one in await uow.outreach.expired(limit=limit)]
            await uow.outreach.save_all(lost)
            return [one.status for one in lost]

    async def _settle(self, mail: MailRef) -> OutreachStatus:
        """Ask outside any transaction, then write only if the mail is still in doubt."""
        now = self.clock.now()
        async with self.transactions.begin(None) as uow:
            cases = await uow.outreach.cases_of([mail], now=now)
        try:
            evidence = await self.mailer.find(self.hand_over.outgoing(cases[0]))
        except Exception:  # noqa: BLE001 - who cannot be asked, for whatever reason, leaves this mail in doubt and no other
            return OutreachStatus.UNCERTAIN
        async with self.transactions.begin(cases[0].outreach.user_id) as uow:
            outreach = await uow.outreach.find(mail.id)
            if outreach.status is not OutreachStatus.UNCERTAIN:
                return outreach.status
            if evidence.whereabouts is Whereabouts.FOUND:
                provider_id, message_id = evidence.provider_id, evidence.message_id
                return await self.settlement.accept(
                    uow, outreach, at=now, provider_id=provider_id, message_id=message_id
                )
            settled = self._absent(outreach, evidence)
            if settled is not outreach:
                await uow.outreach.save(settled)
            return settled.status

    def _absent(self, outreach: Outreach, evidence: Evidence) -> Outreach:
        """Send again only on the word of a provider that can prove absence; else a person decides."""
        proven = evidence.whereabouts is Whereabouts.ABSENT and self.mailer.capability.can_prove_absence
        return outreach.proven_absent(retry_at=self.clock.now()) if proven else outreach
