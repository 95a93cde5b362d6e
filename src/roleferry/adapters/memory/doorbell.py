"""A doorbell nobody has to hear: the sweep finds the work all the same."""

from roleferry.domain.model.ids import TaskId
from roleferry.ports.tasks import Doorbell


class MemoryDoorbell(Doorbell):
    """Remembers the rings."""

    def __init__(self) -> None:
        self.rung: list[tuple[TaskId, ...]] = []

    async def ring(self, task_ids: tuple[TaskId, ...] = ()) -> None:
        self.rung.append(task_ids)

    async def ring_events(self) -> None:
        self.rung.append(())
