"""A mail put together again from what a vendor took apart: its headers as they came, and the words that matter."""

import re
from collections.abc import Iterable

_BODY_HEADERS = re.compile(r"content-|mime-version", re.IGNORECASE)
_LINE_END = re.compile(r"[\r\n]+[ \t]*")
MOST_KEPT = 1_000_000
"""Bytes of a mail that are kept: its words come first, its attachments may stay where they are."""


def mail_of(headers: Iterable[tuple[str, str]], *, text: str, html: str) -> bytes:
    """Return a mail with these headers and one part, the plain one if there is one; a header is one line."""
    lines = [
        f"{name}: {_LINE_END.sub(' ', value)}"
        for name, value in headers
        if name.strip() and not _BODY_HEADERS.match(name)
    ]
    kind, words = ("plain", text) if text.strip() else ("html", html)
    lines += ["MIME-Version: 1.0", f"Content-Type: text/{kind}; charset=utf-8", "Content-Transfer-Encoding: 8bit"]
    head = "\r\n".join(_LINE_END.sub(" ", line) for line in lines)
    return f"{head}\r\n\r\n{words}".encode("utf-8", "replace")


def to_envelope(raw: bytes, recipients: Iterable[str]) -> bytes:
    """Return the start of a mail, its envelope's recipients on top: the reply token is in them, whatever To says."""
    shown = (_LINE_END.sub(" ", one.replace("\x00", ""))[:400] for one in recipients)
    lines = "".join(f"X-Original-To: {one}\r\n" for one in list(shown)[:20] if one.strip())
    return (lines.encode("utf-8", "replace") + raw)[:MOST_KEPT]
