"""Begin to send: look at every gate once more under the rows' locks, and commit the intent before the first byte."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.sending.attempt import Attempt
from roleferry.domain.model.sending.gate_facts import GateAnswer, GateDecision
from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.domain.model.sending.send_gate import CHECKS, HOLD_REASONS, Gate, check
from roleferry.domain.use_cases.sending.gathering import SendFactsGatherer
from roleferry.domain.use_cases.sending.insisting import insist
from roleferry.domain.use_cases.sending.stretches import Stretches
from roleferry.ports.clock import Clock, Ids, Stopwatch
from roleferry.ports.mail import Mailer
from roleferry.ports.outreach import MailRef, OutreachCase
from roleferry.ports.transactions import Transactions, UnitOfWork

Also = Callable[[UnitOfWork], Awaitable[None]]

_LOOK_AGAIN = timedelta(minutes=15)
"""When what stands in a mail's way ends at no known time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Begun:
    """A mail that is ours alone to hand over, until the stopwatch shows `lease_ends`."""

    case: OutreachCase
    attempt: Attempt
    lease_ends: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning:
    """Turns claimed mails into attempts, as many at once as there are connections free for them."""

    transactions: Transactions
    stretches: Stretches
    send_facts: SendFactsGatherer
    mailer: Mailer
    lease_times: LeaseTimes
    clock: Clock
    stopwatch: Stopwatch
    ids: Ids
    gates: Sequence[Gate] = CHECKS

    async def open(self) -> bool:
        """Say whether anything may be begun at all; to be asked before each `begin`."""
        return await self.stretches.open()

    async def begin(
        self, mails: Sequence[MailRef], *, token: str, also: Also | None = None
    ) -> tuple[list[Begun], list[OutreachStatus]]:
        """
        Return what may be handed over now, and what became of those the gate put off.

        A mail that is no longer claimed under `token` is in neither: somebody else has it, or changed it. `also` is
        done in the same transaction. When this fails, nothing of it stands.
        """
        lease_ends = self.stopwatch.seconds() + self.lease_times.lease.total_seconds()
        attempts = {mail.id: self._attempt(mail) for mail in mails}
        try:
            cases, put_off = await self._commit(mails, attempts, token=token, also=also)
        except BaseException:
            await insist(partial(self.undo, list(attempts.values())))  # it may stand: a commit's answer can be lost
            raise
        return [Begun(case=one, attempt=attempts[one.outreach.id], lease_ends=lease_ends) for one in cases], put_off

    def left(self, begun: Begun) -> timedelta:
        """Return how much of a mail's lease is left."""
        return timedelta(seconds=begun.lease_ends - self.stopwatch.seconds())

    async def undo(self, attempts: Sequence[Attempt]) -> None:
        """Take attempts back of which not one byte has left; those that never came to stand are passed over."""
        async with self.transactions.begin(None) as uow:
            await uow.outreach.take_back_attempts(attempts)

    async def _commit(
        self, mails: Sequence[MailRef], attempts: dict[OutreachId, Attempt], *, token: str, also: Also | None
    ) -> tuple[list[OutreachCase], list[OutreachStatus]]:
        now = self.clock.now()
        async with self.transactions.begin(None) as uow:
            ours = await uow.outreach.lock_claimed(mails, token=token, now=now)
            if also is not None:  # after the locks that may be waited for: what waits must hold nothing
                await also(uow)
            cases = await uow.outreach.cases_of([mail for mail in mails if mail.id in ours], now=now)
            going, put_off = await self._judge(uow, cases, now=now)
            await uow.outreach.save_all(put_off)
            if going:
                seconds = self.lease_times.lease.total_seconds()
                for case in going:
                    provider = self.mailer.provider_of(case.mailbox)
                    attempts[case.outreach.id] = replace(attempts[case.outreach.id], provider=provider)
                intents = [attempts[case.outreach.id] for case in going]
                await uow.outreach.begin_attempts(intents, lease_seconds=seconds)
            return going, [one.status for one in put_off]

    async def _judge(
        self, uow: UnitOfWork, cases: Sequence[OutreachCase], *, now: datetime
    ) -> tuple[list[OutreachCase], list[Outreach]]:
        going, put_off = [], []
        for case, facts in zip(cases, await self.send_facts.gather(uow, cases, now=now), strict=True):
            decision = check(facts, now=now, gates=self.gates)
            if decision.answer is GateAnswer.GO:
                going.append(case)
            elif facts.sending_stopped is None:  # else it stays as it is, for the moment when sending is released
                put_off.append(_put_off(case.outreach, decision, now=now))
        return going, put_off

    def _attempt(self, mail: MailRef) -> Attempt:
        return Attempt(
            user_id=mail.user_id,
            outreach_id=mail.id,
            token=str(self.ids.new()),
            provider=self.mailer.capability.provider,
            started_at=self.clock.now(),
        )


def _put_off(outreach: Outreach, decision: GateDecision, *, now: datetime) -> Outreach:
    """Return the mail as the gate wants it: later, held, canceled or suppressed, with the reason in words."""
    match decision.answer:
        case GateAnswer.SUPPRESS:
            return outreach.suppress(decision.why)
        case GateAnswer.CANCEL:
            return outreach.cancel(decision.why)
        case GateAnswer.HOLD:
            return outreach.hold(HOLD_REASONS[decision.code])
        case _:
            due_at = max(decision.until or now + _LOOK_AGAIN, now)
            return replace(outreach, due_at=due_at, plan_reason=decision.why, lease_token=None, lease_until=None)
