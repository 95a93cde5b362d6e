"""Look places up by name, the most telling part of `Porto, Portugal` first."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from roleferry.domain.model.people.place import Place
from roleferry.ports.places import Places

_PARTS = re.compile(r"[,;/|()·•–—]| - ")
_WORDS = re.compile(r"[^\W_]+")
_NOISE = frozenset(
    {"greater", "area", "metropolitan", "region", "metro", "city", "of", "the", "remote", "hybrid", "onsite"}
)
_LONGEST = 200
_AMBIGUOUS = frozenset({"georgia"})
"""A country and a state: the name alone says nothing, a town beside it says all."""
_ABBREVIATION = 2


@dataclass(frozen=True, slots=True)
class Gazetteer(Places):
    """Names in one normal form; a name that means several places is not in it."""

    towns: Mapping[str, Place]
    regions: Mapping[str, Place]
    countries: Mapping[str, Place]

    def find(self, written: str) -> Place | None:
        """
        Return the place; a town must lie in the country named beside it, else only the country counts.

        `Cambridge, Massachusetts` is known by its state, `Paris, Texas` by Texas: the region beside a town wins.
        """
        parts = [key for part in _PARTS.split(written[:_LONGEST]) if (key := _key(part))]
        country = next((self.countries[part] for part in reversed(parts) if part in self.countries), None)
        region = next((self.regions[part] for part in parts[1:] if part in self.regions), None)
        town = next((self.towns[part] for part in parts[:1] if part in self.towns), None)
        if town is None and len(parts) == 1 and len(parts[0]) > _ABBREVIATION:
            region = self.regions.get(parts[0])
        for found in (town, region):
            if found is not None and _agrees(found, country, region):
                return found
        return country or region


def _agrees(found: Place, country: Place | None, region: Place | None) -> bool:
    beside = [one for one in (country, region) if one is not None and one is not found]
    same_country = all(found.country == one.country for one in beside)
    return same_country and (region is None or region is found or region.timezone in {None, found.timezone})


@lru_cache(maxsize=1)
def load_gazetteer() -> Gazetteer:
    """Read the tz database's countries and cities, and our list of towns and regions."""
    zones = [tuple(line.split("\t")[:3:2]) for line in _tz("zone.tab")]
    names = {line[:2]: line[3:] for line in _tz("iso3166.tab")}
    by_country: dict[str, list[str]] = {}
    for code, zone in zones:
        by_country.setdefault(code, []).append(zone)
    only = {code: found[0] for code, found in by_country.items() if len(found) == 1}
    countries = {
        _key(name): Place(timezone=only.get(code), country=code)
        for code, full in names.items()
        for name in _names(full)
    }
    towns = {_key(zone.rpartition("/")[2]): Place(timezone=zone, country=code) for code, zone in zones}
    regions: dict[str, Place] = {}
    for kind, name, zone, code in _rows():
        target = {"town": towns, "region": regions, "country": countries}[kind]
        target[_key(name)] = Place(timezone=zone or None, country=code)
    for name in _AMBIGUOUS:
        countries.pop(name, None)
    return Gazetteer(towns, regions, countries)


def _names(full: str) -> Iterator[str]:
    """Yield `Korea (South)` whole, and short forms without what stands in brackets where that is no distinction."""
    yield full
    if "(" in full and not re.search(r"\((?:North|South|Dem|Rep)", full):
        yield full.partition("(")[0]


def _rows() -> Iterator[tuple[str, str, str, str]]:
    text = files("roleferry.adapters.places").joinpath("places.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            kind, written, zone, code = line.split("\t")
            for name in written.split("|"):
                yield kind, name, zone, code


def _tz(name: str) -> Iterator[str]:
    text = files("tzdata.zoneinfo").joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


def _key(written: str) -> str:
    plain = unicodedata.normalize("NFKD", written.casefold())
    letters = "".join(char for char in plain if not unicodedata.combining(char)).replace("ø", "o").replace("ł", "l")
    return " ".join(word for word in _WORDS.findall(letters.replace("_", " ").replace(".", "")) if word not in _NOISE)
