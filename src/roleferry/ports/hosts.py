"""Where on the internet a host is that a person named, and whether we go there (reliability.md 3.7)."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Protocol

from roleferry.ports.errors import PortError


class HostNotAllowed(PortError):
    """The name leads to this machine or to a private network."""


class HostUnknown(PortError):
    """The name has no address."""


class Hosts(Protocol):
    """Look names up; connect to an address that comes from here and to no other, or the check was for nothing."""

    @abstractmethod
    async def addresses(self, host: str, port: int) -> Sequence[str]:
        """
        Return the numeric addresses of a host, every one of them public.

        Raises:
            HostNotAllowed: one of them is private, loopback, link-local or a cloud's metadata.
            HostUnknown: it has none.
        """
