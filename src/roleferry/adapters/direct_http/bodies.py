"""A response's body, decompressed step by step and never beyond its cap."""

from __future__ import annotations

import zlib
from collections.abc import AsyncIterable, Iterator

from roleferry.domain.model.jobs.page import PageUnreadable

_WBITS = {"gzip": 31, "x-gzip": 31, "deflate": 47}
_STEP = 65_536


async def read_body(chunks: AsyncIterable[bytes], *, encoding: str, cap: int) -> bytes:
    """
    Return the whole body.

    Raises:
        PageUnreadable: more than `cap` bytes after decompression, or an encoding that was not asked for, or broken.
    """
    inflate = _Inflater(encoding)
    body = bytearray()
    async for chunk in chunks:
        for piece in inflate.pieces(chunk):
            body += piece
            if len(body) > cap:
                raise PageUnreadable("The page is too big to be a posting. Paste the text instead.")
    return bytes(body)


class _Inflater:
    """Undo one content encoding in pieces of bounded size."""

    def __init__(self, encoding: str) -> None:
        name = encoding.strip().lower()
        if name not in {"", "identity", *_WBITS}:
            raise PageUnreadable("The site answers in a form that cannot be read. Paste the text instead.")
        self._inflate = zlib.decompressobj(_WBITS[name]) if name in _WBITS else None

    def pieces(self, chunk: bytes) -> Iterator[bytes]:
        """Yield what the chunk holds, at most 64 kB at a time."""
        if self._inflate is None:
            yield chunk
            return
        try:
            while chunk and not self._inflate.eof:
                yield self._inflate.decompress(chunk, _STEP)
                chunk = self._inflate.unconsumed_tail
        except zlib.error as error:
            raise PageUnreadable("The site answers in a form that cannot be read. Paste the text instead.") from error
