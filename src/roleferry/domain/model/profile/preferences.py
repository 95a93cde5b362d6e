"""What a person is looking for (SPEC 3.1)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from roleferry.domain.model.errors import FieldError, Invalid
from roleferry.domain.model.jobs.posting import Seniority
from roleferry.domain.model.profile.choices import (
    Choice,
    CompanySize,
    EmploymentType,
    Remote,
    RemoteRegion,
    SearchStatus,
    normalise_choice,
)

_MOST_ITEMS = 100
_LONGEST_ITEM = 200
_MOST_MONEY = Decimal(10) ** 12


class InvalidPreferences(Invalid):
    """Some of the job preferences are not valid."""

    code = "preferences.invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """Wishes, none of them required but a location for those who will go to work; salaries are per year."""

    titles: tuple[str, ...] = ()
    role_categories: tuple[str, ...] = ()
    seniority: Seniority | None = None
    locations: tuple[str, ...] = ()
    remote: Remote = Remote.ANY
    remote_region: RemoteRegion | None = None
    salary_min: Decimal | None = None
    salary_max: Decimal | None = None
    currency: str | None = None
    company_sizes: tuple[CompanySize, ...] = ()
    industries: tuple[str, ...] = ()
    skills: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    employment_types: tuple[EmploymentType, ...] = ()
    hidden_companies: tuple[str, ...] = ()
    search_status: SearchStatus = SearchStatus.ACTIVE

    @classmethod
    def of(cls, written: Mapping[str, object]) -> Preferences:
        """
        Return preferences from loosely written values, each in its one normal form.

        Raises:
            InvalidPreferences: with one entry in `errors` for every field that is wrong.
        """
        form = _Form(written)
        form.refuse_unknown({field.name for field in fields(cls)})
        preferences = cls(
            titles=form.texts("titles"),
            role_categories=form.texts("role_categories"),
            seniority=form.choice("seniority", Seniority),
            locations=form.texts("locations"),
            remote=form.choice("remote", Remote) or Remote.ANY,
            remote_region=form.choice("remote_region", RemoteRegion),
            salary_min=form.money("salary_min"),
            salary_max=form.money("salary_max"),
            currency=form.currency("currency"),
            company_sizes=form.choices("company_sizes", CompanySize),
            industries=form.texts("industries"),
            skills=form.texts("skills"),
            values=form.texts("values"),
            employment_types=form.choices("employment_types", EmploymentType),
            hidden_companies=form.texts("hidden_companies"),
            search_status=form.choice("search_status", SearchStatus) or SearchStatus.ACTIVE,
        )
        if errors := (*form.errors, *_contradictions(preferences, form.errors)):
            raise InvalidPreferences("some preferences are not valid", errors=errors)
        return preferences

    @property
    def tags(self) -> tuple[str, ...]:
        """Short labels for campaign names and segments: level, roles, place, industries, sizes; in that order."""
        remote = () if self.remote is Remote.ANY else (self.remote.value.removesuffix("_only"),)
        places = () if self.remote is Remote.REMOTE_ONLY else self.locations
        level = (self.seniority.value,) if self.seniority else ()
        roles = self.role_categories or self.titles
        labels = (*level, *roles, *remote, *places, *self.industries, *self.company_sizes)
        return tuple(dict.fromkeys(tag for label in labels if (tag := _slug(label))))


def _slug(label: str) -> str:
    return re.sub(r"[^\w+#.]+", "-", label.casefold()).strip("-_.")


def _contradictions(preferences: Preferences, errors: list[FieldError]) -> list[FieldError]:
    """What is wrong between fields that are right by themselves."""
    found: list[FieldError] = []
    wrong = {error.path for error in errors}
    low, high = preferences.salary_min, preferences.salary_max
    if low is not None and high is not None and low > high:
        found.append(FieldError("salary_max", "must not be below salary_min"))
    missing = not preferences.locations and preferences.remote is not Remote.REMOTE_ONLY
    if missing and not wrong & {"locations", "remote"}:
        found.append(FieldError("locations", "name at least one location, or set remote to remote_only"))
    return found


class _Form:
    """Reads one field after the other and remembers what was wrong."""

    def __init__(self, written: Mapping[str, object]) -> None:
        self.written = written
        self.errors: list[FieldError] = []

    def refuse_unknown(self, known: set[str]) -> None:
        for name in sorted(set(self.written) - known):
            self._wrong(name, "is not a preference")

    def texts(self, name: str) -> tuple[str, ...]:
        """Trimmed, without empty ones and repeats (whatever their case), in the order given."""
        unique: dict[str, str] = {}
        for item in (" ".join(item.split()) for item in self._list(name)):
            unique.setdefault(item.casefold(), item)
        kept = tuple(item for item in unique.values() if item)
        for index, item in enumerate(kept):
            if len(item) > _LONGEST_ITEM:
                self._wrong(f"{name}.{index}", f"must be at most {_LONGEST_ITEM} characters")
        return kept

    def choices(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        found = [self._chosen(f"{name}.{index}", kind, item) for index, item in enumerate(self._list(name))]
        return tuple(dict.fromkeys(choice for choice in found if choice is not None))

    def choice(self, name: str, kind: type[Choice]) -> Choice | None:
        value = self.written.get(name)
        return None if value is None or value == "" else self._chosen(name, kind, value)

    def money(self, name: str) -> Decimal | None:
        value = self.written.get(name)
        if value is None or value == "":
            return None
        try:
            amount = Decimal(re.sub(r"[\s,_]", "", str(value)))
        except InvalidOperation:
            self._wrong(name, "must be an amount, such as 85000")
            return None
        if isinstance(value, bool) or not amount.is_finite() or not 0 <= amount <= _MOST_MONEY:
            self._wrong(name, "must be an amount from 0 up")
            return None
        return amount

    def currency(self, name: str) -> str | None:
        value = self.written.get(name)
        if value is None or value == "":
            return None
        code = value.strip().upper() if isinstance(value, str) else ""
        if not re.fullmatch(r"[A-Z]{3}", code):
            self._wrong(name, "must be an ISO 4217 code, such as USD")
            return None
        return code

    def _chosen(self, path: str, kind: type[Choice], value: object) -> Choice | None:
        choice = normalise_choice(kind, value) if isinstance(value, str) else None
        if choice is None:
            self._wrong(path, "must be one of " + ", ".join(_values(kind)))
        return choice

    def _list(self, name: str) -> tuple[str, ...]:
        value = self.written.get(name)
        if value is None:
            return ()
        if not isinstance(value, list | tuple):
            self._wrong(name, "must be a list")
            return ()
        texts = tuple(item for item in value if isinstance(item, str))
        if len(texts) != len(value) or len(texts) > _MOST_ITEMS:
            self._wrong(name, f"must be a list of at most {_MOST_ITEMS} texts")
            return ()
        return texts

    def _wrong(self, path: str, message: str) -> None:
        self.errors.append(FieldError(path, message))


def _values(kind: type[StrEnum]) -> list[str]:
    return [choice.value for choice in kind]
