"""How jobs are given, changed and shown."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

import msgspec
from msgspec import UNSET, Meta, UnsetType

from roleferry.domain.model.jobs.posting import Buckets, Line, Requirement, Salary, Seniority, SkillAsked, WorkMode
from roleferry.entrypoints.http.paging import to_view

Short = Annotated[str, Meta(min_length=1, max_length=300)]
Money = Annotated[str, Meta(pattern=r"^\d{1,12}(\.\d{1,2})?$", description="A decimal amount, e.g. 120000.00")]
Currency = Annotated[str, Meta(pattern="^[A-Z]{3}$")]
Period = Literal["year", "month", "week", "day", "hour"]
Years = Annotated[int, Meta(ge=0, le=60)]


class JobBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """`raw_description`, or `url`; the other fields win over what is read."""

    url: Annotated[str, Meta(min_length=8, max_length=2000)] | None = None
    raw_description: Annotated[str, Meta(max_length=200_000)] | None = None
    title: Short | None = None
    company: Short | None = None
    location: Short | None = None
    salary_min: Money | None = None
    salary_max: Money | None = None
    currency: Currency | None = None
    salary_period: Period | None = None
    saved: bool = True


class JobPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what you want to set; null gives a field back to what was read."""

    title: Short | None | UnsetType = UNSET
    company: Short | None | UnsetType = UNSET
    location: Short | None | UnsetType = UNSET
    work_mode: WorkMode | None | UnsetType = UNSET
    employment_type: Short | None | UnsetType = UNSET
    seniority: Seniority | None | UnsetType = UNSET
    years_required: Years | None | UnsetType = UNSET
    salary_min: Money | None | UnsetType = UNSET
    salary_max: Money | None | UnsetType = UNSET
    currency: Currency | None | UnsetType = UNSET
    salary_period: Period | None | UnsetType = UNSET
    posted_at: date | None | UnsetType = UNSET
    saved: bool | UnsetType = UNSET


class JobRow(msgspec.Struct, frozen=True, kw_only=True):
    """A job as lists show it; `match_score` is 0–100, null until it was matched."""

    id: UUID
    title: str | None
    company: str | None
    company_id: UUID | None
    location: str | None
    url: str | None
    saved: bool
    source: str
    match_score: float | None
    posted_at: date | None
    created_at: datetime
    application_id: UUID | None
    application_status: str | None


class JobView(JobRow, frozen=True, kw_only=True):
    """A job whole: every item with its span in `raw_description`; `edited` names the fields that are yours."""

    raw_description: str
    work_mode: str | None
    employment_type: str | None
    seniority: str | None
    years_required: int | None
    salary: Salary | None
    responsibilities: tuple[Line, ...]
    requirements: tuple[Requirement, ...]
    skills: tuple[SkillAsked, ...]
    benefits: tuple[Line, ...]
    pain_points: tuple[Line, ...]
    buckets: Buckets
    thin: bool
    edited: list[str]

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> "JobView":
        """Make it of a row: what was read, with the person's word over it."""
        edits = {name: value for name, value in row["edits"].items() if value is not None}
        salary = {**(row["parsed"].get("salary") or {}), **_salary_edits(edits)} or None
        fields = {**row["parsed"], **edits, "salary": salary and {**_NO_SALARY, **salary}}
        return to_view(cls, {**fields, **row, "edited": sorted(edits)})


class MatchPart(msgspec.Struct, frozen=True, kw_only=True):
    """One comparison: score 0–1, its weight, the words it rests on, and what it means."""

    name: str
    weight: float
    score: float
    evidence: list[str]
    sentence: str


class MatchView(msgspec.Struct, frozen=True, kw_only=True):
    """`score` 0–100; `confidence` 0–1 says how much of it was known; parts with nothing known are left out."""

    job_id: UUID
    score: float
    confidence: float
    parts: list[MatchPart]


_ID = "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c31"
JOB_ROW: dict[str, Any] = {
    "id": _ID,
    "title": "Staff Engineer, Payments",
    "company": "Lighthouse Pay",
    "company_id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c32",
    "location": "Lisbon",
    "url": None,
    "saved": True,
    "source": "user",
    "match_score": 71.5,
    "posted_at": None,
    "created_at": "2026-11-22T09:00:00Z",
    "application_id": "019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c33",
    "application_status": "saved",
}
JOB_TEXT = "Staff Engineer, Payments\nYou will cut the latency of our checkout."
_LINE = {"text": "You will cut the latency of our checkout.", "span": {"start": 25, "end": 66}}
JOB: dict[str, Any] = {
    **JOB_ROW,
    "raw_description": JOB_TEXT,
    "work_mode": "hybrid",
    "employment_type": "full_time",
    "seniority": "principal",
    "years_required": 8,
    "salary": {"minimum": "90000", "maximum": "110000", "currency": "EUR", "period": "year", "span": None},
    "responsibilities": [_LINE],
    "requirements": [],
    "skills": [],
    "benefits": [],
    "pain_points": [_LINE],
    "buckets": {},
    "thin": False,
    "edited": ["location"],
}
MATCH: dict[str, Any] = {
    "job_id": _ID,
    "score": 71.5,
    "confidence": 0.8,
    "parts": [
        {
            "name": "skills",
            "weight": 30.0,
            "score": 0.75,
            "evidence": ["PostgreSQL", "Python"],
            "sentence": "You have 3 of the 4 skills asked for.",
        }
    ],
}


_NO_SALARY: dict[str, Any] = {"minimum": None, "maximum": None, "currency": None, "period": None}


def _salary_edits(edits: dict[str, Any]) -> dict[str, Any]:
    names = {"salary_min": "minimum", "salary_max": "maximum", "currency": "currency", "salary_period": "period"}
    return {names[name]: value for name, value in edits.items() if name in names}
