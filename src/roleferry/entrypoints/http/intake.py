"""Look at a request's body before anything decodes it: type, size, text and depth (reliability 0.3, 8.1)."""

import re
from typing import Any

from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from roleferry.entrypoints.http.problems import send_problem

JSON_LIMIT = 2_000_000
FILE_IN_JSON_LIMIT = 7_000_000
"""Bytes; a résumé of 5 MB in base64."""
UPLOAD_LIMIT = 40_000_000
"""Bytes; a résumé is limited to 5 MB further in, a CSV of 100,000 rows fits."""
_DEPTH = 64
_ESCAPED_NUL = re.compile(rb"(?<!\\)(?:\\\\)*\\u0000")
_ESCAPED_SURROGATE = re.compile(
    rb"\\u[dD][89abAB][0-9a-fA-F]{2}(?!\\u[dD][c-fC-F])|(?<!\\u[dD][89abAB]..)\\u[dD][c-fC-F]"
)
_NOT_LOOKED_AT = ("/webhooks/", "/u/")
"""A vendor's bytes are signed as they are; an opt-out counts whatever a mail program sends along (RFC 8058)."""
_WITH_BODY = frozenset({"POST", "PUT", "PATCH", "DELETE"})


class BodyCheck(ASGIMiddleware):
    """Refuse what no handler could use, with a problem document; what passes is handed on unchanged."""

    scopes = (ScopeType.HTTP,)

    async def handle(self, scope: Any, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass the request on, or answer it here."""
        if scope["method"] not in _WITH_BODY or scope["path"].startswith(_NOT_LOOKED_AT):
            await next_app(scope, receive, send)
            return
        kind = _content_type(scope)
        limit = _limit(kind, scope["path"])
        body = await _read(receive, limit)
        refusal = _refusal(kind, body, limit)
        if refusal is not None:
            status, code, detail = refusal
            await send_problem(send, status, code, detail)
            return
        scope["state"]["raw_body"] = body or b""
        await next_app(scope, _replay(body or b""), send)


def _limit(kind: str, path: str) -> int:
    if kind == "multipart/form-data":
        return UPLOAD_LIMIT
    return FILE_IN_JSON_LIMIT if path.endswith("/ai/parse-resume") else JSON_LIMIT


def _content_type(scope: Scope) -> str:
    for name, value in scope["headers"]:
        if name == b"content-type":
            return value.decode("latin-1").partition(";")[0].strip().lower()
    return ""


async def _read(receive: Receive, limit: int) -> bytes | None:
    """Return the whole body; None when it is larger than the limit."""
    body = bytearray()
    while True:
        message: Any = await receive()
        if message["type"] == "http.disconnect":
            return bytes(body)
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body", False):
            return bytes(body)


def _replay(body: bytes) -> Any:
    sent = False

    async def receive() -> Any:
        nonlocal sent
        if sent:
            return {"type": "http.disconnect"}
        sent = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def _refusal(kind: str, body: bytes | None, limit: int) -> tuple[int, str, str] | None:
    if body is None:
        return 413, "too_large", f"send at most {limit // 1_000_000} MB"
    if not body or kind in {"multipart/form-data", "text/csv", "application/x-www-form-urlencoded"}:
        return None
    if kind != "application/json":
        return 415, "unsupported_media_type", "send application/json (or multipart/form-data for a file)"
    return _json_refusal(body)


def _json_refusal(body: bytes) -> tuple[int, str, str] | None:
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        return 400, "malformed", f"the body is not UTF-8 (byte {error.start})"
    if b"\\u" in body and (_ESCAPED_NUL.search(body) or _ESCAPED_SURROGATE.search(body)):
        return 422, "invalid", "the body holds a NUL or half a surrogate pair, which no text may"
    if _too_deep(body):
        return 400, "malformed", f"the body is nested deeper than {_DEPTH}"
    return None


def _too_deep(body: bytes) -> bool:
    """Count brackets outside strings; cheap, and stops a decoder's recursion before it starts."""
    if body.count(b"[") + body.count(b"{") <= _DEPTH:
        return False
    depth = 0
    for token in re.finditer(rb'"(?:[^"\\]|\\.)*"|[\[{]|[\]}]', body, re.DOTALL):
        first = token.group()[:1]
        depth += 1 if first in b"[{" else -1 if first in b"]}" else 0
        if depth > _DEPTH:
            return True
    return False
