"""Record what became of a try to send, whatever happened to the row meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.sending.attempt import Attempt
from roleferry.domain.model.sending.enrollment import EndReason, EnrollmentEvent
from roleferry.domain.model.sending.mailbox import MailboxPause
from roleferry.domain.model.sending.outcome import Fault, Outcome, OutcomeKind, retry_at
from roleferry.domain.model.sending.outreach import FAILED_BEFORE, Outreach, OutreachStatus
from roleferry.domain.use_cases.sending.pausing import pause_mailbox
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.events import OutreachFact
from roleferry.ports.outreach import Acceptance, OutreachCase
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What one attempt has to tell."""

    case: OutreachCase
    attempt: Attempt
    outcome: Outcome
    message_id: str | None = None
    """What it really went out with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """
    Write the outcomes of attempts.

    Acceptance is true whatever the row has become; anything else counts only while the row is the attempt's own: being
    sent by it, or in doubt because of it.
    """

    transactions: Transactions
    clock: Clock
    ids: Ids

    async def settle_all(self, told: Sequence[Told]) -> list[OutreachStatus]:
        """Return the status each mail has now; the many that were simply accepted are written together."""
        accepted = [one for one in told if one.outcome.kind is OutcomeKind.ACCEPTED]
        written: frozenset[OutreachId] = frozenset()
        if accepted:
            async with self.transactions.begin(None) as uow:
                written = await self.accept_all(uow, accepted)
        others = [one for one in told if one.attempt.outreach_id not in written]
        return [*[OutreachStatus.SENT] * len(written), *[await self.settle(one) for one in others]]

    async def accept_all(self, uow: UnitOfWork, accepted: Sequence[Told]) -> frozenset[OutreachId]:
        """
        Write acceptances in the system's transaction, since they are of many people, and return whose were written.

        Left out is what somebody has touched since it was begun, or has in hand: `settle` waits for that.
        """
        acceptances = [
            Acceptance(
                user_id=one.attempt.user_id,
                outreach_id=one.attempt.outreach_id,
                token=one.attempt.token,
                at=self._ended(one),
                provider_id=one.outcome.provider_id,
                message_id=one.message_id,
                event_id=self.ids.new(),
            )
            for one in accepted
        ]
        return await uow.outreach.accept_attempts(acceptances, recorded_at=self.clock.now())

    async def settle(self, told: Told) -> OutreachStatus:
        """Return the status the mail has now, written in a transaction of its own user."""
        attempt, outcome = told.attempt, told.outcome
        at = self._ended(told)
        async with self.transactions.begin(attempt.user_id) as uow:
            await uow.outreach.end_attempts([attempt])
            outreach = await uow.outreach.find(attempt.outreach_id)
            if outcome.kind is OutcomeKind.ACCEPTED:
                return await self.accept(
                    uow, outreach, at=at, provider_id=outcome.provider_id, message_id=told.message_id
                )
            if outreach.lease_token != attempt.token or outreach.status not in _SPOKEN_FOR:
                return outreach.status
            settled = _after(outreach, outcome, at=at)
            if settled is outreach:
                return outreach.status
            await uow.outreach.save(settled)
            if outcome.blocked:
                why = outcome.detail or outcome.code
                await pause_mailbox(uow, told.case.mailbox.id, MailboxPause.BLOCKED, detail=why)
            elif outcome.code == Fault.AUTHENTICATION and told.case.connections.smtp is not None:
                why = outcome.detail
                await pause_mailbox(uow, told.case.mailbox.id, MailboxPause.AUTHENTICATION, detail=why)
            if settled.status is OutreachStatus.FAILED and not outcome.blocked:
                await self._fail_enrollment(uow, told.case, at=at)
            return settled.status

    def _ended(self, told: Told) -> datetime:
        return told.attempt.ended_at or self.clock.now()

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
        await uow.outreach.save_all([one.cancel(FAILED_BEFORE) for one in rest])


_SPOKEN_FOR = frozenset({OutreachStatus.SENDING, OutreachStatus.UNCERTAIN})


def _after(outreach: Outreach, outcome: Outcome, *, at: datetime) -> Outreach:
    """Return the mail after anything but acceptance; the same mail when that says nothing new."""
    why = outcome.detail or outcome.code or "refused"
    match outcome.kind:
        case OutcomeKind.REJECTED if outcome.blocked:
            return outreach.blocked()
        case OutcomeKind.REFUSED:
            again = retry_at(
                now=at, attempts=outreach.attempts, outreach_id=outreach.id, retry_after=outcome.retry_after
            )
            return outreach.rejected(f"refused too often: {why}") if again is None else outreach.refused(retry_at=again)
        case OutcomeKind.REJECTED:
            return outreach.rejected(why)
        case _:
            return outreach if outreach.status is OutreachStatus.UNCERTAIN else outreach.lost()
