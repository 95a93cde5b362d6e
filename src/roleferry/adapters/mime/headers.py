"""Header lines as they travel, written here rather than by the standard library's folding.

That folding encodes a long value without spaces, which turns an unsubscribe link or a Message-ID into something no mail
program finds again, and it loses blanks between encoded words. Here identifiers and links are broken only between each
other, and a text that is not plain ASCII is encoded as a whole (RFC 2047).
"""

from __future__ import annotations

from collections.abc import Sequence
from email.header import Header

from roleferry.domain.model.sending.address import Address
from roleferry.domain.model.sending.header_values import header_value

_LINE = 76
_NEXT_LINE = "\r\n "


def text_line(name: str, value: str) -> str:
    """Return a header of free text, such as a subject."""
    return f"{name}: {_encoded(name, header_value(value, name=name))}\r\n"


def parts_line(name: str, parts: Sequence[str], *, between: str = "") -> str:
    """Return a header of parts that must stay whole, one a line."""
    checked = [header_value(part, name=name) for part in parts]
    return f"{name}: {(between + _NEXT_LINE).join(checked)}\r\n"


def mailbox_line(name: str, shown: str, address: Address) -> str:
    """Return a header that names one person; an international address stays UTF-8 (RFC 6532)."""
    angle = f"<{header_value(str(address), name=name)}>"
    if not shown.strip():
        return f"{name}: {angle}\r\n"
    encoded = _phrase(name, header_value(shown.strip(), name=name))
    blank = _NEXT_LINE if len(name) + len(encoded.rsplit("\n", 1)[-1]) + len(angle) > _LINE else " "
    return f"{name}: {encoded}{blank}{angle}\r\n"


def _phrase(name: str, shown: str) -> str:
    if not _is_plain(shown):
        return _encoded(name, shown)
    escaped = shown.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _encoded(name: str, value: str) -> str:
    if _is_plain(value):
        return value
    return Header(value, charset="utf-8", header_name=name, maxlinelen=_LINE).encode(linesep="\r\n")


def _is_plain(value: str) -> bool:
    """Say whether readers see exactly this; text that looks like an encoded word must be encoded itself."""
    return value.isascii() and "=?" not in value
