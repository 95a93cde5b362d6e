"""The application of a test on a real socket, in the test's own process and loop."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import httpx
import uvicorn

from roleferry.entrypoints.container import Container
from roleferry.entrypoints.http.app import create_app, observed


class _Server(uvicorn.Server):
    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave signals to whoever runs the tests."""
        yield


@asynccontextmanager
async def served(container: Container) -> AsyncIterator[httpx.AsyncClient]:
    """Yield a client of a server that answers on a loopback port, as `roleferry serve` would."""
    app: Any = observed(create_app(container), container)
    config = uvicorn.Config(app, host="127.0.0.1", port=0, http="httptools", lifespan="off", log_config=None)
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    try:
        async with asyncio.timeout(60):
            while not server.started:  # noqa: ASYNC110 - uvicorn tells nobody
                await asyncio.sleep(0.01)
        port = server.servers[0].sockets[0].getsockname()[1]
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as http:
            yield http
    finally:
        server.should_exit = True
        await serving
