"""
Keep one server running for as long as somebody holds its lease.

Run as a script with an isolated interpreter (`python -I guard.py DIRECTORY USER SIGNAL COMMAND...`). Every process that
uses the server holds a shared lock on `lease.lock`. The kernel drops the lock when its holder ends, `kill -9` included,
so waiting for the exclusive lock is waiting for the last user to leave; no pid file can lie about it. `guard.lock` is
held for the guard's whole life: who finds it free knows that no server is running here.
"""

import fcntl
import signal
import subprocess
import sys
from pathlib import Path
from types import FrameType

_PATIENCE_SECONDS = 30.0


class _TimeToStop(Exception):
    """The server ended by itself, or somebody asked the guard to stop."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    for each in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM):
        signal.signal(each, signal.SIG_DFL if each == signal.SIGCHLD else signal.SIG_IGN)
    raise _TimeToStop


def _end(server: subprocess.Popen[bytes], number: int) -> int:
    """Stop the server kindly, then not, and return its exit status."""
    server.send_signal(number)
    try:
        return server.wait(_PATIENCE_SECONDS)
    except subprocess.TimeoutExpired:
        server.kill()
        return server.wait()


def main(directory: str, user: str, signal_name: str, *command: str) -> int:
    """Run the server until the last lease is gone; return its exit status, or 75 (EX_TEMPFAIL) if another guards."""
    guard_path, lease_path = Path(directory, "guard.lock"), Path(directory, "lease.lock")
    with guard_path.open("a") as guard, lease_path.open("a") as lease:
        try:
            fcntl.flock(guard, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return 75
        as_user = str(Path(__file__).with_name("as_user.py"))
        server = subprocess.Popen([sys.executable, "-I", as_user, user, signal_name, *command])
        try:
            for each in (signal.SIGCHLD, signal.SIGINT, signal.SIGTERM):
                signal.signal(each, _stop)
            if server.poll() is None:
                fcntl.flock(lease, fcntl.LOCK_EX)
                _stop(0, None)
        except _TimeToStop:
            pass
        status = _end(server, signal.Signals[signal_name])
        fcntl.flock(guard, fcntl.LOCK_UN)  # before the lease: who is given the lease must find the guard gone
        return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
