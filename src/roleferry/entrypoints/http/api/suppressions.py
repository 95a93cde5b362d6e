"""`/suppressions`: who is never mailed again (SPEC 3.8)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, delete, get, post
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath, JSONBody
from msgspec import Meta

from roleferry.domain.model.ids import SuppressionId, UserId
from roleferry.domain.model.sending.address import InvalidAddress
from roleferry.domain.model.tables import ImportReport, NotATable, RowStatus, read_table
from roleferry.domain.use_cases.sending.add_suppressions import AddSuppressions
from roleferry.domain.use_cases.sending.remove_suppression import RemoveSuppression
from roleferry.entrypoints.http.api.imports import IMPORT_EXAMPLE, ImportView, TableUpload, table_of
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, to_view, view_of
from roleferry.ports.suppressions import SuppressionNotFound
from roleferry.ports.transactions import Reads

_MOST_ROWS = 10_000
_ALIASES = {
    "address": ("email", "e-mail", "email address", "mail", "contact email", "recipient"),
    "domain": ("company domain", "website", "domain name"),
}


class SuppressionBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An address, or a domain (`example.com`), which stands for everybody there."""

    value: Annotated[str, Meta(min_length=3, max_length=320)]


class SuppressionView(msgspec.Struct, frozen=True, kw_only=True):
    """One entry; only those with reason `added_by_user` can be taken back."""

    id: UUID
    kind: str
    shown: str | None
    reason: str
    source: str | None
    at: datetime


_EXAMPLE: dict[str, Any] = {
    "id": "019ab7c2-a130-7e33-9a2f-6b3d8e7c9a41",
    "kind": "address",
    "shown": "grace.sample@harbour.example",
    "reason": "added_by_user",
    "source": "user",
    "at": "2026-11-22T09:00:00Z",
}


class SuppressionController(Controller):
    """Who is never mailed again."""

    path = "/suppressions"
    tags = ("Suppressions",)

    @get(
        operation_id="ListSuppressions",
        summary="Who is never mailed again.",
        opt=example(answer={"items": [_EXAMPLE], "next_cursor": None}),
    )
    async def list_suppressions(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[SuppressionView]:
        """Return your list, newest first."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_suppressions", user_id, at, last, limit + 1)
        return page(rows, limit, view_of(SuppressionView), ("at", "id"))

    @post(
        operation_id="AddSuppression",
        summary="Never mail an address or a domain again.",
        opt=example(request={"value": "grace.sample@harbour.example"}, answer=_EXAMPLE),
    )
    async def add(
        self,
        data: JSONBody[SuppressionBody],
        user_id: Injected[UserId],
        add_suppressions: Injected[AddSuppressions],
        reads: Injected[Reads],
    ) -> SuppressionView:
        """Add an entry, or return the one that stands; planned mails to it are stopped when their time comes."""
        (result,) = await add_suppressions(user_id, [(1, data.value)], source="user")
        if result.status is RowStatus.FAILED:
            raise InvalidAddress(result.reason or "it is neither an address nor a domain")
        row = await reads.one(user_id, "show_suppression", user_id, result.id)
        if row is None:
            raise SuppressionNotFound("it was removed just now")
        return to_view(SuppressionView, row)

    @post(
        "/import",
        operation_id="ImportSuppressions",
        summary="Add a whole list.",
        status_code=200,
        opt=example(answer=IMPORT_EXAMPLE),
    )
    async def import_list(
        self,
        data: Annotated[TableUpload, Body(media_type=RequestEncodingType.MULTI_PART)],
        user_id: Injected[UserId],
        add_suppressions: Injected[AddSuppressions],
    ) -> ImportView:
        """Read a CSV file with a column `email` or `domain`, at most 10,000 rows, and say what became of each."""
        entries = _entries(await table_of(data))
        report = ImportReport()
        report.add(await add_suppressions(user_id, entries, source="import"))
        return msgspec.convert(report.as_result(), ImportView)

    @delete("/{suppression_id:uuid}", operation_id="RemoveSuppression", summary="Take a suppression back.")
    async def remove(
        self, suppression_id: FromPath[UUID], user_id: Injected[UserId], remove_suppression: Injected[RemoveSuppression]
    ) -> None:
        """Take back an entry that you added; what the other side asked for stays."""
        await remove_suppression(user_id, SuppressionId(suppression_id))


def _entries(data: bytes) -> list[tuple[int, str]]:
    table = read_table(data, aliases=_ALIASES).require("address", "domain")
    entries: list[tuple[int, str]] = []
    for row in table.rows():
        if len(entries) == _MOST_ROWS:
            raise NotATable(f"the list has more than {_MOST_ROWS} rows: split it")
        entries.append((row.number, (row.get("address") or row.get("domain") or "")[:400]))
    return entries
