from __future__ import annotations

from collections.abc import AsyncIterator, Mapping, Sequence

import pytest

from roleferry.adapters.dns_lookup import BadServer, DnspythonMailDns, server_of
from roleferry.adapters.memory.mail_dns import MemoryMailDns
from roleferry.domain.model.sending.dns_lookup import UNANSWERED
from roleferry.ports.mail_dns import MailDns
from tests.contracts.mail_dns import LONG, ZONE, MailDnsContract
from tests.doubles.dns import DnsDouble, dns_server

_SILENT = frozenset({"silent.sample.test"})


def written(zone: Mapping[tuple[str, str], Sequence[str]]) -> Mapping[tuple[str, str], Sequence[str]]:
    """Return a zone as a zone file has it: texts in strings of at most 255 bytes, exchangers with a preference."""
    return {(name, kind): [_written(kind, value, n) for n, value in enumerate(zone[name, kind])] for name, kind in zone}


def _written(kind: str, value: str, number: int) -> str:
    if kind == "TXT":
        return " ".join(f'"{value[at : at + 255]}"' for at in range(0, len(value), 255))
    return f"{10 * number} {value}." if kind == "MX" else value


class TestMemoryMailDns(MailDnsContract):
    @pytest.fixture
    def dns(self) -> MailDns:
        return MemoryMailDns(ZONE, unanswered=_SILENT)


class TestDnspythonMailDns(MailDnsContract):
    @pytest.fixture
    async def double(self) -> AsyncIterator[DnsDouble]:
        async with dns_server(DnsDouble(zone=written(ZONE), failing=_SILENT)) as served:
            yield served

    @pytest.fixture
    def dns(self, double: DnsDouble) -> MailDns:
        return DnspythonMailDns([("127.0.0.1", double.port)], seconds=20)

    async def test_an_answer_too_long_for_udp_is_asked_for_again_by_tcp(self, dns: MailDns, double: DnsDouble) -> None:
        assert (await dns.texts("long.sample.test")).values == (LONG,)
        assert [way for _, _, way in double.asked] == ["udp", "tcp"]

    async def test_a_key_behind_an_alias_is_found(self) -> None:
        zone = {("s1._domainkey.sample.test", "CNAME"): ["s1.vendor.test"], ("s1.vendor.test", "TXT"): ['"p=MIG"']}
        async with dns_server(DnsDouble(zone=zone)) as double:
            dns = DnspythonMailDns([("127.0.0.1", double.port)], seconds=20)
            assert (await dns.texts("s1._domainkey.sample.test")).values == ("p=MIG",)

    async def test_a_server_that_says_nothing_is_waited_for_so_long_and_no_longer(self) -> None:
        async with dns_server(DnsDouble(zone=written(ZONE), silent=frozenset({"sample.test"}))) as double:
            dns = DnspythonMailDns([("127.0.0.1", double.port)], seconds=0.3)
            assert await dns.texts("sample.test") == UNANSWERED

    async def test_nobody_listening_is_not_known(self) -> None:
        async with dns_server(DnsDouble(zone={})) as double:
            pass
        assert await DnspythonMailDns([("127.0.0.1", double.port)], seconds=0.3).texts("sample.test") == UNANSWERED


def test_a_server_is_an_address_with_or_without_a_port() -> None:
    assert server_of(" 192.0.2.53 ") == ("192.0.2.53", 53)
    assert server_of("192.0.2.53:5353") == ("192.0.2.53", 5353)
    assert server_of("[2001:db8::53]:5353") == ("2001:db8::53", 5353)
    assert server_of("2001:db8::53") == ("2001:db8::53", 53)
    for wrong in ("dns.sample.test", "", "1.2.3", "192.0.2.53:x"):
        with pytest.raises(BadServer):
            server_of(wrong)
