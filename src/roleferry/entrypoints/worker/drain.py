"""Do all that is due now, once, as a worker would over its next minutes; for people who write clients (SPEC 10)."""

from collections import Counter
from dataclasses import dataclass

from roleferry.entrypoints.container import Container
from roleferry.entrypoints.worker.main import Worker

_BATCH = 50
_MOST_ROUNDS = 5_000
REPORTED = ("tasks", "events", "delivered", "sent", "settled", "completed", "nightly")


@dataclass(frozen=True, slots=True, kw_only=True)
class Drain:
    """Tasks, events, simulated readers, due and doubtful mail, the night's work: until nothing is left."""

    container: Container

    async def __call__(self) -> dict[str, int]:
        """Return how many of each were done; mail sent by this very drain is delivered by the next, or by a worker."""
        await self.container.clock().refresh()
        begun_at = self.container.clock().now()
        worker = Worker(self.container)
        done: Counter[str] = Counter()
        for _ in range(_MOST_ROUNDS):
            turn = await self._turn(worker)
            turn["delivered"] = await worker.deliver_captured(sent_by=begun_at)
            done += turn
            if not turn.total():
                break
        done["nightly"] += await worker.nightly()
        return {name: done[name] for name in REPORTED}

    async def _turn(self, worker: Worker) -> Counter[str]:
        turn: Counter[str] = Counter()
        for task_id in await self.container.task_queue().waiting(limit=_BATCH, abandoned_only=False):
            turn["tasks"] += await worker.run_task(task_id) is not None
        turn["events"] = await worker.apply_events()
        settled = await self.container.settle_uncertain()(limit=_BATCH)
        turn["settled"] = settled.total() - settled["uncertain"]  # what stays in doubt is nothing left to do
        turn["completed"] = (await self.container.complete_campaigns()(limit=_BATCH)).total()
        counts = await self.container.send_due()(limit=_BATCH)
        turn["sent"] = counts["sent"]
        turn["handled"] = counts.total() + await worker.warm_up()
        return turn
