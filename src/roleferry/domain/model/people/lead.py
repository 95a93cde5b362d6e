"""A company somebody brought in a list, still to be looked at (SPEC 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from urllib.parse import urlsplit

from roleferry.domain.model.errors import Conflict, Invalid, NotFound
from roleferry.domain.model.ids import CompanyId, LeadId, UserId
from roleferry.domain.model.people.reserved import is_reserved
from roleferry.domain.model.sending.address import InvalidAddress, ascii_domain
from roleferry.domain.model.sending.company_policy import is_free_mail

_NO_COMPANY = frozenset(
    "linkedin.com facebook.com instagram.com twitter.com x.com youtube.com medium.com github.com google.com"
    " wordpress.com blogspot.com wixsite.com bit.ly t.co crunchbase.com glassdoor.com indeed.com".split()
)


class LeadNotFound(NotFound):
    """There is no such lead."""

    code = "lead.not_found"


class LeadInvalid(Invalid):
    """The lead has no domain that could be a company's."""

    code = "lead.invalid"


class LeadRejected(Conflict):
    """A rejected lead is not converted."""

    code = "lead.rejected"


class LeadStatus(StrEnum):
    """How far a lead is."""

    NEW = "new"
    QUALIFIED = "qualified"
    REJECTED = "rejected"
    CONVERTED = "converted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One domain of an imported list, with what else stood in its row."""

    id: LeadId
    user_id: UserId
    domain: str
    created_at: datetime
    company_name: str | None = None
    status: LeadStatus = LeadStatus.NEW
    reason: str | None = None
    data: Mapping[str, str] = field(default_factory=dict)
    company_id: CompanyId | None = None

    def judged(self, *, known_as: str | None) -> Lead:
        """Return the lead, qualified or rejected with a reason; one that was converted stays so."""
        if self.status is LeadStatus.CONVERTED:
            return self
        reason = objection(self.domain) or (f"you know this company as {known_as}" if known_as else None)
        return replace(self, status=LeadStatus.REJECTED if reason else LeadStatus.QUALIFIED, reason=reason)

    def converted(self, company_id: CompanyId) -> Lead:
        """
        Return the lead as the company it became.

        Raises:
            LeadRejected: it was rejected.
        """
        if self.status is LeadStatus.REJECTED:
            raise LeadRejected(f"this lead was rejected: {self.reason}", lead_id=self.id)
        return replace(self, status=LeadStatus.CONVERTED, reason=None, company_id=company_id)


def domain_of(written: str) -> str:
    """
    Return the domain of a web address, a mail address or a bare name, without `www.`.

    Raises:
        LeadInvalid: there is none in it.
    """
    text = written.strip().rpartition("@")[2] if "://" not in written else written.strip()
    try:
        host = urlsplit(text if "://" in text else f"//{text}").hostname or ""
        return ascii_domain(host.removeprefix("www."))
    except (InvalidAddress, ValueError) as error:
        raise LeadInvalid(f"{written[:100]!r} is no domain such as harbour.com") from error


def objection(domain: str) -> str | None:
    """Return why a domain cannot be an employer's, or None."""
    if is_free_mail(domain):
        return "a mail host where anybody has an address, not a company"
    if any(domain == host or domain.endswith(f".{host}") for host in _NO_COMPANY):
        return "a site where anybody has a page, not the company's own"
    if is_reserved(domain):
        return "a name reserved for examples and private networks"
    return None
