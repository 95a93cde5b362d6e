"""
A Message as the bytes that travel: text and minimal HTML, nothing else (RFC 5322, 2045, 8058).

Written by hand, as its headers are: the standard library takes longer to put such a mail together than a mail server to
take it over.
"""

from __future__ import annotations

from base64 import encodebytes
from binascii import b2a_qp
from collections.abc import Iterator
from email.utils import format_datetime
from hashlib import blake2b

from roleferry.adapters.mime.headers import mailbox_line, parts_line, text_line
from roleferry.domain.model.sending.message import Message
from roleferry.ports.mail import MailComposer

_LONGER_THAN_BASE64 = 1.4
"""A text that grows more than this by quoted-printable is shorter in base64."""


class MimeComposer(MailComposer):
    """Composes; the same message always gives the same bytes."""

    def compose(self, message: Message) -> bytes:
        """Return the mail as bytes; every header value is checked once more, since this is the last gate."""
        return "".join(_headers(message)).encode() + _body(message)


def _headers(message: Message) -> Iterator[str]:
    """Give the header lines in the order people expect; absent ones are left out."""
    yield text_line("Date", format_datetime(message.date))
    yield mailbox_line("From", message.from_name, message.from_address)
    yield mailbox_line("To", message.to_name, message.to_address)
    if message.reply_to is not None:
        yield mailbox_line("Reply-To", message.from_name, message.reply_to)
    yield text_line("Subject", message.subject)
    yield parts_line("Message-ID", (message.message_id,))
    if message.thread.in_reply_to is not None:
        yield parts_line("In-Reply-To", (message.thread.in_reply_to,))
    if message.thread.references:
        yield parts_line("References", message.thread.references)
    if message.list_unsubscribe:
        yield parts_line("List-Unsubscribe", message.list_unsubscribe, between=",")
    if message.list_unsubscribe_post is not None:
        yield text_line("List-Unsubscribe-Post", message.list_unsubscribe_post)


def _body(message: Message) -> bytes:
    """Return the MIME headers and both forms of the text; the boundary follows from the message."""
    boundary = f"=_{blake2b(message.message_id.encode(), digest_size=15).hexdigest()}"
    head = f'MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary="{boundary}"\r\n\r\n'
    between, end = f"--{boundary}\r\n".encode(), f"--{boundary}--\r\n".encode()
    return b"".join((head.encode(), between, _part("plain", message.text), between, _part("html", message.html), end))


def _part(subtype: str, text: str) -> bytes:
    """Return one form of the text, encoded so that any server takes it, 8BITMIME or not (RFC 2045 6.7, 6.8)."""
    raw = text.replace("\r\n", "\n").replace("\n", "\r\n").encode()
    coded, encoding = b2a_qp(raw, istext=True), "quoted-printable"
    if len(coded) > _LONGER_THAN_BASE64 * len(raw):
        coded, encoding = encodebytes(raw).replace(b"\n", b"\r\n"), "base64"
    head = f'Content-Type: text/{subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n'
    return head.encode() + coded + b"\r\n"
