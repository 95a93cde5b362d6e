"""What every process must know at once: the kill switch, the hold after a restore."""

from abc import abstractmethod
from typing import Protocol


class ServiceState(Protocol):
    """Rows of service_state, read in the transaction that claims mail."""

    @abstractmethod
    async def sending_stopped(self) -> str | None:
        """Return why nothing may be sent now, in words; None when mail may go."""

    @abstractmethod
    async def stop_sending(self, why: str) -> None:
        """Let nothing leave until somebody resumes."""

    @abstractmethod
    async def resume_sending(self) -> None:
        """Let mail go again."""
