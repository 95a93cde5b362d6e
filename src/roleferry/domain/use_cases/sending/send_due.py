"""Send mail whose time has come: claim under a lease, commit the intent, hand over, record what happened (SPEC 6)."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.sending.attempt import Attempt
from roleferry.domain.model.sending.gate_facts import GateAnswer, GateDecision, SendFacts
from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.outreach import Outreach, OutreachStatus
from roleferry.domain.model.sending.send_gate import HOLD_REASONS, check
from roleferry.domain.use_cases.sending.gathering import SendFactsGatherer
from roleferry.domain.use_cases.sending.handing_over import HandOver
from roleferry.domain.use_cases.sending.settling import Settlement
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.mail import Mailer
from roleferry.ports.outreach import OutreachCase
from roleferry.ports.transactions import Transactions, UnitOfWork

_LOOK_AGAIN = timedelta(minutes=15)
"""When what stands in a mail's way ends at no known time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDue:
    """Send a batch of due mails; run twice, or by many workers, each mail still goes once."""

    transactions: Transactions
    send_facts: SendFactsGatherer
    hand_over: HandOver
    settlement: Settlement
    mailer: Mailer
    lease_times: LeaseTimes
    clock: Clock
    ids: Ids

    async def __call__(self, *, limit: int) -> Counter[OutreachStatus]:
        """Return how many mails ended in each status; mails put off to a later time count as scheduled."""
        now = self.clock.now()
        claimed, put_off = await self._claim(limit=limit, now=now)
        sent = await asyncio.gather(*(self._send(case, attempt) for case, attempt in claimed))
        return Counter([*put_off, *sent])

    async def _claim(
        self, *, limit: int, now: datetime
    ) -> tuple[list[tuple[OutreachCase, Attempt]], list[OutreachStatus]]:
        """Check every gate under the rows' locks and commit the intent to send before the first byte."""
        async with self.transactions.begin(None) as uow:
            if await uow.service_state.sending_stopped() is not None:
                return [], []
            due = await uow.outreach.claimable(now=now, limit=limit)
            if not due:
                return [], []
            cases = await uow.outreach.cases(due, now=now)
            decisions = _decide(await self.send_facts.gather(uow, cases, now=now), now=now)
            going = [case for case in cases if decisions[case.outreach.id].answer is GateAnswer.GO]
            waiting = [_put_off(c.outreach, decisions[c.outreach.id], now=now) for c in cases if c not in going]
            await uow.outreach.save_all(waiting)
            return await self._begin(uow, going, now=now), [one.status for one in waiting]

    async def _begin(
        self, uow: UnitOfWork, cases: Sequence[OutreachCase], *, now: datetime
    ) -> list[tuple[OutreachCase, Attempt]]:
        attempts = [self._attempt(case.outreach, now=now) for case in cases]
        if attempts:
            seconds = self.lease_times.lease.total_seconds()
            await uow.outreach.begin_attempts(attempts, lease_seconds=seconds)
        return list(zip(cases, attempts, strict=True))

    def _attempt(self, outreach: Outreach, *, now: datetime) -> Attempt:
        return Attempt(
            user_id=outreach.user_id,
            outreach_id=outreach.id,
            number=outreach.attempts + 1,
            token=str(self.ids.new()),
            provider=self.mailer.capability.provider,
            started_at=now,
        )

    async def _send(self, case: OutreachCase, attempt: Attempt) -> OutreachStatus:
        outcome, message_id = await self.hand_over(case)
        ended = self.clock.now()
        done = replace(
            attempt,
            ended_at=ended,
            outcome=outcome.kind,
            code=outcome.code,
            detail=outcome.detail,
            provider_id=outcome.provider_id,
        )
        return await asyncio.shield(self.settlement.settle(case, done, outcome, message_id=message_id))


def _decide(facts: Sequence[SendFacts], *, now: datetime) -> Mapping[OutreachId, GateDecision]:
    return {one.outreach.id: check(one, now=now) for one in facts}


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
            return replace(outreach, due_at=max(decision.until or now + _LOOK_AGAIN, now), plan_reason=decision.why)
