"""The DNS by dnspython: each question bounded in time, and silence never taken for a no."""

import ipaddress
from collections.abc import Callable, Sequence
from typing import Any

import dns.asyncresolver
import dns.exception
import dns.name
import dns.nameserver
import dns.rdatatype
import dns.resolver

from roleferry.domain.model.sending.dns_lookup import UNANSWERED, Lookup
from roleferry.ports.mail_dns import MailDns

_SECONDS = 4.0
"""For one question, all tries and servers together."""
_MOST_ANSWERS = 100

__all__ = ("BadServer", "DnspythonMailDns", "server_of")


class BadServer(ValueError):
    """It is not the address of a DNS server."""


def server_of(written: str) -> tuple[str, int]:
    """
    Read `192.0.2.53`, `192.0.2.53:5353` or `[2001:db8::53]:5353`.

    Raises:
        BadServer: it is none of these.
    """
    host, _, port = (
        written.strip().rpartition(":") if written.count(":") == 1 or "]:" in written else (written, "", "53")
    )
    try:
        return str(ipaddress.ip_address(host.strip("[] "))), int(port)
    except ValueError as error:
        raise BadServer(f"{written} is not the address of a DNS server") from error


class DnspythonMailDns(MailDns):
    """Asks the system's servers, or those it is given."""

    def __init__(self, servers: Sequence[tuple[str, int]] = (), *, seconds: float = _SECONDS) -> None:
        self._servers = servers
        self._seconds = seconds
        self._resolver: dns.asyncresolver.Resolver | None = None

    async def texts(self, name: str) -> Lookup:
        return await self._ask(name, dns.rdatatype.TXT, lambda one: b"".join(one.strings).decode(errors="replace"))

    async def exchangers(self, domain: str) -> Lookup:
        found = await self._ask(domain, dns.rdatatype.MX, lambda one: f"{one.preference:05} {_host(one.exchange)}")
        return Lookup(tuple(one.partition(" ")[2] for one in sorted(found.values)), found.known)

    async def addresses(self, name: str) -> Lookup:
        four = await self._ask(name, dns.rdatatype.A, lambda one: one.address)
        if four.values:
            return four
        six = await self._ask(name, dns.rdatatype.AAAA, lambda one: one.address)
        return six if six.values or four.known else UNANSWERED

    async def _ask(self, name: str, kind: dns.rdatatype.RdataType, value: Callable[[Any], str]) -> Lookup:
        try:
            answer = await self._made().resolve(
                dns.name.from_text(name.rstrip(".") + "."), kind, raise_on_no_answer=False, lifetime=self._seconds
            )
        except dns.resolver.NXDOMAIN:
            return Lookup()
        except (dns.exception.DNSException, OSError, ValueError):
            return UNANSWERED
        return Lookup(tuple(value(one) for one in list(answer.rrset or ())[:_MOST_ANSWERS]))

    def _made(self) -> dns.asyncresolver.Resolver:
        """Return the resolver; one that cannot be configured is tried again next time."""
        if self._resolver is None:
            made = dns.asyncresolver.Resolver(configure=not self._servers)
            if self._servers:
                made.nameservers = [dns.nameserver.Do53Nameserver(host, port) for host, port in self._servers]
            made.timeout = self._seconds / 2
            self._resolver = made
        return self._resolver


def _host(name: dns.name.Name) -> str:
    return name.to_text(omit_final_dot=True).lower().removesuffix(".")
