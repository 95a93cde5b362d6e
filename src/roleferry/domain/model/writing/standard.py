"""The standard sequence as templates a person can edit, and how an edited step becomes a mail to one contact."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from roleferry.domain.model.ids import SequenceStepId, SequenceTemplateId
from roleferry.domain.model.writing.claims import Evidence
from roleferry.domain.model.writing.context import WritingContext, template_context
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.points import Point, points_of
from roleferry.domain.model.writing.skeletons import skeleton_for
from roleferry.domain.model.writing.skeletons.grammar import Skeleton, Unit, Weight
from roleferry.domain.model.writing.steps import STANDARD_DAYS, SequenceStep, SequenceTemplate, StepKind
from roleferry.domain.model.writing.templating import Templating
from roleferry.domain.model.writing.tone import Tone

_NUMBERED = re.compile(r"offer\.(result|answer|employer)\b(?!_)")
_RESULT = re.compile(r"\{\{ offer\.(?:result|answer)")
_NAMES = re.compile(r"(?:offer|contact|job|company|sender)\.\w+")
_OFTEN_UNKNOWN = ("offer.", "contact.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A step filled in for one contact, and everything its `offer.*` words rest on."""

    subject: str
    body: str
    evidence: tuple[Evidence, ...]


def standard_template(
    id: SequenceTemplateId,  # noqa: A002
    *,
    name: str,
    tone: Tone,
    length: Length,
    level: RecipientLevel,
    step_ids: Mapping[StepKind, SequenceStepId],
    lint: Callable[[str, str], LintReport],
) -> SequenceTemplate:
    """Return the four standard steps of a tone as Liquid sources."""
    steps: list[SequenceStep] = []
    told = 0
    for kind in StepKind:
        first = kind is StepKind.INITIAL
        skeleton = skeleton_for(tone, kind=length if first else kind, reader=level if first else "any")
        subject, body = template_source(skeleton, told=told, with_needs=first)
        told += len(_RESULT.findall(body))
        step = SequenceStep(
            id=step_ids[kind],
            kind=kind,
            day=STANDARD_DAYS[kind],
            subject=subject,
            body=body,
            same_thread=not first,
            lint=lint(subject, body),
        )
        steps.append(step)
    return SequenceTemplate(id=id, name=name, tone=tone, steps=tuple(steps))


def per_contact_template(
    id: SequenceTemplateId,  # noqa: A002
    *,
    name: str,
    tone: Tone,
    step_ids: Mapping[StepKind, SequenceStepId],
    lint: Callable[[str, str], LintReport],
) -> SequenceTemplate:
    """Return the four standard steps, each to be written by rule for every contact: no two get the same words."""
    subject, body = "{{ offer.subject }}", "{{ offer.body }}"
    steps = tuple(
        SequenceStep(
            id=step_ids[kind],
            kind=kind,
            day=STANDARD_DAYS[kind],
            subject=subject,
            body=body,
            same_thread=kind is not StepKind.INITIAL,
            lint=lint(subject, body),
        )
        for kind in StepKind
    )
    return SequenceTemplate(id=id, name=name, tone=tone, steps=steps)


def template_source(skeleton: Skeleton, *, told: int = 0, with_needs: bool = True) -> tuple[str, str]:
    """
    Return a skeleton as one Liquid subject and body; what may be unknown is guarded by an if.

    `told` is how many results the mails before have told: this one goes on from there.
    """
    paragraphs: dict[int, list[str]] = {}
    for unit in skeleton.units:
        source = _plainest(unit)
        if unit.weight is not Weight.FILLER and (with_needs or "offer.need" not in source):
            told += _RESULT.search(source) is not None
            paragraphs.setdefault(unit.paragraph, []).append(_guarded(source, told))
    blocks = (_greeting(skeleton), *("".join(each).strip() for each in paragraphs.values()), skeleton.sign_offs[0])
    return skeleton.subjects[0], "\n\n".join(blocks)


def _plainest(unit: Unit) -> str:
    """Return the first wording, or the first that names the employer: what follows must not be put down to another."""
    return next((wording for wording in unit.wordings if "offer.employer" in wording), unit.wordings[0])


def _greeting(skeleton: Skeleton) -> str:
    known, otherwise = skeleton.greetings[0], skeleton.greetings[-1]
    return f"{{% if {_NAMES.findall(known)[0]} %}}{known}{{% else %}}{otherwise}{{% endif %}}"


def _guarded(source: str, told: int) -> str:
    if told > 1:
        source = _NUMBERED.sub(rf"offer.\1_{told}", source)
    names = [name for name in dict.fromkeys(_NAMES.findall(source)) if name.startswith(_OFTEN_UNKNOWN)]
    names = [name for name in names if name != "offer.reader"]
    return f"{{% if {' and '.join(names)} %}} {source}{{% endif %}}" if names else f" {source}"


def render_step(
    subject: str, body: str, context: WritingContext, *, level: RecipientLevel, engine: Templating
) -> Rendered:
    """
    Fill a person's own templates in for one contact.

    Raises:
        UnresolvedVariable: a name that is printed is not known for this contact.
        BadTemplate: one of the sources is no template.
    """
    fills, points = offer_of(context)
    data = template_context(context, offer={**fills, "reader": level})
    text = engine.render(body, data) if body.strip() else ""
    return Rendered(
        subject=" ".join(engine.render(subject, data).split()) if subject.strip() else "",
        body=tidied(text),
        evidence=tuple(evidence for point in points for evidence in point.evidence),
    )


def offer_of(context: WritingContext) -> tuple[dict[str, str], tuple[Point, ...]]:
    """Return the best of each thing as `offer.*` names, results numbered from the second on, and the points behind."""
    points = points_of(context)
    results = list({point.key: point for point in reversed(points.results)}.values())[::-1]
    chosen = [group[0] for group in (points.needs, points.skills, points.roles, points.news, points.questions) if group]
    fills = {name: text for point in chosen for name, text in point.fills.items() if name != "employer"}
    for place, point in enumerate(results, start=1):
        fills |= {name if place == 1 else f"{name}_{place}": text for name, text in point.fills.items()}
    if points.needs:
        fills["page"] = "one page"
    return fills, (*chosen, *results)


def tidied(text: str) -> str:
    """Return a filled-in body without the blanks and empty lines that left-out parts leave behind."""
    lines = (re.sub(r"[ \t]{2,}", " ", line).strip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
