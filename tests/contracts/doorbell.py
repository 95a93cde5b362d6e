from __future__ import annotations

from collections.abc import Sequence
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import TaskId
from roleferry.ports.tasks import Doorbell


class DoorbellContract:
    """Subclasses say what was heard: the name of the work, and the task's id for one of tasks."""

    @pytest.fixture
    def doorbell(self) -> Doorbell:
        raise NotImplementedError

    async def heard(self, doorbell: Doorbell) -> Sequence[str]:
        raise NotImplementedError

    async def test_a_ring_for_tasks_names_each(self, doorbell: Doorbell) -> None:
        tasks = (TaskId(uuid4()), TaskId(uuid4()))
        await doorbell.ring(tasks)
        heard = await self.heard(doorbell)
        assert sum(str(task) in one for one in heard for task in tasks) == 2

    async def test_a_ring_for_due_mail_and_one_for_events_are_heard(self, doorbell: Doorbell) -> None:
        await doorbell.ring()
        await doorbell.ring_events()
        assert len(await self.heard(doorbell)) == 2

    async def test_ringing_again_does_no_harm(self, doorbell: Doorbell) -> None:
        task = TaskId(uuid4())
        for _ in range(3):
            await doorbell.ring((task,))
        assert any(str(task) in one for one in await self.heard(doorbell))
