"""Who may be written to at all while only internal recipients are (SPEC 4, weeks 10 and 11)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from roleferry.domain.model.sending.address import Address, InvalidAddress, ascii_domain, parse_address


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedRecipients:
    """Whole domains, without their subdomains, and single addresses."""

    domains: frozenset[str] = frozenset()
    addresses: frozenset[str] = frozenset()

    @classmethod
    def of(cls, written: str) -> Self:
        """
        Read a list such as `firm.example, ada@home.example`; an empty list allows nobody.

        Raises:
            InvalidAddress: an entry is neither an address nor a domain.
        """
        entries = [entry.strip() for entry in written.split(",") if entry.strip()]
        return cls(
            domains=frozenset(ascii_domain(entry.removeprefix("@")) for entry in entries if "@" not in entry[1:]),
            addresses=frozenset(_form(parse_address(entry)) for entry in entries if "@" in entry[1:]),
        )

    def allow(self, address: str) -> bool:
        """Say whether this address may be written to; one that cannot be read may not."""
        try:
            parsed = parse_address(address)
        except InvalidAddress:
            return False
        return parsed.domain in self.domains or _form(parsed) in self.addresses


def _form(address: Address) -> str:
    return f"{address.local.casefold()}@{address.domain}"
