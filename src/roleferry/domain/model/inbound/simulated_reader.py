"""What a simulated reader does with captured mail, by the tag in the address: the same reader always does the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Habit(StrEnum):
    """A reader's way; written behind a plus sign, as in `kim+bounce@firm.example`."""

    READS = "reads"
    """What everybody does whose address has no tag, or another: the mail arrives, and that is all."""
    BOUNCES = "bounce"
    BOUNCES_SOFTLY = "soft"
    BLOCKS = "block"
    COMPLAINS = "complain"
    OPTS_OUT = "unsubscribe"
    CLICKS = "click"
    REPLIES = "reply"
    DECLINES = "decline"
    IS_AWAY = "away"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something that is reported of a mail, so long after it was sent; `answer` is what the reader writes back."""

    type: str
    after: timedelta
    bounce: str | None = None
    answer: str | None = None
    automatic: bool = False


_ARRIVES = Happening(type="delivered", after=timedelta(seconds=1))
_LATER = timedelta(seconds=10)
"""Well after arrival: what comes within two seconds of it counts as a machine's (SPEC 3.11)."""


def _bounced(kind: str) -> tuple[Happening, ...]:
    return (Happening(type="bounced", after=_ARRIVES.after, bounce=kind),)


def _then(kind: str) -> tuple[Happening, ...]:
    return (_ARRIVES, Happening(type=kind, after=_LATER))


def _writes(answer: str, *, automatic: bool = False) -> tuple[Happening, ...]:
    return (_ARRIVES, Happening(type="inbound", after=_LATER, answer=answer, automatic=automatic))


_HABITS = {
    Habit.READS: (_ARRIVES,),
    Habit.BOUNCES: _bounced("hard"),
    Habit.BOUNCES_SOFTLY: _bounced("soft"),
    Habit.BLOCKS: _bounced("block"),
    Habit.COMPLAINS: _then("complained"),
    Habit.OPTS_OUT: _then("unsubscribed"),
    Habit.CLICKS: _then("clicked"),
    Habit.REPLIES: _writes("Thank you, this is interesting. Could we talk on Thursday?"),
    Habit.DECLINES: _writes("Thank you, but we are not hiring. I am not interested."),
    Habit.IS_AWAY: _writes("I am out of the office and will answer when I am back.", automatic=True),
}


_BY_TAG = {habit.value: habit for habit in Habit}


def habit_of(address: str) -> Habit:
    """Return what a reader of this address does."""
    _, plus, tag = address.rpartition("@")[0].rpartition("+")
    return _BY_TAG.get(tag.lower(), Habit.READS) if plus else Habit.READS


def happenings(address: str) -> tuple[Happening, ...]:
    """Return what becomes of every mail to this address, in order."""
    return _HABITS[habit_of(address)]
