"""What whoever looks up the hosts that people name promises."""

from __future__ import annotations

import pytest

from roleferry.ports.hosts import HostNotAllowed, Hosts, HostUnknown


class HostsContract:
    """Subclasses give names: one public, one with a private address among public ones, one with none."""

    @pytest.fixture
    def hosts(self) -> Hosts:
        raise NotImplementedError

    async def test_a_public_host_has_its_addresses(self, hosts: Hosts) -> None:
        assert await hosts.addresses("mail.sample.example", 587) == ("8.8.8.8", "2606:4700::1111")

    async def test_one_private_address_refuses_the_whole_name(self, hosts: Hosts) -> None:
        with pytest.raises(HostNotAllowed):
            await hosts.addresses("rebinding.sample.example", 587)

    async def test_a_name_nobody_has_is_unknown(self, hosts: Hosts) -> None:
        with pytest.raises(HostUnknown):
            await hosts.addresses("nothing.sample.example", 587)

    @pytest.mark.parametrize(
        "host",
        [
            "127.0.0.1",
            "localhost",
            "[::1]",
            "10.0.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "2130706433",
            "::ffff:10.0.0.1",
        ],
    )
    async def test_this_machine_and_private_networks_are_refused(self, hosts: Hosts, host: str) -> None:
        with pytest.raises((HostNotAllowed, HostUnknown)):
            await hosts.addresses(host, 25)
