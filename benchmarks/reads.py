"""Read endpoints beside the same ones on FastAPI, and beside a bare asyncpg loop doing the same query (SPEC 12)."""

import asyncio
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from benchmarks.bare import NOW
from benchmarks.data import fill
from benchmarks.table import Row
from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.adapters.stub_auth import DEMO_USER
from tests.service import free_port, running_service

_CONNECTIONS = 16
_SAME_ANSWER = 0.5
"""How much longer or shorter the reference's answer may be: it sends the same rows, by other words."""
_INEXACT = frozenset({"as_of", "time_to_reply"})
"""Moments, and a median that is kept to the minute or the quarter of an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """One read: ours, the reference's, and the statement both live on."""

    name: str
    path: str
    reference: str
    statement: str
    rest: Sequence[object] = ()


def rows(database_url: str, redis_url: str, home: Path, *, seconds: float, repeats: int) -> Iterator[Row]:
    """Yield throughput and p99 of each endpoint beside its references; the three take turns, medians are compared."""
    with (
        running_service(database_url, redis_url, home, ROLEFERRY_LOG_LEVEL="warning") as url,
        _reference(database_url) as there,
    ):
        here = int(url.rpartition(":")[2])
        job_id = str(asyncio.run(fill(database_url, redis_url, home)))
        for endpoint in _endpoints(job_id):
            _compare_answers(here, there, endpoint)
            ours, theirs, bare = [], [], []
            for _ in range(repeats):
                ours.append(_load(here, endpoint.path, seconds))
                theirs.append(_load(there, endpoint.reference, seconds))
                bare.append(_bare(database_url, endpoint, job_id, seconds))
            yield from _compared(endpoint.name, _median(ours), _median(theirs), _median(bare))


def _endpoints(job_id: str) -> Iterator[Endpoint]:
    yield Endpoint(
        name="GET /jobs/{id}", path=f"/api/v1/jobs/{job_id}", reference=f"/jobs/{job_id}", statement="show_job"
    )
    yield Endpoint(
        name="GET /jobs",
        path="/api/v1/jobs",
        reference="/jobs",
        statement="show_jobs_created",
        rest=(None, None, None, None, 21),
    )
    yield Endpoint(
        name="GET /applications",
        path="/api/v1/applications",
        reference="/applications",
        statement="show_applications",
        rest=(None, None, None, None, None, None, 21),
    )
    yield Endpoint(
        name="GET /analytics/overview",
        path="/api/v1/analytics/overview",
        reference="/analytics/overview",
        statement="show_overview",
        rest=(NOW,),
    )
    yield Endpoint(
        name="GET /applications/counts",
        path="/api/v1/applications/counts",
        reference="/applications/counts",
        statement="count_applications",
    )


def _compared(
    name: str, ours: Mapping[str, float], theirs: Mapping[str, float], bare: Mapping[str, float]
) -> Iterator[Row]:
    rate, p99 = "per_second", "p99_ms"
    yield Row(name=f"{name}: requests/s, FastAPI", value=ours[rate], reference=theirs[rate], target=4.0)
    yield Row(name=f"{name}: p99 ms, FastAPI", value=ours[p99], reference=theirs[p99], target=1 / 3, at_least=False)
    yield Row(name=f"{name}: requests/s, bare asyncpg", value=ours[rate], reference=bare[rate], target=0.35)


def _compare_answers(here: int, there: int, endpoint: Endpoint) -> None:
    """Refuse to compare what is not alike."""
    ours = httpx.get(f"http://127.0.0.1:{here}{endpoint.path}").raise_for_status()
    theirs = httpx.get(f"http://127.0.0.1:{there}{endpoint.reference}").raise_for_status()
    here_said, there_said = ours.json(), theirs.json()
    if len(here_said.get("items", ())) != len(there_said.get("items", ())):
        raise RuntimeError(f"{endpoint.name}: the two answer with different numbers of items")
    shared = here_said.keys() & there_said.keys() - _INEXACT - {"items"}
    if different := {
        name: (here_said[name], there_said[name]) for name in shared if here_said[name] != there_said[name]
    }:
        raise RuntimeError(f"{endpoint.name}: {different}")
    if abs(len(ours.content) - len(theirs.content)) > _SAME_ANSWER * len(ours.content):
        raise RuntimeError(f"{endpoint.name}: {len(ours.content)} bytes here, {len(theirs.content)} there")


def _load(port: int, path: str, seconds: float) -> Mapping[str, float]:
    given = {"port": port, "path": path, "seconds": seconds, "connections": _CONNECTIONS}
    return _measured("benchmarks.load", given)


def _bare(database_url: str, endpoint: Endpoint, job_id: str, seconds: float) -> Mapping[str, float]:
    statement = STATEMENTS[endpoint.statement]
    ids = [str(DEMO_USER), *([job_id] if endpoint.statement == "show_job" else [])]
    given = {"statement": statement, "ids": ids, "rest": list(endpoint.rest), "seconds": seconds}
    return _measured("benchmarks.bare", {"database_url": database_url, **given})


def _measured(module: str, given: Mapping[str, object]) -> Mapping[str, float]:
    command = [sys.executable, "-m", module, json.dumps(given)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=120)
    measured: Mapping[str, float] = json.loads(done.stdout)
    return measured


def _median(measured: Sequence[Mapping[str, float]]) -> Mapping[str, float]:
    return {name: statistics.median(one[name] for one in measured) for name in measured[0]}


@contextmanager
def _reference(database_url: str) -> Iterator[int]:
    """Yield the port of the reference, in a process of its own like ours."""
    port = free_port()
    environment = {**os.environ, "USER_ID": str(DEMO_USER), "PORT": str(port), "DATABASE_URL": database_url}
    process = subprocess.Popen([sys.executable, "-m", "benchmarks.reference"], env=environment)
    try:
        _wait_for(port)
        yield port
    finally:
        process.terminate()
        process.wait()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            httpx.get(f"http://127.0.0.1:{port}/openapi.json", timeout=5)
        except httpx.TransportError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the reference does not answer")
