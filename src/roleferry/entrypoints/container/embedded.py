"""Servers that come from wheels and live in a home, for a machine that has none."""

from pathlib import Path

from roleferry.adapters.embedded import EmbeddedServer, Lease, PostgresServer, ValkeyServer


def embedded_servers(home: Path) -> dict[str, EmbeddedServer]:
    """Return the servers that live in a home, by the variable that names the address of a real one."""
    return {"DATABASE_URL": PostgresServer(home), "REDIS_URL": ValkeyServer(home)}


def lease(directory: Path) -> Lease:
    """Return a lease on whatever process is guarded in the directory."""
    return Lease(directory)
