"""Between rows and domain values: columns and fields carry the same names, so conversion is mechanical."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, TypeVar
from uuid import UUID

import msgspec

T = TypeVar("T")
_NATIVE = (datetime, date, time, timedelta, Decimal, UUID, bytes)


def to(kind: type[T], row: Mapping[str, Any]) -> T:
    """Return the row as a dataclass or Struct; columns that are no fields of it are left out."""
    return msgspec.convert(dict(row), kind, strict=True, builtin_types=_NATIVE)


def plain(value: object) -> Any:
    """Return a domain value as JSON-able builtins, for a jsonb column."""
    return msgspec.to_builtins(value)


def columns(value: object, *names: str) -> tuple[Any, ...]:
    """Return the named fields, in that order: nested values as jsonb builtins, sequences as arrays."""
    return tuple(_column(getattr(value, name)) for name in names)


def _column(value: object) -> Any:
    if isinstance(value, Mapping) or (is_dataclass(value) and fields(value)):
        return plain(value)
    if isinstance(value, tuple | frozenset | set | list):
        return [_column(item) for item in value]
    return value
