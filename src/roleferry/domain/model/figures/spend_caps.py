"""What each kind of vendor may cost a month (SPEC 5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

CURRENCY = "USD"
_MICRO = Decimal(1_000_000)
_CENT = Decimal("0.01")


class Vendor(StrEnum):
    """Whom a cap is for."""

    LLM = "llm"
    SEARCH = "search"
    VERIFICATION = "verification"
    ENRICHMENT = "enrichment"
    MAIL = "mail"


DEFAULT_CAPS: Mapping[Vendor, Decimal] = MappingProxyType(
    {
        Vendor.LLM: Decimal(10),
        Vendor.SEARCH: Decimal(10),
        Vendor.VERIFICATION: Decimal(40),
        Vendor.ENRICHMENT: Decimal(60),
        Vendor.MAIL: Decimal(5),
    }
)
"""US dollars a month; search and scraping share one, the language model's grows with the phase."""
_LLM_CAP_BY_PHASE = MappingProxyType({"week9": 10, "week10": 40, "week11": 40, "week12": 100})


def default_cap(vendor: Vendor, *, phase: str) -> Decimal:
    """Return the cap of a vendor nobody has set one for."""
    if vendor is Vendor.LLM:
        return Decimal(_LLM_CAP_BY_PHASE.get(phase, 10))
    return DEFAULT_CAPS[vendor]


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in micro-units of US dollars, as the ledger keeps it."""

    micro: int

    @classmethod
    def of(cls, dollars: Decimal) -> Money:
        """Return an amount of dollars, to the micro-unit."""
        return cls(int(dollars * _MICRO))

    @property
    def dollars(self) -> Decimal:
        """Return it in dollars."""
        return Decimal(self.micro) / _MICRO

    def __str__(self) -> str:
        return shown(self.dollars)


def shown(dollars: Decimal) -> str:
    """Return money as a decimal string: cents at least, further digits where there are any."""
    rounded = dollars.quantize(_CENT)
    return format(rounded if rounded == dollars else dollars.normalize(), "f")
