"""Which clock somebody lives by: their own word, else their location, else their company's headquarters (SPEC 3.6)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from roleferry.domain.model.people.contact import Contact, ZoneSource
from roleferry.domain.model.people.place import Place


def located(
    contact: Contact, *, place: Place | None, company_zone: str | None, country_of: Callable[[str], str | None]
) -> Contact:
    """
    Return the contact with zone and country worked out; None where nothing is known.

    A location in one country never takes the zone of a headquarters in another.
    """
    if contact.timezone_source is ZoneSource.USER and contact.timezone:
        return replace(contact, country=country_of(contact.timezone) or (place.country if place else None))
    if place and place.timezone:
        return _at(contact, place.timezone, ZoneSource.LOCATION, place.country)
    if company_zone and (place is None or place.country == country_of(company_zone)):
        return _at(contact, company_zone, ZoneSource.COMPANY, country_of(company_zone))
    return replace(contact, timezone=None, timezone_source=None, country=place.country if place else None)


def _at(contact: Contact, zone: str, source: ZoneSource, country: str | None) -> Contact:
    return replace(contact, timezone=zone, timezone_source=source, country=country)
