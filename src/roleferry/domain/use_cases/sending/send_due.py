"""Send mail whose time has come: claim a batch, begin and hand over one mail a connection, record each (SPEC 6)."""

import asyncio
from collections import Counter, deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.outcome import Fault, Outcome, OutcomeKind
from roleferry.domain.model.sending.outreach import OutreachStatus
from roleferry.domain.use_cases.sending.beginning import Also, Beginning, Begun
from roleferry.domain.use_cases.sending.handing_over import HandOver
from roleferry.domain.use_cases.sending.insisting import insist
from roleferry.domain.use_cases.sending.settling import Settlement, Told
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.errors import Unavailable
from roleferry.ports.outreach import MailRef, OutreachChanged
from roleferry.ports.transactions import Transactions, UnitOfWork

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

    Turn by turn, what has been told is recorded and others are begun in its place, in one transaction while the rest is
    on the wire; a slow mail delays no other.
    """

    def __init__(self, parts: SendDue, mails: Sequence[MailRef], *, token: str, stopping: Callable[[], bool]) -> None:
        self._parts = parts
        self._token = token
        self._stopping = stopping
        self._waiting = deque(mails)
        self._told: list[Told] = []
        self._news = asyncio.Event()
        self._tasks: set[asyncio.Task[None]] = set()
        self._busy = 0
        """Mails begun and not yet recorded, each of which keeps a connection."""
        self._ending = False
        self._failure: Exception | None = None
        self._counts: Counter[OutreachStatus] = Counter()

    async def send(self) -> Counter[OutreachStatus]:
        """Return what became of each, once none is on the wire and none waits; to cancel this is to ask it to end."""
        turns = asyncio.create_task(self._turns())
        try:
            await asyncio.shield(turns)
        except asyncio.CancelledError:
            self._ending = True
            await turns
            raise
        if self._failure is not None:
            raise self._failure
        return self._counts

    async def _turns(self) -> None:
        """Go on until none waits that may be begun and none is on the wire; then let others have what is left."""
        while self._begins() or self._busy:
            if not (self._begins() and self._room(0)):
                await self._gathered()
            await self._turn()
        if self._waiting:
            async with self._parts.transactions.begin(None) as uow:
                await uow.outreach.release_claims(list(self._waiting), token=self._token)

    def _begins(self) -> bool:
        return bool(self._waiting) and not self._ending and not self._stopping()

    def _room(self, accepted: int) -> int:
        """Return how many may be begun once so many acceptances are written."""
        return self._parts.sending_connections - self._busy + accepted

    async def _gathered(self) -> None:
        """Wait until there is something to record, and a moment longer for company: one commit serves many."""
        enough = self._busy // 2
        while not self._told:
            await self._more_told()
        with suppress(TimeoutError):
            async with asyncio.timeout(_MOMENT):
                while len(self._told) < enough:
                    await self._more_told()

    async def _more_told(self) -> None:
        self._news.clear()
        await self._news.wait()

    async def _turn(self) -> None:
        told, self._told = self._told, []
        accepted = [one for one in told if one.outcome.kind is OutcomeKind.ACCEPTED]
        await self._record([one for one in told if one.outcome.kind is not OutcomeKind.ACCEPTED])
        mails = await self._next(len(accepted))
        if accepted and mails and await self._together(accepted, mails):
            return
        await self._record(accepted)
        try:
            await self._begin(mails)
        except Exception as error:  # noqa: BLE001 - raised at the end: what is on the wire has to be recorded first
            self._fail(error)
            self._waiting.extendleft(reversed(mails))

    async def _next(self, accepted: int) -> list[MailRef]:
        """Return what to begin now; nothing, and then nothing more, when nothing may leave."""
        room = self._room(accepted)
        if not (room and self._begins()):
            return []
        try:
            self._ending = not await self._parts.beginning.open()
        except Exception as error:  # noqa: BLE001 - the same
            self._fail(error)
        return [self._waiting.popleft() for _ in range(min(room, len(self._waiting)))] if self._begins() else []

    def _fail(self, error: Exception) -> None:
        self._failure, self._ending = error, True

    async def _together(self, accepted: Sequence[Told], mails: Sequence[MailRef]) -> bool:
        """Write acceptances and begin others with one commit; False: nothing of it stands, each is to be done alone."""

        async def write(uow: UnitOfWork) -> None:
            written = await self._parts.settlement.accept_all(uow, accepted)
            if len(written) < len(accepted):
                raise OutreachChanged("somebody else has one of them in hand")

        try:
            await self._begin(mails, also=write)
        except Exception:  # noqa: BLE001 - whatever it is, it shows again where it belongs, in one of the two
            return False
        self._busy -= len(accepted)
        self._counts[OutreachStatus.SENT] += len(accepted)
        return True

    async def _begin(self, mails: Sequence[MailRef], *, also: Also | None = None) -> None:
        if not mails:
            return
        begun, put_off = await self._parts.beginning.begin(mails, token=self._token, also=also)
        self._counts.update(put_off)
        self._busy += len(begun)
        for place, one in enumerate(begun):
            task = asyncio.create_task(self._tell(one, place=place))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _tell(self, begun: Begun, *, place: int) -> None:
        """Hand it over, after those begun with it: what the database says meanwhile need not wait for all of them."""
        for _ in range(place):
            await asyncio.sleep(0)
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

    async def _record(self, told: Sequence[Told]) -> None:
        """Write what happened, in transactions of its own; each for itself when that cannot be done together."""
        if not told:
            return
        try:
            await self._write(told)
        except Unavailable as error:
            self._failure = error
        except Exception:  # noqa: BLE001 - one mail that cannot be settled strands no other
            await self._record_apart(told)
        self._busy -= len(told)

    async def _record_apart(self, told: Sequence[Told]) -> None:
        """Record each for itself; what goes wrong then is raised at the end."""
        for one in told:
            try:
                await self._write([one])
            except Exception as error:  # noqa: BLE001 - the same
                self._failure = error

    async def _write(self, told: Sequence[Told]) -> None:
        late = [one.attempt for one in told if one.outcome.code == Fault.LATE.value]
        known = [one for one in told if one.outcome.code != Fault.LATE.value]
        if late:
            await insist(partial(self._parts.beginning.undo, late))
        statuses = await insist(partial(self._parts.settlement.settle_all, known))
        self._counts.update([*[OutreachStatus.SCHEDULED] * len(late), *statuses])
