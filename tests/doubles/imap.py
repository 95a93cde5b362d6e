"""Real IMAP servers that nobody here wrote, on 127.0.0.1: pymap in a thread, dovecot where it is installed."""

import asyncio
import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import threading
import time
from argparse import Namespace
from contextlib import AsyncExitStack
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from imapclient import IMAPClient
from pymap.backend.dict import DictBackend
from pymap.concurrent import Subsystem
from pymap.imap import IMAPService
from pymap.user import Passwords, UserMetadata
from pysasl.hashing import BuiltinHash

from roleferry.domain.model.sending.mailbox import Secret, ServerLogin

PASSWORD = "open sesame, please"


class ImapServer:
    """What tests do with any server: deliver mail, look at flags, know the login."""

    port: int
    user = "ada@sample.example"

    @property
    def login(self) -> ServerLogin:
        """How a reader gets in."""
        return ServerLogin(
            host="127.0.0.1", port=self.port, username=self.user, password=Secret(PASSWORD), security="none"
        )

    def client(self) -> IMAPClient:
        """Return a logged-in client of the owner's, who may change things."""
        client = IMAPClient("127.0.0.1", self.port, ssl=False, timeout=30)
        client.login(self.user, PASSWORD)
        return client

    def deliver(self, raw: bytes, *, folder: str = "INBOX", at: datetime | None = None) -> None:
        """Put a mail into a folder as a delivery would: not seen by anybody."""
        with self.client() as client:
            client.append(folder, raw, (), at)

    def flags(self, folder: str = "INBOX") -> list[tuple[bytes, ...]]:
        """Return the flags of every mail of a folder, in order."""
        with self.client() as client:
            client.select_folder(folder, readonly=True)
            told: Any = client.get_flags(client.search())
            return [flags for _, flags in sorted(told.items())]


class PymapServer(ImapServer):
    """pymap, all in memory; use as a context manager."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._ready = threading.Event()
        self._stop: asyncio.Event | None = None
        self.port = free_port()
        self.config: Any = None

    def add_user(self, name: str) -> "Account":
        """Make another mailbox on this server, with the same password."""
        asyncio.run_coroutine_threadsafe(self._add(name), self._loop).result(30)
        return Account(self.port, name)

    def forget_numbers(self) -> None:
        """Empty the owner's mailbox and number its mails anew, as after a restore."""
        self.config.set_cache.clear()

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(60)
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        assert self._stop is not None
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(60)

    def _serve(self) -> None:
        self._loop.run_until_complete(self._run())
        self._loop.close()

    async def _run(self) -> None:
        self._stop = asyncio.Event()
        given: dict[str, Any] = {"demo_data": False, "demo_user": self.user, "demo_password": PASSWORD}
        given |= {"host": "127.0.0.1", "port": self.port, "debug": False, "cert": None, "key": None, "tls": False}
        given |= {"passlib_cfg": None, "inherited_sockets": None, "proxy_protocol": None}
        self._backend, self.config = await DictBackend.init(
            Namespace(**given),
            invalid_user_sleep=0.0,
            cpu_subsystem=Subsystem.for_asyncio(),
            hash_context=BuiltinHash(rounds=1),
        )
        async with AsyncExitStack() as stack:
            await self._backend.start(stack)
            await IMAPService(self._backend, self.config).start(stack)
            self._ready.set()
            await self._stop.wait()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _add(self, name: str) -> None:
        password = await Passwords(self.config).hash_password(PASSWORD)
        login: Any = self._backend.login
        login.users_dict[name] = UserMetadata(self.config, name, password=password)


class Account(ImapServer):
    """One more mailbox of a server."""

    def __init__(self, port: int, user: str) -> None:
        self.port = port
        self.user = user


class DovecotServer(ImapServer):
    """dovecot with a home of its own; use as a context manager."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._process: subprocess.Popen[bytes] | None = None
        self.port = free_port()

    def __enter__(self) -> Self:
        configuration = self._home / "dovecot.conf"
        configuration.write_text(self._configuration())
        program = shutil.which("dovecot") or "/usr/sbin/dovecot"
        self._process = subprocess.Popen([program, "-F", "-c", str(configuration)])
        wait_for_greeting(self.port)
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        assert self._process is not None
        self._process.terminate()
        self._process.wait(60)

    def _configuration(self) -> str:
        me = pwd.getpwuid(os.geteuid()).pw_name
        mail_owner = "nobody" if me == "root" else me
        record = pwd.getpwnam(mail_owner)
        mails = self._home / "mails"
        mails.mkdir(exist_ok=True)
        os.chown(mails, record.pw_uid, record.pw_gid)
        for parent in [self._home, *self._home.parents]:
            with contextlib.suppress(PermissionError):
                parent.chmod(parent.stat().st_mode | 0o011)
        (self._home / "users").write_text(f"{self.user}:{{PLAIN}}{PASSWORD}::::::\n")
        return f"""
protocols = imap
listen = 127.0.0.1
base_dir = {self._home}/run
state_dir = {self._home}/state
log_path = {self._home}/log
ssl = no
disable_plaintext_auth = no
default_internal_user = {mail_owner}
default_login_user = {mail_owner}
default_internal_group = {_group(record.pw_gid)}
first_valid_uid = 1
mail_location = maildir:{mails}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {self.port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
auth_failure_delay = 0
mail_max_userip_connections = 50
passdb {{
  driver = passwd-file
  args = {self._home}/users
}}
userdb {{
  driver = static
  args = uid={record.pw_uid} gid={record.pw_gid} home={mails}
}}
namespace inbox {{
  inbox = yes
  mailbox Spam {{
    auto = create
    special_use = \\Junk
  }}
  mailbox "Sent Mail" {{
    auto = create
    special_use = \\Sent
  }}
}}
"""


def _group(number: int) -> str:
    import grp  # noqa: PLC0415 - where there is no dovecot there may be no grp either

    return grp.getgrgid(number).gr_name


def wait_for_greeting(port: int, *, seconds: float = 60) -> None:
    """Wait until a server greets."""
    ends = time.monotonic() + seconds
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=5) as connection:
                if connection.recv(4) == b"* OK":
                    return
        except OSError:
            pass
        assert time.monotonic() < ends, "the IMAP server does not greet"
        time.sleep(0.02)


def free_port() -> int:
    """Return a port nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
