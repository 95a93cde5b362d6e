"""Structs that contacts, companies and targets share."""

import datetime as dt
from typing import Annotated, Any
from uuid import UUID

import msgspec
from msgspec import Meta

from roleferry.domain.model.people.fact import FactKind, KnownFact
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.entrypoints.http.paging import to_view

Short = Annotated[str, Meta(min_length=1, max_length=300)]
Longer = Annotated[str, Meta(min_length=1, max_length=2000)]
Link = Annotated[str, Meta(min_length=1, max_length=2000, pattern="^https?://")]
Tag = Annotated[str, Meta(min_length=1, max_length=60)]


class FactBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something you read, and where."""

    text: Longer
    kind: FactKind = FactKind.NEWS
    source_url: Link | None = None
    date: Annotated[dt.date | None, Meta(description="When it happened.")] = None

    def fact(self) -> KnownFact:
        """Return it for the domain."""
        return KnownFact(text=self.text.strip(), kind=self.kind, source_url=self.source_url, dated=self.date)


class FactView(msgspec.Struct, frozen=True, kw_only=True):
    """A fact with its source; one whose source is `mock` is a sample and never said in a mail."""

    text: str
    kind: str
    source_url: str | None
    date: Annotated[dt.date | None, Meta(description="When it happened.")]
    source: str


class VerificationView(msgspec.Struct, frozen=True, kw_only=True):
    """What a provider says of the address."""

    verdict: str
    provider: str
    at: dt.datetime
    score: float | None = None
    reason: str | None = None


class ContactView(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody to write to; `timezone_source` says where the zone comes from, null fields are not known."""

    id: UUID
    full_name: str
    role_title: str | None
    level: RecipientLevel | None
    department: str | None
    email: str | None
    email_state: str
    linkedin_url: str | None
    company_id: UUID | None
    company: str | None
    location: str | None
    timezone: str | None
    timezone_source: str | None
    country: str | None
    facts: list[FactView]
    tags: list[str]
    source: str
    verification: VerificationView | None
    created_at: dt.datetime


def contact_view(row: Any) -> ContactView:
    """Return the view of a row."""
    facts = [msgspec.convert({**fact, "date": fact.get("dated")}, FactView) for fact in row["facts"]]
    found = row["verification"]
    verification = msgspec.convert(found, VerificationView) if found else None
    return to_view(ContactView, {**row, "facts": facts, "verification": verification})


FACT_EXAMPLE: dict[str, Any] = {
    "text": "Harbour Systems opened an office in Porto.",
    "kind": "news",
    "source_url": "https://harbour.example/news",
    "date": "2026-11-02",
    "source": "user",
}
CONTACT_EXAMPLE: dict[str, Any] = {
    "id": "019ab7c2-8a10-7c11-9f0e-3b1d6c5a7e21",
    "full_name": "Grace Sample",
    "role_title": "Head of Platform",
    "level": "line_manager",
    "department": "Engineering",
    "email": "grace.sample@harbour.example",
    "email_state": "given",
    "linkedin_url": "https://www.linkedin.com/in/grace-sample",
    "company_id": "019ab7c2-8a10-7c11-9f0e-3b1d6c5a7e20",
    "company": "Harbour Systems",
    "location": "Porto, Portugal",
    "timezone": "Europe/Lisbon",
    "timezone_source": "location",
    "country": "PT",
    "facts": [FACT_EXAMPLE],
    "tags": ["porto"],
    "source": "user",
    "verification": None,
    "created_at": "2026-11-22T09:00:00Z",
}
