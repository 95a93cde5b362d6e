"""Mail addresses: what may be written to, and under which form an address is remembered."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from roleferry.domain.model.errors import Invalid

_LOCAL = re.compile(r"[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_LONGEST_LOCAL, _LONGEST_DOMAIN = 64, 253
_GMAIL = frozenset({"gmail.com", "googlemail.com"})
_NO_PLUS_MEANING = frozenset({"yahoo.com"})


class InvalidAddress(Invalid):
    """It is not a mail address that can be written to."""

    code = "address.invalid"


@dataclass(frozen=True, slots=True)
class Address:
    """A checked address: `local` as written, `domain` in lower-case ASCII (A-labels)."""

    local: str
    domain: str

    def __str__(self) -> str:
        """Return the address as it goes into an envelope."""
        return f"{self.local}@{self.domain}"

    @property
    def needs_smtputf8(self) -> bool:
        """Say whether only a server with SMTPUTF8 can take it (RFC 6531)."""
        return not self.local.isascii()

    @property
    def suppression_form(self) -> str:
        """
        Return the form under which one person's spellings of an address are one.

        Lower case; the part after a plus sign is dropped (except where a plus has no such meaning); at Gmail dots do
        not count and both domains are one.
        """
        local = self.local.casefold()
        if self.domain not in _NO_PLUS_MEANING:
            local = local.split("+", 1)[0] or local
        if self.domain in _GMAIL:
            return f"{local.replace('.', '') or local}@gmail.com"
        return f"{local}@{self.domain}"


@lru_cache(maxsize=4096)
def parse_address(written: str) -> Address:
    """
    Return the checked address.

    Quoted local parts, comments, address literals and single-label domains are refused: nobody in business has one.

    Raises:
        InvalidAddress: it cannot be written to.
    """
    local, at, domain = written.strip().rpartition("@")
    if not at or not _LOCAL.fullmatch(local) or len(local.encode(errors="replace")) > _LONGEST_LOCAL:
        raise InvalidAddress("the part before the @ is not a mail address")
    return Address(local, ascii_domain(domain))


@lru_cache(maxsize=4096)
def ascii_domain(written: str) -> str:
    """
    Return a domain in lower-case ASCII, without a final dot.

    Raises:
        InvalidAddress: it is not a full domain name.
    """
    try:
        domain = written.rstrip(".").encode("idna").decode("ascii").lower()
    except UnicodeError as error:
        raise InvalidAddress("the domain is not a valid name") from error
    labels = domain.split(".")
    if len(labels) < 2 or len(domain) > _LONGEST_DOMAIN or labels[-1].isdigit():  # noqa: PLR2004 - name and ending
        raise InvalidAddress("the domain is not a full name such as example.com")
    if not all(_LABEL.fullmatch(label) for label in labels):
        raise InvalidAddress("the domain is not a valid name")
    return domain
