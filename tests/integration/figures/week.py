"""A week of what came back, as it was told: by five vendors and by mails, in the order it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tests.integration.inbound.world import TUESDAY

PEOPLE = 16
MINUTE, HOUR, DAY = 1, 60, 24 * 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Something that was told of one person's mail; `seconds` after the minute; `text` of a mail that came in."""

    contact: int
    by: str
    kind: str
    minutes: int
    seconds: int = 0
    text: str = ""

    @property
    def at(self) -> datetime:
        """Return when it happened."""
        return sent_at(self.contact) + timedelta(minutes=self.minutes, seconds=self.seconds)


def sent_at(contact: int) -> datetime:
    """Return when somebody's first mail left."""
    return TUESDAY + timedelta(minutes=6 * contact)


def _told(contact: int, by: str, *what: tuple[str, int]) -> list[Told]:
    return [Told(contact=contact, by=by, kind=kind, minutes=minutes) for kind, minutes in what]


def _mail(contact: int, minutes: int, text: str, kind: str = "replied") -> Told:
    return Told(contact=contact, by="mail", kind=kind, minutes=minutes, text=text)


_AWAY = "I am out of the office until March 12, 2026."

WEEK: tuple[Told, ...] = (
    *_told(0, "ses", ("delivered", MINUTE), ("scanned", 2), ("clicked", 30), ("clicked", 45), ("clicked", DAY)),
    _mail(0, DAY + HOUR, "Sounds interesting, tell me more."),
    *_told(1, "sendgrid", ("delivered", MINUTE), ("scanned", 3), ("opened", 4), ("opened", DAY)),
    *_told(2, "mailgun", ("hard", MINUTE)),
    *_told(3, "postmark", ("soft", 5), ("delivered", HOUR)),
    *_told(4, "ses", ("delivered", MINUTE), ("complained", 3 * DAY)),
    *_told(5, "sendgrid", ("delivered", MINUTE), ("unsubscribed", 2 * DAY)),
    *_told(6, "mailgun", ("deferred", 2), ("delivered", 90)),
    _mail(6, DAY, _AWAY, "auto_reply"),
    *_told(7, "postmark", ("delivered", MINUTE)),
    Told(contact=7, by="postmark", kind="clicked", minutes=MINUTE, seconds=1),
    *_told(8, "ses", ("delivered", MINUTE)),
    _mail(8, DAY, _AWAY, "auto_reply"),
    _mail(8, 4 * DAY, "I am back. Not now, please write again next year."),
    *_told(9, "sendgrid", ("block", MINUTE)),
    *_told(10, "mailgun", ("delivered", MINUTE), ("clicked", DAY)),
    _mail(10, 2 * DAY, "Not for us, thank you."),
    *_told(11, "postmark", ("delivered", MINUTE)),
    _mail(11, 3 * DAY, "Please remove me from your list and do not contact me again."),
    *_told(12, "ses", ("delivered", MINUTE), ("hard", DAY)),
    *_told(13, "sendgrid", ("hard", MINUTE)),
    _mail(13, 2 * DAY, "It reached me after all. Tell me more."),
    *_told(14, "mailgun", ("delivered", MINUTE), ("complained", 6 * DAY)),
    _mail(14, 5 * DAY, "Could we have a call on Thursday at 3 pm?"),
    *_told(15, "postmark", ("delivered", MINUTE)),
    *_told(15, "instantly", ("clicked", HOUR), ("replied", 2 * DAY)),
)
"""Arrivals, all kinds of bounces, clicks and answers of people and machines, complaints, opt-outs, delays."""
