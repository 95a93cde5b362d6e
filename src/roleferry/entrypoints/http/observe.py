"""One id, one log line and one measurement a request (RED: rate, errors, duration)."""

import re
import time
from functools import lru_cache
from typing import Any

import structlog
from litestar.enums import ScopeType
from litestar.types import ASGIApp, Receive, Scope, Send
from prometheus_client import Counter, Histogram
from structlog.contextvars import bind_contextvars, clear_contextvars

from roleferry.ports.clock import Clock, Ids

log = structlog.get_logger()

_REQUESTS = Counter("roleferry_http_requests_total", "Requests answered.", ("method", "route", "status"))
_DURATION = Histogram("roleferry_http_request_seconds", "Time to answer.", ("method", "route"))
_SAFE_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_QUIET = frozenset({"/health", "/health/ready", "/metrics"})


class Observe:
    """
    Bind the request's id to every log line, echo it as `X-Request-Id`, and measure by route template.

    Stands around the whole application, so that a path that leads nowhere is seen too.
    """

    def __init__(self, app: ASGIApp, *, ids: Ids, clock: Clock) -> None:
        self._app = app
        self._ids = ids
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != ScopeType.HTTP:
            await self._app(scope, receive, send)
            return
        clear_contextvars()
        request_id = _given_id(scope) or str(self._ids.new())
        bind_contextvars(request_id=request_id)
        status = 0
        started = time.perf_counter()

        async def tagged(message: Any) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message["headers"], (b"x-request-id", request_id.encode())]
            await send(message)

        await self._clock.refresh()
        try:
            await self._app(scope, receive, tagged)
        finally:
            elapsed = time.perf_counter() - started
            route = scope.get("path_template") or "unmatched"
            requests, duration = _meters(scope["method"], route, status)
            requests.inc()
            duration.observe(elapsed)
            if scope["path"] not in _QUIET:
                log.info(
                    "request.answered", method=scope["method"], route=route, status=status, ms=round(elapsed * 1000, 1)
                )


@lru_cache(maxsize=4096)
def _meters(method: str, route: str, status: int) -> tuple[Counter, Histogram]:
    """Return what counts and times one kind of answer; looking labels up costs more than counting."""
    return _REQUESTS.labels(method, route, str(status)), _DURATION.labels(method, route)


def _given_id(scope: Scope) -> str | None:
    """Return the caller's own request id, if it is harmless in a log."""
    for name, value in scope["headers"]:
        if name == b"x-request-id":
            text = value.decode("latin-1")
            return text if _SAFE_ID.fullmatch(text) else None
    return None
