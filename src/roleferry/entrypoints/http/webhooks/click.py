"""`/c/{token}`: lead a reader to where a mail's link leads, then count it; no account, no page, no cookie."""

from typing import Any

import structlog
from litestar import Controller, Request, Response, get, head
from litestar.background_tasks import BackgroundTask
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath

from roleferry.domain.model.sending.click_links import CountedLink
from roleferry.domain.use_cases.inbound.count_click import CountClick
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.problems import Problem

log = structlog.get_logger()

_HEADERS = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow"}
_RESPONSES = {404: ResponseSpec(data_container=Problem, description="The link is not one of ours.")}


class ClickController(Controller):
    """For whoever got a mail; no account is needed."""

    path = "/c"
    tags = ("Clicks",)

    @get(
        "/{token:str}",
        operation_id="FollowLink",
        summary="Lead on to what a mail's counted link was written as.",
        status_code=302,
        responses=_RESPONSES,
    )
    async def follow(
        self, token: FromPath[str], request: Request[Any, Any, Any], count_click: Injected[CountClick]
    ) -> Response[None]:
        """Redirect at once and count afterwards: a store that is away breaks no link."""
        link = count_click.target_of(token)
        counting = BackgroundTask(_count, count_click, link, request.headers.get("user-agent", ""))
        return Response(None, status_code=302, headers={**_HEADERS, "Location": link.url}, background=counting)

    @head("/{token:str}", operation_id="LookAtLink", summary="The same without counting.", status_code=302)
    async def look(self, token: FromPath[str], count_click: Injected[CountClick]) -> Response[None]:
        """Redirect; whoever only looks has not clicked."""
        link = count_click.target_of(token)
        return Response(None, status_code=302, headers={**_HEADERS, "Location": link.url})


async def _count(count_click: CountClick, link: CountedLink, user_agent: str) -> None:
    try:
        await count_click(link, user_agent=user_agent)
    except Exception as error:  # noqa: BLE001 - the reader is on their way; a click that is lost is only a smaller figure
        log.warning("click.not_counted", error=type(error).__name__)
