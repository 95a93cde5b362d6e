"""Accounts as rows."""

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.ids import UserId
from roleferry.domain.model.people.account import Account, AccountNotFound
from roleferry.ports.auth import Role
from roleferry.ports.users import UserRepository


class PostgresUsers(Repository, UserRepository):
    """Rows of users."""

    async def add(self, user_id: UserId, *, email: str, name: str | None, role: Role) -> None:
        await self._execute("add_user", user_id, email, name, role.value)

    async def find(self, user_id: UserId) -> Account:
        row = await self._one("lock_account", user_id)
        if row is None:
            raise AccountNotFound("there is no such account", user_id=user_id)
        return to(Account, row)

    async def save(self, account: Account) -> None:
        await self._execute("save_account", account.id, account.name, account.postal_address, account.timezone)
