"""One conversation with a mail server, cut into the phases that decide what a failure means."""

import asyncio
import ipaddress
import socket
import ssl
from typing import Self, cast

from aiosmtplib import (
    SMTP,
    SMTPAuthenticationError,
    SMTPException,
    SMTPResponse,
    SMTPResponseException,
    SMTPServerDisconnected,
)

from roleferry.adapters.smtp.envelope import Envelope
from roleferry.domain.model.sending.mailbox import ServerLogin

_TAKEN = frozenset({250, 251})
_START_INPUT = 354
_NO_SUCH_MECHANISM = 504
_LOOK_SECONDS = 0.005
_SAFE_MECHANISMS = ("plain", "login", "cram-md5")


class Connection:
    """A connection that speaks for one login."""

    def __init__(self, client: SMTP) -> None:
        self._client = client

    @classmethod
    async def open(cls, login: ServerLogin, tls: ssl.SSLContext, *, sock: socket.socket | None = None) -> Self:
        """
        Connect, over a connected socket if there is one, greet, and make it safe where the login asks for it.

        Raises what sockets and aiosmtplib raise.
        """
        connection = await cls.greeted(login, tls, sock=sock)
        await connection.make_safe(login)
        return connection

    @classmethod
    async def greeted(cls, login: ServerLogin, tls: ssl.SSLContext, *, sock: socket.socket | None = None) -> Self:
        """Connect and greet; TLS comes before that where it comes first."""
        client = SMTP(
            hostname=login.host,
            port=None if sock else login.port,
            sock=sock,
            use_tls=login.security == "tls",
            start_tls=False,
            tls_context=tls,
            local_hostname="localhost",
            timeout=None,
        )
        connection = cls(client)
        try:
            await client.connect()
            await client.ehlo(hostname=connection._own_name())
        except BaseException:
            connection.close()
            if sock is not None:
                sock.close()
            raise
        return connection

    async def make_safe(self, login: ServerLogin) -> None:
        """Go on encrypted where the login asks for it; nothing was said before that matters after it (RFC 3207 4.2)."""
        if login.security != "starttls":
            return
        try:
            await self._client.starttls()
            await self._client.ehlo(hostname=self._own_name())
        except BaseException:
            self.close()
            raise

    async def log_in(self, login: ServerLogin) -> None:
        """Prove who we are, by one mechanism: a wrong password is not tried again under another name."""
        offered = self._client.supported_auth_methods
        mechanisms = [name for name in _SAFE_MECHANISMS if name in offered]
        if not mechanisms:
            raise SMTPException("it offers no way to log in")
        for name in mechanisms:
            try:
                await self._authenticate(name, login)
            except SMTPAuthenticationError as error:
                if error.code != _NO_SUCH_MECHANISM or name == mechanisms[-1]:
                    raise
            else:
                return

    async def _authenticate(self, mechanism: str, login: ServerLogin) -> None:
        methods = {"plain": self._client.auth_plain, "login": self._client.auth_login}
        await methods.get(mechanism, self._client.auth_crammd5)(login.username, login.password.reveal())

    async def mail_from(self, envelope: Envelope) -> None:
        """Begin a mail."""
        await self._named(b"MAIL", b"FROM:", envelope.sender, envelope.mail_options(self._client), envelope)

    async def recipient_and_data(self, envelope: Envelope) -> SMTPResponse:
        """Name the recipient and ask to hand over; return the reply to DATA, which is 354 if all is well."""
        await self._named(b"RCPT", b"TO:", envelope.recipient, envelope.recipient_options(self._client), envelope)
        return await self._client.execute_command(b"DATA")

    async def _named(self, verb: bytes, word: bytes, address: str, options: list[str], envelope: Envelope) -> None:
        """Say a command that names an address; it was checked, so it is not parsed once more as the library would."""
        named = word + f"<{address}>".encode(envelope.encoding)
        reply = await self._client.execute_command(verb, named, *(option.encode("ascii") for option in options))
        if reply.code not in _TAKEN:
            raise SMTPResponseException(reply.code, reply.message)

    def begin_to_write(self, envelope: Envelope) -> bool:
        """
        Write the mail but for its final dot, and say whether the system has all of it already.

        Without that dot no server may accept (RFC 5321 4.1.1.4).
        """
        transport = cast("asyncio.WriteTransport", self._client.transport)
        transport.write(envelope.data)
        return not transport.get_write_buffer_size() and not transport.is_closing()

    async def written(self) -> None:
        """Wait until the system has all that was written."""
        transport = cast("asyncio.WriteTransport", self._client.transport)
        while transport.get_write_buffer_size() and not transport.is_closing():  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(_LOOK_SECONDS)
        if transport.is_closing():
            raise SMTPServerDisconnected("the connection was lost while the mail was on its way")

    async def final_dot(self) -> SMTPResponse:
        """Say that the mail is whole, and return the server's word; from the first byte of this on, all is doubt."""
        return await self._client.execute_command(b".")

    @property
    def is_open(self) -> bool:
        """Say whether nobody has closed it, as far as we have heard."""
        return self._client.is_connected

    def close(self) -> None:
        """Say goodbye and close, waiting for nothing."""
        transport = cast("asyncio.WriteTransport | None", self._client.transport)
        if transport is not None and not transport.is_closing():
            transport.write(b"QUIT\r\n")
        self._client.close()

    def _own_name(self) -> str:
        """Return our own address as a literal (RFC 5321 4.1.3); a host's name is nobody's business."""
        address = ipaddress.ip_address(str(self._client.get_transport_info("sockname")[0]).partition("%")[0])
        return f"[{address}]" if isinstance(address, ipaddress.IPv4Address) else f"[IPv6:{address}]"


def is_go_ahead(reply: SMTPResponse) -> bool:
    """Say whether the server waits for the mail now."""
    return reply.code == _START_INPUT
