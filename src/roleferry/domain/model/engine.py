"""Who really wrote an answer, and why it was not the one asked for (SPEC 2)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T = TypeVar("T")


class Engine(StrEnum):
    """Who can write."""

    RULES = "rules"
    LLM = "llm"


class EngineAsked(StrEnum):
    """Whom a caller asks for; `auto` leaves it to the flow's policy."""

    RULES = "rules"
    LLM = "llm"
    AUTO = "auto"


class EngineReason(StrEnum):
    """Why somebody else wrote."""

    NO_KEY = "no_key"
    BUDGET_EXHAUSTED = "budget_exhausted"
    VENDOR_ERROR = "vendor_error"
    POLICY = "policy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer(Generic[T]):
    """An answer with its author; `engine_reason` is None when the one who was asked wrote it."""

    value: T
    engine: Engine
    engine_reason: EngineReason | None = None

    @classmethod
    def by(cls, engine: Engine, value: T, *, asked: EngineAsked, reason: EngineReason | None = None) -> Answer[T]:
        """Return the answer; a reason is given only where another engine was asked for by name."""
        is_other = asked is not EngineAsked.AUTO and asked.value != engine.value
        return cls(value=value, engine=engine, engine_reason=(reason or EngineReason.POLICY) if is_other else None)
