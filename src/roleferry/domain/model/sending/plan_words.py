"""Why a mail goes on another day than it was meant for, in words (SPEC 3.9)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from roleferry.domain.model.sending.window import OpenHours
from roleferry.domain.model.sending.words import day_in_words


class DelayKind(StrEnum):
    """What kept a mail from its day."""

    CAP = "cap"
    CROWDED = "crowded"
    COMPANY_DAY = "company_day"
    COMPANY_LIMIT = "company_limit"
    MAILBOX = "mailbox"


@dataclass(frozen=True, slots=True)
class Delay:
    """What kept a mail: from which of the mailbox's days to which, and the limit that was reached."""

    kind: DelayKind
    first: date | None = None
    last: date | None = None
    number: int = 0
    span: int = 0


def reason_in_words(*, meant_for: date, goes_on: date, hours: OpenHours, delay: Delay | None) -> str | None:
    """Return `moved to Tuesday 3 February: the mailbox's 25 for Monday 2 February are taken`, or None if it did not."""
    if goes_on <= meant_for:
        return None
    cause = _delay_in_words(delay) if delay is not None else _calendar_in_words(meant_for, hours)
    return f"moved to {day_in_words(goes_on)}: {cause}"


def _delay_in_words(delay: Delay) -> str:
    match delay.kind:
        case DelayKind.CAP:
            return f"the mailbox's {delay.number} for {_days_in_words(delay)} are taken"
        case DelayKind.CROWDED:
            return f"no time was left for it on {_days_in_words(delay)}, mails of one mailbox keep their distance"
        case DelayKind.COMPANY_DAY:
            return "a colleague at the same company is written to that day"
        case DelayKind.COMPANY_LIMIT:
            return f"at most {delay.number} people of one company are written to within {delay.span} days"
        case DelayKind.MAILBOX:
            return "the mailbox was not sending"


def _days_in_words(delay: Delay) -> str:
    if delay.first is None:
        return "that day"
    if delay.last is None or delay.last <= delay.first:
        return day_in_words(delay.first)
    return f"{day_in_words(delay.first)} to {day_in_words(delay.last)}"


def _calendar_in_words(day: date, hours: OpenHours) -> str:
    named = day_in_words(day)
    if day.isoweekday() not in hours.window.days:
        return f"{named} is not a sending day"
    if hours.window.skip_holidays and hours.is_holiday(day):
        return f"{named} is a public holiday there"
    return f"the sending hours of {named} were over"
