"""Make an account."""

from dataclasses import dataclass

from roleferry.domain.model.ids import UserId
from roleferry.ports.auth import Role
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class EnsureUser:
    """Make an account unless it is there already."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, *, email: str, name: str | None, role: Role = Role.USER) -> None:
        """Return when the account is there."""
        async with self.transactions.begin(user_id) as uow:
            await uow.users.add(user_id, email=email.strip().lower(), name=name, role=role)
