from __future__ import annotations

from collections.abc import Sequence

import pytest

from roleferry.adapters.guarded_hosts import GuardedHosts, resolve
from roleferry.ports.hosts import HostNotAllowed, Hosts
from tests.contracts.hosts import HostsContract

_NAMES: dict[str, Sequence[str]] = {
    "mail.sample.example": ("8.8.8.8", "2606:4700::1111"),
    "rebinding.sample.example": ("8.8.8.8", "10.0.0.7"),
    "nothing.sample.example": (),
}


async def _told(host: str, port: int) -> Sequence[str]:
    """Answer for the names of the tests, and ask the system for numbers alone."""
    return _NAMES[host] if host in _NAMES else await resolve(host, port)


class TestGuardedHosts(HostsContract):
    @pytest.fixture
    def hosts(self) -> Hosts:
        return GuardedHosts(resolver=_told)


async def test_in_development_this_machine_is_allowed_and_no_other_private_one() -> None:
    hosts = GuardedHosts(allow_loopback=True, resolver=_told)
    assert await hosts.addresses("127.0.0.1", 25) == ("127.0.0.1",)
    with pytest.raises(HostNotAllowed):
        await hosts.addresses("10.0.0.1", 25)
