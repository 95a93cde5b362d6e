"""Something read about a company or a person, with where and when (SPEC 3.6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roleferry.domain.model.people.source import USER, is_real


class FactKind(StrEnum):
    """What a fact about a company or a person is about."""

    PRODUCT_LAUNCH = "product_launch"
    FUNDING = "funding"
    LEADERSHIP_CHANGE = "leadership_change"
    HIRING = "hiring"
    LAYOFFS = "layoffs"
    NEWS = "news"
    AWARD = "award"
    WORK = "work"
    """Something the contact published, said or built."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFact:
    """One fact, literal; `dated` is when it happened, `source` who says so."""

    text: str
    kind: FactKind = FactKind.NEWS
    source_url: str | None = None
    dated: date | None = None
    source: str = USER


def claimable(facts: Iterable[KnownFact]) -> tuple[KnownFact, ...]:
    """Return the facts a mail may speak of: samples are left out."""
    return tuple(fact for fact in facts if is_real(fact.source))
