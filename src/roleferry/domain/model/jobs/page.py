"""A posting as it was fetched from its address, and why that may not work (SPEC 3.3, 8)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.jobs.posting import Salary, WorkMode


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchedPosting:
    """The text of an advert with whatever its source said in fields; a field not said is None."""

    text: str
    canonical_url: str
    source: str
    """greenhouse, lever, ashby, workable, smartrecruiters, recruitee, json_ld or page."""
    external_id: str | None = None
    title: str | None = None
    company: str | None = None
    location: str | None = None
    salary: Salary | None = None
    """Without a span: it stands in a field, not in the text."""
    posted_at: date | None = None
    expires_at: date | None = None
    employment_type: str | None = None
    work_mode: WorkMode | None = None


class PageError(Invalid):
    """The address could not be imported."""

    code = "page.error"


class PageNotAllowed(PageError):
    """This address cannot be imported from; only public web addresses can."""

    code = "page.address_not_allowed"


class PageRefused(PageError):
    """The site does not show this page to us, for instance because it wants a login; paste the text instead."""

    code = "page.refused"


class PageGone(PageError):
    """There is no posting at this address any more."""

    code = "page.gone"


class PageUnreadable(PageError):
    """What stands at this address is not a posting that can be read; paste the text instead."""

    code = "page.unreadable"


class PageUnavailable(PageError):
    """The site does not answer now; try again later or paste the text."""

    code = "page.unavailable"
