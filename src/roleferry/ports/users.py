"""Accounts."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.ids import UserId
from roleferry.ports.auth import Role


class UserRepository(Protocol):
    """Rows of people who may sign in."""

    @abstractmethod
    async def add(self, user_id: UserId, *, email: str, name: str | None, role: Role) -> None:
        """Make an account; nothing happens when it is there."""
