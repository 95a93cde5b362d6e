"""Which internet addresses may be connected to: globally routable ones, whatever they are wrapped in.

(reliability.md 3.7: IPv4 embedded in IPv6 passes naive lists; Python's own ranges were wrong until CVE-2024-4032.)
"""

from __future__ import annotations

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

_NOT_PUBLIC_4 = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8",
        "10.0.0.0/8",
        "100.64.0.0/10",
        "127.0.0.0/8",
        "169.254.0.0/16",
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",
        "240.0.0.0/4",
        "255.255.255.255/32",
        "168.63.129.16/32",  # Azure's wire server answers on a public address
    )
)
_PUBLIC_6 = IPv6Network("2000::/3")
_NOT_PUBLIC_6 = tuple(
    IPv6Network(network) for network in ("2001::/23", "2001:db8::/32", "3fff::/20", "2620:4f:8000::/48", "5f00::/16")
)  # 2001::/23 holds Teredo, ORCHID and benchmarking
_EMBEDDING = (
    (IPv6Network("::ffff:0:0/96"), 0),
    (IPv6Network("::ffff:0:0:0/96"), 0),
    (IPv6Network("::/96"), 0),
    (IPv6Network("64:ff9b::/96"), 0),
    (IPv6Network("64:ff9b:1::/48"), 0),
    (IPv6Network("2002::/16"), 80),
)
_LOOPBACK_4 = IPv4Network("127.0.0.0/8")
_LOW_32 = 0xFFFFFFFF


def is_public(address: str) -> bool:
    """Tell whether a numeric address is globally routable, also after unwrapping an IPv4 address inside it."""
    plain = _unwrapped(address)
    if plain is None:
        return False
    if isinstance(plain, IPv4Address):
        return plain.is_global and not any(plain in network for network in _NOT_PUBLIC_4)
    return plain in _PUBLIC_6 and plain.is_global and not any(plain in network for network in _NOT_PUBLIC_6)


def is_loopback(address: str) -> bool:
    """Tell whether a numeric address is this machine's own, for tests and development only."""
    plain = _unwrapped(address)
    return plain is not None and (
        plain in _LOOPBACK_4 if isinstance(plain, IPv4Address) else plain == IPv6Address("::1")
    )


def _unwrapped(address: str) -> IPv4Address | IPv6Address | None:
    try:
        plain = ip_address(address.partition("%")[0])
    except ValueError:
        return None
    if isinstance(plain, IPv6Address) and plain != IPv6Address("::1"):
        for network, shift in _EMBEDDING:
            if plain in network:
                return IPv4Address((int(plain) >> shift) & _LOW_32)
    return plain
