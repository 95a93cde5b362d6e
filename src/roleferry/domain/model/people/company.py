"""An employer, as one person knows it (SPEC 3.6)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime

from roleferry.domain.model.errors import Conflict, FieldError, Invalid, NotFound
from roleferry.domain.model.ids import CompanyId, UserId
from roleferry.domain.model.people.fact import KnownFact
from roleferry.domain.model.people.source import USER, is_real
from roleferry.domain.model.sending.company_policy import is_free_mail

_WORDS = re.compile(r"[^\W_]+")
MOST_DOMAINS = 20


class CompanyNotFound(NotFound):
    """There is no such company."""

    code = "company.not_found"


class CompanyExists(Conflict):
    """You have a company of this name already."""

    code = "company.exists"


class CompanyInvalid(Invalid):
    """Something about the company is not valid."""

    code = "company.invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyDetails:
    """What can be known of a company; None is what is not known."""

    title: str | None = None
    tagline: str | None = None
    about: str | None = None
    industry: str | None = None
    size: str | None = None
    hq: str | None = None
    timezone: str | None = None


_DETAILS = tuple(one.name for one in fields(CompanyDetails))


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a search found about one company, and who found it."""

    source: str
    details: CompanyDetails = field(default_factory=CompanyDetails)
    facts: tuple[KnownFact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """One employer, one row: `name_key` is what makes two spellings one; `sources` says who knows each detail."""

    id: CompanyId
    user_id: UserId
    name: str
    name_key: str
    created_at: datetime
    domains: tuple[str, ...] = ()
    details: CompanyDetails = field(default_factory=CompanyDetails)
    sources: Mapping[str, str] = field(default_factory=dict)
    source: str = USER
    last_refreshed_at: datetime | None = None

    def with_domain(self, domain: str | None) -> Company:
        """Return the company with a domain of its own; a free-mail host is nobody's."""
        if domain is None or is_free_mail(domain) or domain in self.domains or len(self.domains) >= MOST_DOMAINS:
            return self
        return replace(self, domains=(*self.domains, domain))

    def told(self, details: Mapping[str, str | None]) -> Company:
        """Return the company with what the person says of it, which no search overwrites; None takes it back."""
        sources = {name: source for name, source in self.sources.items() if name not in details}
        own = {name: USER for name, value in details.items() if value is not None}
        return replace(self, details=replace(self.details, **details), sources={**sources, **own})

    def researched(self, found: Findings, *, at: datetime) -> Company:
        """Return the company with what a search found, where the person has said nothing."""
        fresh = {
            name: value
            for name in _DETAILS
            if (value := getattr(found.details, name)) is not None and self.sources.get(name) != USER
        }
        sources = {**self.sources, **dict.fromkeys(fresh, found.source)}
        return replace(self, details=replace(self.details, **fresh), sources=sources, last_refreshed_at=at)

    @property
    def claimable(self) -> CompanyDetails:
        """What a mail may speak of: samples are left out."""
        kept = {name: getattr(self.details, name) for name in _DETAILS if is_real(self.sources.get(name, self.source))}
        return CompanyDetails(**kept)


def name_key(stripped: str) -> str:
    """
    Return what makes two spellings of a name one, from the name without its legal form.

    Raises:
        CompanyInvalid: there is no letter or digit in it.
    """
    key = " ".join(_WORDS.findall(unicodedata.normalize("NFKC", stripped).casefold()))
    if not key:
        raise CompanyInvalid("a company needs a name", errors=(FieldError("company", "needs a letter or a digit"),))
    return key
