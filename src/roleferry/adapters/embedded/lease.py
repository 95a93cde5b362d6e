"""Who uses a guarded process: a lock in a directory, shared by its users, which the kernel drops when they end."""

import fcntl
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import IO

_POLL_SECONDS = 0.02


class Lease:
    """Our use of the process that guard.py keeps running for a directory."""

    def __init__(self, directory: Path) -> None:
        """Name the directory; nothing is touched before `take`."""
        self.directory = directory
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Hold the lease; waits for a process that is just being stopped to be gone."""
        if self._file is None:
            self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._file = (self.directory / "lease.lock").open("a")
            fcntl.flock(self._file, fcntl.LOCK_SH)

    def release(self) -> None:
        """Give the lease up; the process ends when nobody holds one any more. Does not wait."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def guarded(self) -> bool:
        """Tell whether a process runs for this directory, whoever started it."""
        if not (path := self.directory / "guard.lock").exists():
            return False
        with path.open("a") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return True
        return False

    def wait_until_unguarded(self, *, seconds: float) -> bool:
        """Block until the process is gone, or for so long; tell whether it is gone."""
        deadline = time.monotonic() + seconds
        while self.guarded():
            if time.monotonic() > deadline:
                return False
            time.sleep(_POLL_SECONDS)
        return True

    def command(self, command: Sequence[str], *, user: str = "-", stop_signal: str = "SIGTERM") -> list[str]:
        """Return what runs `command` for as long as anybody holds the lease, as the user ("-": as we are)."""
        guard = str(Path(__file__).with_name("guard.py"))
        return [sys.executable, "-I", guard, str(self.directory), user, stop_signal, *command]
