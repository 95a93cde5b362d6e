"""The OpenAPI document: what Litestar derives from the types, plus what every operation shares and its examples."""

from collections.abc import Iterator
from typing import Any

import msgspec
from litestar import Litestar
from litestar._openapi.plugin import OpenAPIPlugin
from litestar.handlers import HTTPRouteHandler
from litestar.openapi.config import OpenAPIConfig
from litestar.routes import HTTPRoute

from roleferry import __version__
from roleferry.entrypoints.http.problems import MEDIA_TYPE, Problem

_SHARED = {
    "400": "The request could not be read.",
    "401": "Nobody is signed in.",
    "402": "The budget for this is used up.",
    "403": "Not for you.",
    "404": "There is nothing here that you may see.",
    "405": "This address does not take this method.",
    "409": "The state of things does not allow it.",
    "413": "Too large.",
    "415": "This media type is not taken.",
    "422": "Some fields are not valid; `errors` names them.",
    "429": "Too many requests; wait as `Retry-After` says.",
    "503": "Something this needs is away; try again in a moment.",
}

CONFIG = OpenAPIConfig(
    title="RoleFerry",
    version=__version__,
    description="Short, true, well-timed notes to the people whose problems you have solved.",
    path="/docs/schema",
    render_plugins=(),
    use_handler_docstrings=True,
)


def describe(app: Litestar) -> dict[str, Any]:
    """Return the whole document as JSON-able data; built once a process."""
    document = app.plugins.get(OpenAPIPlugin).provide_openapi_schema()
    if "x-described" not in document:
        _complete(document, app)
        document["x-described"] = True
    return document


def _complete(document: dict[str, Any], app: Litestar) -> None:
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    schema, parts = msgspec.json.schema_components([Problem], ref_template="#/components/schemas/{name}")
    schemas.update(parts)
    content = {MEDIA_TYPE: {"schema": schema[0]}}
    for path, method, handler in operations(app):
        operation = document["paths"].get(path, {}).get(method)
        if operation is None:
            continue
        for status, words in _SHARED.items():
            own = operation["responses"].get(status, {}).get("content", {}) if status != "400" else {}
            operation["responses"][status] = {"description": words, "content": {**own, **content}}
        _add_examples(operation, handler.opt.get("example", {}))


def operations(app: Litestar) -> Iterator[tuple[str, str, HTTPRouteHandler]]:
    """Yield (path, lower-case method, handler) of every operation that the document shows."""
    for route in app.routes:
        if isinstance(route, HTTPRoute):
            for handler in route.route_handlers:
                if handler.resolve_include_in_schema():
                    for method in sorted(handler.http_methods):
                        yield route.path_format or "/", str(method).lower(), handler


def _add_examples(operation: dict[str, Any], example: dict[str, Any]) -> None:
    if (request := example.get("request")) is not None:
        for media in operation.get("requestBody", {}).get("content", {}).values():
            media["example"] = request
    if (answer := example.get("answer")) is not None:
        for status, response in operation["responses"].items():
            if status.startswith("2"):
                for media in response.get("content", {}).values():
                    media["example"] = answer
