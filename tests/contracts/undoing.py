"""Writing that is undone before its transaction ends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from roleferry.domain.model.ids import UserId
from roleferry.ports.transactions import Transactions, UnitOfWork
from tests.contracts.transactions import OfPurpose

Write = Callable[[UnitOfWork], Awaitable[object]]


async def undone(transactions: Transactions, user_id: UserId, write: Write) -> None:
    """Write something and fail before the commit."""
    with pytest.raises(OfPurpose):
        await _failing(transactions, user_id, write)


async def _failing(transactions: Transactions, user_id: UserId, write: Write) -> None:
    async with transactions.begin(user_id) as uow:
        await write(uow)
        raise OfPurpose
