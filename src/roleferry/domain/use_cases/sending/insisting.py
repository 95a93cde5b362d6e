"""Write down what nobody else can know, for as long as the process lives and a while is not over (SPEC 6)."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

from roleferry.ports.errors import Unavailable

T = TypeVar("T")
_WAITS = (0.1, 0.2, 0.5, *[1.0] * 120)
"""Seconds between tries: two minutes in all, and soon done once the database is back."""


async def insist(write: Callable[[], Awaitable[T]]) -> T:
    """
    Return what `write` returns; a database that is away is waited for.

    Raises:
        Unavailable: it was away for two minutes.
    """
    for seconds in _WAITS:
        try:
            return await write()
        except Unavailable:
            await asyncio.sleep(seconds)
    return await write()
