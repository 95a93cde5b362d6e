"""Make sequences: the standard one, a person's own, and the copies campaigns send from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.errors import FieldError
from roleferry.domain.model.ids import CampaignId, SequenceStepId, SequenceTemplateId
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.writing.context import WritingContext, template_context
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.model.writing.standard import per_contact_template, standard_template
from roleferry.domain.model.writing.steps import SequenceStep, SequenceTemplate, StepKind
from roleferry.domain.model.writing.templating import BadTemplate
from roleferry.domain.model.writing.tone import Tone
from roleferry.ports.clock import Ids
from roleferry.ports.sequences import KeptSequence
from roleferry.ports.templates import TemplateEngine


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenStep:
    """A step as a person states it."""

    kind: StepKind
    day: int
    subject: str
    body: str
    same_thread: bool
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceMaking:
    """Makes sequences whose every step has been read: its template understood, its words looked at."""

    ids: Ids
    templates: TemplateEngine

    def standard(self, *, name: str, tone: Tone, length: Length, level: RecipientLevel) -> KeptSequence:
        """Return the standard sequence as Liquid sources to edit."""
        template = standard_template(
            SequenceTemplateId(self.ids.new()),
            name=name,
            tone=tone,
            length=length,
            level=level,
            step_ids=self._step_ids(),
            lint=_plain_lint,
        )
        return KeptSequence(template=self.read(template), length=length)

    def per_contact(self, *, name: str, tone: Tone, length: Length, campaign_id: CampaignId) -> KeptSequence:
        """Return a campaign's standard sequence, written by rule for each contact."""
        template = per_contact_template(
            SequenceTemplateId(self.ids.new()), name=name, tone=tone, step_ids=self._step_ids(), lint=_plain_lint
        )
        return KeptSequence(template=template, length=length, campaign_id=campaign_id)

    def own(self, steps: Sequence[GivenStep], *, name: str, tone: Tone, length: Length) -> KeptSequence:
        """
        Return a sequence of a person's own steps.

        Raises:
            BadTemplate: a step cannot be read; names each that is wrong.
            BadRhythm: the steps do not follow each other as they should.
        """
        self.check([(step.subject, step.body) for step in steps])
        template = SequenceTemplate(
            id=SequenceTemplateId(self.ids.new()),
            name=name,
            tone=tone,
            steps=tuple(self._step(step) for step in steps),
        )
        return KeptSequence(template=self.read(template), length=length)

    def copy(
        self, sequence: KeptSequence, *, name: str, tone: Tone, length: Length, campaign_id: CampaignId
    ) -> KeptSequence:
        """Return a campaign's own copy, with ids of its own."""
        steps = tuple(replace(step, id=SequenceStepId(self.ids.new()), version=0) for step in sequence.template.steps)
        template = SequenceTemplate(id=SequenceTemplateId(self.ids.new()), name=name, tone=tone, steps=steps)
        return KeptSequence(template=template, length=length, campaign_id=campaign_id)

    def check(self, sources: Sequence[tuple[str, str]], *, path: str = "steps.{place}.{part}") -> None:
        """
        Refuse sources that could never be filled in.

        Raises:
            BadTemplate: names each subject and body that is wrong, and why.
        """
        wrong = []
        for place, words in enumerate(sources):
            for part, source in zip(("subject", "body"), words, strict=True):
                try:
                    self.templates.check(source)
                    _check_names(self.templates.variables(source))
                except BadTemplate as error:
                    wrong.append(FieldError(path.format(place=place, part=part), error.detail))
        if wrong:
            raise BadTemplate("; ".join(one.message for one in wrong), errors=tuple(wrong))

    def read(self, template: SequenceTemplate) -> SequenceTemplate:
        """Return the template with each step's lint as it is beside the others."""
        steps = tuple(replace(step, lint=lint_in(template, step)(step.subject, step.body)) for step in template.steps)
        return replace(template, steps=steps)

    def _step(self, given: GivenStep) -> SequenceStep:
        return SequenceStep(
            id=SequenceStepId(self.ids.new()),
            kind=given.kind,
            day=given.day,
            subject=given.subject,
            body=given.body,
            enabled=given.enabled,
            same_thread=given.same_thread,
            lint=LintReport(),
        )

    def _step_ids(self) -> Mapping[StepKind, SequenceStepId]:
        return {kind: SequenceStepId(self.ids.new()) for kind in StepKind}


_ROOTS = template_context(WritingContext(resume=Resume(raw_text=""), job=Posting(raw_text="")))
_OPEN_ROOTS = frozenset({"offer", "pain_points"})
"""What these hold depends on the contact, or has a place before its name."""


def _check_names(names: Sequence[str]) -> None:
    """
    Refuse a name that no contact will ever have.

    Raises:
        BadTemplate: names it, and what there is instead.
    """
    for name in names:
        root, _, rest = name.partition(".")
        known = _ROOTS.get(root)
        if root not in _OPEN_ROOTS and isinstance(known, dict) and rest and rest.partition(".")[0] not in known:
            raise BadTemplate(f"'{name}' is not known; {root} has {', '.join(sorted(known))}", name=name)


class StepLint:
    """Lint of one step's words, beside the other steps of its sequence."""

    __slots__ = ("_first", "_others")

    def __init__(self, others: Sequence[str], *, first: bool) -> None:
        self._others = others
        self._first = first

    def __call__(self, subject: str, body: str) -> LintReport:
        """Return what is found in a subject and a body."""
        return lint(subject, body, first_mail=self._first, other_steps=self._others, is_template=True)


def lint_in(template: SequenceTemplate, step: SequenceStep) -> StepLint:
    """Return the lint for a step of this sequence."""
    before = template.steps[: next((at for at, one in enumerate(template.steps) if one.id == step.id), 0)]
    others = [one.body for one in before if one.enabled and one.body.strip() != step.body.strip()]
    return StepLint(others, first=not step.same_thread)


def _plain_lint(subject: str, body: str) -> LintReport:
    return lint(subject, body, is_template=True)
