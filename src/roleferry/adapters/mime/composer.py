"""A Message as the bytes that travel: text and minimal HTML, nothing else (RFC 5322, 2045, 8058)."""

from __future__ import annotations

from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import blake2b

from roleferry.adapters.mime.headers import mailbox_line, parts_line, text_line
from roleferry.domain.model.sending.message import Message
from roleferry.ports.mail import MailComposer

_SEVEN_BIT = SMTP.clone(cte_type="7bit")
"""Bodies that any server takes, whether it knows 8BITMIME or not."""


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
    mail = EmailMessage(policy=_SEVEN_BIT)
    mail.set_content(message.text)
    mail.add_alternative(message.html, subtype="html")
    for part in mail.iter_parts():
        del part["MIME-Version"]  # it belongs to the whole mail only
    mail.set_boundary(f"=_{blake2b(message.message_id.encode(), digest_size=15).hexdigest()}")
    return mail.as_bytes()
