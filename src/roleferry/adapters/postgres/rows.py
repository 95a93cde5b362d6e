"""Between rows and domain values: columns and fields carry the same names, so conversion is mechanical."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any, TypeVar

import msgspec

T = TypeVar("T")


def to(kind: type[T], row: Mapping[str, Any]) -> T:
    """
    Return the row as a dataclass or Struct; columns that are no fields of it are left out.

    By way of builtins, because a time is a datetime in a column and a string within jsonb.
    """
    return msgspec.convert(msgspec.to_builtins(dict(row)), kind, strict=True)


def plain(value: object) -> Any:
    """Return a domain value as JSON-able builtins, for a jsonb column."""
    return msgspec.to_builtins(value)


def json_text(value: object) -> str:
    """Return a domain value as JSON text, for a list within an array: the driver would take it for a dimension."""
    return msgspec.json.encode(value).decode()


def columns(value: object, *names: str) -> tuple[Any, ...]:
    """Return the named fields, in that order: nested values as jsonb builtins, sequences as arrays."""
    return tuple(_column(getattr(value, name)) for name in names)


def _column(value: object) -> Any:
    if isinstance(value, Mapping) or (is_dataclass(value) and fields(value)):
        return plain(value)
    if isinstance(value, tuple | frozenset | set | list):
        return [_column(item) for item in value]
    return value
