"""The servers of mailboxes, with sealed passwords."""

from abc import abstractmethod
from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.connections import Connections, MailProtocol, SealedLogin
from roleferry.domain.model.sending.trial import TrialStep


class ConnectionRepository(Protocol):
    """Rows of servers; user_id None: the worker's, who sees every user's."""

    @abstractmethod
    async def of(self, mailbox_id: MailboxId) -> Connections:
        """Return the servers of a mailbox; none, of one that has none or is not there."""

    @abstractmethod
    async def put(self, mailbox_id: MailboxId, protocol: MailProtocol, login: SealedLogin, *, at: datetime) -> None:
        """
        Write it over the one before; what a test found of that is forgotten. SMTP: it serves the mailbox from now on.

        Raises:
            MailboxNotFound: there is no such mailbox.
        """

    @abstractmethod
    async def remove(self, mailbox_id: MailboxId, protocol: MailProtocol) -> None:
        """Forget it, with its password; one that is not there is gone already."""

    @abstractmethod
    async def save_trial(self, mailbox_id: MailboxId, steps: Sequence[TrialStep], *, at: datetime) -> None:
        """Keep what trying them out has shown."""

    @abstractmethod
    async def connected(self, *, after: MailboxId | None, limit: int) -> Sequence[tuple[UserId, MailboxId]]:
        """Return mailboxes that have servers, by id, those behind `after`."""

    @abstractmethod
    async def reseal(self, mailbox_id: MailboxId, protocol: MailProtocol, password: bytes) -> None:
        """Write the same password, sealed anew; all else stays."""
