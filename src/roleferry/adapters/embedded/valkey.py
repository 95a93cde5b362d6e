"""An embedded Valkey. It keeps nothing over a restart: PostgreSQL is the truth, a task is a nudge."""

import socket
from collections.abc import Sequence

from roleferry.adapters.embedded.binaries import valkey_binary
from roleferry.adapters.embedded.server import EmbeddedServer, write_private


class ValkeyServer(EmbeddedServer):
    """Valkey on a loopback port, guarded by a password of its own."""

    name = "valkey"
    program = "valkey-server"
    stop_signal = "SIGTERM"

    def prepare(self, port: int, password: str) -> Sequence[str]:
        """Write the configuration: in a file, so that the password is in no list of processes."""
        settings = {
            "bind": "127.0.0.1",
            "port": port,
            "requirepass": password,
            "dir": f'"{self.directory}"',
            "save": '""',
            "appendonly": "no",
            "maxmemory-policy": "noeviction",  # a queue must refuse, never forget
            "databases": 64,
            "daemonize": "no",
            "set-proc-title": "no",
        }
        configuration = self.directory / "valkey.conf"
        write_private(configuration, "".join(f"{name} {value}\n" for name, value in settings.items()))
        return [str(valkey_binary()), str(configuration)]

    def url_of(self, port: int, password: str) -> str:
        """Return `redis://...`."""
        return f"redis://:{password}@127.0.0.1:{port}/0"

    def answers(self, port: int, password: str) -> bool:
        """Tell whether it takes our password and answers a ping."""
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
            with connection.makefile("rb") as answer:
                return (answer.readline(), answer.readline()) == (b"+OK\r\n", b"+PONG\r\n")
