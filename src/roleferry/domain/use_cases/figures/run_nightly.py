"""What is done once a day: figures rolled up, health written down, what was kept long enough forgotten (SPEC 8)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from roleferry.domain.model.figures.health import HEALTH_WINDOW
from roleferry.domain.use_cases.figures.roll_up_figures import RollUpFigures
from roleferry.domain.use_cases.figures.write_health import LONGEST_CATCH_UP, WriteHealth, midnight
from roleferry.ports.clock import Clock
from roleferry.ports.errors import Unavailable
from roleferry.ports.transactions import Transactions

NIGHTLY = "nightly"
_KEEP_BODIES = timedelta(days=90)
_KEEP_RAW_EVENTS = timedelta(days=35)
_KEEP_WARMUP = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunNightly:
    """Every step is safe to do twice and catches up on nights that were missed."""

    transactions: Transactions
    roll_up_figures: RollUpFigures
    write_health: WriteHealth
    clock: Clock

    async def __call__(self) -> bool:
        """
        Return whether there was anything to do today; as the system, since it works through everybody's rows.

        Raises:
            ExceptionGroup: what went wrong for single people, told when everybody else's work is done; the next night
                makes up for theirs.
        """
        now = self.clock.now()
        day = now.date()
        if await self._done(day):
            return False
        failed = await self._roll_up(now)
        await self._clean_up(now)
        async with self.transactions.begin(None) as uow:
            await uow.housekeeping.record(NIGHTLY, day)
        if failed:
            raise ExceptionGroup("the night's work failed for single people", failed)
        return True

    async def _done(self, day: date) -> bool:
        async with self.transactions.begin(None) as uow:
            return await uow.housekeeping.done(NIGHTLY, day)

    async def _roll_up(self, now: datetime) -> list[Exception]:
        """Do sums, then health, each person in a transaction of their own; return what went wrong for single ones."""
        async with self.transactions.begin(None) as uow:
            behind = await uow.figures.behind()
            last = await uow.housekeeping.last_run(NIGHTLY) or now.date() - LONGEST_CATCH_UP
            since = max(midnight(last), now - LONGEST_CATCH_UP) - HEALTH_WINDOW
            senders = await uow.health.users_who_sent(since=since)
        work = [(self.roll_up_figures, one) for one in behind] + [(self.write_health, one) for one in senders]
        failed: list[Exception] = []
        for does, user_id in work:
            try:
                await does(user_id)
            except Unavailable:
                raise
            except Exception as error:  # noqa: BLE001 - one person's bad row must not keep everybody from their night
                failed.append(error)
        return failed

    async def _clean_up(self, now: datetime) -> None:
        async with self.transactions.begin(None) as uow:
            await uow.housekeeping.purge_bodies(before=now - _KEEP_BODIES)
            await uow.housekeeping.forget_raw_events(before=now - _KEEP_RAW_EVENTS)
            await uow.warmup.forget(before=now - _KEEP_WARMUP)
            await uow.housekeeping.forget_stale()
