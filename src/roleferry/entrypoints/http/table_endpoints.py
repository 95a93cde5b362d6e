"""The two endpoints of whatever is also a table: in from a file or a Google Sheet, out as CSV."""

from collections.abc import Mapping
from typing import Any, Protocol

from litestar import Request, Response, get, post
from litestar.handlers import HTTPRouteHandler
from litestar.response import Stream

from roleferry.domain.model.ids import TaskId, UserId
from roleferry.entrypoints.http.api.tasks import ACCEPTED_EXAMPLE, Accepted, accepted
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.table_download import CSV, csv_download
from roleferry.entrypoints.http.table_upload import TableOperation, table_given
from roleferry.entrypoints.settings import Settings
from roleferry.ports.tasks import TaskKind
from roleferry.ports.transactions import Reads

_TAKEN_OUT = "Return a table that spreadsheets show and never run, and that can be imported again."


class StartTable(Protocol):
    """The use case that keeps a table until a worker reads it; a controller offers its own as `start`."""

    async def __call__(
        self, user_id: UserId, kind: TaskKind, *, data: bytes | None = None, sheet_url: str | None = None
    ) -> TaskId:
        """Return the task that reads it."""
        ...


def importing(kind: TaskKind, *, operation_id: str, summary: str, description: str) -> HTTPRouteHandler:
    """Return `POST /import`."""

    async def bring_in(
        _: object,
        request: Request[Any, Any, Any],
        user_id: Injected[UserId],
        start: Injected[StartTable],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        given = await table_given(request)
        return accepted(await start(user_id, kind, data=given.data, sheet_url=given.sheet_url), settings)

    return post(
        "/import",
        operation_id=operation_id,
        operation_class=TableOperation,
        summary=summary,
        description=description,
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )(bring_in)


def exporting(
    query: str, columns: Mapping[str, str], *, file_name: str, operation_id: str, summary: str
) -> HTTPRouteHandler:
    """Return `GET /export.csv`: every row of a keyset query; `columns` are header → column."""

    async def take_out(_: object, user_id: Injected[UserId], reads: Injected[Reads]) -> Stream:
        return csv_download(reads, user_id, query=query, columns=columns, file_name=file_name)

    return get("/export.csv", operation_id=operation_id, summary=summary, description=_TAKEN_OUT, media_type=CSV)(
        take_out
    )
