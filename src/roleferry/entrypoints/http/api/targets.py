"""`/applications/{id}/targets`: whom to write to about a role."""

from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Controller, delete, get, post
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from roleferry.domain.model.ids import ApplicationId, ContactId, UserId
from roleferry.domain.model.jobs.application import ApplicationNotFound
from roleferry.domain.use_cases.people.target_contacts import TargetContacts
from roleferry.domain.use_cases.people.untarget_contact import UntargetContact
from roleferry.entrypoints.http.api.people_views import CONTACT_EXAMPLE, ContactView, contact_view
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import Page
from roleferry.ports.transactions import Reads

_PAGE = {"items": [CONTACT_EXAMPLE], "next_cursor": None}


class TargetsBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Contacts of yours."""

    contact_ids: Annotated[tuple[UUID, ...], Meta(min_length=1, max_length=100)]


class TargetController(Controller):
    """Whom to write to about a role."""

    path = "/applications/{application_id:uuid}/targets"
    tags = ("Contacts",)

    @get(operation_id="ListApplicationTargets", summary="Whom you write to about this role.", opt=example(answer=_PAGE))
    async def list_targets(
        self, application_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> Page[ContactView]:
        """Return everybody named, in the order they were."""
        return await _shown(reads, user_id, application_id)

    @post(
        operation_id="AddApplicationTargets",
        summary="Name people to write to about this role.",
        opt=example(request={"contact_ids": [CONTACT_EXAMPLE["id"]]}, answer=_PAGE),
    )
    async def add(
        self,
        application_id: FromPath[UUID],
        data: JSONBody[TargetsBody],
        user_id: Injected[UserId],
        target_contacts: Injected[TargetContacts],
        reads: Injected[Reads],
    ) -> Page[ContactView]:
        """Name people, all or none; naming one twice changes nothing."""
        people = [ContactId(one) for one in dict.fromkeys(data.contact_ids)]
        await target_contacts(user_id, ApplicationId(application_id), people)
        return await _shown(reads, user_id, application_id)

    @delete(
        "/{contact_id:uuid}",
        operation_id="RemoveApplicationTarget",
        summary="Write to somebody about this role no longer.",
    )
    async def remove(
        self,
        application_id: FromPath[UUID],
        contact_id: FromPath[UUID],
        user_id: Injected[UserId],
        untarget_contact: Injected[UntargetContact],
    ) -> None:
        """Take somebody off; campaigns that run are not touched."""
        await untarget_contact(user_id, ApplicationId(application_id), ContactId(contact_id))


async def _shown(reads: Reads, user_id: UserId, application_id: UUID) -> Page[ContactView]:
    if await reads.one(user_id, "show_application", user_id, application_id) is None:
        raise ApplicationNotFound("there is no such application", application_id=application_id)
    rows = await reads.many(user_id, "show_application_targets", user_id, application_id)
    return Page(items=[contact_view(row) for row in rows])
