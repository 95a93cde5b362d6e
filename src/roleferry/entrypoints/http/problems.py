"""Errors as RFC 9457 problem documents: one table from families to status codes, no try/except in any handler."""

import re
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import msgspec
import structlog
from litestar import Request, Response
from litestar.exceptions import HTTPException, ValidationException
from litestar.params import ParameterKwarg
from litestar.types import ExceptionHandlersMap, Send
from structlog.contextvars import get_contextvars

from roleferry.domain.model.errors import Budget, Conflict, DomainError, Invalid, NotFound
from roleferry.ports.errors import Unavailable

log = structlog.get_logger()

MEDIA_TYPE = "application/problem+json"
_FAMILIES: Mapping[type[DomainError], int] = {NotFound: 404, Conflict: 409, Invalid: 422, Budget: 402}
_CODES = {
    400: "malformed",
    401: "unauthenticated",
    403: "forbidden",
    404: "not_found",
    405: "method_not_allowed",
    409: "conflict",
    413: "too_large",
    415: "unsupported_media_type",
    422: "invalid",
    429: "too_many_requests",
    500: "internal",
    503: "unavailable",
}
_RETRY_SECONDS = 5
_UNKNOWN_FIELD = re.compile(r"unknown field `([^`]+)`")


class ProblemError(msgspec.Struct, frozen=True, kw_only=True):
    """One field that is wrong."""

    path: str
    message: str


class Problem(msgspec.Struct, frozen=True, kw_only=True, rename={"kind": "type"}):
    """What went wrong, in a sentence a person can act on (RFC 9457)."""

    kind: str
    title: str
    status: int
    detail: str
    code: str
    errors: tuple[ProblemError, ...] = ()
    request_id: str | None = None
    facts: dict[str, Any] = {}


def problem(
    status: int,
    code: str,
    detail: str,
    *,
    title: str | None = None,
    errors: tuple[ProblemError, ...] = (),
    facts: Mapping[str, object] | None = None,
    headers: dict[str, str] | None = None,
) -> Response[Problem]:
    """Return the answer for a problem; `code` is stable, `detail` is for people."""
    document = _document(status, code, detail, title=title, errors=errors, facts=facts)
    return Response(document, status_code=status, media_type=MEDIA_TYPE, headers=headers)


async def send_problem(
    send: Send, status: int, code: str, detail: str, *, headers: Mapping[str, str] | None = None
) -> None:
    """Answer with a problem from a middleware, where there is no handler yet."""
    body = msgspec.json.encode(_document(status, code, detail))
    lines = {"content-type": MEDIA_TYPE, "content-length": str(len(body)), **(headers or {})}
    encoded = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in lines.items()]
    await send({"type": "http.response.start", "status": status, "headers": encoded})
    await send({"type": "http.response.body", "body": body, "more_body": False})


def _document(
    status: int,
    code: str,
    detail: str,
    *,
    title: str | None = None,
    errors: tuple[ProblemError, ...] = (),
    facts: Mapping[str, object] | None = None,
) -> Problem:
    return Problem(
        kind=f"urn:roleferry:problem:{code}",
        title=title or HTTPStatus(status).phrase,
        status=status,
        detail=detail,
        code=code,
        errors=errors,
        request_id=get_contextvars().get("request_id"),
        facts=msgspec.to_builtins(dict(facts or {}), str_keys=True, enc_hook=str),
    )


def _domain_error(_: Request[Any, Any, Any], error: DomainError) -> Response[Problem]:
    status = next(code for family, code in _FAMILIES.items() if isinstance(error, family))
    title = (type(error).__doc__ or "").strip().splitlines()[0].rstrip(".")
    errors = tuple(ProblemError(path=e.path, message=e.message) for e in error.errors)
    return problem(status, error.code, error.detail, title=title, errors=errors, facts=error.facts)


def _validation(request: Request[Any, Any, Any], error: ValidationException) -> Response[Problem]:
    extra = error.extra if isinstance(error.extra, list) else []
    errors = tuple(_field_error(_sent_as(request, str(e.get("key", ""))), str(e.get("message", ""))) for e in extra)
    words = "; ".join(f"{e.path}: {e.message}" if e.path else e.message for e in errors)
    return problem(422, "invalid", words or "some fields are not valid", errors=errors)


def _sent_as(request: Request[Any, Any, Any], key: str) -> str:
    """Return the name a query parameter goes by outside, where the handler calls it something else."""
    parameter = request.route_handler.parsed_fn_signature.parameters.get(key)
    definition = parameter.kwarg_definition if parameter else None
    return (isinstance(definition, ParameterKwarg) and (definition.query or definition.name)) or key


def _field_error(key: str, message: str) -> ProblemError:
    if (key, message) == ("data", "'data'"):  # Litestar's words for a request without a body
        return ProblemError(path="", message="send a JSON body; {} where there is nothing to say")
    if unknown := _UNKNOWN_FIELD.search(message):
        path = unknown[1] if key in {"", "data"} else f"{key}.{unknown[1]}"
        return ProblemError(path=path, message="there is no such field")
    return ProblemError(path=key, message=message)


def _http(_: Request[Any, Any, Any], error: HTTPException) -> Response[Problem]:
    if isinstance(error.__cause__, msgspec.ValidationError):
        # Litestar takes a wrong field that is named like a dependency for a fault of ours; none of those is validated.
        message, _at, path = str(error.__cause__).partition(" - at ")
        wrong = ProblemError(path=path.strip("`").removeprefix("$.").removeprefix("data."), message=message)
        return problem(422, "invalid", f"{wrong.path}: {wrong.message}", errors=(wrong,))
    if error.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
        log.error("request.failed", error=str(error.detail), exc_info=error.__cause__ or error)
    code = _CODES.get(error.status_code, "error")
    detail = (
        error.detail if error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR else "something went wrong on our side"
    )
    return problem(error.status_code, code, detail, headers=dict(error.headers or {}))


def _unavailable(_: Request[Any, Any, Any], error: Unavailable) -> Response[Problem]:
    log.warning("request.unavailable", detail=str(error))
    return problem(503, "unavailable", f"{error}: try again in a moment", headers={"Retry-After": str(_RETRY_SECONDS)})


def _unexpected(request: Request[Any, Any, Any], error: Exception) -> Response[Problem]:
    log.error("request.failed", path=request.scope.get("path_template"), exc_info=error)
    return problem(500, "internal", "something went wrong on our side; the request id helps us find it")


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    DomainError: _domain_error,
    ValidationException: _validation,
    HTTPException: _http,
    Unavailable: _unavailable,
    Exception: _unexpected,
}
