"""`/contacts/find`, `/contacts/{id}/enrich` and `/contacts/{id}/verify`: what vendors know of people."""

from typing import Annotated
from uuid import UUID

import msgspec
from litestar import Controller, Response, post
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from roleferry.domain.model.ids import CompanyId, ContactId, UserId
from roleferry.domain.use_cases.people.start_task import StartPeopleTask
from roleferry.entrypoints.http.api.people_views import Short
from roleferry.entrypoints.http.api.tasks import ACCEPTED_EXAMPLE, Accepted, accepted
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.settings import Settings
from roleferry.ports.tasks import TaskKind


class FindBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Whom to look for, and where."""

    company_id: UUID
    titles: Annotated[tuple[Short, ...], Meta(max_length=20)] = ()
    limit: Annotated[int, Meta(ge=1, le=25)] = 5


class ContactTaskController(Controller):
    """What vendors know of people."""

    path = "/contacts"
    tags = ("Contacts",)

    @post(
        "/find",
        operation_id="FindContacts",
        summary="Find people at a company.",
        status_code=202,
        opt=example(
            request={"company_id": "019ab7c2-8a10-7c11-9f0e-3b1d6c5a7e20", "titles": ["VP Engineering"], "limit": 3},
            answer=ACCEPTED_EXAMPLE,
        ),
    )
    async def find(
        self,
        data: JSONBody[FindBody],
        user_id: Injected[UserId],
        start_people_task: Injected[StartPeopleTask],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """
        Look in the background; the task's result names the contacts.

        The simulated vendor gives made-up people, marked `source: mock`, whom no real mail is ever sent to.
        """
        payload = {"titles": list(data.titles), "limit": data.limit}
        kind = TaskKind.FIND_CONTACTS
        return accepted(
            await start_people_task(user_id, kind, payload, company_id=CompanyId(data.company_id)), settings
        )

    @post(
        "/{contact_id:uuid}/enrich",
        operation_id="EnrichContact",
        summary="Find out more about somebody.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def enrich(
        self,
        contact_id: FromPath[UUID],
        user_id: Injected[UserId],
        start_people_task: Injected[StartPeopleTask],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """Fill what is empty in the background; what stands is kept, and nothing is made up about a real person."""
        kind = TaskKind.ENRICH_CONTACT
        return accepted(await start_people_task(user_id, kind, {}, contact_id=ContactId(contact_id)), settings)

    @post(
        "/{contact_id:uuid}/verify",
        operation_id="VerifyContact",
        summary="Find out whether an address takes mail.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def verify(
        self,
        contact_id: FromPath[UUID],
        user_id: Injected[UserId],
        start_people_task: Injected[StartPeopleTask],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """Ask the verifier in the background; the simulated one says `unknown` of every address that may be real."""
        kind = TaskKind.VERIFY_CONTACT
        return accepted(await start_people_task(user_id, kind, {}, contact_id=ContactId(contact_id)), settings)
