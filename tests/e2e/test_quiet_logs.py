"""What the service writes down about its work names ids and never a person's words, addresses or secrets (SPEC 8)."""

import asyncio
import time
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from roleferry.entrypoints.http.openapi import operations
from tests.app import App
from tests.architecture.test_openapi import APP
from tests.e2e.whole_person import as_system, whole_people
from tests.service import running_service

MARK = "qvzkanary"
_WAITING = "SELECT count(*) AS waiting FROM raw_events WHERE status = 'new'"


class OtherProcesses(App):
    """A person's view of a server and a worker that run by themselves."""

    def __init__(self, inside: App, http: httpx.AsyncClient) -> None:
        super().__init__(inside.container, http, inside.user_id)
        self.worker: Any = self

    async def finished(self, accepted: Any, *, status: str = "done") -> Any:
        """Wait until the worker has done it."""
        deadline = time.monotonic() + 60
        while (task := await self.get(f"/tasks/{accepted['task_id']}"))["status"] in {"queued", "running"}:
            assert time.monotonic() < deadline, task
            await asyncio.sleep(0.05)
        assert task["status"] == status, task
        return task

    async def apply_events(self) -> None:
        """Wait until the worker has applied all that came in."""
        deadline = time.monotonic() + 60
        while (await as_system(self, _WAITING))[0]["waiting"]:
            assert time.monotonic() < deadline
            await asyncio.sleep(0.05)


@pytest.fixture
async def outside(app: App, fresh_database_url: str, redis_url: str, tmp_path: Path) -> Any:
    """Yield the view of a service that says all it can say, and the folder of its logs."""
    home = tmp_path / "processes"
    home.mkdir()
    with running_service(fresh_database_url, redis_url, home, worker=True, ROLEFERRY_LOG_LEVEL="debug") as url:
        async with httpx.AsyncClient(base_url=url, timeout=60) as http:
            yield OtherProcesses(app, http), home


async def test_no_log_holds_a_persons_words_addresses_or_secrets(outside: tuple[OtherProcesses, Path]) -> None:
    app, home = outside
    await whole_people((app, MARK))
    await _ask_nonsense(app)
    served, worked = ((home / f"{name}.log").read_text() for name in ("serve", "worker"))
    assert served.count("request.answered") >= 3 * len(list(operations(APP)))
    assert "worker.started" in worked
    assert [line for line in (served + worked).splitlines() if MARK in line.lower()] == []


async def _ask_nonsense(app: App) -> None:
    """Send every operation the mark where nobody expects it."""
    ways: tuple[tuple[str, dict[str, Any]], ...] = (
        (f"{MARK}@{MARK}.example", {"params": {"q": MARK, "since": MARK, "cursor": MARK, "limit": MARK}}),
        (str(uuid4()), {"json": {MARK: MARK}}),
        (str(uuid4()), {"content": f'{{"{MARK}'.encode()}),
    )
    for path, method, _ in operations(APP):
        for name, options in ways:
            parts = (name if part.startswith("{") else part for part in path.removeprefix("/api/v1").split("/"))
            await app.call(method.upper(), "/".join(parts), headers={"Authorization": f"Bearer {MARK}"}, **options)
    await app.call("GET", f"/nowhere/{MARK}")
