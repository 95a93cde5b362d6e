"""Write all four mails to one contact: four angles, no sentence twice, each other result told once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.draft import Draft, NothingToSay, check_something_to_say, fill, write_offer
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


def write_sequence(  # noqa: PLR0913
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

    A mail after the first for which nothing new and true is left is not written.

    Raises:
        NothingToSay: there is nothing even for the first mail; names what is missing.
    """
    wanted = [kind for kind in StepKind if kind in kinds]
    check_something_to_say(context, points_of(context))
    written: list[WrittenStep] = []
    for kind in wanted:
        draft = _step(context, kind, written, tone, length, level, variant_key, engine, unlike)
        if draft is not None:
            written.append(WrittenStep(kind=kind, day=0, same_thread=bool(written), draft=draft))
    return tuple(_dated(written))


def _step(  # noqa: PLR0913, PLR0917
    context: WritingContext,
    kind: StepKind,
    written: list[WrittenStep],
    tone: Tone,
    length: Length,
    level: RecipientLevel,
    variant_key: str,
    engine: Templating,
    unlike: Collection[str],
) -> Draft | None:
    if kind is StepKind.INITIAL:
        return write_offer(
            context, tone=tone, length=length, level=level, variant_key=variant_key, engine=engine, unlike=unlike
        )
    wordings = Wordings.over(
        context,
        points_of(context),
        engine=engine,
        reader=level,
        said=frozenset().union(*(said(step.draft.body) for step in written)),
        told=frozenset().union(*(step.draft.told for step in written)),
    )
    size = _SHORTER_OF[length] if kind is StepKind.VALUE_ADD else Length.SHORT
    skeleton = skeleton_for(tone, kind=kind, reader="any")
    try:
        return fill(skeleton, wordings, tone=tone, length=size, level=level, key=variant_key)
    except NothingToSay:
        return None


def _dated(written: list[WrittenStep]) -> list[WrittenStep]:
    start = STANDARD_DAYS[written[0].kind] if written else 0
    return [
        WrittenStep(kind=step.kind, day=STANDARD_DAYS[step.kind] - start, same_thread=step.same_thread, draft=step.draft)
        for step in written
    ]
