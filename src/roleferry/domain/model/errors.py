"""The four families of refusal; each noun keeps its own errors beside it and derives from one of these.

A family decides the HTTP status (`entrypoints/http/problems.py`), the class gives the stable code and its docstring
is the problem's title.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class FieldError:
    """One field that is wrong: `path` is a JSON pointer-like dotted path, `message` says what to do."""

    path: str
    message: str


class DomainError(Exception):
    """The request cannot be carried out."""

    code: ClassVar[str] = "error"

    def __init__(self, detail: str, *, errors: tuple[FieldError, ...] = (), **facts: object) -> None:
        super().__init__(detail)
        self.detail = detail
        self.errors = errors
        self.facts: Mapping[str, object] = facts


class NotFound(DomainError):
    """There is nothing here that you may see."""

    code = "not_found"


class Conflict(DomainError):
    """The state of things does not allow it."""

    code = "conflict"


class Invalid(DomainError):
    """Some fields are not valid."""

    code = "invalid"


class Budget(DomainError):
    """The budget for this is used up."""

    code = "budget_exhausted"
