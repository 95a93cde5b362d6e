"""Send mail whose time has come: claim a batch, begin and hand over one mail a connection, record each (SPEC 6)."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
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

_MOMENT = 0.05
"""Seconds that a settled mail may wait for others to be settled with it."""


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
    """
    Claimed mails on their way: waiting, on the wire, told of.

    Beginning and settling go on side by side, each with all that is ready for it, so that a slow mail delays no other.
    """

    def __init__(self, parts: SendDue, mails: Sequence[MailRef], *, token: str, stopping: Callable[[], bool]) -> None:
        self._parts = parts
        self._token = token
        self._stopping = stopping
        self._waiting = deque(mails)
        self._told: deque[Told] = deque()
        self._in_flight: set[asyncio.Task[None]] = set()
        self._free = parts.sending_connections
        self._room, self._news = asyncio.Event(), asyncio.Event()
        self._all_begun = False
        self._failure: Exception | None = None
        self._counts: Counter[OutreachStatus] = Counter()

    async def send(self) -> Counter[OutreachStatus]:
        """Return what became of each, once none is on the wire and none waits."""
        settling = asyncio.create_task(self._settle_all())
        try:
            await self._begin_all()
        finally:
            self._all_begun = True
            self._news.set()
            await asyncio.shield(settling)
            await asyncio.shield(self._give_back())
        if self._failure is not None:
            raise self._failure
        return self._counts

    async def _begin_all(self) -> None:
        """Begin as many as have a connection free, until none waits or nothing more may begin."""
        while self._waiting and not self._stopping():
            if not self._free:
                self._room.clear()
                await self._room.wait()
                continue
            turn = [self._waiting.popleft() for _ in range(min(self._free, len(self._waiting)))]
            begun, put_off = await self._parts.beginning.begin(turn, token=self._token)
            self._counts.update(put_off)
            self._free -= len(begun)
            self._in_flight.update(asyncio.create_task(self._tell(one)) for one in begun)

    async def _tell(self, begun: Begun) -> None:
        try:
            told = await self._hand_over(begun)
        except Exception as error:  # noqa: BLE001 - `hand_over` answers for whatever came after the first byte
            outcome = Outcome(
                kind=OutcomeKind.REFUSED, code=type(error).__name__, detail="it could not be put together"
            )
            told = Told(case=begun.case, attempt=begun.attempt, outcome=outcome)
        self._told.append(told)
        self._news.set()

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

    async def _settle_all(self) -> None:
        """Record whatever has been told, all of it at once; a connection is free when that is committed."""
        while not self._all_begun or self._free < self._parts.sending_connections:
            await self._gathered()
            told = list(self._told)
            self._told.clear()
            try:
                await self._record(told)
            except Unavailable as error:
                self._failure = error
            except Exception:  # noqa: BLE001 - one mail that cannot be settled strands no other: each for itself
                await self._record_apart(told)
            self._free += len(told)
            self._room.set()

    async def _record_apart(self, told: Sequence[Told]) -> None:
        """Record each for itself; what goes wrong then is raised at the end."""
        for one in told:
            try:
                await self._record([one])
            except Exception as error:  # noqa: BLE001 - the same
                self._failure = error

    async def _gathered(self) -> None:
        """Wait until there is something to settle, and a moment longer for company: one commit serves many."""
        await self._news.wait()
        company = self._parts.sending_connections - self._free
        with suppress(TimeoutError):
            async with asyncio.timeout(_MOMENT):
                while len(self._told) < company // 2:
                    self._news.clear()
                    await self._news.wait()
        self._news.clear()

    async def _record(self, told: Sequence[Told]) -> None:
        late = [one.attempt for one in told if one.outcome.code == Fault.LATE.value]
        known = [one for one in told if one.outcome.code != Fault.LATE.value]
        if late:
            await self._parts.beginning.undo(late)
        self._counts.update([*[OutreachStatus.SCHEDULED] * len(late), *await self._insist(known)])

    async def _insist(self, told: Sequence[Told]) -> Iterable[OutreachStatus]:
        """Write what happened; nobody else knows it, so a database that is away is waited for."""
        for seconds in _WAITS:
            try:
                return await self._parts.settlement.settle_all(told)
            except Unavailable:
                await asyncio.sleep(seconds)
        return await self._parts.settlement.settle_all(told)

    async def _give_back(self) -> None:
        """Let others have what is not begun."""
        if self._waiting:
            async with self._parts.transactions.begin(None) as uow:
                await uow.outreach.release_claims(list(self._waiting), token=self._token)
