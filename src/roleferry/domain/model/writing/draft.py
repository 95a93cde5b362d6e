"""Write a first note by rule: true sentences only, the length asked for, a wording of its own for each contact."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.writing.claims import Claim
from roleferry.domain.model.writing.composing import Slot, compose
from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.points import Points, points_of
from roleferry.domain.model.writing.skeletons import skeleton_for
from roleferry.domain.model.writing.skeletons.grammar import Skeleton
from roleferry.domain.model.writing.templating import Templating
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.model.writing.variants import rotated
from roleferry.domain.model.writing.wording import Wordings

LONGEST_SUBJECT = 60
_PLAIN_SUBJECTS = ("{{ job.title }}", "The role at {{ company.name }}", "Your open role")
_MOST_WORDINGS = 6
"""So often another wording is tried for a colleague before another result is put first."""


class NothingToSay(Invalid):
    """Too little is known to write an honest note."""

    code = "writing.nothing_to_say"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mail not yet sent; `thin` when the evidence did not reach for the length asked, and `missing` names it."""

    subject: str
    body: str
    claims: tuple[Claim, ...]
    tone: Tone
    length: Length
    level: RecipientLevel
    skeleton: str
    thin: bool = False
    missing: tuple[str, ...] = ()
    told: frozenset[str] = frozenset()
    """Keys of the points made, so that the next mail makes others."""


def write_offer(
    context: WritingContext,
    *,
    tone: Tone,
    length: Length,
    level: RecipientLevel,
    variant_key: str,
    engine: Templating,
    unlike: Collection[str] = (),
) -> Draft:
    """
    Write the first note to a contact; `variant_key` is the contact's id, `unlike` the bodies colleagues already have.

    Raises:
        NothingToSay: names what is missing.
    """
    points = points_of(context)
    check_something_to_say(context, points)
    wordings = Wordings.over(context, points, engine=engine, reader=level)
    taken = frozenset(map(without_greeting, unlike))
    return first_note(wordings, tone=tone, length=length, level=level, variant_key=variant_key, taken=taken)


def first_note(
    wordings: Wordings,
    *,
    tone: Tone,
    length: Length,
    level: RecipientLevel,
    variant_key: str,
    taken: Collection[str] = frozenset(),
) -> Draft:
    """Return the contact's variant of the letter, or the next whose body no colleague has under their greeting."""
    skeleton = skeleton_for(tone, kind=length, reader=level)
    leads = tuple(dict.fromkeys(point.key for point in wordings.points.results))
    drafts = (
        fill(
            skeleton,
            replace(wordings, told=frozenset(leads[: max(attempt - _MOST_WORDINGS, 0)])),
            tone=tone,
            length=length,
            level=level,
            key=_key(variant_key, attempt),
        )
        for attempt in range(_MOST_WORDINGS + max(len(leads), 1))
    )
    first = next(drafts)
    if without_greeting(first.body) not in taken:
        return first
    return next((draft for draft in drafts if without_greeting(draft.body) not in taken), first)


def check_something_to_say(context: WritingContext, points: Points) -> None:
    """Refuse to write where nothing about the person, or nothing about the job, is known."""
    missing = []
    if not (points.results or points.roles or points.skills):
        missing.append("something you have done: add a position or an accomplishment to your résumé")
    if not (context.job.title or context.company_name or points.needs):
        missing.append("what the note is about: give the job a title or a company")
    if missing:
        raise NothingToSay(
            f"There is nothing true to write yet. Missing: {'; '.join(missing)}.", missing=tuple(missing)
        )


def fill(
    skeleton: Skeleton, wordings: Wordings, *, tone: Tone, length: Length, level: RecipientLevel, key: str
) -> Draft:
    """Fill one skeleton."""
    slots = [
        Slot(unit, wordings.of(unit, key=f"{key}/{skeleton.name}/{place}")) for place, unit in enumerate(skeleton.units)
    ]
    head = wordings.first(skeleton.greetings) or ""
    tail = wordings.first(skeleton.sign_offs) or ""
    composed = compose(slots, head=head, tail=tail, least=length.least, most=length.most)
    if composed is None:
        raise NothingToSay("There is nothing true to write yet.", missing=wordings.points.missing)
    chosen = [wording for wording in composed.chosen if wording is not None]
    return Draft(
        subject=_subject(skeleton, wordings, key),
        body=composed.body,
        claims=tuple(claim for wording in chosen for claim in wording.claims),
        tone=tone,
        length=length,
        level=level,
        skeleton=skeleton.name,
        thin=not composed.fits,
        missing=() if composed.fits else wordings.points.missing,
        told=frozenset(wording.point.key for wording in chosen if wording.point),
    )


def _subject(skeleton: Skeleton, wordings: Wordings, key: str) -> str:
    sources = rotated(skeleton.subjects, key=f"{key}/{skeleton.name}/subject")
    return wordings.first((*sources, *_PLAIN_SUBJECTS), at_most=LONGEST_SUBJECT) or _PLAIN_SUBJECTS[-1]


def _key(variant_key: str, attempt: int) -> str:
    return variant_key if attempt == 0 else f"{variant_key}#{attempt}"


def without_greeting(body: str) -> str:
    """Return the body from its first sentence on."""
    return body.partition("\n\n")[2]
