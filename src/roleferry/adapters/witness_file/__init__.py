"""A file in this machine's home remembers how far sending had come: it outlives a flush of Redis."""

import asyncio
import os
from pathlib import Path
from uuid import UUID

from roleferry.ports.errors import Unavailable
from roleferry.ports.send_witness import Epoch, SendWitness


class FileWitness(SendWitness):
    """One small file an installation, replaced as a whole."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def remember(self, epoch: Epoch) -> None:
        try:
            await asyncio.to_thread(self._write, epoch)
        except OSError as error:
            raise Unavailable("the home folder cannot be written") from error

    async def recall(self, installation: UUID) -> int:
        try:
            return await asyncio.to_thread(self._read, installation)
        except OSError as error:
            raise Unavailable("the home folder cannot be read") from error

    def _write(self, epoch: Epoch) -> None:
        if epoch.number <= self._read(epoch.installation):
            return
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(epoch.installation)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_text(str(epoch.number), encoding="ascii")
        partial.replace(path)

    def _read(self, installation: UUID) -> int:
        try:
            return int(self._path(installation).read_text(encoding="ascii"))
        except (FileNotFoundError, ValueError):
            return 0

    def _path(self, installation: UUID) -> Path:
        return self._folder / f"send-epoch-{installation}"
