"""What the OpenAPI document says of an operation beyond its types: an example request and an example answer."""

from typing import Any, TypedDict


class Documented(TypedDict, total=False):
    """Goes into a handler's `opt`; tests decode both examples with the handler's own Structs."""

    request: Any
    answer: Any


def example(*, request: Any = None, answer: Any = None) -> dict[str, Any]:
    """Return the `opt` of a handler: `@get(..., opt=example(answer={...}))`."""
    return {"example": Documented(request=request, answer=answer)}
