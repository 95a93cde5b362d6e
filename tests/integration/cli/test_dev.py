"""`roleferry dev` starts everything, keeps it running, and leaves no process, however it ends."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

_STAND_IN = Path(__file__).with_name("stand_in.py")
_RUN = (
    "import os, sys; from roleferry.entrypoints.cli.dev import run_dev;"
    f"sys.exit(run_dev(os.environ, program=[sys.executable, {str(_STAND_IN)!r}]))"
)
Dev = subprocess.Popen[str]


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "home"
    assert _wait_for_no_process_of(tmp_path)


@pytest.fixture
def start(home: Path) -> Iterator[Callable[..., Dev]]:
    started: list[Dev] = []
    port = _free_port()

    def start(**settings: str) -> Dev:
        environment = {**os.environ, "ROLEFERRY_HOME": str(home), "ROLEFERRY_PORT": str(port), **settings}
        dev = subprocess.Popen(
            [sys.executable, "-c", _RUN], env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        started.append(dev)
        return dev

    yield start
    for dev in started:
        dev.kill()
        dev.communicate()


def test_it_starts_everything_says_where_and_leaves_no_process_on_ctrl_c(home: Path, start: Callable[..., Dev]) -> None:
    dev = start()
    seen = _read_until(dev, "Ctrl-C stops everything", "worker dev")
    assert "migrate dev postgresql redis" in seen
    assert "ready at http://127.0.0.1:" in seen
    assert "dev mode" in seen
    dev.send_signal(signal.SIGINT)
    rest, _ = dev.communicate(timeout=30)
    assert dev.returncode == 0
    assert "stopped" in rest
    assert not _processes_of(home)


def test_a_child_that_crashes_is_started_again(start: Callable[..., Dev]) -> None:
    dev = start()
    _read_until(dev, "worker    | ended with status 3; starts again", "worker    | worker dev")
    dev.terminate()
    dev.communicate(timeout=30)
    assert dev.returncode == 0


def test_after_a_kill_of_the_supervisor_alone_nothing_stays_and_the_next_start_works(
    home: Path, start: Callable[..., Dev]
) -> None:
    first = start()
    _read_until(first, "Ctrl-C stops everything")
    first.kill()
    second = start()
    _read_until(second, "Ctrl-C stops everything")
    second.kill()
    second.wait()
    assert _wait_for_no_process_of(home)


def test_after_a_kill_of_everything_the_next_start_works(home: Path, start: Callable[..., Dev]) -> None:
    first = start()
    _read_until(first, "Ctrl-C stops everything")
    for process in _processes_of(home):
        with suppress(psutil.NoSuchProcess):  # it may have gone with its parent
            process.kill()
    second = start()
    _read_until(second, "Ctrl-C stops everything")


def test_a_second_one_in_the_same_home_is_refused(start: Callable[..., Dev]) -> None:
    first = start()
    _read_until(first, "postgres runs")
    second = start()
    assert "already runs from" in second.communicate(timeout=30)[0]
    assert second.returncode == 1
    assert first.poll() is None


def test_a_taken_port_is_named_and_servers_stop(home: Path, start: Callable[..., Dev]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        dev = start(ROLEFERRY_PORT=str(other.getsockname()[1]))
        assert "is taken; choose another one with ROLEFERRY_PORT" in dev.communicate(timeout=30)[0]
    assert dev.returncode == 1
    assert not _processes_of(home)


def test_a_failed_migration_stops_everything_with_its_status(home: Path, start: Callable[..., Dev]) -> None:
    dev = start(FAIL="migrate")
    assert "`roleferry migrate` failed" in dev.communicate(timeout=30)[0]
    assert dev.returncode == 9
    assert not _processes_of(home)


def test_servers_that_are_given_are_used_and_not_started(
    home: Path, start: Callable[..., Dev], postgres_url: str, redis_url: str
) -> None:
    dev = start(DATABASE_URL=postgres_url, REDIS_URL=redis_url)
    _read_until(dev, "Ctrl-C stops everything")
    assert not (home / "postgres").exists()
    assert not (home / "valkey").exists()


def _read_until(dev: Dev, *wanted: str) -> str:
    """Read the output until everything wanted was seen."""
    seen = ""
    for line in dev.stdout or ():
        seen += line
        if all(text in seen for text in wanted):
            return seen
    raise AssertionError(f"ended before {wanted}:\n{seen}")


def _processes_of(home: Path) -> list[psutil.Process]:
    """Find whoever names the home: guards and servers in their command line, children in their environment."""
    everything = psutil.process_iter(["cmdline", "environ", "status"])
    running = [each for each in everything if each.info["status"] != psutil.STATUS_ZOMBIE]
    return [each for each in running if str(home) in f"{each.info['cmdline']} {each.info['environ']}"]


def _wait_for_no_process_of(home: Path) -> bool:
    _, alive = psutil.wait_procs(_processes_of(home), timeout=15)
    return not alive


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])
