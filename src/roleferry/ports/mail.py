"""Handing a mail to whoever delivers it, and asking later what became of it (SPEC 6)."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Protocol

from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.sending.mailbox import Mailbox, ServerLogin
from roleferry.domain.model.sending.message import Message


@dataclass(frozen=True, slots=True, kw_only=True)
class MailCapability:
    """What a provider can do, which decides how doubt is settled; declared by its adapter, never guessed."""

    provider: str
    is_real: bool
    """Mail by it reaches people; made-up contacts are never sent to by it."""
    idempotent: bool
    """The same send key is taken once, so a retry after doubt cannot send twice."""
    can_prove_absence: bool
    """`find` answering ABSENT after the settle time proves that the mail never left."""
    keeps_message_id: bool
    """Our Message-ID reaches the reader unchanged."""
    reports_delivery: bool
    """It tells of deliveries; if not, delivered is sent minus bounced after 24 hours (SPEC 3.11)."""
    longest_request: timedelta
    """No call of `send` takes longer, clean-up included; the lease is checked against it at start-up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutgoingMail:
    """One mail on its way: its parts, the same as bytes, and from which mailbox."""

    user_id: UserId
    outreach_id: OutreachId
    send_key: str
    message: Message
    mime: bytes
    mailbox: Mailbox
    login: ServerLogin | None = None
    """How to reach the mailbox's own server, for adapters that send through it."""
    reading: ServerLogin | None = None
    """How to read the mailbox's folders by IMAP, for adapters that look there for what has left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """A provider has taken the mail over."""

    provider_id: str | None
    message_id: str
    """The Message-ID it really went out with."""


class Whereabouts(StrEnum):
    """What a provider knows of a mail that we are in doubt about."""

    FOUND = "found"
    ABSENT = "absent"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What a look-up by send key and Message-ID found."""

    whereabouts: Whereabouts
    provider_id: str | None = None
    message_id: str | None = None


class Mailer(Protocol):
    """Hand a mail to whoever delivers it."""

    capability: MailCapability

    def provider_of(self, mailbox: Mailbox) -> str:  # noqa: ARG002 - most send every mailbox's mail in one way
        """Return who carries this mailbox's mail, as its attempts name it."""
        return self.capability.provider

    @abstractmethod
    async def send(self, mail: OutgoingMail) -> Accepted:
        """
        Submit one mail, once: no retry inside, whatever goes wrong.

        Raises:
            Refused: certainly not accepted; try again after `retry_after`.
            Rejected: certainly not accepted, and it never will be.
            Uncertain: it may have left; look for evidence, never resend blindly (SPEC 6).
        """

    @abstractmethod
    async def find(self, mail: OutgoingMail) -> Evidence:
        """
        Look for a mail that may have left; UNKNOWN where the provider cannot tell.

        Raises:
            Unavailable: it cannot be asked now.
        """

    @abstractmethod
    async def aclose(self) -> None:
        """Close what is kept open for later mails; doing so twice is doing it once."""


class MailComposer(Protocol):
    """Turn a mail into the bytes that travel."""

    @abstractmethod
    def compose(self, message: Message) -> bytes:
        """
        Return the mail as RFC 5322 bytes with CRLF line ends: text and minimal HTML.

        Raises:
            HeaderInjection: a header value could begin another header.
        """
