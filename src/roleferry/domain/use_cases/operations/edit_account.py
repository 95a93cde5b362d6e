"""Say who you are."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.ids import UserId
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class EditAccount:
    """Set name, postal address or time zone."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, changes: Mapping[str, Any]) -> None:
        """
        Return when kept.

        Raises:
            AccountNotFound: the account is not there.
            AccountInvalid: a name or zone that is none.
        """
        async with self.transactions.begin(user_id) as uow:
            account = await uow.users.find(user_id)
            await uow.users.save(account.edited(changes))
            await uow.audit.record("account.edited", entity="account", entity_id=user_id, fields=sorted(changes))
