"""The process that reads one file: bytes in, JSON out, and nothing else allowed."""

from __future__ import annotations

import resource
import sys
from collections.abc import Callable, Mapping
from typing import NoReturn

import msgspec

from roleferry.adapters.documents.docx import read_docx
from roleferry.adapters.documents.html import read_html
from roleferry.adapters.documents.kinds import Kind, kind_of
from roleferry.adapters.documents.limits import (
    CPU_SECONDS,
    MAX_BYTES,
    MAX_CHARACTERS,
    MAX_LINES,
    MEMORY_BYTES,
)
from roleferry.adapters.documents.pdf import read_pdf
from roleferry.adapters.documents.plain import read_plain
from roleferry.adapters.documents.result import Result
from roleferry.adapters.documents.rtf import read_rtf
from roleferry.domain.model.profile.document import Line, Unreadable, UnreadableReason

_READERS: Mapping[Kind, Callable[[bytes], tuple[Line, ...]]] = {
    Kind.PDF: read_pdf,
    Kind.DOCX: read_docx,
    Kind.RTF: read_rtf,
    Kind.HTML: read_html,
    Kind.TEXT: read_plain,
}
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.system",
    "shutil.",
    "urllib.",
)


def read_document(data: bytes) -> Result:
    """Read a file of any kind; never raises for what is in it."""
    try:
        lines = _READERS[kind_of(data)](data)
        _check(lines)
    except Unreadable as error:
        return Result(unreadable=error.reason)
    except (MemoryError, RecursionError):
        return Result(unreadable=UnreadableReason.EXPANDS_TOO_MUCH)
    return Result(lines=lines)


def _check(lines: tuple[Line, ...]) -> None:
    if not any(line.text.strip() for line in lines):
        raise Unreadable(UnreadableReason.EMPTY)
    if len(lines) > MAX_LINES or sum(len(line.text) for line in lines) > MAX_CHARACTERS:
        raise Unreadable(UnreadableReason.TOO_LONG)


def _lock_up() -> None:
    """Give away memory, time, files and the network before a byte of the file is looked at."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.addaudithook(_refuse)


def _refuse(event: str, _: tuple[object, ...]) -> None:
    if event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def main() -> NoReturn:
    """Read a file from standard input and answer on standard output."""
    _lock_up()
    result = read_document(sys.stdin.buffer.read(MAX_BYTES + 1))
    sys.stdout.buffer.write(msgspec.json.encode(result))
    sys.stdout.buffer.flush()
    sys.exit(0)


if __name__ == "__main__":
    main()
