"""What may stand in a mail header: nothing that could begin another header (SPEC 6)."""

from __future__ import annotations

import unicodedata

from roleferry.domain.model.errors import Invalid

_BREAKS = frozenset("\u2028\u2029")
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
LONGEST_VALUE = 900
"""Below the 998 bytes of a line (RFC 5322 2.1.1), with room for the name."""


class HeaderInjection(Invalid):
    """A header value holds a line break or another control character."""

    code = "mail.header_injection"


def header_value(value: str, *, name: str) -> str:
    """
    Return the value unchanged if it may stand in a header.

    Refused are CR, LF and every other C0 or C1 control, U+2028, U+2029, marks that turn the direction of the text, lone
    surrogates, and more than 900 bytes.

    Raises:
        HeaderInjection: it holds one of these.
    """
    if value.isascii() and value.isprintable() and len(value) <= LONGEST_VALUE:
        return value
    for character in value:
        if not _may_stand(character):
            raise HeaderInjection(f"{name} holds the character U+{ord(character):04X}; remove it", header=name)
    if len(value.encode()) > LONGEST_VALUE:
        raise HeaderInjection(f"{name} is longer than {LONGEST_VALUE} bytes", header=name)
    return value


def is_clean(value: str) -> bool:
    """Say whether `header_value` would take it."""
    return all(_may_stand(character) for character in value) and len(value.encode()) <= LONGEST_VALUE


def _may_stand(character: str) -> bool:
    if character in _BREAKS or character in _DIRECTION:
        return False
    return unicodedata.category(character) not in {"Cc", "Cs"}
