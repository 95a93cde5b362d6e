"""A zone held in memory; of names it does not hold, there are none, unless it is told to be silent."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from roleferry.domain.model.sending.dns_lookup import UNANSWERED, Lookup
from roleferry.ports.mail_dns import MailDns

Zone = Mapping[tuple[str, str], Sequence[str]]
"""Values by name and kind: TXT, MX (hosts, the preferred first), A."""


class MemoryMailDns(MailDns):
    """Answers from what it was given; silent about `unanswered` names, and about every name if `None` is the zone."""

    def __init__(self, zone: Zone | None = MappingProxyType({}), *, unanswered: frozenset[str] = frozenset()) -> None:
        self._zone = zone
        self._unanswered = unanswered

    async def texts(self, name: str) -> Lookup:
        return self._found(name, "TXT")

    async def exchangers(self, domain: str) -> Lookup:
        return self._found(domain, "MX")

    async def addresses(self, name: str) -> Lookup:
        return self._found(name, "A")

    def _found(self, name: str, kind: str) -> Lookup:
        asked = name.rstrip(".").lower()
        if self._zone is None or asked in self._unanswered:
            return UNANSWERED
        return Lookup(tuple(self._zone.get((asked, kind), ())))
