"""The mails of one sequence to one contact: each step filled in, read again and traced to its evidence (SPEC 3.7)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from roleferry.domain.model.sending.threading import reply_subject
from roleferry.domain.model.writing.claims import Claim
from roleferry.domain.model.writing.context import WritingContext, template_context
from roleferry.domain.model.writing.draft import Draft, NothingToSay, without_greeting
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.grounds import Grounds, SkillFinder
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.model.writing.offer import Offer
from roleferry.domain.model.writing.once import RenderedOnce
from roleferry.domain.model.writing.points import Point
from roleferry.domain.model.writing.sentences import sentences
from roleferry.domain.model.writing.sequence import SequenceWriter
from roleferry.domain.model.writing.standard import offer_of, tidied
from roleferry.domain.model.writing.steps import SequenceStep, StepKind
from roleferry.domain.model.writing.templating import BadTemplate, Templating, UnresolvedVariable
from roleferry.domain.model.writing.tone import Tone

_WRITTEN = frozenset({"offer.subject", "offer.body"})
"""Names that stand for words written for this one contact."""
_SHORTEST_FILL = 12
_MOST_TRIES = 16
_SENTENCES_KEPT = 4_096


@dataclass(frozen=True, slots=True, kw_only=True)
class StepMail:
    """One step filled in for one contact; `unresolved` names what is not known, `problem` says what else is wrong."""

    step: SequenceStep
    number: int
    """Position among the steps that are switched on, from 1."""
    gap_days: int
    subject: str
    body: str
    claims: tuple[Claim, ...] = ()
    lint: LintReport
    unresolved: tuple[str, ...] = ()
    problem: str | None = None

    @property
    def wrong(self) -> tuple[str, ...]:
        """What keeps it from going, in words, but for what is unresolved."""
        found = tuple(finding.message for finding in self.lint.blockers) if not self.unresolved else ()
        return (self.problem,) if self.problem else found


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How somebody is written to."""

    tone: Tone
    length: Length
    level: RecipientLevel
    variant_key: str
    """The contact's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MailWriter:
    """Fills the steps that are switched on in for one contact after another."""

    steps: Sequence[SequenceStep]
    engine: Templating
    find_skills: SkillFinder
    words: Templating = field(init=False, repr=False, compare=False)
    """The engine for words written for each contact: many contacts share a sentence."""
    skills_in: SkillFinder = field(init=False, repr=False, compare=False)
    """Finds skills, in the same sentence once."""

    def __post_init__(self) -> None:
        find_skills = self.find_skills
        object.__setattr__(self, "words", RenderedOnce(self.engine))
        object.__setattr__(self, "skills_in", lru_cache(maxsize=_SENTENCES_KEPT)(lambda text: tuple(find_skills(text))))

    def mails(
        self, context: WritingContext, voice: Voice, *, offer: Offer | None = None, unlike: Collection[str] = ()
    ) -> tuple[StepMail, ...]:
        """
        Return the mails to one contact; a saved `offer` is the first, `unlike` are the bodies colleagues have.

        Words written for each contact are written anew until no colleague has them, within a few tries.
        """
        known = self._known(context, voice)
        taken = frozenset(map(without_greeting, unlike))
        attempt = self._mails(known, voice.variant_key, offer, taken)
        for number in range(1, _MOST_TRIES if taken and self._writes else 1):
            if not any(without_greeting(mail.body) in taken for mail in attempt if mail.body):
                break
            attempt = self._mails(known, f"{voice.variant_key}~{number}", offer, taken)
        return self._read_again(attempt, Grounds.of(context))

    @property
    def _writes(self) -> bool:
        return any(self._asks_for_words(step) for step in self.steps)

    def _asks_for_words(self, step: SequenceStep) -> bool:
        return bool(_WRITTEN.intersection((*self.engine.variables(step.subject), *self.engine.variables(step.body))))

    def _known(self, context: WritingContext, voice: Voice) -> _Known:
        fills, points = offer_of(context)
        data = template_context(context, offer={**fills, "reader": voice.level})
        if not self._writes:
            return _Known(data, points, None, None)
        try:
            writer = SequenceWriter.over(
                context, tone=voice.tone, length=voice.length, level=voice.level, engine=self.words
            )
        except NothingToSay as error:
            return _Known(data, points, None, error.detail)
        return _Known(data, points, writer, None)

    def _mails(
        self, known: _Known, variant_key: str, offer: Offer | None, taken: frozenset[str]
    ) -> tuple[StepMail, ...]:
        """Return one try, not yet read again."""
        written, problem = self._written(known, variant_key, taken)
        mails: list[StepMail] = []
        gaps = _gaps(self.steps)
        for number, step in enumerate(self.steps, start=1):
            words = _words(written.get(step.kind), offer if number == 1 else None)
            filled = self._filled(step, known.data, words)
            subject = _threaded(filled.subject, step, mails)
            claims = _claims(filled.body, words.claims if words else (), known.points)
            lacking = problem if problem and words is None and self._asks_for_words(step) else filled.problem
            mails.append(
                StepMail(
                    step=step,
                    number=number,
                    gap_days=gaps[number - 1],
                    subject=subject,
                    body=filled.body,
                    claims=claims,
                    lint=LintReport(),
                    unresolved=() if lacking else filled.unresolved,
                    problem=lacking,
                )
            )
        return tuple(mails)

    def _written(
        self, known: _Known, variant_key: str, taken: frozenset[str]
    ) -> tuple[Mapping[StepKind, Draft], str | None]:
        if known.writer is None:
            return {}, known.problem
        kinds = {step.kind for step in self.steps if self._asks_for_words(step)}
        try:
            sequence = known.writer.write(kinds, variant_key=variant_key, taken=taken)
        except NothingToSay as error:
            return {}, error.detail
        return {one.kind: one.draft for one in sequence}, None

    def _filled(self, step: SequenceStep, data: Mapping[str, object], words: _Words | None) -> _Filled:
        offer = dict(data["offer"]) if isinstance(data["offer"], dict) else {}
        own = {**data, "offer": {**offer, **({"subject": words.subject, "body": words.body} if words else {})}}
        unresolved: dict[str, None] = {}
        texts = []
        for source in (step.subject, step.body):
            try:
                texts.append(self.engine.render(source, own) if source.strip() else "")
            except UnresolvedVariable as error:
                unresolved[error.name] = None
                texts.append("")
            except BadTemplate as error:
                return _Filled("", "", (), error.detail)
        return _Filled(" ".join(texts[0].split()), tidied(texts[1]), tuple(unresolved), None)

    def _read_again(self, mails: Sequence[StepMail], grounds: Grounds) -> tuple[StepMail, ...]:
        return tuple(
            mail
            if mail.unresolved or mail.problem
            else replace(
                mail,
                lint=lint(
                    mail.subject,
                    mail.body,
                    grounds=grounds,
                    find_skills=self.skills_in,
                    first_mail=not mail.step.same_thread,
                    other_steps=[other.body for other in mails if other.number < mail.number],
                ),
            )
            for mail in mails
        )


@dataclass(frozen=True, slots=True)
class _Known:
    """What all tries at the mails to one contact share; `problem` is why no words can be written for them."""

    data: Mapping[str, object]
    points: tuple[Point, ...]
    writer: SequenceWriter | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class _Words:
    subject: str
    body: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class _Filled:
    subject: str
    body: str
    unresolved: tuple[str, ...]
    problem: str | None


def _words(draft: Draft | None, offer: Offer | None) -> _Words | None:
    if offer is not None:
        return _Words(offer.subject, offer.body, offer.claims)
    return _Words(draft.subject, draft.body, draft.claims) if draft else None


def _gaps(steps: Sequence[SequenceStep]) -> list[int]:
    days = [step.day for step in steps]
    return [0 if place == 0 else day - days[place - 1] for place, day in enumerate(days)]


def _threaded(subject: str, step: SequenceStep, before: Sequence[StepMail]) -> str:
    """A mail that answers in the thread has the thread's subject."""
    if not step.same_thread or not before or not before[0].subject.isprintable() or not before[0].subject:
        return subject
    return reply_subject(before[0].subject)


def _claims(body: str, known: Sequence[Claim], points: Sequence[Point]) -> tuple[Claim, ...]:
    """Return the claims whose sentence still stands, and for a person's own template those its fills make."""
    kept = tuple(claim for claim in known if claim.sentence in body)
    if known:
        return kept
    return tuple(
        Claim(sentence=sentence, evidence=evidence)
        for sentence in sentences(body)
        for point in points
        if any(len(text) >= _SHORTEST_FILL and text in sentence for text in point.fills.values())
        for evidence in point.evidence
    )
