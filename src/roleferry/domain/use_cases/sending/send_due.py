"""Send mail whose time has come: claim a batch, begin and hand over one mail a connection, record each (SPEC 6)."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.outcome import Fault, Outcome, OutcomeKind
from roleferry.domain.model.sending.outreach import OutreachStatus
from roleferry.domain.use_cases.sending.beginning import Beginning, Begun
from roleferry.domain.use_cases.sending.handing_over import HandOver
from roleferry.domain.use_cases.sending.settling import Settlement, Told
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.errors import Unavailable
from roleferry.ports.outreach import MailRef
from roleferry.ports.transactions import Transactions

_WAITS = (0.1, 0.2, 0.5, 1.0, 2.0, *[5.0] * 24)
"""Seconds between tries to write down what happened: two minutes, while nobody else can know it."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class SendDue:
    """
    Send a batch of due mails; run twice, or by many workers, each mail still goes once.

    A kill leaves in doubt what was begun, which is at most one mail a connection; what was only claimed is anybody's
    again when its claim ends.
    """

    transactions: Transactions
    beginning: Beginning
    hand_over: HandOver
    settlement: Settlement
    lease_times: LeaseTimes
    clock: Clock
    ids: Ids
    sending_connections: int
    """How many mails are on the wire at once."""

    async def __call__(self, *, limit: int, stopping: Callable[[], bool] = _never) -> Counter[OutreachStatus]:
        """
        Return how many mails ended in each status; mails put off to a later time count as scheduled.

        Once `stopping` says so, nothing more is begun: what is on the wire is finished, the rest is given back.
        """
        token = str(self.ids.new())
        mails = await self._claim(token, limit=limit)
        return await _Batch(self, mails, token=token, stopping=stopping).send() if mails else Counter()

    async def _claim(self, token: str, *, limit: int) -> Sequence[MailRef]:
        now, seconds = self.clock.now(), self.lease_times.claim.total_seconds()
        async with self.transactions.begin(None) as uow:
            if await uow.service_state.sending_hold() is not None:
                return []
            return await uow.outreach.claim(now=now, limit=limit, token=token, lease_seconds=seconds)


class _Batch:
    """Claimed mails on their way: waiting, on the wire, told of."""

    def __init__(self, parts: SendDue, mails: Sequence[MailRef], *, token: str, stopping: Callable[[], bool]) -> None:
        self._parts = parts
        self._token = token
        self._stopping = stopping
        self._waiting = deque(mails)
        self._on_the_wire: set[asyncio.Task[Told]] = set()
        self._counts: Counter[OutreachStatus] = Counter()

    async def send(self) -> Counter[OutreachStatus]:
        """Return what became of each, once none is on the wire and none waits."""
        try:
            while self._has_more():
                await self._begin()
                await self._settle()
        finally:
            await asyncio.shield(self._finish())
        return self._counts

    def _has_more(self) -> bool:
        return bool(self._on_the_wire or (self._waiting and not self._stopping()))

    async def _begin(self) -> None:
        """Begin as many as have a connection free."""
        free = self._parts.sending_connections - len(self._on_the_wire)
        if self._stopping() or not self._waiting or not free:
            return
        turn = [self._waiting.popleft() for _ in range(min(free, len(self._waiting)))]
        begun, put_off = await self._parts.beginning.begin(turn, token=self._token)
        self._counts.update(put_off)
        self._on_the_wire.update(asyncio.create_task(self._hand_over(one)) for one in begun)

    async def _hand_over(self, begun: Begun) -> Told:
        """Hand it over while its lease lasts; a worker that comes too late does not begin."""
        times, left = self._parts.lease_times, self._parts.beginning.left(begun)
        if not times.time_to_begin(left=left):
            late = Outcome(kind=OutcomeKind.REFUSED, code=Fault.LATE.value, detail="the worker came too late to begin")
            return Told(case=begun.case, attempt=begun.attempt, outcome=late)
        outcome, message_id = await self._parts.hand_over(begun.case, within=times.time_to_speak(left=left))
        ended = replace(
            begun.attempt,
            ended_at=self._parts.clock.now(),
            outcome=outcome.kind,
            code=outcome.code,
            detail=outcome.detail,
            provider_id=outcome.provider_id,
        )
        return Told(case=begun.case, attempt=ended, outcome=outcome, message_id=message_id)

    async def _settle(self) -> None:
        """Record all that has ended by now; its connections are free when that is committed."""
        if not self._on_the_wire:
            return
        ended, self._on_the_wire = await asyncio.wait(self._on_the_wire, return_when=asyncio.FIRST_COMPLETED)
        await self._record([one.result() for one in ended])

    async def _record(self, told: Sequence[Told]) -> None:
        late = [one.attempt for one in told if one.outcome.code == Fault.LATE.value]
        known = [one for one in told if one.outcome.code != Fault.LATE.value]
        if late:
            await self._parts.beginning.undo(late)
            self._counts[OutreachStatus.SCHEDULED] += len(late)
        self._counts.update(await self._insist(known))

    async def _insist(self, told: Sequence[Told]) -> Iterable[OutreachStatus]:
        """Write what happened; nobody else knows it, so a database that is away is waited for."""
        for seconds in _WAITS:
            try:
                return await self._parts.settlement.settle_all(told)
            except Unavailable:
                await asyncio.sleep(seconds)
        return await self._parts.settlement.settle_all(told)

    async def _finish(self) -> None:
        """End what is on the wire, and give back what is not begun."""
        if self._on_the_wire:
            ended, _ = await asyncio.wait(self._on_the_wire)
            self._on_the_wire = set()
            await self._record([one.result() for one in ended])
        if self._waiting:
            async with self._parts.transactions.begin(None) as uow:
                await uow.outreach.release_claims(list(self._waiting), token=self._token)
