"""Hear the doorbell: arq jobs that carry ids only, for work that is done at once instead of at the next sweep."""

import asyncio
import contextlib
from typing import Any, Protocol
from uuid import UUID

import structlog
from arq.worker import Function, func
from arq.worker import Worker as ArqWorker
from redis.exceptions import RedisError

from roleferry.domain.model.ids import TaskId
from roleferry.entrypoints.container import APPLY_EVENTS, RUN_TASK, SEND_DUE, decode, encode, redis_settings

log = structlog.get_logger()

_RECONNECT_SECONDS = 2.0
_JOB_SECONDS = 600


class Doer(Protocol):
    """What can be rung for."""

    stopping: asyncio.Event

    async def run_task(self, task_id: TaskId) -> str | None:
        """Do one task."""
        ...

    def ring(self) -> None:
        """Look for due mail now."""
        ...

    async def apply_events(self) -> int:
        """Apply what came in."""
        ...


async def listen(doer: Doer, redis_url: str) -> None:
    """
    Serve rings until told to stop, and come back by itself when Redis went away.

    arq's own process dies when Redis restarts while it idles (reliability 0.2), so its worker runs inside this loop;
    the sweep goes on meanwhile, and losing every ring costs latency only.
    """
    while not doer.stopping.is_set():
        worker = _arq_worker(doer, redis_url)
        serving = asyncio.create_task(worker.async_run())
        stopping = asyncio.create_task(doer.stopping.wait())
        await asyncio.wait({serving, stopping}, return_when=asyncio.FIRST_COMPLETED)
        stopping.cancel()
        await _close(worker, serving)
        if not doer.stopping.is_set():
            log.warning("doorbell.lost", retry_seconds=_RECONNECT_SECONDS)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(doer.stopping.wait(), _RECONNECT_SECONDS)


def _arq_worker(doer: Doer, redis_url: str) -> ArqWorker:
    async def run_task(ctx: dict[Any, Any], task_id: str, **_newer: Any) -> None:
        await doer.run_task(TaskId(UUID(task_id)))

    async def send_due(ctx: dict[Any, Any], **_newer: Any) -> None:
        doer.ring()

    async def apply_events(ctx: dict[Any, Any], **_newer: Any) -> None:
        await doer.apply_events()

    return ArqWorker(
        functions=[_named(run_task, RUN_TASK), _named(send_due, SEND_DUE), _named(apply_events, APPLY_EVENTS)],
        redis_settings=redis_settings(redis_url),
        job_serializer=encode,
        job_deserializer=decode,
        job_timeout=_JOB_SECONDS,
        handle_signals=False,
        health_check_interval=10,
        max_tries=1,
    )


def _named(does: Any, name: str) -> Function:
    """Name a job; a kept result would block its id for the next ring."""
    return func(does, name=name, keep_result=0)


async def _close(worker: ArqWorker, serving: "asyncio.Task[None]") -> None:
    """Let running jobs end: they are our own tasks, with leases in PostgreSQL."""
    if worker.tasks:
        await asyncio.wait(worker.tasks.values(), timeout=20)
    serving.cancel()
    with contextlib.suppress(asyncio.CancelledError, RedisError, OSError):
        await serving
    with contextlib.suppress(RedisError, OSError):
        await worker.close()
