"""What a person says of a contact, checked and put in: a new contact is a blank one, edited."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.people.contact import Contact, ContactInvalid, ZoneSource, checked_email
from roleferry.domain.model.people.level import level_of
from roleferry.domain.model.sending.header_values import is_clean
from roleferry.domain.model.sending.zones import UnknownTimeZone, zone_named
from roleferry.domain.model.writing.level import RecipientLevel


def edited(contact: Contact, changes: Mapping[str, Any]) -> Contact:
    """
    Return the contact with these fields set; None takes one back.

    Raises:
        ContactInvalid: with every field that is wrong.
    """
    wrong: list[FieldError] = []
    clean: dict[str, Any] = {}
    for name, value in changes.items():
        try:
            clean[name] = _CHECKS.get(name, _unchanged)(value)
        except ContactInvalid as error:
            wrong += error.errors
    if wrong:
        raise ContactInvalid("; ".join(f"{one.path}: {one.message}" for one in wrong), errors=tuple(wrong))
    return _assembled(contact, clean)


def _assembled(contact: Contact, clean: dict[str, Any]) -> Contact:
    after = contact.addressed(clean.pop("email")) if "email" in clean else contact
    if "timezone" in clean:
        clean["timezone_source"] = ZoneSource.USER if clean["timezone"] else None
    level = _level(contact, clean)
    return replace(after, **{**clean, "level": level})


def _level(contact: Contact, clean: Mapping[str, Any]) -> RecipientLevel | None:
    """Keep a level the person chose; one that followed from the title follows it on."""
    title = clean.get("role_title", contact.role_title)
    if "level" in clean:
        chosen: RecipientLevel | None = clean["level"]
        return chosen or level_of(title)
    followed = contact.level is None or contact.level is level_of(contact.role_title)
    return level_of(title) if followed else contact.level


def _unchanged(value: Any) -> Any:
    return value


def _name(value: str | None) -> str:
    name = " ".join((value or "").split())
    if not any(char.isalnum() for char in name) or not is_clean(name):
        raise _wrong("full_name", "is the person's name, in letters that may stand in a mail's header")
    return name


def _line(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _zone(value: str | None) -> str | None:
    if value is None:
        return None
    try:
        zone_named(value)
    except UnknownTimeZone as error:
        raise _wrong("timezone", error.detail) from error
    return value


def _linkedin(value: str | None) -> str | None:
    written = (value or "").strip()
    if not written:
        return None
    try:
        parts = urlsplit(written if "://" in written else f"https://{written}")
        host = (parts.hostname or "").lower()
    except ValueError as error:
        raise _wrong("linkedin_url", "is no web address") from error
    if parts.scheme not in {"http", "https"} or not (host == "linkedin.com" or host.endswith(".linkedin.com")):
        raise _wrong("linkedin_url", "is an address such as https://www.linkedin.com/in/somebody")
    return f"https://{host}{parts.path.rstrip('/')}"


def _tags(value: tuple[str, ...] | None) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag for written in value or () if (tag := " ".join(written.split()))))


def _wrong(path: str, message: str) -> ContactInvalid:
    return ContactInvalid(f"{path}: {message}", errors=(FieldError(path, message),))


_CHECKS: Mapping[str, Callable[[Any], Any]] = MappingProxyType(
    {
        "full_name": _name,
        "email": checked_email,
        "timezone": _zone,
        "linkedin_url": _linkedin,
        "tags": _tags,
        "role_title": _line,
        "department": _line,
        "location": _line,
        "facts": lambda value: tuple(value or ()),
    }
)
