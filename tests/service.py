"""The service as processes of its own: a real server on a loopback port, and a real worker when asked for."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import httpx

COMMAND = (sys.executable, "-m", "roleferry.entrypoints.cli.main")


@contextmanager
def running_service(
    database_url: str, redis_url: str, home: Path, *, worker: bool = False, **settings: str
) -> Iterator[str]:
    """Yield the address of a server that answers, with the demo user made; `settings` are variables of its own."""
    port = free_port()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ROLEFERRY_")},
        "ROLEFERRY_ENV": "dev",
        "ROLEFERRY_HOME": str(home),
        "ROLEFERRY_PORT": str(port),
        "ROLEFERRY_LOG_FORMAT": "json",
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        **settings,
    }
    seeded = subprocess.run(
        [*COMMAND, "seed"], env=environment, capture_output=True, text=True, timeout=60, check=False
    )
    if seeded.returncode:
        raise AssertionError(f"the demo user cannot be made:\n{seeded.stderr[-4000:]}")
    with ExitStack() as processes:
        for command in ["serve", *(["worker"] if worker else [])]:
            log = processes.enter_context((home / f"{command}.log").open("wb"))
            process = subprocess.Popen([*COMMAND, command], env=environment, stdout=log, stderr=log)
            processes.callback(_end, process)
        url = f"http://127.0.0.1:{port}"
        _wait_until_it_answers(url, home / "serve.log")
        yield url


def free_port() -> int:
    """Return a loopback port that nobody listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait_until_it_answers(url: str, log: Path) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            if httpx.get(f"{url}/health", timeout=2).status_code == httpx.codes.OK:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f"the server does not answer:\n{log.read_text(errors='replace')[-4000:]}")


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(30)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


__all__ = ("COMMAND", "free_port", "running_service")
