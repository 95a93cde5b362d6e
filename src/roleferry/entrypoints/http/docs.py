"""`/docs`: the API's pages, which work with no internet."""

from typing import Any

from litestar import Controller, MediaType, Request, Response, get

from roleferry.entrypoints.http.docs_page import render
from roleferry.entrypoints.http.openapi import describe


class DocsController(Controller):
    """The OpenAPI document, for people and for programs."""

    path = "/docs"
    include_in_schema = False

    @get("/", media_type=MediaType.HTML)
    async def page(self, request: Request[Any, Any, Any]) -> str:
        """Return every operation on one page."""
        return render(describe(request.app))

    @get("/openapi.json")
    async def document(self, request: Request[Any, Any, Any]) -> Response[dict[str, Any]]:
        """Return the OpenAPI document."""
        return Response(describe(request.app))
