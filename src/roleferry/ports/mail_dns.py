"""What the DNS says of a sending domain."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.sending.authentication import DnsReport


class MailDns(Protocol):
    """Look up what receivers go by."""

    @abstractmethod
    async def check(self, domain: str) -> DnsReport:
        """Return what is published for a domain; what cannot be looked up is `unknown`, never failing."""
