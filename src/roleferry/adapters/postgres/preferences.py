"""Job preferences as one jsonb row a user."""

from datetime import datetime

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.ports.preferences import PreferencesRepository


class PostgresPreferences(Repository, PreferencesRepository):
    """Rows of job_preferences."""

    async def find(self) -> Preferences | None:
        row = await self._one("find_preferences", self._user_id)
        return Preferences.of(row["data"]) if row else None

    async def save(self, preferences: Preferences, *, at: datetime) -> None:
        await self._execute("save_preferences", self._user_id, plain(preferences), at)
