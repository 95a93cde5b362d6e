"""The only data a template ever sees: dicts, lists, text, numbers and booleans, with the unknown left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from roleferry.domain.model.writing.templating import BadTemplate

_MAX_DEPTH = 6
_MAX_ITEMS = 200


def plain(value: object, *, depth: int = 0) -> object:
    """
    Copy `value` as plain data; what is blank or empty becomes None, so that it cannot print as a hole.

    Raises:
        BadTemplate: something in it is neither text, number, boolean, date, list nor dict.
    """
    if depth > _MAX_DEPTH:
        raise BadTemplate("the data for a template is nested too deeply")
    match value:
        case None | bool() | int() | float():
            return value
        case str():
            return value if value.strip() else None
        case Decimal() | date():
            return str(value)
        case Mapping():
            return _known({str(key): plain(item, depth=depth + 1) for key, item in value.items()}) or None
        case list() | tuple():
            items = [plain(item, depth=depth + 1) for item in value[:_MAX_ITEMS]]
            return [item for item in items if item is not None] or None
        case _:
            raise BadTemplate(f"a template cannot be given a {type(value).__name__}")


def _known(items: Mapping[str, object]) -> dict[str, object]:
    return {key: item for key, item in items.items() if item is not None}


def plain_context(context: Mapping[str, object]) -> dict[str, object]:
    """Return the whole context as plain data, without what is not known."""
    return _known({key: plain(value) for key, value in context.items()})
