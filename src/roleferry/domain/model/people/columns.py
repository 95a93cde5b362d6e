"""What the columns of a contact's and of a lead's table may be called."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

CONTACT_COLUMNS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "full_name": ("name", "contact name", "contact", "person", "full name"),
        "first_name": ("given name", "firstname", "forename"),
        "last_name": ("family name", "surname", "lastname"),
        "role_title": ("title", "job title", "position", "role", "headline"),
        "level": ("seniority level",),
        "department": ("team", "function"),
        "email": ("e-mail", "email address", "mail", "work email", "business email", "primary email", "contact email"),
        "linkedin_url": ("linkedin", "linkedin profile", "profile url", "person linkedin url", "linkedin profile url"),
        "company": ("company name", "organization", "organisation", "employer", "account", "account name"),
        "location": ("city", "place", "contact location"),
        "country": ("country name",),
        "timezone": ("time zone", "tz"),
        "tags": ("labels", "tag"),
    }
)
LEAD_COLUMNS: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "domain": ("website", "company domain", "company website", "url", "site", "domain name", "web"),
        "company_name": ("company", "name", "organization", "organisation", "account", "account name"),
        "contact_name": ("full name", "contact", "person", "decision maker"),
        "contact_title": ("title", "job title", "position", "role"),
        "email": ("e-mail", "email address", "mail", "work email", "contact email"),
        "linkedin_url": ("linkedin", "linkedin profile"),
        "location": ("city", "hq", "headquarters"),
        "industry": ("sector",),
        "size": ("employees", "company size", "headcount"),
        "notes": ("note", "comment", "comments"),
    }
)
