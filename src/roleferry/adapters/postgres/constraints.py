"""Which error a broken constraint is: the database keeps the rule, the domain has the words for it."""

import asyncpg

from roleferry.domain.model.errors import Conflict, DomainError, NotFound


class AlreadyThere(Conflict):
    """There is one like it already."""

    code = "already_there"


class StillInUse(Conflict):
    """Something else still refers to it."""

    code = "still_in_use"


class ReferenceNotFound(NotFound):
    """Something this refers to does not exist."""

    code = "reference_not_found"


_ERRORS: dict[str, DomainError] = {}
"""By constraint name; a module of a repository registers what it has better words for."""


def register(constraint: str, error: DomainError) -> None:
    """Use `error` whenever `constraint` is broken."""
    _ERRORS[constraint] = error


def error_for(broken: asyncpg.IntegrityConstraintViolationError) -> DomainError:
    """Return the domain's error for a broken constraint."""
    name: str = getattr(broken, "constraint_name", None) or ""
    if known := _ERRORS.get(name):
        return type(known)(known.detail, errors=known.errors, **known.facts)
    if isinstance(broken, asyncpg.UniqueViolationError):
        return AlreadyThere("this exists already", constraint=name)
    if isinstance(broken, asyncpg.ForeignKeyViolationError):
        if "still referenced" in str(broken):
            return StillInUse("something still refers to this: remove that first", constraint=name)
        return ReferenceNotFound("something this refers to does not exist", constraint=name)
    return Conflict("this would break a rule of the data", constraint=name)
