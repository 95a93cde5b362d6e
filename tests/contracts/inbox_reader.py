"""What every reader of mailboxes promises: numbers in order, nothing missed, nothing marked, failures by name."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Protocol
from uuid import uuid4

import pytest

from roleferry.domain.model.inbound.cursor import FolderCursor, FolderState, begin
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin
from roleferry.ports.errors import Unavailable
from roleferry.ports.inbox import ArrivedMail, FolderUse, InboxReader, LoginRefused, MailUnreadable


class Deliverer(Protocol):
    """A mailbox's server, as the rest of the world sees it."""

    @property
    def login(self) -> ServerLogin: ...

    def deliver(self, raw: bytes, *, folder: str = "INBOX", at: datetime | None = None) -> None: ...


def raw_mail(message_id: str = "", body: str = "Hello.", **headers: str) -> bytes:
    """Return a mail; header names with dashes for underscores."""
    lines = ["From: Ben <ben@firm.example>", "To: ada@sample.example", f"Message-ID: {message_id or new_id()}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", body, ""]).encode()


def new_id() -> str:
    return f"<{uuid4().hex}@firm.example>"


class InboxReaderContract:
    @pytest.fixture
    def reader(self) -> InboxReader:
        raise NotImplementedError

    @pytest.fixture
    def mailbox(self) -> Deliverer:
        raise NotImplementedError

    async def test_only_what_arrives_after_the_first_look_is_told(
        self, reader: InboxReader, mailbox: Deliverer
    ) -> None:
        mailbox.deliver(raw_mail())
        async with reader.open(mailbox.login) as inbox:
            cursor = begin(await inbox.look("INBOX"), None, connected_at=None)
            assert await inbox.arrived(cursor) == []
            wanted = [new_id(), new_id()]
            for one in wanted:
                mailbox.deliver(raw_mail(one))
            await inbox.look("INBOX")
            uids = await inbox.arrived(cursor)
            found = await inbox.headers(uids)
            assert [_header(one, "message-id") for one in found] == wanted
            assert list(uids) == sorted(uids)
            assert await inbox.arrived(cursor.moved_to(uids[0])) == [uids[1]]
            assert await inbox.arrived(cursor.moved_to(uids[1])) == []

    async def test_a_mail_comes_whole_or_cut_and_one_that_is_not_there_by_name(
        self, reader: InboxReader, mailbox: Deliverer
    ) -> None:
        raw = raw_mail(body="x" * 5_000 + " \x7f end")
        mailbox.deliver(raw)
        async with reader.open(mailbox.login) as inbox:
            await inbox.look("INBOX")
            uid = max(await inbox.arrived(_from_the_start(await inbox.look("INBOX"))))
            assert await inbox.content(uid, limit=1_000_000) == raw
            assert await inbox.content(uid, limit=1_000) == raw[:1_000]
            (found,) = await inbox.headers([uid])
            assert isinstance(found, ArrivedMail)
            assert (found.size, found.header) == (len(raw), raw.partition(b"\r\n\r\n")[0] + b"\r\n\r\n")
            assert abs(found.at - datetime.now(UTC)) < timedelta(minutes=10)
            assert await inbox.headers([uid + 1_000]) == []
            with pytest.raises(MailUnreadable):
                await inbox.content(uid + 1_000, limit=10)

    async def test_letters_of_no_charset_come_as_they_are(self, reader: InboxReader, mailbox: Deliverer) -> None:
        raw = b"Subject: caf\xe9 \xff\xfe\r\nMessage-ID: " + new_id().encode() + b"\r\n\r\n\xe4\xf6\xfc\r\n"
        mailbox.deliver(raw)
        async with reader.open(mailbox.login) as inbox:
            uid = max(await inbox.arrived(_from_the_start(await inbox.look("INBOX"))))
            assert await inbox.content(uid, limit=1_000) == raw

    async def test_what_is_much_older_than_since_is_left_out(self, reader: InboxReader, mailbox: Deliverer) -> None:
        now = datetime.now(UTC)
        mailbox.deliver(raw_mail(), at=now - timedelta(days=40))
        mailbox.deliver(raw_mail(), at=now)
        async with reader.open(mailbox.login) as inbox:
            everything = _from_the_start(await inbox.look("INBOX"))
            older, newer = (await inbox.arrived(everything))[-2:]
            recent = await inbox.arrived(replace(everything, since=now - timedelta(hours=1)))
            assert (older in recent, newer in recent) == (False, True)

    async def test_a_mail_is_found_by_its_message_id_and_no_other(
        self, reader: InboxReader, mailbox: Deliverer
    ) -> None:
        wanted = new_id()
        mailbox.deliver(raw_mail(wanted))
        async with reader.open(mailbox.login) as inbox:
            await inbox.look("INBOX")
            assert await inbox.has(wanted)
            assert not await inbox.has(new_id())
            assert not await inbox.has('<"quoted \\ words"@firm.example>')

    async def test_waiting_ends_with_the_time(self, reader: InboxReader, mailbox: Deliverer) -> None:
        async with reader.open(mailbox.login) as inbox:
            await inbox.look("INBOX")
            assert await inbox.wait(seconds=0.05) is False
            assert await inbox.folder(FolderUse.INBOX) == "INBOX"

    async def test_a_wrong_password_is_refused_by_name(self, reader: InboxReader, mailbox: Deliverer) -> None:
        wrong = replace(mailbox.login, password=Secret("nonsense"))
        with pytest.raises(LoginRefused, match="user name and password") as refused:
            async with reader.open(wrong):
                pass
        assert "nonsense" not in str(refused.value)

    async def test_a_folder_that_is_not_there_cannot_be_looked_at(
        self, reader: InboxReader, mailbox: Deliverer
    ) -> None:
        with pytest.raises((Unavailable, KeyError)):
            async with reader.open(mailbox.login) as inbox:
                await inbox.look("No such folder")


def _from_the_start(state: FolderState) -> FolderCursor:
    return FolderCursor(folder=state.name, uid_validity=state.uid_validity, last_uid=0)


def _header(found: ArrivedMail | int, name: str) -> str:
    assert isinstance(found, ArrivedMail)
    lines = found.header.decode().split("\r\n")
    return next(line.partition(": ")[2] for line in lines if line.lower().startswith(f"{name}: "))
