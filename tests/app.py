"""The whole service in one process, on real servers: an HTTP client, the worker to drain, the clock to move."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import httpx

from roleferry.domain.model.ids import UserId
from roleferry.entrypoints import logging
from roleferry.entrypoints.container import Container, opened
from roleferry.entrypoints.http.app import create_app, observed
from roleferry.entrypoints.settings import load
from roleferry.entrypoints.worker.main import Worker

API = "/api/v1"


class App:
    """One person's view of the service; `as_somebody_else()` gives another's."""

    def __init__(self, container: Container, http: httpx.AsyncClient, user_id: UserId) -> None:
        self.container = container
        self.http = http
        self.user_id = user_id
        self.worker = Worker(container)

    async def call(self, method: str, path: str, *, expect: int | None = None, **options: Any) -> httpx.Response:
        """Send a request below the API's base path, as this person; `expect` is the status it must have."""
        headers = {"X-Dev-User": str(self.user_id), **options.pop("headers", {})}
        url = (
            path if path.startswith(("/dev", "/health", "/docs", "/metrics", "/u/", "/c/", "/webhooks")) else API + path
        )
        answer = await self.http.request(method, url, headers=headers, **options)
        if expect is not None:
            assert answer.status_code == expect, f"{method} {path}: {answer.status_code} {answer.text}"
        return answer

    async def get(self, path: str, *, expect: int = 200, **options: Any) -> Any:
        """Return the JSON of a GET."""
        return (await self.call("GET", path, expect=expect, **options)).json()

    async def post(self, path: str, body: Any = None, *, expect: int = 201, **options: Any) -> Any:
        """Return the JSON of a POST."""
        answer = await self.call("POST", path, expect=expect, **({"json": body} if body is not None else {}), **options)
        return answer.json() if answer.content else None

    async def patch(self, path: str, body: Any, *, expect: int = 200) -> Any:
        """Return the JSON of a PATCH."""
        return (await self.call("PATCH", path, expect=expect, json=body)).json()

    async def finished(self, accepted: Any, *, status: str = "done") -> Any:
        """Do the background work of a 202 and return the task, which must have ended as said."""
        await self.worker.run_task(accepted["task_id"])
        task = await self.get(f"/tasks/{accepted['task_id']}")
        assert task["status"] == status, task
        return task

    async def set_clock(self, moment: datetime) -> None:
        """Make it `moment` for everybody on this database."""
        await self.call("POST", "/dev/clock", json={"set_to": moment.isoformat()}, expect=200)

    async def as_somebody_else(self) -> "App":
        """Return another person's view of the same service."""
        return App(self.container, self.http, await _new_user(self.container))


@asynccontextmanager
async def running_app(database_url: str, redis_url: str, home: Path, **settings: str) -> AsyncIterator[App]:
    """Yield the service for a person who was made just now."""
    environment = {
        "ROLEFERRY_ENV": "dev",
        "ROLEFERRY_HOME": str(home),
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "ROLEFERRY_LOG_LEVEL": "error",
        **settings,
    }
    loaded = load(environment)
    logging.configure(loaded)
    async with opened(loaded) as container:
        served: Any = observed(create_app(container), container)
        transport = httpx.ASGITransport(app=served)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1") as http:
            yield App(container, http, await _new_user(container))


async def _new_user(container: Container) -> UserId:
    user_id = UserId(UUID(str(container.ids().new())))
    await container.ensure_user()(user_id, email=f"{uuid4().hex}@example.test", name="Ada Sample")
    return user_id
