"""Where a person stands with one job: the tracker's stages, their history and the next step (SPEC 3.4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from roleferry.domain.model.errors import Conflict, Invalid, NotFound
from roleferry.domain.model.ids import ApplicationId, JobId, UserId


class ApplicationNotFound(NotFound):
    """There is no such application."""

    code = "application.not_found"


class IllegalMove(Conflict):
    """An application cannot go from its stage to the one asked for."""

    code = "application.illegal_move"


class ReasonNeeded(Invalid):
    """Closing an application, or marking it rejected, needs a reason."""

    code = "application.reason_needed"


class Stage(StrEnum):
    """How far an application is."""

    SAVED = "saved"
    APPLIED = "applied"
    INTERVIEWING = "interviewing"
    OFFER = "offer"
    REJECTED = "rejected"
    CLOSED = "closed"


class CloseReason(StrEnum):
    """Why it came to nothing."""

    REJECTED = "rejected"
    GHOSTED = "ghosted"
    WITHDREW = "withdrew"
    DECLINED = "declined"
    ROLE_CLOSED = "role_closed"
    NOT_A_FIT = "not_a_fit"


class Actor(StrEnum):
    """Who moved it."""

    USER = "user"
    REPLY = "reply"
    IMPORT = "import"
    SYSTEM = "system"


_OVER = frozenset({Stage.REJECTED, Stage.CLOSED})
_NEXT: Mapping[Stage, frozenset[Stage]] = MappingProxyType(
    {
        Stage.SAVED: frozenset({Stage.APPLIED}) | _OVER,
        Stage.APPLIED: frozenset({Stage.INTERVIEWING, Stage.SAVED}) | _OVER,
        Stage.INTERVIEWING: frozenset({Stage.OFFER, Stage.APPLIED}) | _OVER,
        Stage.OFFER: frozenset({Stage.INTERVIEWING}) | _OVER,
        Stage.REJECTED: frozenset({Stage.CLOSED, Stage.OFFER, Stage.INTERVIEWING, Stage.APPLIED, Stage.SAVED}),
        Stage.CLOSED: frozenset({Stage.REJECTED, Stage.OFFER, Stage.INTERVIEWING, Stage.APPLIED, Stage.SAVED}),
    }
)
"""One stage on or one back; over from anywhere, and from there back to where it stood before (checked in `move`)."""
_LADDER = (Stage.SAVED, Stage.APPLIED, Stage.INTERVIEWING, Stage.OFFER)
_FOLLOW_UP_DAYS = {Stage.APPLIED: 7, Stage.INTERVIEWING: 4, Stage.OFFER: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class StageChange:
    """One row of the history."""

    id: UUID
    application_id: ApplicationId
    from_status: Stage | None
    to_status: Stage
    actor: Actor
    reason: CloseReason | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """One row of the tracker. Immutable: every change returns the next application."""

    id: ApplicationId
    user_id: UserId
    job_id: JobId
    status: Stage
    furthest: Stage
    """The furthest stage ever reached, whatever came after."""
    reason: CloseReason | None
    notes: str | None
    applied_at: datetime | None
    follow_up_at: datetime | None
    follow_up_retired: bool
    created_at: datetime

    @classmethod
    def begin(cls, application_id: ApplicationId, *, user_id: UserId, job_id: JobId, at: datetime) -> Application:
        """Return the application a new job gets: saved."""
        return cls(
            id=application_id,
            user_id=user_id,
            job_id=job_id,
            status=Stage.SAVED,
            furthest=Stage.SAVED,
            reason=None,
            notes=None,
            applied_at=None,
            follow_up_at=None,
            follow_up_retired=False,
            created_at=at,
        )

    def move(self, to: Stage, *, at: datetime, reason: CloseReason | None = None) -> Application:
        """
        Return it at another stage: `applied_at` is set once, and the next follow-up is proposed by stage.

        Raises:
            IllegalMove: not one stage on or back, nor an end, nor back from an end to where it stood.
            ReasonNeeded: an end without its reason.
        """
        if to not in _NEXT[self.status] or (self.status in _OVER and to not in {*_OVER, self.furthest}):
            raise IllegalMove(
                f"an application that is {self.status} cannot become {to}", status=self.status.value, asked=to.value
            )
        if to is Stage.REJECTED:
            reason = reason or CloseReason.REJECTED
        if to is Stage.CLOSED and reason is None:
            raise ReasonNeeded(f"say why: {', '.join(CloseReason)}")
        days = _FOLLOW_UP_DAYS.get(to)
        return replace(
            self,
            status=to,
            furthest=_further(self.furthest, to),
            reason=reason if to in _OVER else None,
            applied_at=self.applied_at or (at if to is Stage.APPLIED else None),
            follow_up_at=at + timedelta(days=days) if days and not self.follow_up_retired else None,
        )

    def imported(
        self,
        stage: Stage,
        *,
        reason: CloseReason | None,
        applied_at: datetime | None,
        notes: str | None,
        at: datetime,
    ) -> Application:
        """Return a new one as another tracker knows it; a date that tracker does not say stays unknown."""
        days = _FOLLOW_UP_DAYS.get(stage)
        reached = Stage.APPLIED if applied_at or stage is Stage.REJECTED else Stage.SAVED
        return replace(
            self,
            status=stage,
            furthest=_further(reached, stage),
            reason=reason if stage in _OVER else None,
            applied_at=applied_at,
            notes=notes,
            follow_up_at=at + timedelta(days=days) if days else None,
        )

    def retire_follow_up(self) -> Application:
        """Return it with no follow-up proposed, now or later."""
        return replace(self, follow_up_at=None, follow_up_retired=True)


def _further(reached: Stage, to: Stage) -> Stage:
    return to if to in _LADDER and _LADDER.index(to) > _LADDER.index(reached) else reached
