"""Accounts as rows."""

from roleferry.adapters.postgres.repository import Repository
from roleferry.domain.model.ids import UserId
from roleferry.ports.auth import Role
from roleferry.ports.users import UserRepository


class PostgresUsers(Repository, UserRepository):
    """Rows of users."""

    async def add(self, user_id: UserId, *, email: str, name: str | None, role: Role) -> None:
        await self._execute("add_user", user_id, email, name, role.value)
