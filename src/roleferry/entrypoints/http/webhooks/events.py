"""`/webhooks/{source}`: verify, keep, answer; nothing else happens in the request (SPEC 7)."""

from typing import Any

import msgspec
from litestar import Controller, Request, Response, post
from litestar.exceptions import ClientException
from litestar.params import FromPath

from roleferry.domain.use_cases.inbound.receive_event import ReceiveEvent
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.problems import Problem, problem
from roleferry.ports.event_sources import PROOF_HEADER, Forged

_LIMIT = 1_000_000
_MAIL_LIMIT = 30_000_000
"""Bytes of a delivery that is a mail, attachments and all; its first megabyte is what is kept."""
_MAIL = ("-inbound", "-mime")


class WebhookAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What a sender hears: the delivery is kept; `duplicate` when it was before."""

    accepted: bool
    duplicate: bool


class _TooLarge(ClientException):
    """A delivery is larger than anybody sends."""

    status_code = 413


_EXAMPLE = example(answer={"accepted": True, "duplicate": False})


def _forged(_: Request[Any, Any, Any], error: Forged) -> Response[Problem]:
    return problem(401, "webhook.forged", f"{error}: nothing was kept")


class WebhookController(Controller):
    """Events of mail providers."""

    path = "/webhooks"
    tags = ("Webhooks",)
    exception_handlers = {Forged: _forged}  # noqa: RUF012 - Litestar's own way of naming them

    @post(
        "/{source:str}",
        operation_id="ReceiveWebhook",
        summary="Take in what a provider tells; `email-events` is signed the Standard Webhooks way.",
        status_code=200,
        request_max_body_size=None,
        opt=_EXAMPLE,
    )
    async def receive(
        self, source: FromPath[str], request: Request[Any, Any, Any], receive_event: Injected[ReceiveEvent]
    ) -> WebhookAnswer:
        """Keep a signed delivery; sent again, it is answered the same and applied once."""
        return await _receive(source, request, receive_event)

    @post(
        "/{source:str}/{secret:str}",
        operation_id="ReceiveSecretWebhook",
        summary="The same for a provider that signs nothing, but shows a secret in the address.",
        status_code=200,
        request_max_body_size=None,
        opt=_EXAMPLE,
    )
    async def receive_secretly(
        self,
        source: FromPath[str],
        secret: FromPath[str],
        request: Request[Any, Any, Any],
        receive_event: Injected[ReceiveEvent],
    ) -> WebhookAnswer:
        """Keep a delivery of whoever knows the address."""
        return await _receive(source, request, receive_event, secret=secret)


async def _receive(
    source: str, request: Request[Any, Any, Any], receive_event: ReceiveEvent, *, secret: str | None = None
) -> WebhookAnswer:
    body = await _body(request, limit=_MAIL_LIMIT if source.endswith(_MAIL) else _LIMIT)
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in request.scope["headers"]}
    shown = {PROOF_HEADER: secret} if secret is not None else {}
    kind = headers.get("content-type")
    is_new = await receive_event(source, headers={**headers, **shown}, body=body, content_type=kind)
    return WebhookAnswer(accepted=True, duplicate=not is_new)


async def _body(request: Request[Any, Any, Any], *, limit: int) -> bytes:
    """
    Read the body as it came, since the signature is over the bytes.

    Raises:
        _TooLarge: there is more of it than we take.
    """
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > limit:
            raise _TooLarge(f"send at most {limit // 1_000_000} MB")
    return bytes(body)
