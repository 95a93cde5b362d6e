"""A job a person looks at: the advert, what was read from it, and the person's own word on any field (SPEC 3.3)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from roleferry.domain.model.errors import Conflict, Invalid, NotFound
from roleferry.domain.model.ids import CompanyId, JobId, UserId
from roleferry.domain.model.jobs.posting import Posting, Salary, Seniority, WorkMode


class JobNotFound(NotFound):
    """There is no such job."""

    code = "job.not_found"


class JobExists(Conflict):
    """You have this job already."""

    code = "job.exists"


class NoDescription(Invalid):
    """A job needs the text of its advert, or the address where it stands."""

    code = "job.no_description"


@dataclass(frozen=True, slots=True, kw_only=True)
class JobEdits:
    """Fields a person has set; None leaves what was read."""

    title: str | None = None
    company: str | None = None
    location: str | None = None
    work_mode: WorkMode | None = None
    employment_type: str | None = None
    seniority: Seniority | None = None
    years_required: int | None = None
    salary_min: Decimal | None = None
    salary_max: Decimal | None = None
    currency: str | None = None
    salary_period: str | None = None
    posted_at: date | None = None


_PLAIN = ("title", "company", "location", "work_mode", "employment_type", "seniority", "years_required", "posted_at")


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One advert. `read` is what its text says; `posting` is that with the person's edits over it."""

    id: JobId
    user_id: UserId
    read: Posting
    edits: JobEdits
    fingerprint: str
    url: str | None
    canonical_url: str | None
    company_id: CompanyId | None
    source: str
    saved: bool
    created_at: datetime

    @property
    def posting(self) -> Posting:
        """The posting everything else goes by."""
        own = {name: value for name in _PLAIN if (value := getattr(self.edits, name)) is not None}
        return replace(self.read, **own, salary=_salary(self.read.salary, self.edits))

    def edited(self, changes: Mapping[str, object]) -> Job:
        """Return the job with these fields set, or (None) given back to what was read."""
        return replace(self, edits=replace(self.edits, **changes))  # type: ignore[arg-type]  # fields by name


def _salary(read: Salary | None, edits: JobEdits) -> Salary | None:
    given = (edits.salary_min, edits.salary_max, edits.currency, edits.salary_period)
    if all(value is None for value in given):
        return read
    stated = read or Salary(minimum=None, maximum=None, currency=None, period=None)
    return replace(
        stated,
        minimum=stated.minimum if edits.salary_min is None else edits.salary_min,
        maximum=stated.maximum if edits.salary_max is None else edits.salary_max,
        currency=edits.currency or stated.currency,
        period=edits.salary_period or stated.period,
    )
