"""Name a campaign after what it is: `{ISO date} – {role focus} – {segment} – {channel} – {tone}` (SPEC 3.7)."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

LONGEST_NAME = 80
_BETWEEN = " – "
_SHORTEST_PART = 8


def campaign_name(
    on: date,
    *,
    role_focus: str,
    segment: str,
    tone: str,
    channel: str = "email",
    existing: Collection[str] = (),
) -> str:
    """Return a name of at most 80 characters that none of `existing` has, whatever its case."""
    taken = {name.casefold() for name in existing}
    number = 1
    while (name := _named(on, role_focus, segment, channel, tone, _suffix(number))).casefold() in taken:
        number += 1
    return name


def _suffix(number: int) -> str:
    return f" ({number})" if number > 1 else ""


def _named(on: date, role_focus: str, segment: str, channel: str, tone: str, suffix: str) -> str:
    role, part, road, voice = (_tidy(text) for text in (role_focus, segment, channel, tone))
    fixed = [text for text in (on.isoformat(), road[:_SHORTEST_PART], voice[:12]) if text]
    parts = [text for text in (role, part) if text]
    room = LONGEST_NAME - len(suffix) - sum(map(len, fixed)) - len(_BETWEEN) * (len(fixed) + len(parts) - 1)
    role, part = _shared(role, part, room)
    names = (on.isoformat(), role, part, road[:_SHORTEST_PART], voice[:12])
    return _BETWEEN.join(text for text in names if text) + suffix


def _tidy(text: str) -> str:
    return " ".join("".join(char if char.isprintable() else " " for char in text).split())


def _shared(role: str, part: str, room: int) -> tuple[str, str]:
    """Give the role what the segment leaves of the room, but at least half of it."""
    role_room = max(room - len(part), room // 2) if part else room
    role = _cut(role, role_room)
    return role, _cut(part, room - len(role))


def _cut(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    cut = text[: max(room - 1, 0)]
    at_word = cut.rpartition(" ")[0]
    return (at_word if len(at_word) * 2 > len(cut) else cut).rstrip(" -–,/&") + "…"
