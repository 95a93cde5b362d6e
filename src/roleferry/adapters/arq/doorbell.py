"""Ring the workers over Redis; JSON instead of pickle, so that write access to Redis is not code execution."""

import contextlib

from arq.connections import ArqRedis
from redis.exceptions import RedisError

from roleferry.domain.model.ids import TaskId
from roleferry.ports.errors import Unavailable
from roleferry.ports.tasks import Doorbell

RUN_TASK = "run_task"
SEND_DUE = "send_due"
APPLY_EVENTS = "apply_events"


class ArqDoorbell(Doorbell):
    """One arq job a ring; its id names the work, so that many rings for one thing stay one job."""

    def __init__(self, redis: ArqRedis) -> None:
        self._redis = redis

    async def ring(self, task_ids: tuple[TaskId, ...] = ()) -> None:
        try:
            for task_id in task_ids:
                await self._redis.enqueue_job(RUN_TASK, str(task_id), _job_id=f"task:{task_id}")
            if not task_ids:
                await self._redis.enqueue_job(SEND_DUE, _job_id="send_due")
        except (RedisError, OSError) as error:
            raise Unavailable("the queue cannot be reached") from error

    async def ring_events(self) -> None:
        with contextlib.suppress(RedisError, OSError):
            await self._redis.enqueue_job(APPLY_EVENTS, _job_id=APPLY_EVENTS)
