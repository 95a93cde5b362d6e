"""What the DNS says of a sending domain."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.sending.dns_lookup import Lookup


class MailDns(Protocol):
    """Look records up; a name that does not exist has no values, what nobody answers is not known. Raises nothing."""

    @abstractmethod
    async def texts(self, name: str) -> Lookup:
        """Return the TXT records at a name, following aliases."""

    @abstractmethod
    async def exchangers(self, domain: str) -> Lookup:
        """Return the hosts that take in mail for a domain (MX), the preferred first."""

    @abstractmethod
    async def addresses(self, name: str) -> Lookup:
        """Return the addresses of a host (A and AAAA)."""
