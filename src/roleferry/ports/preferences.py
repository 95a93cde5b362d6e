"""Where job preferences are kept."""

from abc import abstractmethod
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.profile.preferences import Preferences


class PreferencesRepository(Protocol):
    """One row a user."""

    @abstractmethod
    async def find(self) -> Preferences | None:
        """Return the user's preferences; None when none were ever saved."""

    @abstractmethod
    async def save(self, preferences: Preferences, *, at: datetime) -> None:
        """Replace them."""
