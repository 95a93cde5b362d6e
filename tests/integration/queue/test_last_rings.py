"""What rings for workers ends before the queue does: a connection made after that is nobody's to close."""

import asyncio
from pathlib import Path
from uuid import uuid4

from tests.app import running_app
from tests.contracts.intake import an_event


async def test_events_that_come_as_the_service_ends_leave_no_connection_open(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    async with running_app(fresh_database_url, redis_url, tmp_path) as app:
        intake, queue = app.container.intake(), app.container.redis().connection_pool
        await intake.keep([an_event(uuid4().hex)])
        await asyncio.sleep(0.005)  # it has rung, and the next ring waits for its turn
        await intake.keep([an_event(uuid4().hex)])
    assert intake._ringing is not None
    await intake._ringing
    assert not any(one.is_connected for one in (*queue._available_connections, *queue._in_use_connections))
