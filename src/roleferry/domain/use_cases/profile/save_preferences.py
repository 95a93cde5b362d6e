"""Save what a person is looking for."""

from collections.abc import Mapping
from dataclasses import dataclass

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class SavePreferences:
    """Replace a user's job preferences with what they wrote, normalised and checked."""

    transactions: Transactions
    clock: Clock

    async def __call__(self, user_id: UserId, written: Mapping[str, object]) -> Preferences:
        """
        Return the preferences as they are kept.

        Raises:
            InvalidPreferences: with every field that is wrong.
        """
        preferences = Preferences.of(written)
        async with self.transactions.begin(user_id) as uow:
            await uow.preferences.save(preferences, at=self.clock.now())
            await uow.audit.record("preferences.saved", entity="job_preferences")
        return preferences
