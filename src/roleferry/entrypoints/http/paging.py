"""Lists, page by page: `limit` and an opaque `cursor` in, `items` and `next_cursor` out (SPEC 11)."""

import base64
import binascii
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Annotated, Any, Generic, TypeVar
from uuid import UUID

import msgspec
from litestar.params import QueryParameter

from roleferry.domain.model.errors import FieldError, Invalid

T = TypeVar("T")

Limit = Annotated[int, QueryParameter(ge=1, le=100, description="How many items at most.")]
CursorText = Annotated[str | None, QueryParameter(max_length=400, description="`next_cursor` of the page before.")]
DEFAULT_LIMIT = 20


class Page(msgspec.Struct, Generic[T], frozen=True, kw_only=True):
    """One page of a list; `next_cursor` is null on the last."""

    items: list[T]
    next_cursor: str | None = None


class BadCursor(Invalid):
    """The cursor is not one of ours."""

    code = "cursor.invalid"


def encode(*keys: object) -> str:
    """Return the cursor that stands behind a row with these sort keys."""
    return base64.urlsafe_b64encode(msgspec.json.encode(keys)).decode().rstrip("=")


def decode(cursor: str | None, *kinds: Any) -> tuple[Any, ...]:
    """
    Return the sort keys a cursor carries, one per kind (all None for the first page).

    Raises:
        BadCursor: it was not made by `encode` for these kinds.
    """
    if cursor is None:
        return (None,) * len(kinds)
    try:
        raw = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        values = msgspec.json.decode(raw, type=list[Any])
        if len(values) != len(kinds):
            raise BadCursor("start again without a cursor", errors=(FieldError("cursor", "is not one of ours"),))
        return tuple(msgspec.convert(value, kind) for value, kind in zip(values, kinds, strict=True))
    except (binascii.Error, msgspec.MsgspecError, UnicodeError, ValueError) as error:
        raise BadCursor("start again without a cursor", errors=(FieldError("cursor", "is not one of ours"),)) from error


def page(
    rows: Sequence[Mapping[str, Any]], limit: int, view: Callable[[Mapping[str, Any]], T], keys: Sequence[str]
) -> Page[T]:
    """Make a page of `limit` items from `limit + 1` rows; `keys` are the columns the list is sorted by."""
    shown = rows[:limit]
    more = len(rows) > limit
    return Page(
        items=[view(row) for row in shown],
        next_cursor=encode(*(shown[-1][key] for key in keys)) if more else None,
    )


def view_of(kind: type[T]) -> Callable[[Mapping[str, Any]], T]:
    """Return the function that makes a view Struct of a row."""
    return lambda row: to_view(kind, row)


_NATIVE = (datetime, date, UUID, bytes)


def to_view(kind: type[T], row: Mapping[str, Any]) -> T:
    """
    Return the row as a view Struct; columns it has no field for are left out.

    Columns are times and ids already, but within jsonb they are strings: such a row takes the slower way.
    """
    try:
        return msgspec.convert(dict(row), kind, builtin_types=_NATIVE)
    except msgspec.ValidationError:
        return msgspec.convert(msgspec.to_builtins(dict(row)), kind)
