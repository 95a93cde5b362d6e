"""Greenhouse: `GET /v1/boards/{token}/jobs/{id}` (job-boards.md 1)."""

from __future__ import annotations

import html
from dataclasses import dataclass
from decimal import Decimal

import msgspec

from roleferry.adapters.direct_http import fields
from roleferry.adapters.direct_http.boards.board import PAGE, BoardApi
from roleferry.adapters.direct_http.html_text import text_of_fragment
from roleferry.domain.model.jobs.boards import BoardPosting
from roleferry.domain.model.jobs.page import FetchedPosting
from roleferry.domain.model.jobs.posting import Salary


class _Place(msgspec.Struct, frozen=True):
    name: str | None = None
    location: str | None = None


class _Pay(msgspec.Struct, frozen=True):
    min_cents: int | None = None
    max_cents: int | None = None
    currency_type: str | None = None
    title: str | None = None


class _Job(msgspec.Struct, frozen=True):
    title: str
    content: str = ""
    company_name: str | None = None
    first_published: str | None = None
    location: _Place | None = None
    offices: list[_Place] | None = None
    pay_input_ranges: list[_Pay] | None = None


@dataclass(frozen=True, slots=True)
class Greenhouse(BoardApi):
    """Reads one posting; its markup comes escaped inside the JSON string, and `updated_at` is no age."""

    base_url: str = "https://boards-api.greenhouse.io"
    cap: int = PAGE
    seconds: float = 10.0

    def address(self, base_url: str, posting: BoardPosting) -> str:
        """Return the single-job call, the only one that tells the pay."""
        return f"{base_url}/v1/boards/{posting.account}/jobs/{posting.posting_id}?pay_transparency=true&questions=false"

    def read(self, body: bytes, posting: BoardPosting) -> FetchedPosting:
        """Read the job."""
        job = msgspec.json.decode(body, type=_Job)
        mode = fields.work_mode(job.location.name) if job.location else None
        offices = job.offices or []
        office = next((office.location or office.name for office in offices if office.location or office.name), None)
        return FetchedPosting(
            text=text_of_fragment(html.unescape(job.content)),
            canonical_url=posting.url,
            source=posting.board.value,
            external_id=posting.posting_id,
            title=job.title.strip() or None,
            company=job.company_name,
            location=office if mode or not job.location else job.location.name,
            salary=_salary(job.pay_input_ranges or []),
            posted_at=fields.day(job.first_published),
            work_mode=mode,
        )


def _salary(ranges: list[_Pay]) -> Salary | None:
    """Return the first range; cents become units. The call does not name the period: a range this high is a year's."""
    first = ranges[0] if ranges else None
    if first is None or first.min_cents is None:
        return None
    low, high = Decimal(first.min_cents) / 100, Decimal(first.max_cents or first.min_cents) / 100
    yearly = "hour" not in (first.title or "").lower() and low >= _LEAST_YEARLY
    return fields.salary(str(low), str(high), currency=first.currency_type, per="year" if yearly else first.title)


_LEAST_YEARLY = 10_000
