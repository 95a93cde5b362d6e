"""One mail ready for the wire: every header decided, every value checked (SPEC 6)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import quote

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.sending.address import Address, parse_address
from roleferry.domain.model.sending.footer import footer_text, with_footer
from roleferry.domain.model.sending.header_values import header_value
from roleferry.domain.model.sending.html_body import html_of
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.threading import NEW_THREAD, Thread, bare_subject, reply_subject

_URL = re.compile(r"https?://[A-Za-z0-9._~:/?#@!$&'*+,;=%\[\]-]+")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_LONGEST_LOCAL = 64


class UnfitMail(Invalid):
    """The mail cannot go out as it is."""

    code = "mail.unfit"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """All that stands in one mail; names are shown, addresses are checked, `text` has LF line ends."""

    message_id: str
    date: datetime
    from_name: str
    from_address: Address
    to_name: str
    to_address: Address
    subject: str
    text: str
    html: str
    reply_to: Address | None = None
    thread: Thread = NEW_THREAD
    unsubscribe_url: str | None = None
    unsubscribe_mailto: str | None = None

    @property
    def needs_smtputf8(self) -> bool:
        """Say whether an address in it can only travel by SMTPUTF8 (RFC 6531)."""
        addresses = (self.from_address, self.to_address, self.reply_to)
        return any(address is not None and address.needs_smtputf8 for address in addresses)

    @property
    def list_unsubscribe(self) -> tuple[str, ...]:
        """Return the links of List-Unsubscribe: the one-click link, then the mail address (RFC 2369, 8058)."""
        return tuple(f"<{uri}>" for uri in (self.unsubscribe_url, self.unsubscribe_mailto) if uri)

    @property
    def list_unsubscribe_post(self) -> str | None:
        """Return the value of List-Unsubscribe-Post, which only goes with a web link (RFC 8058)."""
        return "List-Unsubscribe=One-Click" if self.unsubscribe_url else None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLinks:
    """Where a reader's wishes go: opt-out by web or mail, and answers to this very mail."""

    unsubscribe_url: str
    unsubscribe_address: str | None = None
    unsubscribe_token: str | None = None
    reply_to: str | None = None
    counted: Callable[[str], str] | None = None
    """Where a link of the HTML part leads so that a click is counted; None, the default: to what is written."""

    def leads_to(self, url: str) -> str:
        """Return where a link leads; the opt-out is never counted."""
        return url if self.counted is None or url == self.unsubscribe_url else self.counted(url)


def compose(
    outreach: Outreach, *, mailbox: Mailbox, links: MessageLinks, thread: Thread = NEW_THREAD, date: datetime
) -> Message:
    """
    Return the mail for one outreach, footer and opt-out included.

    Raises:
        HeaderInjection: a name or the subject holds a control character.
        InvalidAddress: an address cannot be written to.
        NoPostalAddress: the mailbox names none.
        UnfitMail: the subject or the body is empty, the body holds control characters, or a link is none.
    """
    text = with_footer(_fit_body(outreach.body), _footer(mailbox, links))
    return Message(
        message_id=header_value(outreach.message_id, name="Message-ID"),
        date=date,
        from_name=header_value(mailbox.display_name, name="From"),
        from_address=parse_address(mailbox.address),
        to_name=header_value(outreach.to_name, name="To"),
        to_address=parse_address(outreach.to_address),
        subject=_subject(outreach.subject, thread),
        text=text,
        html=html_of(text, leads_to=links.leads_to),
        reply_to=parse_address(links.reply_to) if links.reply_to else None,
        thread=thread,
        unsubscribe_url=_web_link(links.unsubscribe_url),
        unsubscribe_mailto=_mailto(links),
    )


def reply_address(mailbox_address: str, token: str) -> str | None:
    """Return the mailbox's address with this mail's reply token behind a plus sign; None if that would be too long."""
    address = parse_address(mailbox_address)
    local = f"{address.local}+{token}"
    return f"{local}@{address.domain}" if len(local.encode()) <= _LONGEST_LOCAL else None


def _footer(mailbox: Mailbox, links: MessageLinks) -> str:
    return footer_text(
        sender_name=mailbox.display_name,
        postal_address=mailbox.postal_address or "",
        unsubscribe_url=links.unsubscribe_url,
    )


def _subject(subject: str, thread: Thread) -> str:
    if not bare_subject(subject):
        raise UnfitMail("a mail needs a subject")
    return reply_subject(subject) if thread.in_reply_to else header_value(subject, name="Subject").strip()


def _fit_body(body: str) -> str:
    if not body.strip():
        raise UnfitMail("a mail needs a text")
    if _CONTROLS.search(body):
        raise UnfitMail("the text holds control characters; remove them")
    return body


def _web_link(url: str) -> str:
    if not _URL.fullmatch(url):
        raise UnfitMail("the opt-out link is not a web address")
    return header_value(url, name="List-Unsubscribe")


def _mailto(links: MessageLinks) -> str | None:
    if links.unsubscribe_address is None:
        return None
    address = parse_address(links.unsubscribe_address)
    subject = quote(links.unsubscribe_token or "unsubscribe", safe="")
    return header_value(f"mailto:{address}?subject={subject}", name="List-Unsubscribe")
