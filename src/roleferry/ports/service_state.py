"""What every process must know at once: the kill switch, the hold after a restore, the people who are held."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.ids import UserId
from roleferry.ports.send_witness import Epoch


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceHold:
    """Why nothing leaves; `restored` when the database remembers less than the world (SPEC 6)."""

    why: str
    at: datetime
    restored: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """Whose sending is stopped now, and why."""

    service: str | None = None
    users: Mapping[UserId, str] = field(default_factory=dict)

    def of(self, user_id: UserId) -> str | None:
        """Return why this person's mail may not leave, None when it may."""
        return self.service or self.users.get(user_id)


class ServiceState(Protocol):
    """Rows of service_state and sending_holds, read in the transaction that begins to send."""

    @abstractmethod
    async def stops(self, user_ids: Sequence[UserId]) -> Stops:
        """Return what stops these people's mail."""

    @abstractmethod
    async def sending_hold(self) -> ServiceHold | None:
        """Return what holds everybody's mail, None when it may go."""

    @abstractmethod
    async def stop_sending(self, why: str, *, at: datetime, restored: bool = False) -> None:
        """Let nothing leave until somebody resumes."""

    @abstractmethod
    async def resume_sending(self) -> None:
        """Let mail go again."""

    @abstractmethod
    async def outlast_beginnings(self) -> bool:
        """
        Wait until no mail is being begun by a worker that looked before now; say whether that is so.

        False after five seconds: a worker was stopped in the middle, and the database ends its turn within twenty.
        """

    @abstractmethod
    async def stop_user(self, user_id: UserId, why: str, *, at: datetime) -> None:
        """
        Let nothing of this person's leave until somebody resumes.

        Raises:
            AccountNotFound: there is no such person.
        """

    @abstractmethod
    async def resume_user(self, user_id: UserId) -> bool:
        """Let this person's mail go again; say whether it was held."""

    @abstractmethod
    async def epoch(self) -> Epoch | None:
        """Return the latest stretch of sending that this database knows of, None when it never sent."""

    @abstractmethod
    async def advance_epoch(self, *, beyond: int = 0) -> Epoch:
        """Begin the next stretch and return it; its number is larger than any before and than `beyond`."""
