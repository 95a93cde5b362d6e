"""Redis carries nudges only: emptied, stopped and started again under a running worker, it loses no task (SPEC 6)."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from redis import Redis

from roleferry.adapters.embedded import ValkeyServer
from tests.service import running_service

_EACH = 6
_RESUME = (
    "Ada Sample\nada@example.test\n\nEXPERIENCE\nStaff Engineer, Harbour Systems\n03/2019 - Present\n- Cut latency\n"
)


@pytest.fixture
def valkey(tmp_path: Path) -> Iterator[ValkeyServer]:
    """A Valkey for this test alone; after a restart it has the same address."""
    server = ValkeyServer(tmp_path / "valkey", durable=False)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def client(fresh_database_url: str, valkey: ValkeyServer, tmp_path: Path) -> Iterator[httpx.Client]:
    """The service with a worker process, both on that Valkey."""
    settings = {"ROLEFERRY_SENDING_POLL_SECONDS": "0.5", "ROLEFERRY_STORAGE": "local"}
    with (
        running_service(fresh_database_url, valkey.url, tmp_path, worker=True, **settings) as url,
        httpx.Client(base_url=url, timeout=30) as client,
    ):
        # A sweep leaves fresh tasks to their ring: work on a clock that is behind, and no ring seems on its way.
        client.post("/dev/clock", json={"advance_seconds": -3600}).raise_for_status()
        yield client


@pytest.mark.timeout(300)
def test_no_task_is_lost_when_redis_is_emptied_and_restarted(client: httpx.Client, valkey: ValkeyServer) -> None:
    tasks = [_upload(client) for _ in range(_EACH)]
    with Redis.from_url(valkey.url) as redis:
        redis.flushall()
    tasks += [_upload(client) for _ in range(_EACH)]
    valkey.stop()
    tasks += [_upload(client) for _ in range(_EACH)]
    _all_done(client, tasks)
    valkey.start()
    tasks += [_upload(client) for _ in range(_EACH)]
    _all_done(client, tasks)
    versions = client.get("/api/v1/resume/versions", params={"limit": 100}).raise_for_status().json()["items"]
    assert sorted(version["version"] for version in versions) == list(range(1, 4 * _EACH + 1))


def _upload(client: httpx.Client) -> str:
    answer = client.post("/api/v1/resume/upload", files={"file": ("resume.txt", _RESUME.encode(), "text/plain")})
    assert answer.status_code == httpx.codes.ACCEPTED, answer.text
    task_id: str = answer.json()["task_id"]
    return task_id


def _all_done(client: httpx.Client, tasks: list[str]) -> None:
    """Wait for the worker; a task that is lost is never done."""
    deadline = time.monotonic() + 60
    open_tasks = list(tasks)
    while open_tasks and time.monotonic() < deadline:
        open_tasks = [task for task in open_tasks if _status(client, task) != "done"]
        time.sleep(0.1)
    assert not open_tasks


def _status(client: httpx.Client, task: str) -> str:
    status: str = client.get(f"/api/v1/tasks/{task}").raise_for_status().json()["status"]
    assert status != "failed"
    return status
