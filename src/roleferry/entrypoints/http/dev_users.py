"""`/dev/users`: another person on a developer's machine, to be named in the header `X-Dev-User`."""

from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Controller, post
from litestar.params import JSONBody
from msgspec import Meta

from roleferry.domain.model.ids import UserId
from roleferry.domain.use_cases.operations.ensure_user import EnsureUser
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.ports.clock import Ids
from roleferry.ports.transactions import Reads


class DevUserBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Somebody made up."""

    email: Annotated[str, Meta(min_length=3, max_length=320, pattern=r"^[^@\s]+@[^@\s]+$")]
    name: Annotated[str, Meta(min_length=1, max_length=200)] | None = None


class DevUser(msgspec.Struct, frozen=True, kw_only=True):
    """Send `id` in the header `X-Dev-User` to be this person."""

    id: UUID
    email: str
    name: str | None


class DevUserController(Controller):
    """Other people on this machine."""

    path = "/dev/users"
    tags = ("Dev",)

    @post(
        operation_id="MakeDevUser",
        summary="Make another person.",
        opt=example(
            request={"email": "bela@sample.example", "name": "Bela Sample"},
            answer={
                "id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1a7",
                "email": "bela@sample.example",
                "name": "Bela Sample",
            },
        ),
    )
    async def make(
        self, data: JSONBody[DevUserBody], ids: Injected[Ids], ensure_user: Injected[EnsureUser], reads: Injected[Reads]
    ) -> DevUser:
        """Return the person with this address, who is made when there is none; looks in all accounts, by the system."""
        email = data.email.strip().lower()
        known = await reads.one(None, "find_user_by_email", email)
        if known is not None:
            return DevUser(id=known["id"], email=known["email"], name=known["name"])
        user_id = UserId(ids.new())
        await ensure_user(user_id, email=email, name=data.name)
        return DevUser(id=user_id, email=email, name=data.name)
