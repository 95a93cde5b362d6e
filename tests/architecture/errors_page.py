"""`python -m tests.architecture.errors_page`: write docs/errors.md from the errors themselves."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path

import roleferry
from roleferry.domain.model.errors import Budget, Conflict, DomainError, Invalid, NotFound

PAGE = Path(__file__).parents[2] / "docs" / "errors.md"
_FAMILIES: dict[type[DomainError], HTTPStatus] = {
    NotFound: HTTPStatus.NOT_FOUND,
    Conflict: HTTPStatus.CONFLICT,
    Invalid: HTTPStatus.UNPROCESSABLE_ENTITY,
    Budget: HTTPStatus.PAYMENT_REQUIRED,
}
_HEAD = """# Errors

Every refusal is a problem document (RFC 9457); its `type` is `urn:roleferry:problem:<code>`, its `detail` says what to
do. Written by `python -m tests.architecture.errors_page`; a test fails when this page is out of date.

| code | status | means |
|---|---|---|
"""


def errors() -> list[type[DomainError]]:
    """Return every error of the domain, by its code."""
    for module in pkgutil.walk_packages(roleferry.__path__, "roleferry."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    return sorted(set(_below(DomainError)), key=lambda error: (error.code, error.__name__))


def page() -> str:
    """Return the page."""
    return _HEAD + "".join(f"| `{error.code}` | {_status(error)} | {_meaning(error)} |\n" for error in errors())


def _below(kind: type[DomainError]) -> Iterator[type[DomainError]]:
    for error in kind.__subclasses__():
        if error.__module__.startswith("roleferry."):
            yield error
        yield from _below(error)


def _status(error: type[DomainError]) -> int:
    return next((status for family, status in _FAMILIES.items() if issubclass(error, family)), HTTPStatus.BAD_REQUEST)


def _meaning(error: type[DomainError]) -> str:
    return " ".join((inspect.getdoc(error) or "").split("\n\n", maxsplit=1)[0].split()).replace("|", "\\|")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
