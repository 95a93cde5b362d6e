"""Worker processes that are killed, held and started again."""

import contextlib
import multiprocessing
import os
import random
import signal
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil
from dependency_injector import providers

from roleferry.adapters.mail_apis import ApiTimes, PostmarkMailer, Wire
from roleferry.adapters.smtp import SmtpMailer, SmtpTimes, login_of
from roleferry.entrypoints.container import Container
from roleferry.entrypoints.logging import configure
from roleferry.entrypoints.settings import load
from roleferry.entrypoints.worker.main import run
from roleferry.ports.mail import Mailer
from tests.doubles.mail_vendors import SECRET

_GRACE_SECONDS = 60
_FORKS = multiprocessing.get_context("forkserver")
"""A process that has imported everything and does nothing but fork: a new worker is there at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How long workers wait for a provider's last word, and which: a mail server, or Postmark at this address."""

    answer_seconds: float | None = None
    postmark: str | None = None

    def mailer(self, smtp_url: str) -> Mailer | None:
        """Return what to send by; None leaves what the settings say, with its times."""
        if self.answer_seconds is None:
            return None
        if self.postmark is None:
            return SmtpMailer(login=login_of(smtp_url), times=SmtpTimes(answer=self.answer_seconds))
        times = ApiTimes(read=self.answer_seconds, total=self.answer_seconds * 2)
        return PostmarkMailer(wire=Wire(times), token=SECRET, endpoint=self.postmark)


PATIENT = Speed()
"""As in production."""


class WorkerEnded(AssertionError):
    """A worker should have gone on, whatever happened around it."""


class Workers:
    """So many worker processes at any time, whatever happens to them."""

    def __init__(
        self,
        count: int,
        *,
        environment: Mapping[str, str],
        log: Path,
        chance: random.Random,
        speed: Speed,
    ) -> None:
        _FORKS.set_forkserver_preload(["tools.chaos.forked"])
        self._arguments = (dict(environment), log, speed)
        log.touch()
        self._chance = chance
        self._held: list[int] = []
        self.kills = 0
        self._processes = [self._start() for _ in range(count)]

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._processes)

    def kill_one(self, *, port: int) -> bool:
        """Kill, as the kernel does when memory runs out, a worker that is talking to this port; say whether one was."""
        victims = [process for process in self._processes if _talks_to(process, port)]
        if not victims:
            return False
        with contextlib.suppress(ProcessLookupError):  # killed a moment ago, and not yet known to be gone
            os.kill(_pid(self._chance.choice(victims)), signal.SIGKILL)
            self.kills += 1
            return True
        return False

    def hold(self) -> None:
        """Stop every worker where it is, as a machine does that swaps or sleeps."""
        self._held = [_pid(process) for process in self._processes]
        _signal(self._held, signal.SIGSTOP)

    def let_go(self) -> None:
        """Let those that are held go on, as if nothing had been."""
        _signal(self._held, signal.SIGCONT)
        self._held = []

    def revive(self) -> None:
        """
        Start a new worker for each that is gone.

        Raises:
            WorkerEnded: one has ended that nobody killed.
        """
        for place, process in enumerate(self._processes):
            if not process.is_alive():
                process.join()
                if process.exitcode != -signal.SIGKILL:
                    raise WorkerEnded(f"a worker ended by itself: {process.exitcode}")
                self._processes[place] = self._start()

    def stop(self) -> list[int]:
        """Ask all to finish what they do, and return how they ended."""
        self.let_go()
        for process in self._processes:
            process.terminate()
        return [_ended(process) for process in self._processes]

    def _start(self) -> BaseProcess:
        process = _FORKS.Process(target=_work, args=self._arguments)
        process.start()
        return process


def _work(environment: Mapping[str, str], log: Path, speed: Speed) -> None:
    """Be a worker, as `roleferry worker` is one."""
    with log.open("ab") as written:
        for stream in (1, 2):
            os.dup2(written.fileno(), stream)
    settings = load(environment)
    configure(settings)
    if (mailer := speed.mailer(settings.smtp_url)) is not None:
        Container.mailer.override(providers.Object(mailer))
    raise SystemExit(run(settings))


def _signal(pids: Iterable[int], number: signal.Signals) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


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
