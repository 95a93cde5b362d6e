"""A DNS server on 127.0.0.1, UDP and TCP, that answers from a zone, or fails as it is told to."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdatatype
import dns.rrset

_MOST_OVER_UDP = 512
_TTL = 60
Talk = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@dataclass(kw_only=True)
class DnsDouble:
    """Values by (name, kind), as in a zone file; `silent` names get no answer, `failing` ones SERVFAIL."""

    zone: Mapping[tuple[str, str], Sequence[str]]
    silent: frozenset[str] = frozenset()
    failing: frozenset[str] = frozenset()
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    """Name, kind and way (udp, tcp) of every question."""
    port: int = 0

    def answer(self, wire: bytes, *, way: str) -> bytes | None:
        """Return the answer to a question."""
        query = dns.message.from_wire(wire)
        question = query.question[0]
        name = question.name.to_text(omit_final_dot=True).lower()
        kind = dns.rdatatype.to_text(question.rdtype)
        self.asked.append((name, kind, way))
        if name in self.silent:
            return None
        response = dns.message.make_response(query)
        response.flags |= dns.flags.RA
        if name in self.failing:
            response.set_rcode(dns.rcode.SERVFAIL)
            return response.to_wire()
        self._fill(response, name, kind)
        whole = response.to_wire()
        if way == "udp" and len(whole) > _MOST_OVER_UDP:
            short = dns.message.make_response(query)
            short.flags |= dns.flags.TC | dns.flags.RA
            return short.to_wire()
        return whole

    def _fill(self, response: dns.message.Message, name: str, kind: str) -> None:
        while alias := self.zone.get((name, "CNAME")):
            response.answer.append(dns.rrset.from_text(f"{name}.", _TTL, "IN", "CNAME", f"{alias[0]}."))
            name = alias[0]
        if values := self.zone.get((name, kind)):
            response.answer.append(dns.rrset.from_text(f"{name}.", _TTL, "IN", kind, *values))
        elif not any(known == name or known.endswith(f".{name}") for known, _ in self.zone):
            response.set_rcode(dns.rcode.NXDOMAIN)


class _Udp(asyncio.DatagramProtocol):
    def __init__(self, double: DnsDouble) -> None:
        self._double = double

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if (answer := self._double.answer(data, way="udp")) is not None:
            self._transport.sendto(answer, addr)  # type: ignore[attr-defined]  # a datagram transport, typed as its base


@asynccontextmanager
async def dns_server(double: DnsDouble) -> AsyncIterator[DnsDouble]:
    """Serve on a port that is free for both ways, for as long as this lasts."""

    async def talk(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, OSError):
            size = int.from_bytes(await reader.readexactly(2), "big")
            if (answer := double.answer(await reader.readexactly(size), way="tcp")) is not None:
                writer.write(len(answer).to_bytes(2, "big") + answer)
                await writer.drain()
        writer.close()

    listener, udp = await _both(talk, double)
    try:
        yield double
    finally:
        udp.close()
        listener.close()


async def _both(talk: Talk, double: DnsDouble) -> tuple[asyncio.Server, asyncio.DatagramTransport]:
    """Listen on one port both ways; one that is taken by UDP is given up for another."""
    while True:
        listener = await asyncio.start_server(talk, "127.0.0.1", 0)
        double.port = listener.sockets[0].getsockname()[1]
        try:
            udp, _ = await asyncio.get_running_loop().create_datagram_endpoint(
                lambda: _Udp(double), local_addr=("127.0.0.1", double.port)
            )
        except OSError:
            listener.close()
        else:
            return listener, udp
