"""The four mails of a sequence, as a plan and as templates a person can edit (SPEC 3.7)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from roleferry.domain.model.errors import FieldError, Invalid
from roleferry.domain.model.ids import SequenceStepId, SequenceTemplateId
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.tone import Tone

_LEAST_GAP, _MOST_GAP = 1, 10


class StepKind(StrEnum):
    """What a mail of the sequence is for; each takes its own angle."""

    INITIAL = "initial"
    NUDGE = "nudge"
    VALUE_ADD = "value_add"
    FINAL = "final"


STANDARD_DAYS = {StepKind.INITIAL: 0, StepKind.NUDGE: 2, StepKind.VALUE_ADD: 4, StepKind.FINAL: 7}
"""Days after the first mail."""


class BadRhythm(Invalid):
    """The steps of a sequence do not follow each other at a decent distance."""

    code = "writing.bad_rhythm"


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceStep:
    """One mail of a sequence as a Liquid source; its lint belongs to exactly these words."""

    id: SequenceStepId
    kind: StepKind
    day: int
    subject: str
    body: str
    enabled: bool = True
    same_thread: bool = False
    """Whether it answers the first mail."""
    lint: LintReport
    version: int = 0

    def edited(
        self,
        *,
        lint: Callable[[str, str], LintReport],
        subject: str | None = None,
        body: str | None = None,
        day: int | None = None,
        enabled: bool | None = None,
        same_thread: bool | None = None,
    ) -> SequenceStep:
        """Return the next version of the step; `lint` is run again on its words."""
        subject = self.subject if subject is None else subject
        body = self.body if body is None else body
        return replace(
            self,
            subject=subject,
            body=body,
            day=self.day if day is None else day,
            enabled=self.enabled if enabled is None else enabled,
            same_thread=self.same_thread if same_thread is None else same_thread,
            lint=lint(subject, body),
            version=self.version + 1,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceTemplate:
    """Steps in their order, to be filled in for each contact."""

    id: SequenceTemplateId
    name: str
    tone: Tone
    steps: tuple[SequenceStep, ...]
    version: int = 0

    def __post_init__(self) -> None:
        check_rhythm(self.steps)

    @property
    def mails(self) -> tuple[SequenceStep, ...]:
        """The steps that are switched on."""
        return tuple(step for step in self.steps if step.enabled)

    def with_step(self, step: SequenceStep) -> SequenceTemplate:
        """Return the next version, with this step in the place of the one with its id."""
        steps = tuple(step if each.id == step.id else each for each in self.steps)
        return replace(self, steps=steps, version=self.version + 1)


def check_rhythm(steps: Iterable[SequenceStep]) -> None:
    """
    Check the days of the steps that are switched on (SPEC 3.7): 0 for the first only, then 1 to 10 apart.

    Raises:
        BadRhythm: names each step that is wrong.
    """
    steps = tuple(steps)
    wrong = list(_wrong_days([(place, step.day) for place, step in enumerate(steps) if step.enabled]))
    wrong += _wrong_threads(steps)
    if wrong:
        raise BadRhythm("the steps of a sequence do not follow each other as they should", errors=tuple(wrong))


def _wrong_days(days: list[tuple[int, int]]) -> Iterable[FieldError]:
    if not days:
        yield FieldError("steps", "switch on at least one step")
        return
    if days[0][1] != 0:
        yield FieldError(f"steps.{days[0][0]}.day", "the first mail goes on day 0")
    for (_, before), (place, day) in pairwise(days):
        if not _LEAST_GAP <= day - before <= _MOST_GAP:
            message = (
                f"choose a day from {before + _LEAST_GAP} to {before + _MOST_GAP}: 1 to 10 days after the mail before"
            )
            yield FieldError(f"steps.{place}.day", message)


def _wrong_threads(steps: tuple[SequenceStep, ...]) -> Iterable[FieldError]:
    first = next((place for place, step in enumerate(steps) if step.enabled), None)
    if first is not None and steps[first].same_thread:
        yield FieldError(f"steps.{first}.same_thread", "the first mail has no thread to answer in")
