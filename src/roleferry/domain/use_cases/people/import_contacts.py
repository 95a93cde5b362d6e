"""Read a table of contacts, in the background."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from roleferry.domain.model.errors import DomainError
from roleferry.domain.model.ids import UserId
from roleferry.domain.model.people.columns import CONTACT_COLUMNS
from roleferry.domain.model.people.contact import Contact, ContactInvalid
from roleferry.domain.model.people.source import IMPORT
from roleferry.domain.model.tables import Row, RowResult, RowStatus, read_table
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.use_cases.people.importing import bytes_of, import_rows
from roleferry.domain.use_cases.people.keeping import PeopleKeeper
from roleferry.ports.scraping import Sheets
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions, UnitOfWork

_LONGEST = 300
_PLAIN = ("role_title", "department", "email", "linkedin_url", "company", "timezone")


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
            async with self.transactions.begin(user_id) as uow:
                known = {(one.email or "").lower(): one for one in await uow.contacts.of_emails(_emails(rows))}
                return [await self._row(uow, user_id, row, known) for row in rows]

        result = await import_rows(table, keep, progress)
        if key := payload.get("storage_key"):
            await self.storage.delete(key)
        return result

    async def _row(self, uow: UnitOfWork, user_id: UserId, row: Row, known: dict[str, Contact]) -> RowResult:
        try:
            return await self._kept(uow, user_id, row, known)
        except DomainError as error:
            return RowResult(row=row.number, status=RowStatus.FAILED, reason=error.detail)

    async def _kept(self, uow: UnitOfWork, user_id: UserId, row: Row, known: dict[str, Contact]) -> RowResult:
        fields = _fields(row)
        there = known.get(str(fields.get("email", "")).lower()) if fields.get("email") else None
        if there is None:
            contact = await self.people.changed(uow, self.people.blank(user_id, source=IMPORT), fields)
            if contact.email is None and (same := await uow.contacts.namesake(contact)):
                return RowResult(row=row.number, status=RowStatus.SKIPPED, reason="is there already", id=same.id)
            await uow.contacts.add(contact)
            known[(contact.email or "").lower()] = contact
            return RowResult(row=row.number, status=RowStatus.CREATED, id=contact.id)
        missing = {name: value for name, value in fields.items() if not _has(there, name)}
        if not missing:
            return RowResult(row=row.number, status=RowStatus.SKIPPED, reason="nothing new", id=there.id)
        contact = await self.people.changed(uow, there, missing)
        await uow.contacts.save(contact)
        known[(contact.email or "").lower()] = contact
        return RowResult(row=row.number, status=RowStatus.UPDATED, id=contact.id)


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
