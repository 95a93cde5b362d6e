"""Which country a time zone lies in, from the tz database's own tables (zone.tab, zone1970.tab and its links)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

_NO_COUNTRY = frozenset({"CET", "EET", "EST", "HST", "MET", "MST", "WET"})
"""Names of half a continent, which the database links to one of its cities."""


@lru_cache(maxsize=1)
def zone_countries() -> Mapping[str, str]:
    """
    Return the ISO 3166 country of every zone that lies in one.

    An old name of a zone that several countries share says nothing (`Africa/Timbuktu` leads to Abidjan), unless it is a
    country's own name, such as `Japan`.
    """
    countries = {zone: codes for codes, zone in _rows("zone.tab")}
    whole = {zone: codes for codes, zone in _rows("zone1970.tab") if "," not in codes}
    for target, alias in _links():
        named = countries if "/" not in alias else whole
        if alias not in _NO_COUNTRY and target in named:
            countries.setdefault(alias, named[target])
    return MappingProxyType(countries)


def _rows(name: str) -> Iterator[tuple[str, str]]:
    for line in _lines(name):
        if not line.startswith("#"):
            codes, _, zone, *_ = line.split("\t")
            yield codes, zone


def _links() -> Iterator[tuple[str, str]]:
    for line in _lines("tzdata.zi"):
        kind, *names = line.split()
        if kind == "L":
            target, alias = names
            yield target, alias


def _lines(name: str) -> list[str]:
    text = files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip()]
