"""Ashby: `GET /posting-api/job-board/{org}`, always the whole board (job-boards.md 3)."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from roleferry.adapters.direct_http import fields
from roleferry.adapters.direct_http.boards.board import GONE, WHOLE_BOARD, BoardApi
from roleferry.adapters.direct_http.html_text import text_of_fragment
from roleferry.domain.model.jobs.boards import BoardPosting
from roleferry.domain.model.jobs.page import FetchedPosting, PageGone
from roleferry.domain.model.jobs.posting import Salary, WorkMode


class _Component(msgspec.Struct, frozen=True, rename="camel"):
    compensation_type: str | None = None
    interval: str | None = None
    currency_code: str | None = None
    min_value: float | None = None
    max_value: float | None = None


class _Compensation(msgspec.Struct, frozen=True, rename="camel"):
    summary_components: list[_Component] | None = None


class _Job(msgspec.Struct, frozen=True, rename="camel"):
    id: str
    title: str
    is_listed: bool | None = True
    location: str | None = None
    employment_type: str | None = None
    published_at: str | None = None
    is_remote: bool | None = None
    workplace_type: str | None = None
    description_html: str | None = None
    description_plain: str | None = None
    compensation: _Compensation | None = None


class _Jobs(msgspec.Struct, frozen=True):
    jobs: list[_Job]


@dataclass(frozen=True, slots=True)
class Ashby(BoardApi):
    """Reads the whole board and picks the posting; the server takes about ten seconds whatever the size."""

    base_url: str = "https://api.ashbyhq.com"
    cap: int = WHOLE_BOARD
    seconds: float = 30.0

    def address(self, base_url: str, posting: BoardPosting) -> str:
        """Return the board's call."""
        return f"{base_url}/posting-api/job-board/{posting.account}?includeCompensation=true"

    def read(self, body: bytes, posting: BoardPosting) -> FetchedPosting:
        """Pick the posting; one that is unlisted is gone."""
        jobs = msgspec.json.decode(body, type=_Jobs).jobs
        job = next((job for job in jobs if job.id.lower() == posting.posting_id and job.is_listed is not False), None)
        if job is None:
            raise PageGone(GONE)
        remote = WorkMode.REMOTE if job.is_remote else None
        return FetchedPosting(
            text=text_of_fragment(job.description_html) if job.description_html else job.description_plain or "",
            canonical_url=posting.url,
            source=posting.board.value,
            external_id=posting.posting_id,
            title=job.title.strip() or None,
            location=job.location,
            salary=_salary(job.compensation),
            posted_at=fields.day(job.published_at),
            employment_type=fields.employment(job.employment_type),
            work_mode=fields.work_mode(job.workplace_type) or remote,
        )


def _salary(compensation: _Compensation | None) -> Salary | None:
    parts = (compensation.summary_components if compensation else None) or []
    pay = next((part for part in parts if (part.compensation_type or "").lower() == "salary"), None)
    return fields.salary(pay.min_value, pay.max_value, currency=pay.currency_code, per=pay.interval) if pay else None
