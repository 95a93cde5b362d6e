"""Counted links: signed addresses of ours that lead to where a mail's own text does, and nowhere else.

The token carries the mail and the whole target, so following it needs no store; without the key none can be made, so
nobody can have our name lead to a place of theirs.
"""

from __future__ import annotations

import hmac
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit
from uuid import UUID

from roleferry.domain.model.ids import OutreachId

_ID_BYTES = 16
_MAC_BYTES = 16
_LONGEST_URL = 1_500
"""Bytes; a longer link is left as it is written, for programs break longer lines."""
_PURPOSE = b"click-link:"


@dataclass(frozen=True, slots=True)
class CountedLink:
    """Where a counted link leads, and from which mail."""

    outreach_id: OutreachId
    url: str


def is_countable(url: str) -> bool:
    """Tell whether a link can be led through us: the web, printable, not too long, no name and password in it."""
    if not url.isascii() or not url.isprintable() or " " in url or len(url) > _LONGEST_URL:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme in {"http", "https"} and bool(parts.hostname) and "@" not in parts.netloc and "\\" not in url


def counted_url(url: str, outreach_id: OutreachId, *, origin: str, key: bytes) -> str:
    """Return the address of ours that leads there, or the link itself where it cannot be counted."""
    return f"{origin}/c/{click_token(outreach_id, url, key=key)}" if is_countable(url) else url


def click_token(outreach_id: OutreachId, url: str, *, key: bytes) -> str:
    """Return the token that leads from this mail to this address; `is_countable` must hold."""
    named = outreach_id.bytes + url.encode()
    return urlsafe_b64encode(_mac(named, key) + named).decode().rstrip("=")


def open_click_token(token: str, *, key: bytes) -> CountedLink | None:
    """Return where it leads, or None if we did not sign it to the letter."""
    raw = _bytes(token)
    if raw is None or len(raw) <= _MAC_BYTES + _ID_BYTES:
        return None
    mac, named = raw[:_MAC_BYTES], raw[_MAC_BYTES:]
    if not hmac.compare_digest(mac, _mac(named, key)):
        return None
    url = named[_ID_BYTES:].decode("ascii", "replace")
    return CountedLink(OutreachId(UUID(bytes=named[:_ID_BYTES])), url) if is_countable(url) else None


def _mac(named: bytes, key: bytes) -> bytes:
    return hmac.new(key, _PURPOSE + named, sha256).digest()[:_MAC_BYTES]


def _bytes(token: str) -> bytes | None:
    if not token.isascii() or len(token) > 2 * _LONGEST_URL + _MAC_BYTES + _ID_BYTES:
        return None
    try:
        raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except (Error, ValueError):
        return None
    return raw if urlsafe_b64encode(raw).decode().rstrip("=") == token else None
