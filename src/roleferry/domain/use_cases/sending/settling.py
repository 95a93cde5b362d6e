"""Record what became of a try to send, whatever happened to the row meanwhile."""

from dataclasses import dataclass, replace
from datetime import datetime

from roleferry.domain.model.sending.attempt import Attempt
from roleferry.domain.model.sending.enrollment import EndReason, EnrollmentEvent
from roleferry.domain.model.sending.outcome import Outcome, OutcomeKind, retry_at
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.events import OutreachFact
from roleferry.ports.outreach import OutreachCase
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """
    Write the outcome of one attempt, in a transaction of the mail's own user.

    Acceptance is true whatever the row has become; anything else counts only while the attempt's own lease stands,
    since a worker that lost it speaks of a mail that is in doubt.
    """

    transactions: Transactions
    clock: Clock
    ids: Ids

    async def settle(
        self, case: OutreachCase, attempt: Attempt, outcome: Outcome, *, message_id: str | None
    ) -> OutreachStatus:
        """Return the status the mail has now."""
        at = attempt.ended_at or self.clock.now()
        async with self.transactions.begin(attempt.user_id) as uow:
            await uow.outreach.end_attempt(attempt)
            outreach = await uow.outreach.find(attempt.outreach_id)
            if outcome.kind is OutcomeKind.ACCEPTED:
                return await self.accept(uow, outreach, at=at, provider_id=outcome.provider_id, message_id=message_id)
            if outreach.status is not OutreachStatus.SENDING or outreach.lease_token != attempt.token:
                return outreach.status
            settled = _after(outreach, outcome, at=at)
            await uow.outreach.save(settled)
            if settled.status is OutreachStatus.FAILED:
                await self._fail_enrollment(uow, case, at=at)
            return settled.status

    async def accept(
        self, uow: UnitOfWork, outreach: Outreach, *, at: datetime, provider_id: str | None, message_id: str | None
    ) -> OutreachStatus:
        """Record in the caller's transaction that a provider has taken the mail over."""
        accepted = outreach.accepted(at=at, provider_id=provider_id)
        if message_id is not None:
            accepted = replace(accepted, message_id=message_id)
        await uow.outreach.save(accepted)
        await uow.events.add([self.fact(outreach, "sent", at=at)])
        return accepted.status

    def fact(self, outreach: Outreach, kind: str, *, at: datetime, **facts: object) -> OutreachFact:
        """Return the log's entry for something that happens to a mail once."""
        return OutreachFact(
            id=self.ids.new(),
            user_id=outreach.user_id,
            outreach_id=outreach.id,
            type=kind,
            at=at,
            recorded_at=self.clock.now(),
            dedupe_key=kind,
            facts=facts,
        )

    async def _fail_enrollment(self, uow: UnitOfWork, case: OutreachCase, *, at: datetime) -> None:
        """End a conversation whose mail can never be accepted; its later mails would answer one nobody got."""
        enrollment = await uow.enrollments.find(case.enrollment.id)
        if not enrollment.state.is_live:
            return
        await uow.enrollments.save(enrollment.end(EnrollmentEvent.FAIL, EndReason.SEND_FAILED, at=at))
        rest = await uow.outreach.open_of(enrollment_ids=[enrollment.id])
        await uow.outreach.save_all([one.cancel("the mail before it could not be sent") for one in rest])


def _after(outreach: Outreach, outcome: Outcome, *, at: datetime) -> Outreach:
    why = outcome.detail or outcome.code or "refused"
    match outcome.kind:
        case OutcomeKind.REFUSED:
            again = retry_at(
                now=at, attempts=outreach.attempts, outreach_id=outreach.id, retry_after=outcome.retry_after
            )
            return outreach.rejected(f"refused too often: {why}") if again is None else outreach.refused(retry_at=again)
        case OutcomeKind.REJECTED:
            return outreach.rejected(why)
        case _:
            return outreach.lost()
