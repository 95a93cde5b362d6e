"""`/u/{token}`: opt out of a sender's mails, by a page's button or a mail program's one click (RFC 8058)."""

from typing import Any

from litestar import Controller, MediaType, Request, Response, get, post
from litestar.openapi.datastructures import ResponseSpec
from litestar.params import FromPath

from roleferry.domain.use_cases.inbound.unsubscribe import UnknownLink, Unsubscribe
from roleferry.entrypoints.http.injected import Injected

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
    ),
}
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ font: 1.125rem/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1.25rem;
       color: #1b1b1f; background: #fff; }}
button {{ font: inherit; padding: .6rem 1.4rem; border: 2px solid #1d4ed8; border-radius: .4rem; background: #1d4ed8;
         color: #fff; cursor: pointer; }}
button:focus-visible {{ outline: 3px solid #f59e0b; outline-offset: 2px; }}
@media (prefers-color-scheme: dark) {{ body {{ color: #f4f4f5; background: #18181b; }} }}
</style>
</head>
<body>
<main>
<h1>{title}</h1>
{content}
</main>
</body>
</html>
"""
_ASK = """<p>Press the button and this sender will not write to you again. It takes effect at once.</p>
<form method="post"><button type="submit">Stop these mails</button></form>"""
_DONE = "<p>This sender will not write to you again. You can close this page.</p>"
_UNKNOWN = """<p>This link is not one of ours, or a part of it is missing. Copy the whole link out of the mail, or
simply answer the mail with the word <em>unsubscribe</em>: that works too.</p>"""


def _page(title: str, content: str, *, status: int = 200) -> Response[str]:
    html = _PAGE.format(title=title, content=content)
    return Response(html, status_code=status, media_type=MediaType.HTML, headers=_HEADERS)


def _unknown(_: Request[Any, Any, Any], _error: UnknownLink) -> Response[str]:
    return _page("We do not know this link", _UNKNOWN, status=404)


_RESPONSES = {
    404: ResponseSpec(data_container=str, media_type=MediaType.HTML, description="The link is not one of ours.")
}


class UnsubscribeController(Controller):
    """For whoever got a mail; no account is needed."""

    path = "/u"
    tags = ("Unsubscribe",)
    exception_handlers = {UnknownLink: _unknown}  # noqa: RUF012 - Litestar's own way of naming them

    @get(
        "/{token:str}",
        operation_id="ShowUnsubscribe",
        summary="A page with a button; looking at it changes nothing, for scanners follow links.",
        media_type=MediaType.HTML,
        responses=_RESPONSES,
    )
    async def show(self, token: FromPath[str], unsubscribe: Injected[Unsubscribe]) -> Response[str]:
        """Ask whether they mean it."""
        await unsubscribe.mail_of(token)
        return _page("No more mails from this sender?", _ASK)

    @post(
        "/{token:str}",
        operation_id="Unsubscribe",
        summary="Opt out, at once; the body is not looked at.",
        status_code=200,
        media_type=MediaType.HTML,
        responses=_RESPONSES,
    )
    async def opt_out(self, token: FromPath[str], unsubscribe: Injected[Unsubscribe]) -> Response[str]:
        """Suppress the address for this sender and end the conversation."""
        await unsubscribe(token)
        return _page("Done", _DONE)
