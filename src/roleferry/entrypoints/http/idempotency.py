"""`Idempotency-Key` on every POST: the same key and body get the same answer for 24 hours (SPEC 11)."""

import hashlib
from typing import Any

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from roleferry.domain.model.ids import UserId
from roleferry.entrypoints.http.problems import send_problem
from roleferry.ports.idempotency import Answers, KeptAnswer

_LONGEST = 255
_KEPT_HEADERS = frozenset({b"content-type", b"location"})
_SERVER_ERROR = 500


class IdempotencyKeys(ASGIMiddleware):
    """Run a POST once per key; a concurrent twin is told to wait, a later one gets the first one's answer."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, answers: Answers) -> None:
        self._answers = answers

    async def handle(self, scope: Any, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass the request on, or answer it here."""
        key = _header(scope, b"idempotency-key")
        user_id: UserId | None = scope["state"].get("user_id")
        if scope["method"] != "POST" or key is None or user_id is None:
            await next_app(scope, receive, send)
            return
        if not 0 < len(key) <= _LONGEST or not key.isprintable():
            await send_problem(send, 422, "idempotency.key_invalid", "the key must be 1 to 255 printable characters")
            return
        fingerprint = _fingerprint(scope)
        if await self._answers.take(user_id, key, fingerprint):
            await self._run(user_id, key, scope, receive, send, next_app)
            return
        await self._repeat(await self._answers.find(user_id, key), fingerprint, send)

    async def _run(
        self, user_id: UserId, key: str, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp
    ) -> None:
        recorder = _Recorder(send)
        try:
            await next_app(scope, receive, recorder)
        finally:
            if recorder.complete and recorder.status < _SERVER_ERROR:
                await self._answers.keep(user_id, key, recorder.answer())
            else:
                await self._answers.release(user_id, key)
        await recorder.flush()

    async def _repeat(self, kept: KeptAnswer | None, fingerprint: bytes, send: Send) -> None:
        if kept is None or (kept.status is None and kept.fingerprint == fingerprint):
            detail = "the first request with this key is still being worked on: ask again in a moment"
            await send_problem(send, 409, "idempotency.in_progress", detail, headers={"Retry-After": "1"})
        elif kept.fingerprint != fingerprint or kept.status is None:
            detail = "this key was used for another request: take a new key"
            await send_problem(send, 422, "idempotency.key_reused", detail)
        else:
            headers = [(name.encode(), value.encode()) for name, value in kept.headers.items()]
            headers += [(b"idempotent-replayed", b"true"), (b"content-length", str(len(kept.body)).encode())]
            await send({"type": "http.response.start", "status": kept.status, "headers": headers})
            await send({"type": "http.response.body", "body": kept.body, "more_body": False})


class _Recorder:
    """Hold an answer back until it is kept, so that nobody sees one that a repeat would not get."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._messages: list[Message] = []
        self.status = 0
        self.complete = False

    async def __call__(self, message: Any) -> None:
        self._messages.append(message)
        if message["type"] == "http.response.start":
            self.status = message["status"]
        elif message["type"] == "http.response.body" and not message.get("more_body", False):
            self.complete = True

    def answer(self) -> KeptAnswer:
        start: Any = self._messages[0]
        headers = {name.decode(): value.decode() for name, value in start["headers"] if name.lower() in _KEPT_HEADERS}
        body = b"".join(
            message.get("body", b"") for message in self._messages if message["type"] == "http.response.body"
        )
        return KeptAnswer(fingerprint=b"", status=self.status, headers=headers, body=body)

    async def flush(self) -> None:
        for message in self._messages:
            await self._send(message)


def _fingerprint(scope: Scope) -> bytes:
    digest = hashlib.sha256(scope["path"].encode() + b"?" + scope.get("query_string", b""))
    body: bytes = scope["state"].get("raw_body") or b""
    boundary = (_header(scope, b"content-type") or "").partition("boundary=")[2].strip('"')
    digest.update(b"\0" + (body.replace(boundary.encode(), b"") if boundary else body))
    return digest.digest()


def _header(scope: Scope, wanted: bytes) -> str | None:
    return next((value.decode("latin-1") for name, value in scope["headers"] if name == wanted), None)
