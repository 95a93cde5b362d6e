"""Answers kept so that a repeated request gets the first one's."""

from abc import abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from roleferry.domain.model.ids import UserId


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptAnswer:
    """What was answered; `status` is None while the first request is still being worked on."""

    fingerprint: bytes
    status: int | None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""


class Answers(Protocol):
    """One row per user and key, for 24 hours."""

    @abstractmethod
    async def take(self, user_id: UserId, key: str, fingerprint: bytes) -> bool:
        """Claim the key; False when it is taken. A claim whose request died is free again after a minute."""

    @abstractmethod
    async def find(self, user_id: UserId, key: str) -> KeptAnswer | None:
        """Return what is kept under the key."""

    @abstractmethod
    async def keep(self, user_id: UserId, key: str, answer: KeptAnswer) -> None:
        """Keep the answer of the request that took the key."""

    @abstractmethod
    async def release(self, user_id: UserId, key: str) -> None:
        """Give the key back: the request failed on our side and may be tried again."""
