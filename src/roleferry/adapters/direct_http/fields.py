"""Vendors' words for days, pay, places and kinds of work, in ours."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from decimal import Decimal, InvalidOperation

from roleferry.domain.model.jobs.posting import Salary, WorkMode
from roleferry.domain.model.jobs.reading.facts import employment_type

_PERIODS = {
    "hour": "hour",
    "hr": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "annual": "year",
    "annum": "year",
    "yr": "year",
}
_SEVERAL = re.compile(r"^(?!1 )[\d.]+ ")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")


def day(value: object) -> date | None:
    """Return the day of an ISO date or time, or of epoch milliseconds, in UTC."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _of_epoch(value)
    found = re.match(r"\s*(\d{4})-(\d{2})-(\d{2})", value) if isinstance(value, str) else None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _of_epoch(milliseconds: float) -> date | None:
    try:
        return datetime.fromtimestamp(milliseconds / 1000, tz=UTC).date()
    except (OverflowError, OSError, ValueError):
        return None


def amount(value: object) -> Decimal | None:
    """Return a positive number, also when it came as text; 0 means that it was not given (job-boards.md 7)."""
    try:
        number = Decimal(str(value).replace(",", "").strip()) if isinstance(value, int | float | str) else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() and number > 0 else None


def period(value: object) -> str | None:
    """Return year, month, week, day or hour for `1 YEAR`, `per-hour-wage`, `ANNUAL`; None for `2 WEEK`, `NONE`."""
    said = value.strip().lower() if isinstance(value, str) else ""
    return None if _SEVERAL.match(said) else next((ours for theirs, ours in _PERIODS.items() if theirs in said), None)


def salary(minimum: object, maximum: object, *, currency: object, per: object) -> Salary | None:
    """Return the pay if one of its ends is given."""
    low, high = amount(minimum), amount(maximum)
    if low is None and high is None:
        return None
    code = currency.strip().upper() if isinstance(currency, str) and len(currency.strip()) == 3 else None  # noqa: PLR2004  (ISO 4217)
    return Salary(minimum=low, maximum=high, currency=code, period=period(per))


def employment(value: object) -> str | None:
    """Return our word for `FULL_TIME`, `FullTime`, `Contractor`, ...; None for what says nothing."""
    said = _CAMEL.sub(" ", value).replace("_", " ") if isinstance(value, str) else ""
    return employment_type(said, "") if said else None


def work_mode(value: object) -> WorkMode | None:
    """Return our word for `Remote`, `on-site`, `OnSite`, `hybrid`; None for anything else."""
    said = re.sub(r"[^a-z]", "", value.lower()) if isinstance(value, str) else ""
    return {
        "remote": WorkMode.REMOTE,
        "hybrid": WorkMode.HYBRID,
        "onsite": WorkMode.ONSITE,
        "office": WorkMode.ONSITE,
    }.get(said)


def place(*names: object) -> str | None:
    """Join the parts of a place that are given, each once."""
    given = dict.fromkeys(name.strip() for name in names if isinstance(name, str) and name.strip())
    return ", ".join(given) or None
