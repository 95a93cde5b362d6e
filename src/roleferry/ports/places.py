"""Where on earth a name of a place is."""

from abc import abstractmethod
from typing import Protocol

from roleferry.domain.model.people.place import Place


class Places(Protocol):
    """Know towns, regions and countries by name."""

    @abstractmethod
    def find(self, written: str) -> Place | None:
        """Return the place that `written` names (`Porto, Portugal`); None when it is unknown or means several."""
