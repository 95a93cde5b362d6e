"""Recruitee: `GET https://{company}.recruitee.com/api/offers/`, the company's whole list (job-boards.md 6)."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from roleferry.adapters.direct_http import fields
from roleferry.adapters.direct_http.boards.board import GONE, WHOLE_BOARD, BoardApi
from roleferry.adapters.direct_http.html_text import text_of_fragment
from roleferry.domain.model.jobs.boards import BoardPosting
from roleferry.domain.model.jobs.page import FetchedPosting, PageGone
from roleferry.domain.model.jobs.posting import WorkMode


class _Pay(msgspec.Struct, frozen=True):
    min: float | str | None = None
    max: float | str | None = None
    currency: str | None = None
    period: str | None = None


class _Offer(msgspec.Struct, frozen=True):
    title: str
    slug: str | None = None
    careers_url: str | None = None
    company_name: str | None = None
    description: str | None = None
    requirements: str | None = None
    location: str | None = None
    city: str | None = None
    country: str | None = None
    remote: bool | None = None
    hybrid: bool | None = None
    on_site: bool | None = None
    employment_type_code: str | None = None
    published_at: str | None = None
    salary: _Pay | None = None

    def is_at(self, slug: str) -> bool:
        """Tell whether this is the offer with that short name."""
        return self.slug == slug or (self.careers_url or "").rstrip("/").endswith(f"/o/{slug}")


class _Offers(msgspec.Struct, frozen=True):
    offers: list[_Offer]


@dataclass(frozen=True, slots=True)
class Recruitee(BoardApi):
    """Reads the company's list and picks the offer."""

    base_url: str = "https://{account}.recruitee.com"
    cap: int = WHOLE_BOARD
    seconds: float = 10.0

    def address(self, base_url: str, posting: BoardPosting) -> str:
        """Return the company's call."""
        return f"{base_url.format(account=posting.account)}/api/offers/"

    def read(self, body: bytes, posting: BoardPosting) -> FetchedPosting:
        """Pick the offer by its short name."""
        offers = msgspec.json.decode(body, type=_Offers).offers
        offer = next((offer for offer in offers if offer.is_at(posting.posting_id)), None)
        if offer is None:
            raise PageGone(GONE)
        pay = offer.salary or _Pay()
        parts = (text_of_fragment(offer.description or ""), text_of_fragment(offer.requirements or ""))
        return FetchedPosting(
            text="\n\nRequirements\n".join(part for part in parts if part),
            canonical_url=posting.url,
            source=posting.board.value,
            external_id=posting.posting_id,
            title=offer.title.strip() or None,
            company=offer.company_name,
            location=offer.location or fields.place(offer.city, offer.country),
            salary=fields.salary(pay.min, pay.max, currency=pay.currency, per=pay.period),
            posted_at=fields.day(offer.published_at),
            employment_type=fields.employment(_CODES.get(offer.employment_type_code or "")),
            work_mode=_mode(offer),
        )


_CODES = {
    "fulltime": "full time",
    "fulltime_permanent": "full time",
    "permanent": "full time",
    "parttime": "part time",
    "parttime_permanent": "part time",
    "fulltime_fixed_term": "fixed term",
    "parttime_fixed_term": "fixed term",
    "contract": "contract",
    "freelance": "freelance",
    "internship": "internship",
    "traineeship": "internship",
    "temporary": "temporary",
}


def _mode(offer: _Offer) -> WorkMode | None:
    """Return the one mode that is on; a posting open to several is told by none."""
    on = {WorkMode.REMOTE: offer.remote, WorkMode.HYBRID: offer.hybrid, WorkMode.ONSITE: offer.on_site}
    chosen = [mode for mode, is_on in on.items() if is_on]
    return chosen[0] if len(chosen) == 1 else None
