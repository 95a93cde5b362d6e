"""Write all four mails to one contact: four angles, no sentence twice, each other result told once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.draft import Draft, check_something_to_say, fill, first_note, without_greeting
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.points import points_of
from roleferry.domain.model.writing.sentences import said
from roleferry.domain.model.writing.skeletons import skeleton_for
from roleferry.domain.model.writing.steps import STANDARD_DAYS, StepKind
from roleferry.domain.model.writing.templating import Templating
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.model.writing.wording import Wordings

_SHORTER_OF = {Length.SHORT: Length.SHORT, Length.MEDIUM: Length.MEDIUM, Length.LONG: Length.MEDIUM}
_QUESTION = "question"
"""The letter for when there is nothing left to tell, or no pain points to make a one-page offer of."""

ANGLES: Mapping[StepKind, str] = {
    StepKind.INITIAL: "the need and the result that answers it",
    StepKind.NUDGE: "another result",
    StepKind.VALUE_ADD: "something of use to the reader",
    StepKind.FINAL: "a close that asks for nothing",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenStep:
    """One mail of a written sequence; `day` counts from the first mail."""

    kind: StepKind
    day: int
    same_thread: bool
    draft: Draft

    @property
    def angle(self) -> str:
        """What this mail has that the others have not."""
        return ANGLES[self.kind]


def write_sequence(
    context: WritingContext,
    *,
    tone: Tone,
    length: Length,
    level: RecipientLevel,
    variant_key: str,
    engine: Templating,
    kinds: Collection[StepKind] = tuple(StepKind),
    unlike: Collection[str] = (),
) -> tuple[WrittenStep, ...]:
    """
    Write the mails of `kinds`, in their order; the mails after the first answer in its thread and are shorter.

    A mail after the first falls back to the short length, and to a plain question, when little is left to tell.

    Raises:
        NothingToSay: there is nothing even for the first mail; names what is missing.
    """
    writer = SequenceWriter.over(context, tone=tone, length=length, level=level, engine=engine)
    return writer.write(kinds, variant_key=variant_key, taken=frozenset(map(without_greeting, unlike)))


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceWriter:
    """Writes to one contact, and anew with another key; what can be said is worked out once for all tries."""

    base: Wordings
    tone: Tone
    length: Length
    level: RecipientLevel

    @classmethod
    def over(
        cls, context: WritingContext, *, tone: Tone, length: Length, level: RecipientLevel, engine: Templating
    ) -> SequenceWriter:
        """
        Return a writer for one contact.

        Raises:
            NothingToSay: there is nothing even for the first mail; names what is missing.
        """
        points = points_of(context)
        check_something_to_say(context, points)
        base = Wordings.over(context, points, engine=engine, reader=level)
        return cls(base=base, tone=tone, length=length, level=level)

    def write(
        self, kinds: Collection[StepKind], *, variant_key: str, taken: Collection[str]
    ) -> tuple[WrittenStep, ...]:
        """
        Return the mails of `kinds`; the first has, if it can, none of the bodies in `taken`, greetings left out.

        Raises:
            NothingToSay: a mail would have no sentence at all.
        """
        writer = _Writer(self.base, self.tone, self.length, self.level, variant_key, taken)
        written: list[WrittenStep] = []
        for kind in (kind for kind in StepKind if kind in kinds):
            draft = writer.draft(kind, [step.draft for step in written])
            written.append(WrittenStep(kind=kind, day=STANDARD_DAYS[kind], same_thread=bool(written), draft=draft))
        first_day = written[0].day if written else 0
        return tuple(replace(step, day=step.day - first_day) for step in written)


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes the mails of one sequence, each knowing the ones before."""

    base: Wordings
    tone: Tone
    length: Length
    level: RecipientLevel
    variant_key: str
    taken: Collection[str]

    def draft(self, kind: StepKind, before: Sequence[Draft]) -> Draft:
        if kind is StepKind.INITIAL:
            return self._first()
        wordings = replace(
            self.base,
            said=frozenset[str]().union(*(said(draft.body) for draft in before)),
            told=frozenset[str]().union(*(draft.told for draft in before)),
        )
        sizes = (_SHORTER_OF[self.length], Length.SHORT) if kind is StepKind.VALUE_ADD else (Length.SHORT,)
        letter = _QUESTION if self._must_ask(kind, wordings.told) else kind
        skeleton = skeleton_for(self.tone, kind=letter, reader="any")
        drafts = [
            fill(skeleton, wordings, tone=self.tone, length=size, level=self.level, key=self.variant_key)
            for size in sizes
        ]
        return next((draft for draft in drafts if not draft.thin), drafts[-1])

    def _first(self) -> Draft:
        """Return the first note; it leaves a result for the next mail if it reaches its length without."""
        results = tuple(dict.fromkeys(point.key for point in self.base.points.results if "result" in point.fills))
        sparing = replace(self.base, told=frozenset(results[-1:])) if len(results) > 1 else self.base
        drafts = (
            first_note(
                wordings,
                tone=self.tone,
                length=self.length,
                level=self.level,
                variant_key=self.variant_key,
                taken=self.taken,
            )
            for wordings in (sparing, self.base)
        )
        first = next(drafts)
        return next(drafts) if first.thin else first

    def _must_ask(self, kind: StepKind, told: frozenset[str]) -> bool:
        points = self.base.points
        if kind is StepKind.NUDGE:
            results = (point for point in points.results if "result" in point.fills)
            return all(point.key in told for point in (*results, *points.skills, *points.roles))
        return kind is StepKind.VALUE_ADD and not points.needs
