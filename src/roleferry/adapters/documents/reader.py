"""Read a file in a process of its own: whatever the file does, this process lives and is told."""

from __future__ import annotations

import asyncio
import signal
import sys

import msgspec

from roleferry.adapters.documents.limits import (
    MAX_BYTES,
    MAX_RESULT_BYTES,
    WALL_SECONDS,
)
from roleferry.adapters.documents.result import Result
from roleferry.domain.model.profile.document import (
    Document,
    Unreadable,
    UnreadableReason,
)

_COMMAND = (
    sys.executable,
    "-I",
    "-X",
    "utf8",
    "-m",
    "roleferry.adapters.documents.child",
)
_AT_ONCE = 2
_decoder = msgspec.json.Decoder(Result)


class DocumentReader:
    """Turn uploads into documents; at most two files are read at once, the others wait."""

    def __init__(self, *, wall_seconds: float = WALL_SECONDS) -> None:
        """`wall_seconds` is how long one file may take."""
        self._wall_seconds = wall_seconds
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def read(self, data: bytes, *, filename: str = "") -> Document:
        """
        Return the text of a file with its layout; `filename` is only for people, the content decides.

        Raises:
            Unreadable: it is encrypted, scanned, empty, too big, damaged, of an unknown kind, or costs too much.
        """
        del filename
        if len(data) > MAX_BYTES:
            raise Unreadable(UnreadableReason.TOO_BIG)
        async with self._places:
            status, output = await self._run(data)
        if status != 0 or len(output) > MAX_RESULT_BYTES:
            raise Unreadable(_reason(status))
        result = _decoder.decode(output)
        if result.unreadable is not None:
            raise Unreadable(result.unreadable)
        return Document(lines=result.lines)

    async def _run(self, data: bytes) -> tuple[int, bytes]:
        pipe, nowhere = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
        child = await asyncio.create_subprocess_exec(*_COMMAND, stdin=pipe, stdout=pipe, stderr=nowhere, env={})
        try:
            output, _ = await asyncio.wait_for(child.communicate(data), self._wall_seconds)
        except TimeoutError as error:
            raise Unreadable(UnreadableReason.TIMED_OUT) from error
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()
        return child.returncode or 0, output


def _reason(status: int) -> UnreadableReason:
    """Say why the process ended: a signal is negative."""
    if -status in {signal.SIGXCPU, signal.SIGKILL}:
        return UnreadableReason.TIMED_OUT
    return UnreadableReason.DAMAGED if status else UnreadableReason.TOO_LONG
