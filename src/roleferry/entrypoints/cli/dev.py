"""`roleferry dev`: everything RoleFerry needs, on one machine, until Ctrl-C."""

import asyncio
import fcntl
import signal
import socket
import sys
from abc import abstractmethod
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Protocol

import httpx

from roleferry.entrypoints.cli.processes import Child, say, this_python
from roleferry.entrypoints.container.embedded import embedded_servers, lease

PROGRAM: Sequence[str] = this_python("-m", "roleferry.entrypoints.cli.main")
_ONCE = ("migrate", "seed")
_ALWAYS = ("serve", "worker")
_READY_POLL_SECONDS = 0.2
_SERVER_POLL_SECONDS = 2.0
_note = partial(say, "roleferry")


class CannotStart(OSError):
    """Development cannot start here; the text says what to do."""


class Server(Protocol):
    """A server below the API and the worker."""

    name: str

    @property
    @abstractmethod
    def log(self) -> Path:
        """Where it writes."""

    @abstractmethod
    def start(self) -> str:
        """Start it, and return its address; raises OSError."""

    @abstractmethod
    def stop(self) -> None:
        """Stop it; raises OSError."""

    @abstractmethod
    def running(self) -> bool:
        """Tell whether it runs."""


def run_dev(environment: Mapping[str, str], *, program: Sequence[str] = PROGRAM) -> int:
    """Start everything, keep it running until SIGINT or SIGTERM, stop it, and return the exit status."""
    try:
        with _only_one_in(_home(environment)), ExitStack() as stack:
            servers, addresses = _start_servers(environment, stack)
            dev = Dev(environment=_children_environment(environment) | addresses, program=program, servers=servers)
            return asyncio.run(dev.run())
    except OSError as error:
        _note(str(error))
        return 1
    except KeyboardInterrupt:  # while the servers were starting; they are stopped by now
        return 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Dev:
    """The API and the worker as children, and an eye on the servers below them."""

    environment: Mapping[str, str]
    program: Sequence[str]
    servers: Sequence[Server] = ()

    async def run(self) -> int:
        """Prepare the database, then keep the children running until a signal comes."""
        work = asyncio.create_task(self._work())
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, work.cancel)
        with suppress(asyncio.CancelledError):
            return await work
        _note("stopped; what you did is kept")
        return 0

    async def _work(self) -> int:
        for name in _ONCE:
            if status := await self._child(name, [*self.program, name]).run_once():
                _note(f"`roleferry {name}` failed")
                return status
        with ExitStack() as stack:
            children = [await self._guarded(name, stack) for name in _ALWAYS]
            _refuse_taken_port(self._port)
            async with asyncio.TaskGroup() as tasks:
                for child in children:
                    tasks.create_task(child.keep_running())
                tasks.create_task(self._watch_servers())
                tasks.create_task(self._announce())
        return 0

    async def _guarded(self, name: str, stack: ExitStack) -> Child:
        """Bind a child to a lease: should we be killed, the lease goes with us and its guard ends the child."""
        use = lease(_home(self.environment) / "run" / name)
        stack.callback(use.release)
        await asyncio.to_thread(use.take)  # waits for the child of a supervisor that was killed
        return self._child(name, use.command([*self.program, name]))

    def _child(self, name: str, command: Sequence[str]) -> Child:
        return Child(name=name, command=command, environment=self.environment)

    async def _watch_servers(self) -> None:
        while True:
            await asyncio.sleep(_SERVER_POLL_SECONDS)
            for server in self.servers:
                if not server.running():
                    _note(f"{server.name} ended by itself; it starts again, see {server.log}")
                    with suppress(OSError):  # tried again at the next look
                        await asyncio.to_thread(server.start)

    async def _announce(self) -> None:
        url = f"http://127.0.0.1:{self._port}"
        async with httpx.AsyncClient(base_url=url, timeout=5, trust_env=False) as client:
            while not await _is_ready(client):
                await asyncio.sleep(_READY_POLL_SECONDS)
        _note(f"ready at {url}   (API pages: {url}/docs)")
        _note("dev mode: no mail leaves this machine, see /dev/outbox; the clock can be moved, see /dev/clock")
        _note("Ctrl-C stops everything")

    @property
    def _port(self) -> int:
        return int(self.environment["ROLEFERRY_PORT"])


async def _is_ready(client: httpx.AsyncClient) -> bool:
    try:
        return (await client.get("/health/ready")).is_success
    except httpx.HTTPError:
        return False


def _home(environment: Mapping[str, str]) -> Path:
    return Path(environment.get("ROLEFERRY_HOME") or ".roleferry").absolute()


def _children_environment(environment: Mapping[str, str]) -> dict[str, str]:
    defaults = {"ROLEFERRY_ENV": "dev", "ROLEFERRY_PORT": "8000", "PYTHONUNBUFFERED": "1"}
    if sys.stdout.isatty():  # a child writes into a pipe, and could not tell
        defaults["ROLEFERRY_LOG_FORMAT"] = "console"
    return defaults | dict(environment) | {"ROLEFERRY_HOME": str(_home(environment))}


def _start_servers(environment: Mapping[str, str], stack: ExitStack) -> tuple[list[Server], dict[str, str]]:
    """Start the servers whose address is not given, and stop them with the stack."""
    servers: list[Server] = []
    addresses: dict[str, str] = {}
    for variable, server in embedded_servers(_home(environment)).items():
        if not environment.get(variable):
            stack.callback(server.stop)
            addresses[variable] = server.start()
            servers.append(server)
            _note(f"{server.name} runs, see {server.log}")
    return servers, addresses


@contextmanager
def _only_one_in(home: Path) -> Iterator[None]:
    home.mkdir(parents=True, exist_ok=True)
    with (home / "dev.lock").open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            problem = f"RoleFerry already runs from {home}; for a second one set ROLEFERRY_HOME and ROLEFERRY_PORT"
            raise CannotStart(problem) from None
        yield


def _refuse_taken_port(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise CannotStart(f"port {port} is taken; choose another one with ROLEFERRY_PORT") from None
