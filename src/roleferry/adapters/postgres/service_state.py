"""The service's own switches."""

from roleferry.adapters.postgres.repository import Repository
from roleferry.ports.service_state import ServiceState

_KEY = "sending_stopped"


class PostgresServiceState(Repository, ServiceState):
    """Rows of service_state."""

    async def sending_stopped(self) -> str | None:
        row = await self._one("read_state", _KEY)
        why: str = row["value"] if row else ""
        return why or None

    async def stop_sending(self, why: str) -> None:
        await self._execute("write_state", _KEY, why)

    async def resume_sending(self) -> None:
        await self._execute("write_state", _KEY, "")
