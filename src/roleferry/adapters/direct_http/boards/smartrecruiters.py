"""SmartRecruiters: `GET /v1/companies/{Company}/postings/{id}` (job-boards.md 5)."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from roleferry.adapters.direct_http import fields
from roleferry.adapters.direct_http.boards.board import PAGE, BoardApi
from roleferry.adapters.direct_http.html_text import text_of_fragment
from roleferry.domain.model.jobs.boards import BoardPosting
from roleferry.domain.model.jobs.page import FetchedPosting
from roleferry.domain.model.jobs.posting import WorkMode


class _Label(msgspec.Struct, frozen=True):
    label: str | None = None
    name: str | None = None


class _Place(msgspec.Struct, frozen=True, rename="camel"):
    city: str | None = None
    region: str | None = None
    country: str | None = None
    remote: bool | None = None
    hybrid: bool | None = None
    full_location: str | None = None


class _Section(msgspec.Struct, frozen=True):
    title: str | None = None
    text: str | None = None


class _Sections(msgspec.Struct, frozen=True, rename="camel"):
    company_description: _Section | None = None
    job_description: _Section | None = None
    qualifications: _Section | None = None
    additional_information: _Section | None = None


class _Ad(msgspec.Struct, frozen=True):
    sections: _Sections


class _Posting(msgspec.Struct, frozen=True, rename="camel"):
    name: str
    job_ad: _Ad
    released_date: str | None = None
    company: _Label | None = None
    location: _Place | None = None
    type_of_employment: _Label | None = None


@dataclass(frozen=True, slots=True)
class SmartRecruiters(BoardApi):
    """Reads one posting: four sections, in the order the page shows them."""

    base_url: str = "https://api.smartrecruiters.com"
    cap: int = PAGE
    seconds: float = 10.0

    def address(self, base_url: str, posting: BoardPosting) -> str:
        """Return the single-posting call; company names are case-sensitive."""
        return f"{base_url}/v1/companies/{posting.account}/postings/{posting.posting_id}"

    def read(self, body: bytes, posting: BoardPosting) -> FetchedPosting:
        """Read the posting."""
        job = msgspec.json.decode(body, type=_Posting)
        where = job.location or _Place()
        country = where.country.upper() if where.country else None
        return FetchedPosting(
            text=_text(job.job_ad.sections),
            canonical_url=posting.url,
            source=posting.board.value,
            external_id=posting.posting_id,
            title=job.name.strip() or None,
            company=job.company.name if job.company else None,
            location=where.full_location or fields.place(where.city, where.region, country),
            posted_at=fields.day(job.released_date),
            employment_type=fields.employment(job.type_of_employment.label if job.type_of_employment else None),
            work_mode=WorkMode.HYBRID if where.hybrid else WorkMode.REMOTE if where.remote else None,
        )


def _text(sections: _Sections) -> str:
    named = (
        ("Company description", sections.company_description),
        ("Job description", sections.job_description),
        ("Qualifications", sections.qualifications),
        ("Additional information", sections.additional_information),
    )
    told = ((section.title or name, text_of_fragment(section.text or "")) for name, section in named if section)
    return "\n\n".join(f"{title.strip()}\n{text}" for title, text in told if text)
