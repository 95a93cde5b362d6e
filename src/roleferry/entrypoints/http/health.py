"""Is it alive, is it ready, how is it doing: outside the API's base path, no sign-in."""

from typing import Any, Literal

import msgspec
from litestar import Controller, Response, get
from litestar.openapi.datastructures import ResponseSpec
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from redis.exceptions import RedisError

from roleferry import __version__
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.settings import Settings
from roleferry.ports.errors import Unavailable
from roleferry.ports.transactions import Reads

State = Literal["up", "down", "late"]
_HEARTBEAT_SECONDS = 30


class Health(msgspec.Struct, frozen=True, kw_only=True):
    """The process answers."""

    status: Literal["ok"]
    version: str
    environment: str


class Readiness(msgspec.Struct, frozen=True, kw_only=True):
    """Whether each part this needs is there; Redis being away only costs latency, so it alone does not fail."""

    ready: bool
    database: State
    redis: State
    worker: State
    sending: Literal["on", "held", "unknown"]
    sending_hold: str | None = None
    """Why nothing leaves; no failure, since everything else works."""


class HealthController(Controller):
    """Liveness, readiness, metrics."""

    tags = ("Health",)

    @get(
        "/health",
        operation_id="GetHealth",
        summary="Is it alive?",
        opt=example(answer={"status": "ok", "version": "0.1.0", "environment": "dev"}),
    )
    async def health(self, settings: Injected[Settings]) -> Health:
        """Answer as long as the process runs."""
        return Health(status="ok", version=__version__, environment=settings.env)

    @get(
        "/health/ready",
        operation_id="GetReadiness",
        summary="Can it do its work?",
        responses={503: ResponseSpec(data_container=Readiness, description="The work cannot be done now.")},
        opt=example(
            answer={
                "ready": True,
                "database": "up",
                "redis": "up",
                "worker": "up",
                "sending": "on",
                "sending_hold": None,
            }
        ),
    )
    async def ready(self, reads: Injected[Reads], redis: Injected[Any]) -> Response[Readiness]:
        """Look at the database, Redis and the worker's last heartbeat; 503 when the work cannot be done."""
        database, worker, hold = await _database(reads)
        readiness = Readiness(
            ready=database == "up" and worker == "up",
            database=database,
            redis=await _redis(redis),
            worker=worker,
            sending="unknown" if database == "down" else "held" if hold else "on",
            sending_hold=hold,
        )
        return Response(readiness, status_code=200 if readiness.ready else 503)

    @get("/metrics", operation_id="GetMetrics", summary="Measurements for Prometheus.", media_type=CONTENT_TYPE_LATEST)
    async def metrics(self) -> bytes:
        """Return this process's measurements in Prometheus' text form."""
        return generate_latest()


async def _database(reads: Reads) -> tuple[State, State, str | None]:
    try:
        row = await reads.one(None, "latest_heartbeat")
    except Unavailable:
        return "down", "down", None
    hold = row["sending_hold"] if row else None
    age = row["age"] if row else None
    if age is None:
        return "up", "down", hold
    return "up", "up" if age < _HEARTBEAT_SECONDS else "late", hold


async def _redis(redis: Any) -> State:
    try:
        await redis.ping()
    except (RedisError, OSError):
        return "down"
    return "up"
