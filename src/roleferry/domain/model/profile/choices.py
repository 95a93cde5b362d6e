"""The closed lists a person chooses from, and how loosely written choices find their place in them (SPEC 3.1)."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TypeVar

from roleferry.domain.model.jobs.posting import Seniority

Choice = TypeVar("Choice", bound=StrEnum)


class Remote(StrEnum):
    """Where somebody is willing to work."""

    REMOTE_ONLY = "remote_only"
    HYBRID = "hybrid"
    ONSITE = "onsite"
    ANY = "any"


class RemoteRegion(StrEnum):
    """How far away a remote employer may be."""

    COUNTRY = "country"
    WORLDWIDE = "worldwide"


class CompanySize(StrEnum):
    """Number of employees."""

    TINY = "1-50"
    SMALL = "51-250"
    MIDDLE = "251-1000"
    LARGE = "1001-5000"
    HUGE = "5001+"


class EmploymentType(StrEnum):
    """The kind of contract looked for."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACT = "contract"
    TEMPORARY = "temporary"
    INTERNSHIP = "internship"
    FREELANCE = "freelance"


class SearchStatus(StrEnum):
    """How urgently somebody is looking."""

    ACTIVE = "active"
    OPEN = "open"
    PAUSED = "paused"


_ALIASES: dict[type[StrEnum], dict[str, str]] = {
    Remote: {
        "remote": "remote_only", "fully_remote": "remote_only", "only_remote": "remote_only",
        "100_remote": "remote_only", "work_from_home": "remote_only", "wfh": "remote_only",
        "partly_remote": "hybrid", "remote_or_hybrid": "hybrid", "hybrid_remote": "hybrid",
        "on_site": "onsite", "in_office": "onsite", "office": "onsite", "in_person": "onsite",
        "no_preference": "any", "flexible": "any", "either": "any", "all": "any",
    },
    RemoteRegion: {
        "same_country": "country", "my_country": "country", "in_country": "country", "national": "country",
        "global": "worldwide", "anywhere": "worldwide", "international": "worldwide", "world": "worldwide",
    },
    Seniority: {
        "entry_level": "entry", "junior": "entry", "intern": "entry", "graduate": "entry", "associate": "entry",
        "individual_contributor": "ic", "mid": "ic", "mid_level": "ic", "intermediate": "ic",
        "senior_level": "senior", "sr": "senior", "senior_ic": "senior",
        "staff": "principal", "lead": "principal", "architect": "principal",
        "people_manager": "manager", "head": "director", "head_of": "director",
        "vice_president": "vp", "svp": "vp", "evp": "vp",
        "c_level": "executive", "c_suite": "executive", "cxo": "executive", "exec": "executive",
    },
    CompanySize: {
        "1_50": "1-50", "51_250": "51-250", "251_1000": "251-1000", "1001_5000": "1001-5000", "5001": "5001+",
        "5000": "5001+", "over_5000": "5001+", "startup": "1-50", "start_up": "1-50", "enterprise": "5001+",
    },
    EmploymentType: {
        "fulltime": "full_time", "permanent": "full_time", "parttime": "part_time", "contractor": "contract",
        "fixed_term": "contract", "temp": "temporary", "seasonal": "temporary", "intern": "internship",
        "self_employed": "freelance", "gig": "freelance",
    },
    SearchStatus: {
        "actively_looking": "active", "looking": "active", "open_to_offers": "open", "passive": "open",
        "casually_looking": "open", "not_looking": "paused", "closed": "paused",
    },
}  # fmt: skip


def normalise_choice(kind: type[Choice], written: str) -> Choice | None:
    """Return the choice somebody meant (`Remote only` → `remote_only`), or None when it is none of them."""
    key = re.sub(r"[^0-9a-z]+", "_", re.sub(r"(?<=\d)[,.](?=\d)", "", written.casefold())).strip("_")
    value = _ALIASES[kind].get(key, key)
    return next((choice for choice in kind if choice.value == value), None)
