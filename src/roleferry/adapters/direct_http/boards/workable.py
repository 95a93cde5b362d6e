"""Workable: `GET /api/v1/widget/accounts/{account}?details=true`, the account's whole list (job-boards.md 4)."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from roleferry.adapters.direct_http import fields
from roleferry.adapters.direct_http.boards.board import GONE, WHOLE_BOARD, BoardApi
from roleferry.adapters.direct_http.html_text import text_of_fragment
from roleferry.domain.model.jobs.boards import BoardPosting
from roleferry.domain.model.jobs.page import FetchedPosting, PageGone
from roleferry.domain.model.jobs.posting import WorkMode


class _Job(msgspec.Struct, frozen=True):
    title: str
    shortcode: str
    description: str | None = None
    requirements: str | None = None
    benefits: str | None = None
    employment_type: str | None = None
    telecommuting: bool | None = None
    published_on: str | None = None
    city: str | None = None
    state: str | None = None
    country: str | None = None


class _Account(msgspec.Struct, frozen=True):
    jobs: list[_Job]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Workable(BoardApi):
    """Reads the account's list and picks the posting."""

    base_url: str = "https://apply.workable.com"
    cap: int = WHOLE_BOARD
    seconds: float = 10.0

    def address(self, base_url: str, posting: BoardPosting) -> str:
        """Return the account's call."""
        return f"{base_url}/api/v1/widget/accounts/{posting.account}?details=true"

    def read(self, body: bytes, posting: BoardPosting) -> FetchedPosting:
        """Pick the posting by its short code."""
        account = msgspec.json.decode(body, type=_Account)
        job = next((job for job in account.jobs if job.shortcode.lower() == posting.posting_id.lower()), None)
        if job is None:
            raise PageGone(GONE)
        parts = (text_of_fragment(part) for part in (job.description, job.requirements, job.benefits) if part)
        return FetchedPosting(
            text="\n\n".join(parts),
            canonical_url=posting.url,
            source=posting.board.value,
            external_id=job.shortcode,
            title=job.title.strip() or None,
            company=account.name,
            location=fields.place(job.city, job.state, job.country),
            posted_at=fields.day(job.published_on),
            employment_type=fields.employment(job.employment_type),
            work_mode=WorkMode.REMOTE if job.telecommuting else None,
        )
