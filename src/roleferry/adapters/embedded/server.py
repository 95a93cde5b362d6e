"""The life of an embedded server: started once, shared, stopped when its last user is gone."""

import fcntl
import os
import secrets
import socket
import subprocess
import threading
import time
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import psutil

from roleferry.adapters.embedded.lease import Lease

_ATTEMPTS = 5
_READY_SECONDS = 60.0
_POLL_SECONDS = 0.02
_LOG_LINES = 15


class ServerFailed(OSError):
    """An embedded server could not be started or stopped; the text says where its log is and how it ends."""


class EmbeddedServer(ABC):
    """
    A server that lives in one directory.

    `start` adopts the server that already runs there, or starts one. It ends when every process that started or
    adopted it has called `stop` or is gone, in whatever way (see guard.py).
    """

    name: str
    program: str
    stop_signal: str

    def __init__(self, home: Path, *, durable: bool = True) -> None:
        """Keep everything under `home`; one that is not durable may lose what it holds when the machine dies."""
        self.directory = home.absolute() / self.name
        self.durable = durable
        self._lease = Lease(self.directory)
        self._guard: subprocess.Popen[bytes] | None = None

    @abstractmethod
    def prepare(self, port: int, password: str) -> Sequence[str]:
        """Write what the server needs (once, or again) and return the command that runs it in the foreground."""

    @abstractmethod
    def url_of(self, port: int, password: str) -> str:
        """Return the address for clients."""

    @abstractmethod
    def answers(self, port: int, password: str) -> bool:
        """Tell whether the server takes work; may raise OSError for "not yet"."""

    def runs_as(self) -> str:
        """Return the account the server runs as, or "-" for our own."""
        return "-"

    @property
    def url(self) -> str:
        """The address for clients; it stays the same over restarts if the port is still free."""
        return self._url_file.read_text().strip()

    @property
    def log(self) -> Path:
        """Where the server writes."""
        return self.directory / "server.log"

    @property
    def _url_file(self) -> Path:
        return self.directory / "url"

    def start(self) -> str:
        """
        Return the address of the running server, starting it if need be. Blocks; safe to call from many processes.

        Raises:
            ServerFailed: it does not come up; the end of its log is in the text.
        """
        try:
            self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            with self._locked("start.lock"):
                return self._started()
        except PermissionError as error:
            problem = f"{error.filename} belongs to another user: use another ROLEFERRY_HOME, or remove it"
            raise ServerFailed(problem) from error

    def _started(self) -> str:
        self._lease.take()
        for attempt in range(_ATTEMPTS):
            time.sleep(attempt * 0.2)
            if not self.running():
                self._launch()
            if self._becomes_ready():
                return self.url
        self.release()
        raise ServerFailed(f"{self.name} does not start, see {self.log}:\n{self._end_of_log()}")

    def release(self) -> None:
        """Give up our use of the server; the last one to do so stops it. Does not wait."""
        self._lease.release()

    def stop(self, *, patience_seconds: float = 45.0) -> None:
        """
        Give up our use of the server and wait until it has ended; only for whoever knows to be the last user.

        Raises:
            ServerFailed: it still runs, because somebody else uses it.
        """
        self.release()
        if not self._lease.wait_until_unguarded(seconds=patience_seconds):
            raise ServerFailed(f"{self.name} in {self.directory} still runs: another process uses it")

    def running(self) -> bool:
        """Tell whether a server runs in this directory, whoever started it."""
        return self._lease.guarded()

    def _launch(self) -> None:
        self._end_orphans()
        port, password = self._last_port_and_password()
        port = port if port and _is_free(port) else _free_port()
        password = password or secrets.token_hex(16)
        command = self.prepare(port, password)
        write_private(self._url_file, self.url_of(port, password) + "\n")
        with self.log.open("ab") as log:
            self._guard = subprocess.Popen(
                self._lease.command(command, user=self.runs_as(), stop_signal=self.stop_signal),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=plain_environment(),
                start_new_session=True,  # Ctrl-C in a terminal is for whoever holds the lease
            )
        threading.Thread(target=self._guard.wait, daemon=True).start()  # leaves no zombie, whenever it ends

    def _last_port_and_password(self) -> tuple[int | None, str | None]:
        with suppress(FileNotFoundError):
            parts = urlsplit(self.url)
            return parts.port, parts.password
        return None, None

    def _becomes_ready(self) -> bool:
        deadline = time.monotonic() + _READY_SECONDS
        while time.monotonic() < deadline:
            port, password = self._last_port_and_password()
            with suppress(OSError):
                if self.answers(port or 0, password or "") and self.running():
                    return True
            if self._guard is not None and self._guard.poll() is not None and not self.running():
                return False
            time.sleep(_POLL_SECONDS)
        return False

    def _end_orphans(self) -> None:
        """End servers of this directory that lost their guard to a `kill -9`."""
        everything = psutil.process_iter(["cmdline"])
        orphans = [each for each in everything if each.info["cmdline"] and self._is_ours(each.info["cmdline"])]
        for stop in (psutil.Process.terminate, psutil.Process.kill):
            for process in orphans:
                with suppress(psutil.NoSuchProcess):
                    stop(process)
            orphans = psutil.wait_procs(orphans, timeout=10)[1]

    def _is_ours(self, command: Sequence[str]) -> bool:
        within = str(self.directory) + os.sep
        return Path(command[0]).name == self.program and any(part.startswith(within) for part in command)

    @contextmanager
    def _locked(self, name: str) -> Iterator[None]:
        with (self.directory / name).open("a") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    def _end_of_log(self) -> str:
        if not self.log.exists():
            return "(no log)"
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-_LOG_LINES:])


def plain_environment() -> dict[str, str]:
    """Return an environment in which no PGPORT, LANG or TZ of the caller changes what a server does."""
    return {"PATH": os.environ.get("PATH", os.defpath), "LC_ALL": "C", "TZ": "UTC"}


def write_private(path: Path, text: str) -> None:
    """Write a file that only its owner can read, and that is never seen half written."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(text)
    draft.replace(path)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
