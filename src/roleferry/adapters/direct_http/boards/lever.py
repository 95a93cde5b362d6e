"""Lever: `GET /v0/postings/{site}/{id}?mode=json` (job-boards.md 2)."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from roleferry.adapters.direct_http import fields
from roleferry.adapters.direct_http.boards.board import PAGE, BoardApi
from roleferry.adapters.direct_http.html_text import text_of_fragment
from roleferry.domain.model.jobs.boards import BoardPosting
from roleferry.domain.model.jobs.page import FetchedPosting


class _List(msgspec.Struct, frozen=True):
    text: str = ""
    content: str = ""


class _Categories(msgspec.Struct, frozen=True):
    location: str | None = None
    commitment: str | None = None


class _Pay(msgspec.Struct, frozen=True):
    currency: str | None = None
    interval: str | None = None
    min: float | None = None
    max: float | None = None


class _Posting(msgspec.Struct, frozen=True, rename="camel"):
    text: str
    description: str | None = None
    description_plain: str | None = None
    lists: list[_List] | None = None
    additional: str | None = None
    additional_plain: str | None = None
    categories: _Categories | None = None
    created_at: int | None = None
    workplace_type: str | None = None
    salary_range: _Pay | None = None


@dataclass(frozen=True, slots=True)
class Lever(BoardApi):
    """Reads one posting; what is asked for stands in its `lists`, not in the description."""

    base_url: str = "https://api.lever.co"
    cap: int = PAGE
    seconds: float = 10.0

    def address(self, base_url: str, posting: BoardPosting) -> str:
        """Return the single-posting call, at the European host for a European site."""
        base = base_url.replace("//api.lever.co", "//api.eu.lever.co") if posting.region == "eu" else base_url
        return f"{base}/v0/postings/{posting.account}/{posting.posting_id}?mode=json"

    def read(self, body: bytes, posting: BoardPosting) -> FetchedPosting:
        """Read the posting."""
        job = msgspec.json.decode(body, type=_Posting)
        where = job.categories or _Categories()
        pay = job.salary_range or _Pay()
        return FetchedPosting(
            text=_text(job),
            canonical_url=posting.url,
            source=posting.board.value,
            external_id=posting.posting_id,
            title=job.text.strip() or None,
            location=where.location,
            salary=fields.salary(pay.min, pay.max, currency=pay.currency, per=pay.interval),
            posted_at=fields.day(job.created_at),
            employment_type=fields.employment(where.commitment),
            work_mode=fields.work_mode(job.workplace_type),
        )


def _text(job: _Posting) -> str:
    lists = [f"{part.text.strip()}\n{text_of_fragment(part.content)}" for part in job.lists or []]
    opening = text_of_fragment(job.description) if job.description else job.description_plain or ""
    closing = text_of_fragment(job.additional) if job.additional else job.additional_plain or ""
    return "\n\n".join(part.strip() for part in (opening, *lists, closing) if part.strip())
