"""A web form as it came (RFC 7578, or urlencoded), taken apart without its Content-Type: it names its own boundary."""

import re
from collections.abc import Container
from urllib.parse import unquote_to_bytes

from roleferry.adapters.vendor_events.mail_parts import MOST_KEPT
from roleferry.ports.event_sources import UnreadableEvent

_MOST_FIELDS = 300
_MOST_ENCODED = 3 * MOST_KEPT
"""Bytes of an urlencoded value that are decoded; all of what is kept of a mail."""
_LONGEST_NAME = 200
_NAME = re.compile(rb'name="([^"\r\n]{1,200})"')


def fields_of(body: bytes, *, only: Container[str] | None = None) -> dict[str, bytes]:
    """
    Return the fields; of one that comes twice, the last.

    `only` leaves the others alone, for a proof is looked at before a stranger's megabytes are worked on.

    Raises:
        UnreadableEvent: it is no form.
    """
    if not body.startswith(b"--"):
        return _urlencoded(body, only)
    return {name: value for name, value in _multipart(body).items() if only is None or name in only}


def _multipart(body: bytes) -> dict[str, bytes]:
    delimiter = body.partition(b"\r\n")[0]
    pieces = (b"\r\n" + body).split(b"\r\n" + delimiter, _MOST_FIELDS + 1)
    if len(pieces) < 3 or not pieces[-1].startswith(b"--"):  # noqa: PLR2004 - nothing before, a field, nothing behind
        raise UnreadableEvent("the form is cut short, or has more fields than any vendor sends")
    found: dict[str, bytes] = {}
    for piece in pieces[1:-1]:
        head, separator, value = piece.partition(b"\r\n\r\n")
        name = _NAME.search(head)
        if separator and name:
            found[name[1].decode("utf-8", "replace")] = value
    return found


def _urlencoded(body: bytes, only: Container[str] | None) -> dict[str, bytes]:
    pairs = [pair.partition(b"=") for pair in body.split(b"&", _MOST_FIELDS)]
    if len(pairs) > _MOST_FIELDS or not all(equals for _, equals, _ in pairs) or not body.isascii():
        raise UnreadableEvent("it is no form")
    named = ((_plain(name[:_LONGEST_NAME]).decode("utf-8", "replace"), value) for name, _, value in pairs)
    return {name: _plain(value[:_MOST_ENCODED]) for name, value in named if only is None or name in only}


def _plain(encoded: bytes) -> bytes:
    return unquote_to_bytes(encoded.replace(b"+", b" "))
