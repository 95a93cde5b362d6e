"""A person somebody may write to (SPEC 3.6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from roleferry.domain.model.errors import Conflict, FieldError, Invalid, NotFound
from roleferry.domain.model.ids import CompanyId, ContactId, UserId
from roleferry.domain.model.people.fact import KnownFact
from roleferry.domain.model.people.source import USER
from roleferry.domain.model.people.verification import Verification
from roleferry.domain.model.sending.address import InvalidAddress, parse_address
from roleferry.domain.model.writing.level import RecipientLevel


class ContactNotFound(NotFound):
    """There is no such contact."""

    code = "contact.not_found"


class ContactExists(Conflict):
    """You have a contact with this address already."""

    code = "contact.exists"


class ContactInUse(Conflict):
    """A campaign has written, or is to write, to this contact."""

    code = "contact.in_use"


class ContactInvalid(Invalid):
    """Something about the contact is not valid."""

    code = "contact.invalid"


class EmailState(StrEnum):
    """Whether an address was given, or is a pattern's guess that is unusable until it is verified `valid`."""

    GIVEN = "given"
    CANDIDATE = "candidate"


class ZoneSource(StrEnum):
    """Where a contact's time zone comes from; what the person set themselves is kept."""

    USER = "user"
    LOCATION = "location"
    COMPANY = "company"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One person at one company; `country` is ISO 3166, of their time zone or else their location."""

    id: ContactId
    user_id: UserId
    full_name: str
    created_at: datetime
    company_id: CompanyId | None = None
    role_title: str | None = None
    level: RecipientLevel | None = None
    department: str | None = None
    email: str | None = None
    email_state: EmailState = EmailState.GIVEN
    linkedin_url: str | None = None
    location: str | None = None
    timezone: str | None = None
    timezone_source: ZoneSource | None = None
    country: str | None = None
    facts: tuple[KnownFact, ...] = ()
    tags: tuple[str, ...] = ()
    source: str = USER
    verification: Verification | None = None

    @property
    def domain(self) -> str | None:
        """The domain of the address, in ASCII; None without an address."""
        return parse_address(self.email).domain if self.email else None

    def addressed(self, email: str | None) -> Contact:
        """Return the contact at another address; what was verified of the old one says nothing of the new."""
        if (email or "").casefold() == (self.email or "").casefold():
            return replace(self, email=email)
        return replace(self, email=email, email_state=EmailState.GIVEN, verification=None)


def checked_email(written: str | None) -> str | None:
    """
    Return an address as written, without blanks around it.

    Raises:
        ContactInvalid: it is no address that can be written to.
    """
    if written is None or not written.strip():
        return None
    try:
        parse_address(written)
    except InvalidAddress as error:
        raise ContactInvalid(error.detail, errors=(FieldError("email", error.detail),)) from error
    return written.strip()
