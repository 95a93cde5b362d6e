"""What a person should know without asking."""

from abc import abstractmethod
from typing import Protocol


class NoticeRepository(Protocol):
    """Rows of notices."""

    @abstractmethod
    async def add(
        self, code: str, message: str, *, level: str = "info", dedupe_key: str | None = None, **facts: object
    ) -> None:
        """Tell the transaction's user; a second notice under the same key is not given."""
