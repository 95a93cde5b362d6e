"""Charsets that strangers name: those that text comes in, and none of the codecs that Python has beside them.

Some of those take time that grows with the square of a text (punycode: half a minute for 300 KB), some give out what
no database keeps (unicode_escape), and Python remembers every name it was asked for in vain.
"""

from __future__ import annotations

import re
from encodings import normalize_encoding
from encodings.aliases import aliases

_LONGEST_NAME = 40
_WITHOUT_ALIAS = frozenset(
    {
        *("cp1006", "cp720", "cp737", "cp856", "cp874", "cp875", "koi8_t", "koi8_u", "utf_8_sig"),
        *("mac_arabic", "mac_croatian", "mac_farsi", "mac_romanian"),
    }
)
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_KNOWN = frozenset(aliases) | frozenset(aliases.values()) | _WITHOUT_ALIAS


def charset_named(name: str) -> str | None:
    """Return the name of a charset as Python has it, or None for what is no charset of texts."""
    if len(name) > _LONGEST_NAME or not name.isascii():
        return None
    plain = normalize_encoding(name).lower()
    return next((one for one in (plain, plain.replace(".", "_")) if one in _KNOWN), None)


def text_in(data: bytes, charset: str) -> str:
    """Decode by the charset a stranger named, else as UTF-8, else as Latin-1."""
    for name in filter(None, (charset_named(charset), "utf-8")):
        try:
            return data.decode(name)
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def storable(text: str, *, instead: str = "") -> str:
    """Leave out what no database keeps, or put something there: NUL, and halves of surrogate pairs."""
    return _UNSTORABLE.sub(instead, text)
