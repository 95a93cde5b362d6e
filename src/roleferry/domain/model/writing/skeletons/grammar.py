"""
Read skeletons: letters in Liquid, one sentence a line, that say what may go and what may be put otherwise.

    == short line_manager          a new skeleton: what it is for and who reads it
    subject: {{ job.title }}       the subject; `greeting:` and `sign_off:` stand once, for all
    | About the {{ job.title }}    the line above, said otherwise; who reads which is decided by the contact's hash
    ~ Your open role               said only where none of the lines above is known
    ? At {{ offer.employer }}, …   evidence, left out where it does not fit
    + If somebody else …           said only if room is left
    Kind regards // {{ … }}        a line break within
                                   an empty line begins a new paragraph

A line whose names are not all known is left out. `no need:`, `no result:` and `no opening:` stand once, for all, and
say what needed sentences about a need, a result or the job fall back to where they have no `~` of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

_MARKS = "?+"
_FAMILIES = {"need": "need", "result": "result", "answer": "result"}
_HEADS = frozenset({"greeting", "subject", "sign_off", "no need", "no result", "no opening"})


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
class _Lines:
    """The wordings of one sentence while they are read."""

    weight: Weight
    paragraph: int
    wordings: list[str]
    instead: list[str] = field(default_factory=list)

    def unit(self, fallbacks: Mapping[str, list[str]]) -> Unit:
        instead = self.instead or fallbacks.get(f"no {self._family}", [])
        if self.weight is Weight.EVIDENCE:
            instead = self.instead or [line for line in instead if "offer.need_quote" in line]
        return Unit(tuple(self.wordings), tuple(instead), self.weight, self.paragraph)

    @property
    def _family(self) -> str:
        first = self.wordings[0]
        named = next((family for name, family in _FAMILIES.items() if f"offer.{name} " in first), None)
        return named or ("opening" if self.paragraph == 0 and self.weight is Weight.NEEDED and "job." in first else "")


@dataclass(slots=True)
class _Letter:
    """A skeleton while it is read; `heads` are its subject and what it shares with the others."""

    heads: dict[str, list[str]]
    kind: str = ""
    reader: str = ""
    units: list[_Lines] = field(default_factory=list)
    paragraph: int = 0
    last: list[str] = field(default_factory=list)

    def take(self, line: str) -> None:
        head, colon, rest = line.partition(":")
        if not line:
            self.paragraph += bool(self.units)
        elif line.startswith("| "):
            self.last.append(line[2:].strip())
        elif line.startswith("~ "):
            self.units[-1].instead.append(line[2:].strip())
        elif colon and head in _HEADS:
            self.last = self.heads[head] = [rest.strip()]
        else:
            weight = Weight(line[0]) if line[0] in _MARKS else Weight.NEEDED
            self.last = [line.lstrip(_MARKS).strip()]
            self.units.append(_Lines(weight, self.paragraph, self.last))

    def finished(self, voice: str) -> Skeleton:
        return Skeleton(
            name=f"{voice}/{self.kind}/{self.reader}",
            kind=self.kind,
            reader=self.reader,
            subjects=tuple(self.heads.get("subject", ())),
            greetings=tuple(self.heads["greeting"]),
            sign_offs=tuple(line.replace(" // ", "\n") for line in self.heads["sign_off"]),
            units=tuple(lines.unit(self.heads) for lines in self.units),
        )


def read_skeletons(voice: str, source: str) -> tuple[Skeleton, ...]:
    """Return the skeletons written in `source`, in order."""
    shared = _Letter(heads={})
    letters: list[_Letter] = []
    for line in (raw.strip() for raw in source.strip().splitlines()):
        if line.startswith("== "):
            kind, reader = line[3:].split()
            letters.append(_Letter(heads=dict(shared.heads), kind=kind, reader=reader))
        else:
            (letters[-1] if letters else shared).take(line)
    return tuple(letter.finished(voice) for letter in letters)
