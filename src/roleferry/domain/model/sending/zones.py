"""IANA time zones by name, checked once; the tz database is the standard library's, kept in memory after first use."""

from __future__ import annotations

from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from roleferry.domain.model.errors import Invalid

_NOT_PLACES = frozenset({"Factory", "localtime", "posixrules"})


class UnknownTimeZone(Invalid):
    """The time zone is not an IANA zone."""

    code = "time_zone.unknown"


@lru_cache(maxsize=1)
def zone_names() -> frozenset[str]:
    """Return every IANA zone this installation knows."""
    return frozenset(available_timezones()) - _NOT_PLACES


@lru_cache(maxsize=1024)
def zone_named(name: str) -> ZoneInfo:
    """
    Return the zone of this exact name, such as `Europe/Berlin`.

    Raises:
        UnknownTimeZone: no such zone; an offset such as `+02:00` is not one, since it forgets daylight saving.
    """
    if name not in zone_names():
        raise UnknownTimeZone(f"{name[:64]!r} is not an IANA time zone; use one such as Europe/Berlin", zone=name[:64])
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownTimeZone(f"{name[:64]!r} cannot be read from the time zone database", zone=name[:64]) from error
