"""Mail addresses found in free text."""

from __future__ import annotations

import re

_LOCAL = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}"
_DOMAIN = r"(?:[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62})\.)+[A-Za-z][A-Za-z0-9-]{1,62}|\[[0-9.]{7,15}\]"
_ADDRESS = re.compile(rf"(?<![A-Za-z0-9!#$%&'*+/=?^_`{{|}}~.-]){_LOCAL}@(?:{_DOMAIN})")
_QUOTED = re.compile(r'"[^"\r\n@]{1,64}"@[A-Za-z0-9.-]{1,253}')
_PREFIX = re.compile(r"^(?:smtp|rfc822|mailto|to|imceaex-[^:]{0,40})[:=]", re.IGNORECASE)
_MAX_LINE = 6_000


def addresses_in(text: str) -> tuple[str, ...]:
    """List the distinct addresses of a line in order, as written."""
    line = text[:_MAX_LINE]
    found = [_clean(match[0]) for match in _ADDRESS.finditer(line)] if "@" in line else []
    found += [match[0] for match in _QUOTED.finditer(line)] if '"@' in line else []
    return tuple(dict.fromkeys(address for address in found if address))


def address_in(text: str) -> str:
    """Return the first address of a text, or an empty text."""
    return next(iter(addresses_in(text)), "")


def same_address(one: str, other: str) -> bool:
    """Compare two addresses as receivers do: letters' case does not matter."""
    return one.casefold() == other.casefold()


def _clean(address: str) -> str:
    return _PREFIX.sub("", address).strip("'`").rstrip(".-")
