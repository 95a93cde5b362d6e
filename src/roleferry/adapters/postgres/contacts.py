"""Contacts as rows."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import asyncpg

from roleferry.adapters.postgres import constraints
from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import columns, json_text, plain, to
from roleferry.domain.model.ids import ApplicationId, CompanyId, ContactId
from roleferry.domain.model.people.contact import Contact, ContactExists, ContactInUse, ContactNotFound
from roleferry.ports.contacts import ContactRepository

constraints.register("uq_contacts_email", ContactExists("you have a contact with this address already"))

_FIELDS = (
    "user_id",
    "id",
    "company_id",
    "full_name",
    "role_title",
    "level",
    "department",
    "email",
    "email_state",
    "linkedin_url",
    "location",
    "timezone",
    "timezone_source",
    "country",
)


class PostgresContacts(Repository, ContactRepository):
    """Rows of contacts and application_targets."""

    async def add(self, contact: Contact) -> None:
        await self._execute("add_contact", *_values(contact), contact.created_at)

    async def add_all(self, contacts: Sequence[Contact]) -> None:
        if not contacts:
            return
        own = [[getattr(one, name) for one in contacts] for name in _FIELDS[1:]]
        json = [[json_text(one.facts) for one in contacts], [json_text(list(one.tags)) for one in contacts]]
        verified = [json_text(one.verification) if one.verification else None for one in contacts]
        sources, created = [one.source for one in contacts], [one.created_at for one in contacts]
        await self._execute("add_contacts", self._user_id, *own, *json, sources, verified, created)

    async def find(self, contact_id: ContactId) -> Contact:
        row = await self._one("lock_contact", self._user_id, contact_id)
        if row is None:
            raise ContactNotFound("there is no such contact", contact_id=contact_id)
        return to(Contact, row)

    async def of_email(self, email: str) -> Contact | None:
        return next(iter(await self.of_emails([email])), None)

    async def all_of(self, contact_ids: Sequence[ContactId]) -> Sequence[Contact]:
        return [to(Contact, row) for row in await self._many("find_contacts", self._user_id, list(contact_ids))]

    async def of_emails(self, emails: Sequence[str]) -> Sequence[Contact]:
        lower = [email.lower() for email in emails]
        return [to(Contact, row) for row in await self._many("lock_contacts_by_email", self._user_id, lower)]

    async def namesake(self, contact: Contact) -> Contact | None:
        row = await self._one("lock_namesake", self._user_id, contact.full_name, contact.company_id)
        return to(Contact, row) if row else None

    async def of_company(self, company_id: CompanyId) -> Sequence[Contact]:
        return [to(Contact, row) for row in await self._many("lock_contacts_of_company", self._user_id, company_id)]

    async def save(self, contact: Contact) -> None:
        await self._execute("save_contact", *_values(contact))

    async def remove(self, contact_id: ContactId) -> None:
        try:
            removed = await self._execute("remove_contact", self._user_id, contact_id)
        except asyncpg.ForeignKeyViolationError as error:
            detail = "a campaign is for this person, or has written to them: take them out of it first"
            raise ContactInUse(detail, contact_id=contact_id) from error
        if not removed:
            raise ContactNotFound("there is no such contact", contact_id=contact_id)

    async def target(self, application_id: ApplicationId, contact_ids: Sequence[ContactId], *, at: datetime) -> None:
        await self._execute("add_application_targets", self._user_id, application_id, list(contact_ids), at)

    async def untarget(self, application_id: ApplicationId, contact_id: ContactId) -> bool:
        return bool(await self._execute("remove_application_target", self._user_id, application_id, contact_id))


def _values(contact: Contact) -> tuple[Any, ...]:
    verification = plain(contact.verification) if contact.verification else None
    facts = plain(contact.facts)
    return (*columns(contact, *_FIELDS), facts, list(contact.tags), contact.source, verification)
