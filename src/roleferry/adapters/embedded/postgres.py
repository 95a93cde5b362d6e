"""An embedded PostgreSQL, reached as a role that is no superuser."""

import os
import pwd
import shutil
import socket
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from roleferry.adapters.embedded.binaries import postgres_binary
from roleferry.adapters.embedded.server import EmbeddedServer, ServerFailed, plain_environment

ROLE = DATABASE = "roleferry"
_MAJOR_VERSION = "18"
_PROTOCOL_3 = 3 << 16
_AUTHENTICATION_REQUEST = b"R"
_ACCOUNT_FOR_ROOT = "nobody"
_FAST = ("-cfsync=off", "-csynchronous_commit=off", "-cfull_page_writes=off")


class PostgresServer(EmbeddedServer):
    """
    PostgreSQL on a loopback port, guarded by a password of its own.

    The role clients get owns its database and may create roles and databases. It is no superuser and cannot bypass
    row-level security; the superuser of the cluster has no password, so nobody can log in as it.
    """

    name = program = "postgres"
    stop_signal = "SIGINT"  # "fast shutdown": ends sessions, keeps everything committed

    @property
    def data(self) -> Path:
        """The data directory."""
        return self.directory / "data"

    def prepare(self, port: int, password: str) -> Sequence[str]:
        """Create the cluster if there is none yet."""
        if not self.data.exists():
            self._create(password)
        if (found := (self.data / "PG_VERSION").read_text().strip()) != _MAJOR_VERSION:
            raise ServerFailed(f"{self.data} is of PostgreSQL {found}, needed is {_MAJOR_VERSION}: move it away")
        self._forget_reused_pid()
        return [
            str(postgres_binary(self.program)),
            "-D",
            str(self.data),
            f"-cport={port}",
            "-clisten_addresses=127.0.0.1",
            "-cunix_socket_directories=",
            "-cmax_connections=200",
            *(() if self.durable else _FAST),
        ]

    def url_of(self, port: int, password: str) -> str:
        """Return `postgresql://...`."""
        return f"postgresql://{ROLE}:{password}@127.0.0.1:{port}/{DATABASE}"

    def answers(self, port: int, password: str) -> bool:  # noqa: ARG002 - asking for one is answer enough
        """Tell whether the server asks for a password; while it starts or recovers it sends an error instead."""
        parameters = f"user\0{ROLE}\0database\0{DATABASE}\0\0".encode()
        with socket.create_connection(("127.0.0.1", port), timeout=2) as connection:
            connection.sendall(struct.pack("!ii", 8 + len(parameters), _PROTOCOL_3) + parameters)
            return connection.recv(1) == _AUTHENTICATION_REQUEST

    def runs_as(self) -> str:
        """Return the owner of the data when we are root, which PostgreSQL refuses to run as."""
        if os.geteuid() != 0:
            return "-"
        owner = self.data.stat().st_uid if self.data.exists() else 0
        return pwd.getpwuid(owner).pw_name if owner else _ACCOUNT_FOR_ROOT

    def _create(self, password: str) -> None:
        """Build the cluster aside and move it into place, so that one broken off is never taken for a whole one."""
        draft = self.directory / "data.new"
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(mode=0o700)
        if (user := self.runs_as()) != "-":
            shutil.chown(draft, user)
        self._run("initdb", f"--pgdata={draft}", *_INITDB, *(() if self.durable else ("--no-sync",)))
        self._run("postgres", "--single", "-cexit_on_error=on", "-D", str(draft), "postgres", sql=_first_sql(password))
        draft.rename(self.data)

    def _run(self, program: str, *arguments: str, sql: str = "") -> None:
        as_user = [sys.executable, "-I", str(Path(__file__).with_name("as_user.py")), self.runs_as(), "SIGKILL"]
        command = [*as_user, str(postgres_binary(program)), *arguments]
        done = subprocess.run(
            command,
            input=sql,
            capture_output=True,
            text=True,
            check=False,
            env=plain_environment(),
            cwd=self.directory,
        )
        if done.returncode:
            raise ServerFailed(f"{program} failed:\n{done.stdout}{done.stderr}")

    def _forget_reused_pid(self) -> None:
        """
        Remove the lock file of a server that was killed.

        Orphans were ended before. The pid in the file may be somebody else's by now, as it often is after a reboot or
        in a new container, and PostgreSQL would refuse to start.
        """
        (self.data / "postmaster.pid").unlink(missing_ok=True)


_INITDB = (
    "--username=postgres",
    "--auth-local=reject",
    "--auth-host=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--set=timezone=UTC",
    "--set=log_timezone=UTC",
)


def _first_sql(password: str) -> str:
    """Return what is run before the server first listens; a random password needs no slow hash."""
    statements = (
        "SET scram_iterations = 1",
        f"CREATE ROLE {ROLE} LOGIN CREATEDB CREATEROLE PASSWORD '{password}'",
        f"CREATE DATABASE {DATABASE} OWNER {ROLE}",
    )
    return "".join(f"{statement};\n" for statement in statements)
