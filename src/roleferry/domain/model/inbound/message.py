"""A raw mail taken apart without ever failing: flat parts, decoded text, bounded in depth, number and time (SPEC 7).

The standard parser recurses with the nesting of a message and trusts its declarations; mails that come back are often
cut short, mislabelled or hostile, so this reads them leniently, in one pass a level.
"""

from __future__ import annotations

import binascii
import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.header import decode_header
from email.message import Message
from email.utils import collapse_rfc2231_value

from roleferry.domain.model.charsets import storable, text_in

_MAX_BYTES = 4_000_000
_MAX_PARTS = 200
_MAX_DEPTH = 8
_MAX_HEADERS = 500
_MAX_VALUE = 4_000
_HEADER = re.compile(r"([!-9;-~]{1,80})[ \t]{0,10}:(.*)", re.DOTALL)
_RETURNED = frozenset({"message/rfc822", "message/global", "text/rfc822-headers", "text/rfc822-header"})
"""Content types that carry the mail that was returned, not words about it (RFC 3462; one vendor drops the s)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One leaf of a mail; `returned` when it belongs to the mail that came back, `attached` when it is a file."""

    content_type: str
    text: str
    headers: Mapping[str, str]
    returned: bool = False
    attached: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InboundMail:
    """A mail as read: header names in lower case, the first of each wins; `every` keeps all in order."""

    headers: Mapping[str, str]
    every: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]

    def header(self, name: str) -> str:
        """Return a header's decoded value, or an empty text."""
        return self.headers.get(name, "")

    def text(self, content_type: str = "text/plain") -> str:
        """Return what the sender wrote: the parts of that type that are neither attached nor returned."""
        kept = [
            part.text
            for part in self.parts
            if part.content_type == content_type and not part.returned and not part.attached
        ]
        return "\n".join(kept)

    @property
    def returned_headers(self) -> Mapping[str, str]:
        """Return the headers of the first mail enclosed, if any."""
        return next((part.headers for part in self.parts if part.returned and part.headers), {})


def read_mail(raw: bytes) -> InboundMail:
    """Take a raw mail apart; any bytes at all give an answer."""
    text = raw[:_MAX_BYTES].decode("latin-1").replace("\r\n", "\n").replace("\r", "\n").lstrip("\n")
    if text.startswith("From "):
        text = text.partition("\n")[2]
    head, body = _split(text)
    headers = _headers(head)
    parts: list[Part] = []
    for part in _walk(_first(headers), body, depth=0, returned=False):
        parts.append(part)
        if len(parts) >= _MAX_PARTS:
            break
    return InboundMail(headers=_first(headers), every=headers, parts=tuple(parts))


def _split(text: str) -> tuple[str, str]:
    """Cut the header block from the body; a first line that is no header means there is no header block."""
    if text.startswith("\n"):
        return "", text[1:]
    head, _, body = text.partition("\n\n")
    first = head.partition("\n")[0]
    return (head, body) if _HEADER.match(first) or first.startswith((" ", "\t")) else ("", text)


def _headers(head: str) -> tuple[tuple[str, str], ...]:
    found: list[tuple[str, list[str]]] = []
    for line in head.split("\n"):
        if line[:1] in {" ", "\t"} and found:
            found[-1][1].append(line.strip())
        elif match := _HEADER.match(line):
            found.append((match[1].lower(), [match[2].strip()]))
        if len(found) >= _MAX_HEADERS:
            break
    return tuple((name, decoded_words(" ".join(lines)[:_MAX_VALUE])) for name, lines in found)


def _first(headers: tuple[tuple[str, str], ...]) -> dict[str, str]:
    return dict(reversed(headers))


def decoded_words(value: str) -> str:
    """Decode the encoded words of a header value (RFC 2047); raw bytes are taken for UTF-8 if they are that."""
    return storable(_decoded_words(value), instead=" ")


def _decoded_words(value: str) -> str:
    if "=?" not in value:
        return text_in(value.encode("latin-1", "replace"), "utf-8")
    try:
        pieces = decode_header(value)
    except (ValueError, LookupError, binascii.Error):
        return value
    return "".join(
        piece if isinstance(piece, str) else text_in(piece, charset or "latin-1") for piece, charset in pieces
    )


def _walk(headers: Mapping[str, str], body: str, *, depth: int, returned: bool) -> Iterator[Part]:
    content_type, params = content_of(headers.get("content-type", ""))
    boundary = params.get("boundary", "")
    if content_type.startswith("multipart/") and boundary and depth < _MAX_DEPTH:
        yield from _walk_multipart(body, boundary, depth=depth, returned=returned)
    elif content_type in _RETURNED and depth < _MAX_DEPTH:
        yield from _walk_returned(headers, body, depth=depth)
    else:
        yield _leaf(content_type, params, headers, body, returned=returned)


def _walk_multipart(body: str, boundary: str, *, depth: int, returned: bool) -> Iterator[Part]:
    pieces = _pieces(body, boundary)
    if len(pieces) == 1:
        # A declared boundary that never occurs: what was meant as parts is plain text (seen in cut-down reports).
        yield _leaf("text/plain", {}, {}, body, returned=returned)
        return
    for piece in pieces[1:]:
        head, content = _split(piece)
        yield from _walk(_first(_headers(head)), content, depth=depth + 1, returned=returned)


def _pieces(body: str, boundary: str) -> list[str]:
    """Cut at delimiter lines; the first piece is the preamble."""
    delimiter = f"--{boundary}"
    pieces: list[list[str]] = [[]]
    for line in body.split("\n"):
        if line.startswith(delimiter) and line[len(delimiter) :].strip() in {"", "--"}:
            if line[len(delimiter) :].strip() == "--":
                break
            pieces.append([])
        else:
            pieces[-1].append(line)
    return ["\n".join(lines) for lines in pieces[: _MAX_PARTS + 1]]


def _walk_returned(headers: Mapping[str, str], body: str, *, depth: int) -> Iterator[Part]:
    content = _decoded(headers, body).decode("latin-1")
    head, inner = _split(content.lstrip("\n"))
    enclosed = _headers(head)
    yield Part(content_type="message/rfc822", text="", headers=_first(enclosed), returned=True)
    yield from _walk(_first(enclosed), inner, depth=depth + 1, returned=True)


def _leaf(
    content_type: str, params: Mapping[str, str], headers: Mapping[str, str], body: str, *, returned: bool
) -> Part:
    text = storable(text_in(_decoded(headers, body), params.get("charset", "utf-8")))
    disposition = headers.get("content-disposition", "").lower()
    attached = disposition.startswith("attachment") or not content_type.startswith(("text/", "message/"))
    return Part(
        content_type=content_type,
        text=text.replace("\r\n", "\n"),
        headers=headers,
        returned=returned,
        attached=attached,
    )


def _decoded(headers: Mapping[str, str], body: str) -> bytes:
    data = body.encode("latin-1", "replace")
    match headers.get("content-transfer-encoding", "").strip().lower():
        case "quoted-printable":
            return quopri.decodestring(data)
        case "base64":
            return _from_base64(data)
        case _:
            return data


def _from_base64(data: bytes) -> bytes:
    """Decode what is there; a text cut in the middle loses at most its last letters."""
    clean = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    whole = clean[: len(clean) - (len(clean) % 4 == 1)]
    return binascii.a2b_base64(whole + b"=" * (-len(whole) % 4))


def content_of(value: str) -> tuple[str, dict[str, str]]:
    """Read a Content-Type: the type in lower case and its parameters; `text/plain` when it says nothing usable."""
    if not value:
        return "text/plain", {}
    message = Message()
    message["content-type"] = value.replace("\n", " ").replace("\r", " ")
    try:
        params = message.get_params([], unquote=True)
        named = {name.lower(): collapse_rfc2231_value(content) for name, content in params[1:]}
    except (ValueError, IndexError, LookupError):
        return "text/plain", {}
    declared = params[0][0].strip().lower() if params else ""
    return (declared if "/" in declared else "text/plain"), named
