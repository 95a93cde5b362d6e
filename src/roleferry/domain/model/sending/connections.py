"""How a mailbox's own servers are reached: one to send by, one to read by; passwords are sealed wherever they rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from roleferry.domain.model.ids import MailboxId


class MailProtocol(StrEnum):
    """What a server of a mailbox speaks: SMTP takes mail, IMAP gives it."""

    SMTP = "smtp"
    IMAP = "imap"


class Security(StrEnum):
    """How a connection is made safe; `none` is for this machine alone."""

    TLS = "tls"
    STARTTLS = "starttls"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class SealedLogin:
    """A server and whom we are there; the password as the secret box sealed it."""

    host: str
    port: int
    security: Security
    username: str
    password: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Connections:
    """The servers of one mailbox; None where a person has given none."""

    smtp: SealedLogin | None = None
    imap: SealedLogin | None = None

    def of(self, protocol: MailProtocol) -> SealedLogin | None:
        """Return the server that speaks this protocol."""
        return self.smtp if protocol is MailProtocol.SMTP else self.imap


def purpose_of(mailbox_id: MailboxId, protocol: MailProtocol) -> str:
    """Return what a password is sealed for: one moved to another row of the table opens there no more."""
    return f"mailbox:{mailbox_id}:{protocol}"
