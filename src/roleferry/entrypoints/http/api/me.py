"""`/me`: who you are."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, get, patch
from litestar.params import JSONBody
from msgspec import UNSET, Meta, UnsetType

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.people.account import AccountNotFound
from roleferry.domain.use_cases.operations.edit_account import EditAccount
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import to_view
from roleferry.ports.transactions import Reads


class AccountPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what changes; null takes a field back."""

    name: Annotated[str, Meta(min_length=1, max_length=200)] | None | UnsetType = UNSET
    postal_address: Annotated[str, Meta(min_length=1, max_length=500)] | None | UnsetType = UNSET
    timezone: Annotated[str, Meta(min_length=1, max_length=64)] | UnsetType = UNSET


class AccountView(msgspec.Struct, frozen=True, kw_only=True):
    """You; the postal address stands in the footer of every mail."""

    id: UUID
    email: str
    name: str | None
    role: str
    postal_address: str | None
    timezone: str
    created_at: datetime


_EXAMPLE: dict[str, Any] = {
    "id": "019ab000-0000-7000-8000-000000000001",
    "email": "ada.sample@example.test",
    "name": "Ada Sample",
    "role": "user",
    "postal_address": "1 Quay Street, 4000-001 Porto, Portugal",
    "timezone": "Europe/Lisbon",
    "created_at": "2026-11-22T09:00:00Z",
}


class MeController(Controller):
    """Who you are."""

    path = "/me"
    tags = ("Account",)

    @get(operation_id="GetMe", summary="Who you are.", opt=example(answer=_EXAMPLE))
    async def get_me(self, user_id: Injected[UserId], reads: Injected[Reads]) -> AccountView:
        """Return your account."""
        return await _shown(reads, user_id)

    @patch(
        operation_id="EditMe",
        summary="Say who you are.",
        opt=example(request={"name": "Ada Sample", "timezone": "Europe/Lisbon"}, answer=_EXAMPLE),
    )
    async def edit(
        self,
        data: JSONBody[AccountPatch],
        user_id: Injected[UserId],
        edit_account: Injected[EditAccount],
        reads: Injected[Reads],
    ) -> AccountView:
        """Set name, postal address or time zone; mailboxes you connect later begin with these."""
        await edit_account(
            user_id, {name: value for name in data.__struct_fields__ if (value := getattr(data, name)) is not UNSET}
        )
        return await _shown(reads, user_id)


async def _shown(reads: Reads, user_id: UserId) -> AccountView:
    row = await reads.one(user_id, "show_account", user_id)
    if row is None:
        raise AccountNotFound("there is no such account", user_id=user_id)
    return to_view(AccountView, row)
