"""The event log as figures see it, and the sums that are kept of it (SPEC 3.11)."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Protocol
from uuid import UUID

from roleferry.domain.model.figures.facts import Fact
from roleferry.domain.model.figures.rollup import Tally
from roleferry.domain.model.figures.standing import Standing
from roleferry.domain.model.ids import CampaignId, UserId

Cell = tuple[CampaignId, date]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How far the sums go: every event up to a number, as things stood at a moment."""

    counted_to: int
    as_of: datetime
    people: Standing = field(default_factory=Standing)
    total: Tally = field(default_factory=Tally)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleFigures:
    """What became of the roles, and what all of it has cost in US dollars."""

    applied: int
    by_stage: Mapping[str, int]
    mailed: int
    interviewed: int
    spent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that is counted for one person as of a moment: mails, people and roles."""

    total: Tally
    people: Standing
    unripe: Standing
    """Those of the people whose first mail is younger than `RIPE`; counts alone."""
    roles: RoleFigures


@dataclass(frozen=True, slots=True)
class NumberedFact:
    """A fact and its place in the log."""

    number: int
    fact: Fact


class FigureRepository(Protocol):
    """Rows of campaign_metrics and figure_marks, and facts out of the log."""

    @abstractmethod
    async def lock(self) -> None:
        """Wait for every open writer of this user's events, and keep new ones waiting until the transaction ends."""

    @abstractmethod
    async def mark(self) -> Mark | None:
        """Return how far the user's sums go; None before the first night."""

    @abstractmethod
    async def last_number(self) -> int:
        """Return the number of the user's latest event."""

    @abstractmethod
    async def facts_of_touched(self, *, after: int, sent_since: datetime) -> Sequence[NumberedFact]:
        """Return everything about the people with an event after this number, or a mail sent since then."""

    @abstractmethod
    async def facts_of_campaign(self, campaign_id: CampaignId) -> Sequence[NumberedFact]:
        """Return everything about one campaign's mails."""

    @abstractmethod
    async def names(self, ids: Sequence[UUID]) -> Mapping[UUID, str]:
        """Return what the user's roles and companies of these ids are called."""

    @abstractmethod
    async def cells(self) -> Mapping[Cell, Tally]:
        """Return the kept sums by campaign and day."""

    @abstractmethod
    async def save_cells(self, cells: Mapping[Cell, Tally], *, at: datetime) -> None:
        """Add to the sums of these cells."""

    @abstractmethod
    async def save_mark(self, mark: Mark) -> None:
        """Write how far the sums go now."""

    @abstractmethod
    async def behind(self) -> Sequence[UserId]:
        """Return the users whose sums lack events; the system's question."""


class FigureReader(Protocol):
    """The same for one who only looks: no transaction is held meanwhile."""

    @abstractmethod
    async def figures(self, user_id: UserId, *, as_of: datetime) -> Figures:
        """Return what a full recount of the log would give, from kept sums and what has changed since."""
