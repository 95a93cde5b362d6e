"""Number the stretches of sending, in the database first and then outside it, so that a restored database is known."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from roleferry.ports.clock import Clock, Stopwatch
from roleferry.ports.errors import Unavailable
from roleferry.ports.send_witness import Epoch, SendWitness
from roleferry.ports.transactions import Transactions, UnitOfWork

_SECONDS = 5.0
"""How long a stretch is: a restore to a moment this close to the last mail is not told apart."""
_RESTORED = (
    "this database remembers less than was sent: it was restored from a backup. Look at it, then release sending; "
    "mails that were due meanwhile will be in doubt, not sent again"
)


@dataclass(slots=True, kw_only=True)
class Stretches:
    """
    Opens a stretch before its first mail; no mail of a stretch is begun that the witnesses have not been told of.

    A database whose number is below a witness's has forgotten mails that went out: everything is held (SPEC 6).
    """

    transactions: Transactions
    send_witnesses: Sequence[SendWitness]
    clock: Clock
    stopwatch: Stopwatch
    _open_until: float = field(default=0.0, init=False)

    async def open(self) -> bool:
        """Say whether mail may go as far as this is concerned; a stretch that is open already costs nothing."""
        if self.stopwatch.seconds() < self._open_until:
            return True
        if await self.held():
            return False
        until = self.stopwatch.seconds() + _SECONDS
        async with self.transactions.begin(None) as uow:
            epoch = await uow.service_state.advance_epoch()
        await self._tell(epoch)
        self._open_until = until
        return True

    async def held(self) -> bool:
        """Compare the database with its witnesses; hold everybody's mail, and say so, when it is behind."""
        async with self.transactions.begin(None) as uow:
            if await uow.service_state.sending_hold() is not None:
                return True
            known = await uow.service_state.epoch()
        if known is None or not await self._is_behind(known):
            return False
        async with self.transactions.begin(None) as uow:
            await uow.service_state.stop_sending(_RESTORED, at=self.clock.now(), restored=True)
        return True

    async def catch_up(self, uow: UnitOfWork) -> None:
        """Put the database's number beyond every witness's, within the transaction that lets mail go again."""
        known = await uow.service_state.epoch()
        if known is not None:
            await uow.service_state.advance_epoch(beyond=await self._told(known))

    async def _is_behind(self, known: Epoch) -> bool:
        """A witness is told after the database: what it was told when we look may only have been overtaken since."""
        told = await self._told(known)
        if told <= known.number:
            return False
        async with self.transactions.begin(None) as uow:
            now = await uow.service_state.epoch()
        return now is None or told > now.number

    async def _told(self, known: Epoch) -> int:
        numbers = [0]
        for witness in self.send_witnesses:
            with suppress(Unavailable):
                numbers.append(await witness.recall(known.installation))
        return max(numbers)

    async def _tell(self, epoch: Epoch) -> None:
        for witness in self.send_witnesses:
            with suppress(Unavailable):
                await witness.remember(epoch)
