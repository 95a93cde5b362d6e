"""Answers that came in."""

from abc import abstractmethod
from dataclasses import dataclass
from typing import Protocol

from roleferry.domain.model.ids import ApplicationId, OutreachId, ReplyId
from roleferry.domain.model.inbound.inbox import InboxReply
from roleferry.domain.model.jobs.application import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleOfMail:
    """The application a mail is about, and where it stands."""

    id: ApplicationId
    status: Stage


class ReplyRepository(Protocol):
    """Rows of replies."""

    @abstractmethod
    async def add(self, reply: InboxReply) -> bool:
        """Keep it; False when this mail is here already."""

    @abstractmethod
    async def find(self, reply_id: ReplyId) -> InboxReply:
        """
        Return it, locked until the transaction ends.

        Raises:
            ReplyNotFound: there is none.
        """

    @abstractmethod
    async def save(self, reply: InboxReply) -> None:
        """Write its label and whether it is handled."""

    @abstractmethod
    async def role_of(self, outreach_id: OutreachId) -> RoleOfMail | None:
        """Return the role a mail is about, if it is about one."""
