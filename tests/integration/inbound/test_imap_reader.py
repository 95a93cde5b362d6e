"""Mail servers that lie, break off, say nothing or never stop: each is unavailable, and nobody waits for ever."""

import asyncio
import ssl
from collections.abc import Callable
from dataclasses import dataclass, replace

import pytest

from roleferry.adapters.guarded_hosts import GuardedHosts
from roleferry.adapters.imap import ImapReader, ImapTimes
from roleferry.domain.model.inbound.cursor import FolderCursor
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin
from roleferry.ports.errors import Unavailable
from roleferry.ports.inbox import ArrivedMail, LoginRefused, MailUnreadable
from tests.doubles.certificates import certificates
from tests.doubles.imap_lines import CLOSES, SILENCE, ImapLines, imap_lines

HOSTS = GuardedHosts(allow_loopback=True)
HASTY = ImapTimes(connect=2, read=0.3, call=1)
HEADER = b"Message-ID: <m@firm.example>\r\n\r\n"
Says = Callable[[str, str], bytes | None]


@dataclass(kw_only=True)
class Folder(ImapLines):
    """A server with an INBOX; `says` may answer instead, by tag and command."""

    says: Says = lambda _tag, _command: None

    async def _answer(self, tag: str, command: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (said := self.says(tag, command)) is not None:
            writer.write(said)
            return
        match command.split(" ")[:2]:
            case ["EXAMINE", _]:
                writer.write(
                    b"* 3 EXISTS\r\n* OK [UIDVALIDITY 7] .\r\n* OK [UIDNEXT 4] .\r\n" + tag.encode() + b" OK .\r\n"
                )
            case ["UID", "SEARCH"]:
                writer.write(b"* SEARCH 1 2 3\r\n" + tag.encode() + b" OK .\r\n")
            case ["UID", "FETCH"]:
                uids = command.split(" ")[2].split(",")
                writer.write(b"".join(map(_fetched, uids)) + tag.encode() + b" OK .\r\n")
            case ["LOGIN", _]:
                writer.write(
                    f"{tag} {self._verdict(self.user[0], command.split(' ', 2)[2].strip(chr(34)))}\r\n".encode()
                )
            case _:
                await super()._answer(tag, command, reader, writer)


def _fetched(uid: str) -> bytes:
    head = f'* {uid} FETCH (UID {uid} INTERNALDATE "03-Mar-2026 09:00:00 +0000" RFC822.SIZE 99 BODY[HEADER]<0> '
    return head.encode() + b"{%d}\r\n%s)\r\n" % (len(HEADER), HEADER)


def login_of(server: ImapLines, *, security: str = "none") -> ServerLogin:
    user, password = server.user
    return ServerLogin(host="127.0.0.1", port=server.port, username=user, password=Secret(password), security=security)


def reader(times: ImapTimes | None = None, tls: ssl.SSLContext | None = None) -> ImapReader:
    return ImapReader(HOSTS, times=times, tls=tls)


@pytest.mark.parametrize("security", ["tls", "starttls"])
async def test_what_is_said_is_encrypted_and_the_certificate_checked(security: str) -> None:
    served, trusting = certificates()
    server = Folder(tls=served)
    async with imap_lines(server, implicit_tls=security == "tls"):
        async with reader(tls=trusting).open(login_of(server, security=security)) as inbox:
            assert (await inbox.look("INBOX")).uid_next == 4
        with pytest.raises(Unavailable, match="certificate"):
            async with reader().open(login_of(server, security=security)):
                pass


async def test_no_password_goes_in_the_clear_through_a_network_or_to_a_private_host() -> None:
    server = Folder()
    async with imap_lines(server):
        for login in (replace(login_of(server), host="mail.example.com"), replace(login_of(server), host="10.0.0.1")):
            with pytest.raises(Unavailable, match="TLS"):
                async with reader().open(login):
                    pass
        with pytest.raises(Unavailable, match="private"):
            async with ImapReader(GuardedHosts()).open(login_of(server, security="tls")):
                pass
    assert server.heard == []


async def test_a_server_without_starttls_hears_no_password() -> None:
    server = Folder(capabilities="IMAP4rev1", starttls="BAD no")
    async with imap_lines(server):
        with pytest.raises(Unavailable):
            async with reader().open(login_of(server, security="starttls")):
                pass
    assert not any("LOGIN" in line or "AUTHENTICATE" in line for line in server.heard)


@pytest.mark.parametrize(
    "greeting", [SILENCE, CLOSES, "* BYE go away", "HTTP/1.1 400 Bad Request", "* " + "x" * 2_000_000]
)
async def test_who_does_not_greet_is_unavailable(greeting: str) -> None:
    async with imap_lines(Folder(greeting=greeting)) as server:
        with pytest.raises(Unavailable):
            async with reader(HASTY).open(login_of(server)):
                pass


async def test_a_server_that_is_busy_has_not_refused_the_password() -> None:
    busy = Folder(refusal="NO [UNAVAILABLE] later, please")
    async with imap_lines(busy):
        with pytest.raises(Unavailable):
            async with reader().open(replace(login_of(busy), password=Secret("wrong"))):
                pass
    plain = Folder(capabilities="IMAP4rev1")
    async with imap_lines(plain):
        with pytest.raises(LoginRefused):
            async with reader().open(replace(login_of(plain), password=Secret("wrong"))):
                pass
        async with reader().open(login_of(plain)) as inbox:
            assert not inbox.waits


ENDLESS: dict[str, Callable[[str], bytes]] = {
    "a literal of gigabytes": lambda _: b"* 1 FETCH (UID 1 BODY[HEADER] {9000000000}\r\nabc",
    "a literal that never comes": lambda _: b"* 1 FETCH (UID 1 BODY[HEADER] {900}\r\nabc",
    "a line without an end": lambda _: b"* 1 FETCH " + b"(" * 2_000_000,
    "nothing": lambda _: b"",
    "something else": lambda _: b"\x00\xff\xfe nonsense\r\n",
}


@pytest.mark.parametrize("what", ENDLESS)
async def test_an_endless_or_senseless_answer_ends_the_connection(what: str) -> None:
    server = Folder(says=lambda tag, command: ENDLESS[what](tag) if command.startswith("UID FETCH") else None)
    async with imap_lines(server):
        with pytest.raises(Unavailable):
            await _read(server)


async def _read(server: ImapLines) -> None:
    async with reader(HASTY).open(login_of(server)) as inbox:
        await inbox.look("INBOX")
        await inbox.headers([1, 2, 3])


@pytest.mark.parametrize("bad", [b"NO cannot", b"BAD cannot", b"OK done"])
async def test_one_mail_that_a_server_cannot_hand_over_is_named_and_the_others_come(bad: bytes) -> None:
    def says(tag: str, command: str) -> bytes | None:
        words = command.split(" ")
        if words[:2] != ["UID", "FETCH"] or "2" not in words[2].split(","):
            return None
        broken = b"* 2 FETCH (UID 2 INTERNALDATE nonsense BODY[HEADER\r\n" if bad.startswith(b"OK") else b""
        return broken + tag.encode() + b" " + bad + b"\r\n"

    async with imap_lines(Folder(says=says)) as server, reader().open(login_of(server)) as inbox:
        await inbox.look("INBOX")
        found = await inbox.headers([1, 2, 3])
        assert [one.uid if isinstance(one, ArrivedMail) else -one for one in found] == [1, -2, 3]
        with pytest.raises(MailUnreadable):
            await inbox.content(2, limit=10)


async def test_a_star_that_names_an_old_mail_is_not_new_mail() -> None:
    async with imap_lines(Folder()) as server, reader().open(login_of(server)) as inbox:
        await inbox.look("INBOX")
        assert await inbox.arrived(FolderCursor(folder="INBOX", uid_validity=7, last_uid=3)) == []


async def test_whoever_stops_waiting_leaves_no_connection_behind() -> None:
    asked = asyncio.Event()

    def says(_: str, command: str) -> bytes | None:
        if command.startswith("EXAMINE"):
            asked.set()
            return b""
        return None

    async with imap_lines(Folder(says=says)) as server:
        looking = asyncio.create_task(_look(server))
        await asyncio.wait_for(asked.wait(), 60)
        looking.cancel()
        with pytest.raises(asyncio.CancelledError):
            await looking


async def _look(server: ImapLines) -> None:
    async with reader().open(login_of(server)) as inbox:
        await inbox.look("INBOX")


async def test_no_password_and_no_mail_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("DEBUG"):
        async with imap_lines(Folder()) as server, reader().open(login_of(server)) as inbox:
            await inbox.look("INBOX")
            await inbox.headers([1])
    assert "firm.example" not in caplog.text
    assert server.user[1] not in caplog.text
