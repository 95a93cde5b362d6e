"""A person decides about a mail in doubt that no evidence settled: it went, or it did not (SPEC 6)."""

from dataclasses import dataclass

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.domain.use_cases.sending.settling import Settlement
from roleferry.ports.clock import Clock
from roleferry.ports.outreach import LatestAttempt
from roleferry.ports.transactions import Transactions, UnitOfWork


class NotInDoubt(Conflict):
    """Only a mail that may have been sent can be decided about."""

    code = "outreach.not_in_doubt"


class StillSettling(Conflict):
    """The provider may still be acting on it; decide when that is over."""

    code = "outreach.still_settling"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideOutreach:
    """That it went may be said at once; that it did not, only when no request for it can be alive any more."""

    transactions: Transactions
    settlement: Settlement
    planning: Planning
    lease_times: LeaseTimes
    clock: Clock

    async def __call__(
        self, user_id: UserId, outreach_id: OutreachId, *, went: bool, operator: UserId | None = None
    ) -> None:
        """
        Return when it counts as sent, or is planned anew and goes through the whole gate.

        Raises:
            OutreachNotFound: there is none.
            NotInDoubt: it is known what became of it.
            StillSettling: it is too early to say that it did not go.
        """
        async with self.transactions.begin(user_id) as uow:
            outreach = await uow.outreach.find(outreach_id)
            if outreach.status is not OutreachStatus.UNCERTAIN:
                raise NotInDoubt(f"the mail is {outreach.status}", outreach_id=outreach_id)
            latest = await uow.outreach.latest_attempt(outreach_id)
            if went:
                at = latest.started_at if latest else outreach.due_at
                await self.settlement.accept(uow, outreach, at=at, provider_id=None, message_id=None)
            else:
                await self._send_again(uow, outreach, latest)
            await uow.audit.record(
                "outreach.decided",
                entity="outreach",
                entity_id=outreach_id,
                went=went,
                operator=operator and str(operator),
            )

    async def _send_again(self, uow: UnitOfWork, outreach: Outreach, latest: LatestAttempt | None) -> None:
        if latest is not None and latest.age < self.lease_times.settle:
            wait = int((self.lease_times.settle - latest.age).total_seconds() / 60) + 1
            raise StillSettling(f"it may still be under way: decide in {wait} minutes", outreach_id=outreach.id)
        now = self.clock.now()
        await uow.outreach.save(outreach.proven_absent(retry_at=now))
        await self.planning.replan(uow, user_id=outreach.user_id, now=now, enrollment_ids=[outreach.enrollment_id])
