"""The process that reads files can read them, and can do nothing else."""

from __future__ import annotations

import subprocess
import sys

import pytest

_LOCKED = "from roleferry.adapters.documents.child import _lock_up; _lock_up()\n"


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.socket()",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.fork()",
        "bytearray(600 * 1024 * 1024)",
    ],
)
def test_it_has_no_network_no_processes_and_little_memory(code: str) -> None:
    done = subprocess.run([sys.executable, "-I", "-c", _LOCKED + code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "PermissionError" in done.stderr or "MemoryError" in done.stderr
