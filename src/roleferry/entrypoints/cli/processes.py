"""Child processes of a terminal command: their output under one's own, kept alive, ended together."""

import asyncio
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

_FIRST_PAUSE_SECONDS, _LONGEST_PAUSE_SECONDS = 1.0, 30.0
_WELL_AFTER_SECONDS = 30.0
_LONGEST_LINE = 1 << 20


def say(name: str, text: str) -> None:
    """Print a line under a name."""
    print(f"{name:<9} | {text}", flush=True)


@dataclass(slots=True, kw_only=True)
class Child:
    """A command that is started again whenever it ends, after a pause that doubles while it keeps failing."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    say: Callable[[str, str], None] = say
    first_pause_seconds: float = _FIRST_PAUSE_SECONDS
    _process: asyncio.subprocess.Process | None = field(default=None, init=False)

    async def run_once(self) -> int:
        """Run the command to its end, its output line by line under its name; return its exit status."""
        self._process = await asyncio.create_subprocess_exec(
            *self.command,
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.STDOUT,
            env=self.environment,
            limit=_LONGEST_LINE,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone, which ends its children in order
        )
        try:
            await self._pass_on_output(self._process)
            return await self._process.wait()
        finally:
            await self._end(self._process)

    async def keep_running(self) -> None:
        """Run the command until cancelled."""
        clock = asyncio.get_running_loop()
        pause = self.first_pause_seconds
        while True:
            started_at = clock.time()
            status = await self.run_once()
            if clock.time() - started_at > _WELL_AFTER_SECONDS:
                pause = self.first_pause_seconds
            self.say(self.name, f"ended with status {status}; starts again in {pause:g} s")
            await asyncio.sleep(pause)
            pause = min(pause * 2, _LONGEST_PAUSE_SECONDS)

    async def _pass_on_output(self, process: asyncio.subprocess.Process) -> None:
        output = process.stdout
        while output is not None:
            try:
                line = await output.readline()
            except ValueError:  # a line above the limit: dropped, the next one is read
                continue
            if not line:
                return
            self.say(self.name, line.decode(errors="replace").rstrip())

    async def _end(self, process: asyncio.subprocess.Process) -> None:
        """Ask the process to end, and wait for it while its last words are still printed."""
        if process.returncode is not None:
            return
        with suppress(ProcessLookupError):
            process.terminate()
        await asyncio.gather(self._pass_on_output(process), process.wait())


def this_python(*arguments: str) -> list[str]:
    """Return a command for the interpreter we run in."""
    return [sys.executable, *arguments]
