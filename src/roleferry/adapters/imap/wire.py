"""The connection under IMAPClient: verified TLS, given addresses, no log of what passes, no endless literal."""

import contextlib
import imaplib
import socket
import ssl
from collections.abc import Iterable, Sequence
from typing import Any

from imapclient import IMAPClient, SocketTimeout

_LONGEST_LITERAL = 8_000_000
"""Bytes of one thing a server sends; we never ask for more than a quarter of it."""


class Wire(imaplib.IMAP4):
    """imaplib's protocol on a socket that we open: to the very address that was checked."""

    def __init__(self, client: "Client") -> None:
        self._client = client
        try:
            super().__init__(client.host, client.port, client.connect_seconds)
        except BaseException:
            self.end()
            raise

    def _create_socket(self, timeout: float | None) -> socket.socket:
        raw = _connected(self._client.addresses, self.port, timeout)
        self._client.raw.append(raw)
        if self._client.security != "tls":
            return raw
        safe = self._client.tls.wrap_socket(raw, server_hostname=self.host, do_handshake_on_connect=False)
        self._client.raw.append(safe)
        try:
            safe.do_handshake()
        except BaseException:
            safe.close()
            raise
        return safe

    def end(self) -> None:
        """Close what is open, whatever state it is in."""
        for name in ("file", "sock"):
            with contextlib.suppress(OSError, AttributeError):
                getattr(self, name).close()

    def readline(self) -> bytes:
        """Read a line; after one that is too long nobody knows where the next begins."""
        try:
            return super().readline()
        except self.abort:
            raise
        except self.error as error:
            raise self.abort("a line without an end") from error

    def has_more(self) -> bool:
        """Say whether something was read ahead of what was asked for."""
        self.sock.settimeout(0)
        file: Any = self.file
        try:
            return bool(file.peek(1))
        except OSError:
            return False
        finally:
            self.sock.settimeout(self._client.read_seconds)

    def read(self, size: int) -> bytes:
        """Read a literal of the length that its server announced."""
        if size > _LONGEST_LITERAL:
            raise self.abort(f"the server sends {size} bytes at once")
        return super().read(size)


class Client(IMAPClient):  # type: ignore[misc]  # it ships no types
    """IMAPClient on our own connection, before anybody has logged in."""

    def __init__(
        self,
        host: str,
        port: int,
        *,
        security: str,
        tls: ssl.SSLContext,
        addresses: Sequence[str],
        connect_seconds: float,
        read_seconds: float,
        raw: list[socket.socket],
    ) -> None:
        """`raw` is given every socket as soon as there is one, so that somebody else may end what is being made."""
        self.security = security
        self.tls = tls
        self.addresses = addresses
        self.connect_seconds = connect_seconds
        self.read_seconds = read_seconds
        self.raw = raw
        timeout: Any = SocketTimeout(connect_seconds, read_seconds)
        super().__init__(host, port, ssl=False, timeout=timeout)
        self._imap.debug = 0  # IMAPClient logs every line: passwords and mails belong in no log (SPEC 8)
        self.normalise_times = False
        if security == "starttls":
            self._make_safe()

    def _make_safe(self) -> None:
        try:
            self.starttls(ssl_context=self.tls)
        except BaseException:
            self._imap.end()
            raise
        self.raw.append(self.socket())

    def begin_idle(self) -> bool:
        """Let the server speak unasked (RFC 2177), and say whether it has spoken already."""
        self.idle()
        more: bool = self._imap.has_more()
        return more

    def _create_IMAP4(self) -> Any:  # noqa: N802 - IMAPClient's own seam
        return Wire(self)


def cut(raw: Iterable[socket.socket]) -> None:
    """End connections under whoever reads from them, from another thread too."""
    for one in raw:
        with contextlib.suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)


def _connected(addresses: Sequence[str], port: int, seconds: float | None) -> socket.socket:
    """
    Connect to the first address that answers.

    Raises:
        OSError: none does.
    """
    failure: OSError = OSError("no address to connect to")
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=seconds)
        except OSError as error:
            failure = error
    raise failure
