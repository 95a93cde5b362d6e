from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from roleferry.adapters.guarded_hosts import GuardedHosts
from roleferry.adapters.imap import ImapReader
from roleferry.adapters.memory.inbox import MemoryInboxes
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin
from roleferry.ports.inbox import FolderUse
from tests.contracts.inbox_reader import Deliverer, InboxReaderContract, raw_mail
from tests.doubles.imap import DovecotServer, ImapServer, PymapServer

HOSTS = GuardedHosts(allow_loopback=True)


@pytest.fixture(scope="module")
def pymap() -> Iterator[ImapServer]:
    with PymapServer() as server:
        yield server


@pytest.fixture(scope="module")
def dovecot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ImapServer]:
    with DovecotServer(Path(tmp_path_factory.mktemp("dovecot"))) as server:
        yield server


class _InMemory:
    login = ServerLogin(host="127.0.0.1", port=143, username="ada", password=Secret("sesame"), security="none")

    def __init__(self, server: MemoryInboxes) -> None:
        self._server = server

    def deliver(self, raw: bytes, *, folder: str = "INBOX", at: datetime | None = None) -> None:
        self._server.deliver("ada", raw, folder=folder, at=at)


class TestMemoryInboxes(InboxReaderContract):
    @pytest.fixture
    def reader(self) -> MemoryInboxes:
        server = MemoryInboxes()
        server.passwords["ada"] = "sesame"
        return server

    @pytest.fixture
    def mailbox(self, reader: MemoryInboxes) -> Deliverer:
        return _InMemory(reader)


class _OverImap(InboxReaderContract):
    @pytest.fixture
    def reader(self) -> ImapReader:
        return ImapReader(HOSTS)

    @pytest.fixture
    def mailbox(self, server: ImapServer) -> Deliverer:
        return server

    async def test_nothing_is_marked_as_seen(self, reader: ImapReader, server: ImapServer) -> None:
        server.deliver(raw_mail())
        before = server.flags()
        async with reader.open(server.login) as inbox:
            state = await inbox.look("INBOX")
            uid = state.uid_next - 1
            await inbox.headers([uid])
            await inbox.content(uid, limit=1_000)
            await inbox.wait(seconds=0.01)
        assert server.flags() == before
        assert not any(b"\\Seen" in flags for flags in before)

    async def test_idle_hears_of_new_mail(self, reader: ImapReader, server: ImapServer) -> None:
        async with reader.open(server.login) as inbox:
            assert inbox.waits
            await inbox.look("INBOX")
            async with reader.open(server.login) as other:
                await other.look("INBOX")
                waiting = asyncio.create_task(inbox.wait(seconds=60))
                await asyncio.to_thread(server.deliver, raw_mail())
                assert await waiting
                assert await inbox.folder(FolderUse.INBOX) == "INBOX"


class TestImapOnPymap(_OverImap):
    @pytest.fixture
    def server(self, pymap: ImapServer) -> ImapServer:
        return pymap


@pytest.mark.needs("dovecot")
class TestImapOnDovecot(_OverImap):
    @pytest.fixture
    def server(self, dovecot: ImapServer) -> ImapServer:
        return dovecot

    async def test_folders_are_known_by_their_use_whatever_they_are_called(
        self, reader: ImapReader, server: ImapServer
    ) -> None:
        async with reader.open(server.login) as inbox:
            assert await inbox.folder(FolderUse.JUNK) == "Spam"
            assert await inbox.folder(FolderUse.SENT) == "Sent Mail"
