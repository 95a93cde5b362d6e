"""Accounts."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.people.account import Account
from roleferry.ports.auth import Role


class UserRepository(Protocol):
    """Rows of people who may sign in."""

    @abstractmethod
    async def add(self, user_id: UserId, *, email: str, name: str | None, role: Role) -> None:
        """Make an account; nothing happens when it is there."""

    @abstractmethod
    async def find(self, user_id: UserId) -> Account:
        """
        Return an account, locked until the transaction ends.

        Raises:
            AccountNotFound: there is none.
        """

    @abstractmethod
    async def save(self, account: Account) -> None:
        """Write name, postal address and time zone."""
