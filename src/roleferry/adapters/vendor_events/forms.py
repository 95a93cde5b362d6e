"""A web form as it came (RFC 7578, or urlencoded), taken apart without its Content-Type: it names its own boundary."""

import re
from urllib.parse import parse_qsl

from roleferry.ports.event_sources import UnreadableEvent

_MOST_FIELDS = 300
_NAME = re.compile(rb'name="([^"\r\n]{1,200})"')


def fields_of(body: bytes) -> dict[str, bytes]:
    """
    Return the fields; of one that comes twice, the last.

    Raises:
        UnreadableEvent: it is no form.
    """
    return _multipart(body) if body.startswith(b"--") else _urlencoded(body)


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


def _urlencoded(body: bytes) -> dict[str, bytes]:
    try:
        pairs = parse_qsl(
            body.decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            max_num_fields=_MOST_FIELDS,
            errors="strict",
        )
    except ValueError as error:
        raise UnreadableEvent("it is no form") from error
    return {name: value.encode("utf-8", "surrogatepass") for name, value in pairs}
