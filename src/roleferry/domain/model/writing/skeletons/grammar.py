"""
Read skeletons: letters in Liquid, one sentence a line, that say which sentences may go and which may be put otherwise.

    == short line_manager          a new skeleton: its length and its reader
    subject: {{ job.title }}       the subject; so are `greeting:` and `sign_off:`, which may stand once for all
    | About the {{ job.title }}    the line above, said otherwise; who reads which is decided by the contact's hash
    ~ Your open role               said only where none of the lines above is known
    ? At {{ offer.employer }}, …   evidence, left out where it does not fit
    + If somebody else …           said only if room is left
                                   an empty line begins a new paragraph

A line whose names are not all known is left out, or said otherwise if it can be.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

_MARKS = "?+"
_HEADS = ("greeting", "subject", "sign_off")


class Weight(StrEnum):
    """How much a sentence is wanted."""

    NEEDED = ""
    EVIDENCE = "?"
    FILLER = "+"


@dataclass(frozen=True, slots=True)
class Unit:
    """One sentence, in one or more wordings."""

    wordings: tuple[str, ...]
    instead: tuple[str, ...]
    """Wordings for when none of the others is known."""
    weight: Weight
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Skeleton:
    """One letter: `kind` is what it is for (`short`, `nudge`, …), `reader` the level it is for or `any`."""

    name: str
    kind: str
    reader: str
    subjects: tuple[str, ...]
    greetings: tuple[str, ...]
    sign_offs: tuple[str, ...]
    units: tuple[Unit, ...]


@dataclass(slots=True)
class _Draft:
    head: dict[str, list[str]]
    kind: str = ""
    reader: str = ""
    units: list[tuple[list[str], list[str], Weight, int]] = field(default_factory=list)
    paragraph: int = 0
    last: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        name, colon, rest = line.partition(":")
        if not line:
            self.paragraph += 1
        elif line.startswith("| "):
            self.last.append(line[2:].strip())
        elif line.startswith("~ "):
            self.units[-1][1].append(line[2:].strip())
        elif colon and name in _HEADS:
            self.last = self.head[name] = [rest.strip()]
        else:
            weight = Weight(line[0]) if line[0] in _MARKS else Weight.NEEDED
            self.last = [line.lstrip(_MARKS).strip()]
            self.units.append((self.last, [], weight, self.paragraph))

    def finished(self, voice: str) -> Skeleton:
        return Skeleton(
            name=f"{voice}/{self.kind}/{self.reader}",
            kind=self.kind,
            reader=self.reader,
            subjects=tuple(self.head.get("subject", ())),
            greetings=tuple(self.head["greeting"]),
            sign_offs=tuple(self.head["sign_off"]),
            units=tuple(Unit(tuple(first), tuple(instead), weight, place) for first, instead, weight, place in self.units),
        )


def read_skeletons(voice: str, source: str) -> tuple[Skeleton, ...]:
    """Return the skeletons written in `source`, in order."""
    shared = _Draft(head={})
    drafts: list[_Draft] = []
    for line in (raw.strip() for raw in source.strip().splitlines()):
        if line.startswith("== "):
            kind, reader = line[3:].split()
            drafts.append(_Draft(head=dict(shared.head), kind=kind, reader=reader))
        else:
            (drafts[-1] if drafts else shared).take(line)
    return tuple(draft.finished(voice) for draft in drafts)
