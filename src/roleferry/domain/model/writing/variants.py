"""Choose among wordings the same way for one contact every time, on every machine, in every process."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import TypeVar

_T = TypeVar("_T")


def rotated(items: Sequence[_T], *, key: str) -> tuple[_T, ...]:
    """Return the items in order, begun at a place that `key` decides."""
    if not items:
        return ()
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    start = int.from_bytes(digest, "big") % len(items)
    return (*items[start:], *items[:start])
