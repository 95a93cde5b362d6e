"""`/contacts`: whom to write to (SPEC 3.6)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, delete, get, patch, post
from litestar.params import FromPath, FromQuery, JSONBody, QueryParameter
from msgspec import UNSET, Meta, UnsetType

from roleferry.domain.model.ids import ContactId, UserId
from roleferry.domain.model.people.contact import ContactNotFound
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.use_cases.people.add_contact import AddContact
from roleferry.domain.use_cases.people.edit_contact import EditContact
from roleferry.domain.use_cases.people.remove_contact import RemoveContact
from roleferry.entrypoints.http.api.people_views import (
    CONTACT_EXAMPLE,
    ContactView,
    FactBody,
    Short,
    Tag,
    contact_view,
)
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page
from roleferry.ports.transactions import Reads

Email = Annotated[str, Meta(min_length=3, max_length=320)]
Facts = Annotated[tuple[FactBody, ...], Meta(max_length=50)]
Tags = Annotated[tuple[Tag, ...], Meta(max_length=30)]
Words = Annotated[str | None, QueryParameter(max_length=200, description="Words in name, title, address or company.")]


class ContactBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A person; `company` by name makes the company when there is none, `timezone` follows from `location`."""

    full_name: Short
    role_title: Short | None = None
    level: RecipientLevel | None = None
    department: Short | None = None
    email: Email | None = None
    linkedin_url: Short | None = None
    company_id: UUID | None = None
    company: Short | None = None
    location: Short | None = None
    timezone: Annotated[str, Meta(min_length=1, max_length=64)] | None = None
    facts: Facts = ()
    tags: Tags = ()


class ContactPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what changes; null takes a field back, and a `timezone` taken back follows the location again."""

    full_name: Short | UnsetType = UNSET
    role_title: Short | None | UnsetType = UNSET
    level: RecipientLevel | None | UnsetType = UNSET
    department: Short | None | UnsetType = UNSET
    email: Email | None | UnsetType = UNSET
    linkedin_url: Short | None | UnsetType = UNSET
    company_id: UUID | None | UnsetType = UNSET
    company: Short | None | UnsetType = UNSET
    location: Short | None | UnsetType = UNSET
    timezone: Annotated[str, Meta(min_length=1, max_length=64)] | None | UnsetType = UNSET
    facts: Facts | UnsetType = UNSET
    tags: Tags | UnsetType = UNSET


_REQUEST: dict[str, Any] = {
    "full_name": "Grace Sample",
    "role_title": "Head of Platform",
    "email": "grace.sample@harbour.example",
    "company": "Harbour Systems",
    "location": "Porto, Portugal",
    "tags": ["porto"],
}


class ContactController(Controller):
    """Whom to write to."""

    path = "/contacts"
    tags = ("Contacts",)

    @get(
        operation_id="ListContacts",
        summary="Everybody you may write to.",
        opt=example(answer={"items": [CONTACT_EXAMPLE], "next_cursor": None}),
    )
    async def list_contacts(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
        company_id: FromQuery[UUID | None] = None,
        q: Words = None,
    ) -> Page[ContactView]:
        """Return your contacts, newest first; at one company, or with these words."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_contacts", user_id, at, last, limit + 1, company_id, q)
        return page(rows, limit, contact_view, ("created_at", "id"))

    @post(
        operation_id="AddContact",
        summary="Add somebody to write to.",
        opt=example(request=_REQUEST, answer=CONTACT_EXAMPLE),
    )
    async def add(
        self,
        data: JSONBody[ContactBody],
        user_id: Injected[UserId],
        add_contact: Injected[AddContact],
        reads: Injected[Reads],
    ) -> ContactView:
        """Keep a contact; level, time zone and country are worked out where you do not say them."""
        given = {name: value for name, value in _given(data).items() if value is not None}
        return await _shown(reads, user_id, await add_contact(user_id, given))

    @get("/{contact_id:uuid}", operation_id="GetContact", summary="One contact.", opt=example(answer=CONTACT_EXAMPLE))
    async def get_contact(
        self, contact_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> ContactView:
        """Return a contact."""
        return await _shown(reads, user_id, ContactId(contact_id))

    @patch(
        "/{contact_id:uuid}",
        operation_id="EditContact",
        summary="Change what is known of somebody.",
        opt=example(request={"role_title": "VP Platform", "timezone": "Europe/Lisbon"}, answer=CONTACT_EXAMPLE),
    )
    async def edit(
        self,
        contact_id: FromPath[UUID],
        data: JSONBody[ContactPatch],
        user_id: Injected[UserId],
        edit_contact: Injected[EditContact],
        reads: Injected[Reads],
    ) -> ContactView:
        """Set fields; another address loses its verification, a level or zone you set is kept."""
        await edit_contact(user_id, ContactId(contact_id), _given(data))
        return await _shown(reads, user_id, ContactId(contact_id))

    @delete("/{contact_id:uuid}", operation_id="RemoveContact", summary="Forget somebody.")
    async def remove(
        self, contact_id: FromPath[UUID], user_id: Injected[UserId], remove_contact: Injected[RemoveContact]
    ) -> None:
        """Forget a contact no campaign has to do with."""
        await remove_contact(user_id, ContactId(contact_id))


def _given(data: ContactBody | ContactPatch) -> dict[str, Any]:
    given = {name: value for name in data.__struct_fields__ if (value := getattr(data, name)) is not UNSET}
    if "facts" in given:
        given["facts"] = tuple(fact.fact() for fact in given["facts"])
    return given


async def _shown(reads: Reads, user_id: UserId, contact_id: ContactId) -> ContactView:
    row = await reads.one(user_id, "show_contact", user_id, contact_id)
    if row is None:
        raise ContactNotFound("there is no such contact", contact_id=contact_id)
    return contact_view(row)
