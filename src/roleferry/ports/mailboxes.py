"""Connected sending accounts."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.errors import Conflict, NotFound
from roleferry.domain.model.ids import MailboxId, OutreachId, UserId
from roleferry.domain.model.sending.authentication import DnsReport
from roleferry.domain.model.sending.mailbox import Mailbox


class MailboxNotFound(NotFound):
    """There is no such mailbox."""

    code = "mailbox.not_found"


class MailboxExists(Conflict):
    """This address is connected already."""

    code = "mailbox.exists"


class MailboxInUse(Conflict):
    """Conversations still go through this mailbox."""

    code = "mailbox.in_use"


class MailboxChanged(Conflict):
    """The mailbox was changed by somebody else meanwhile; look at it again."""

    code = "mailbox.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedMailbox:
    """A mailbox, whose it is, and what the DNS said of its domain last."""

    user_id: UserId
    id: MailboxId
    dns: DnsReport


class MailboxRepository(Protocol):
    """Rows of mailboxes."""

    @abstractmethod
    async def add(self, mailbox: Mailbox, *, at: datetime) -> None:
        """
        Connect it.

        Raises:
            MailboxExists: the user has one with this address.
        """

    @abstractmethod
    async def find(self, mailbox_id: MailboxId) -> Mailbox:
        """
        Return it, locked until the transaction ends.

        Raises:
            MailboxNotFound: there is none.
        """

    @abstractmethod
    async def all(self) -> Sequence[Mailbox]:
        """Return the user's mailboxes, oldest first."""

    @abstractmethod
    async def save(self, mailbox: Mailbox) -> None:
        """
        Write its next version.

        Raises:
            MailboxChanged: somebody else wrote one first.
        """

    @abstractmethod
    async def remove(self, mailbox_id: MailboxId) -> None:
        """
        Forget it.

        Raises:
            MailboxNotFound: there is none.
            MailboxInUse: mails have gone or will go through it.
        """

    @abstractmethod
    async def save_dns(self, mailbox_id: MailboxId, report: DnsReport, *, at: datetime) -> None:
        """Keep what the DNS said of its domain."""

    @abstractmethod
    async def checked_before(self, moment: datetime, *, limit: int) -> Sequence[CheckedMailbox]:
        """Return real mailboxes of everybody whose domain was last looked up before then, longest ago first."""

    @abstractmethod
    async def taken(
        self, mailbox_ids: Sequence[MailboxId], *, since: datetime, without: Sequence[OutreachId] = ()
    ) -> dict[MailboxId, tuple[datetime, ...]]:
        """Return when each mailbox has sent, or plans to send, from `since` on, leaving mails out."""
