"""Read a table of contacts, in the background."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.errors import DomainError
from roleferry.domain.model.ids import UserId
from roleferry.domain.model.people.columns import CONTACT_COLUMNS
from roleferry.domain.model.people.company import Company, CompanyInvalid
from roleferry.domain.model.people.contact import Contact, ContactInvalid
from roleferry.domain.model.people.editing import edited
from roleferry.domain.model.people.source import IMPORT
from roleferry.domain.model.tables import Row, RowResult, RowStatus, read_table
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.use_cases.people.batch import BatchOfPeople
from roleferry.domain.use_cases.people.importing import bytes_of, import_rows
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.ports.scraping import Sheets
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions

_LONGEST = 300
_PLAIN = ("role_title", "department", "email", "linkedin_url", "company", "timezone")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a row says, and the contact it makes when nobody is known at its address, or why it makes none."""

    number: int
    fields: Mapping[str, Any]
    contact: Contact | DomainError


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportContacts:
    """Keep each row's contact; one whose address is known fills what was empty, and loses nothing."""

    transactions: Transactions
    storage: Storage
    sheets: Sheets
    people: PeopleKeeper

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return how many rows went which way, and the rows.

        Raises:
            NotATable: there is no column that names people.
        """
        data = await bytes_of(payload, storage=self.storage, sheets=self.sheets)
        table = read_table(data, aliases=CONTACT_COLUMNS).require("full_name", "first_name", "last_name", "email")

        async def keep(rows: Sequence[Row]) -> Sequence[RowResult]:
            return await self._keep(user_id, rows)

        result = await import_rows(table, keep, progress)
        if key := payload.get("storage_key"):
            await self.storage.delete(key)
        return result

    async def _keep(self, user_id: UserId, rows: Sequence[Row]) -> Sequence[RowResult]:
        async with self.transactions.begin(user_id) as uow:
            known = {(one.email or "").lower(): one for one in await uow.contacts.of_emails(_emails(rows))}
            people = BatchOfPeople(uow)
            readings = [self._read(user_id, row) for row in rows]
            good = [one for one in readings if isinstance(one, _Reading)]
            await people.companies.prepare(*self._employers(user_id, good))
            results = [await self._row(people, one, known) if isinstance(one, _Reading) else one for one in readings]
            await people.finish()
        return results

    def _read(self, user_id: UserId, row: Row) -> _Reading | RowResult:
        """Return what the row says, or why it says nothing that can be kept."""
        try:
            fields = _fields(row)
        except DomainError as error:
            return RowResult(row=row.number, status=RowStatus.FAILED, reason=error.detail)
        own = {name: value for name, value in fields.items() if name != "company"}
        try:
            return _Reading(row.number, fields, edited(self.people.blank(user_id, source=IMPORT), own))
        except DomainError as error:
            return _Reading(row.number, fields, error)

    def _employers(self, user_id: UserId, readings: Sequence[_Reading]) -> tuple[list[Company], set[str]]:
        """Return the companies these people work at by name, and the domains of the others' addresses."""
        sound = [one for one in readings if isinstance(one.contact, Contact)]
        named: dict[str, Company] = {}
        for name in dict.fromkeys(one.fields["company"] for one in sound if one.fields.get("company")):
            with suppress(CompanyInvalid):
                named[name] = self.people.new_company(user_id, name, source=IMPORT)
        contacts = [one.contact for one in sound if isinstance(one.contact, Contact) and not one.fields.get("company")]
        domains = {contact.domain for contact in contacts if contact.domain}
        return list(named.values()), domains

    async def _row(self, people: BatchOfPeople, reading: _Reading, known: dict[str, Contact]) -> RowResult:
        try:
            return await self._kept(people, reading, known)
        except DomainError as error:
            return RowResult(row=reading.number, status=RowStatus.FAILED, reason=error.detail)

    async def _kept(self, people: BatchOfPeople, reading: _Reading, known: dict[str, Contact]) -> RowResult:
        fields = reading.fields
        there = known.get(str(fields.get("email", "")).lower()) if fields.get("email") else None
        if there is None:
            if isinstance(reading.contact, DomainError):
                raise reading.contact
            contact = await self.people.employed(people, reading.contact, fields)
            if contact.email is None and (same := await people.namesake(contact)):
                return RowResult(row=reading.number, status=RowStatus.SKIPPED, reason="is there already", id=same.id)
            people.add(contact)
            known[(contact.email or "").lower()] = contact
            return RowResult(row=reading.number, status=RowStatus.CREATED, id=contact.id)
        missing = {name: value for name, value in fields.items() if not _has(there, name)}
        if not missing:
            return RowResult(row=reading.number, status=RowStatus.SKIPPED, reason="nothing new", id=there.id)
        contact = await self.people.changed(people, there, missing)
        await people.save(contact)
        known[(contact.email or "").lower()] = contact
        return RowResult(row=reading.number, status=RowStatus.UPDATED, id=contact.id)


def _has(contact: Contact, name: str) -> bool:
    return bool(contact.company_id) if name == "company" else bool(getattr(contact, name))


def _emails(rows: Sequence[Row]) -> list[str]:
    return [email for row in rows if (email := row.get("email"))]


def _fields(row: Row) -> dict[str, Any]:
    for name, value in row.values.items():
        if len(value) > _LONGEST and name != "tags":
            raise ContactInvalid(f"{name} is longer than {_LONGEST} characters")
    fields: dict[str, Any] = {name: row.get(name) for name in _PLAIN if row.get(name)}
    names = (row.get("first_name"), row.get("last_name"))
    full = row.get("full_name") or " ".join(name for name in names if name)
    if not full:
        raise ContactInvalid("the row has no name")
    places = [place for place in (row.get("location"), row.get("country")) if place]
    if places:
        fields["location"] = ", ".join(dict.fromkeys(places))
    if row.get("tags"):
        fields["tags"] = tuple(row.values["tags"].replace(",", ";").split(";"))[:30]
    return {"full_name": full, **fields, **_level(row)}


def _level(row: Row) -> dict[str, Any]:
    written = (row.get("level") or "").strip().lower().replace(" ", "_")
    if not written:
        return {}
    try:
        return {"level": RecipientLevel(written)}
    except ValueError as error:
        raise ContactInvalid(f"level is one of {', '.join(RecipientLevel)}") from error
