"""Worker processes that are killed and started again."""

import contextlib
import multiprocessing
import os
import random
import signal
from collections.abc import Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil

from roleferry.entrypoints.logging import configure
from roleferry.entrypoints.settings import load
from roleferry.entrypoints.worker.main import run

_GRACE_SECONDS = 30
_FORKS = multiprocessing.get_context("forkserver")
"""A process that has imported everything and does nothing but fork: a new worker is there at once."""


class Workers:
    """So many worker processes at any time, whatever happens to them."""

    def __init__(self, count: int, *, environment: Mapping[str, str], log: Path, chance: random.Random) -> None:
        _FORKS.set_forkserver_preload([__name__])
        self._environment = dict(environment)
        self._log = log
        log.touch()
        self._chance = chance
        self._processes = [self._start() for _ in range(count)]
        self.kills = 0

    def kill_one(self, *, port: int) -> None:
        """Kill, as the kernel does when memory runs out, a worker that is talking to this port."""
        victims = [process for process in self._processes if _talks_to(process, port)]
        if not victims:
            return
        with contextlib.suppress(ProcessLookupError):  # killed a moment ago, and not yet known to be gone
            os.kill(_pid(self._chance.choice(victims)), signal.SIGKILL)
            self.kills += 1

    def revive(self) -> None:
        """Start a new worker for each that is gone."""
        for place, process in enumerate(self._processes):
            if not process.is_alive():
                process.join()
                self._processes[place] = self._start()

    def stop(self) -> list[int]:
        """Ask all to finish what they do, and return how they ended."""
        for process in self._processes:
            process.terminate()
        return [_ended(process) for process in self._processes]

    def _start(self) -> BaseProcess:
        process = _FORKS.Process(target=_work, args=(self._environment, self._log))
        process.start()
        return process


def _work(environment: Mapping[str, str], log: Path) -> None:
    """Be a worker, as `roleferry worker` is one."""
    with log.open("ab") as written:
        for stream in (1, 2):
            os.dup2(written.fileno(), stream)
    settings = load(environment)
    configure(settings)
    raise SystemExit(run(settings))


def _talks_to(process: BaseProcess, port: int) -> bool:
    with contextlib.suppress(psutil.Error):
        connections = psutil.Process(_pid(process)).net_connections("tcp4")
        return any(port in one.raddr[1:] for one in connections)
    return False


def _pid(process: BaseProcess) -> int:
    assert process.pid is not None
    return process.pid


def _ended(process: BaseProcess) -> int:
    """Return the exit code; a worker that was told to stop before it had begun ends by the signal, which is clean."""
    process.join(_GRACE_SECONDS)
    if process.exitcode is None:
        process.kill()
        process.join()
    code = process.exitcode or 0
    return 0 if code == -signal.SIGTERM else code
