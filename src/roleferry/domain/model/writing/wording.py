"""Put each sentence of a skeleton into words: every wording of it that is known to be true here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from roleferry.domain.model.writing.claims import Claim, ClaimKind, Evidence, Source
from roleferry.domain.model.writing.context import WritingContext, template_context
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.points import Point, Points
from roleferry.domain.model.writing.sentences import said
from roleferry.domain.model.writing.skeletons.grammar import Unit
from roleferry.domain.model.writing.templating import Templating, UnresolvedVariable
from roleferry.domain.model.writing.variants import rotated

_OFFER = "offer."
_ALWAYS = frozenset({"reader", "page"})
"""`offer.*` names that no point fills: who reads, and what the one-page offer is called where one can be made."""

_JOB_NAMES = frozenset({"job.title", "company.name"})


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in words, and the point it makes, if it makes one."""

    text: str
    point: Point | None
    claims: tuple[Claim, ...]
    tells_need: bool
    tells_result: bool
    employer: str | None
    """Where it was done, if it was done somewhere."""
    named: str | None
    """The employer, where the sentence names it."""

    @classmethod
    def of(cls, text: str, point: Point | None, claims: tuple[Claim, ...]) -> Wording:
        """Return the sentence with what a letter must know of it to place it."""
        if point is None:
            return cls(text, None, claims, tells_need=False, tells_result=False, employer=None, named=None)
        employer = point.fills.get("employer")
        return cls(
            text,
            point,
            claims,
            tells_need=point.key.startswith("need:"),
            tells_result=point.key.startswith("result:"),
            employer=employer,
            named=employer if employer and employer in text else None,
        )

    @property
    def answers(self) -> int | None:
        """Index of the pain point pair it belongs to."""
        return self.point.answers if self.point else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wordings:
    """Renders sentences over one context; leaves out what was said or told in an earlier mail."""

    engine: Templating
    context: WritingContext
    roots: Mapping[str, object]
    points: Points
    reader: RecipientLevel
    said: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()
    known: dict[str, tuple[Wording, ...]] = field(default_factory=dict, repr=False, compare=False)
    """What each source can say here, worked out when first asked for; the same whatever was said and told before."""

    @classmethod
    def over(
        cls,
        context: WritingContext,
        points: Points,
        *,
        engine: Templating,
        reader: RecipientLevel,
        said: frozenset[str] = frozenset(),
        told: frozenset[str] = frozenset(),
    ) -> Wordings:
        """Return the wordings possible in this context."""
        return cls(
            engine=engine,
            context=context,
            roots=template_context(context),
            points=points,
            reader=reader,
            said=said,
            told=told,
        )

    def first(self, sources: tuple[str, ...], *, at_most: int | None = None) -> str | None:
        """Return the first of the sources that is known here and not too long."""
        for source in sources:
            text = self._rendered(source, self.engine.variables(source), {})
            if text is not None and (at_most is None or len(text) <= at_most):
                return text
        return None

    def of(self, unit: Unit, *, key: str) -> tuple[Wording, ...]:
        """Return every way to say the sentence: the best point first, and per point the contact's wording first."""
        found = [wording for source in rotated(unit.wordings, key=key) for wording in self._of(source)]
        found = found or next((list(known) for source in unit.instead if (known := tuple(self._of(source)))), [])
        ranks = {key: place for place, key in enumerate(self._ranking(found))}
        return tuple(sorted(found, key=lambda wording: ranks[wording.point.key] if wording.point else 0))

    def _ranking(self, found: list[Wording]) -> list[str]:
        keys = {wording.point.key for wording in found if wording.point}
        every = (*self.points.needs, *self.points.results, *self.points.skills, *self.points.roles)
        every += (*self.points.news, *self.points.questions)
        return [key for key in dict.fromkeys(point.key for point in every) if key in keys]

    def _of(self, source: str) -> Iterator[Wording]:
        if source not in self.known:
            self.known[source] = tuple(self._everything_of(source))
        for wording in self.known[source]:
            is_told = wording.point is not None and wording.point.key in self.told
            if not is_told and self.said.isdisjoint(said(wording.text)):
                yield wording

    def _everything_of(self, source: str) -> Iterator[Wording]:
        names = self.engine.variables(source)
        wanted = frozenset(name.removeprefix(_OFFER) for name in names if name.startswith(_OFFER)) - _ALWAYS
        for point in self._points_for(wanted):
            text = self._rendered(source, names, point.fills if point else {})
            if text is not None:
                yield Wording.of(text, point, self._claims(text, names, point))

    def _points_for(self, wanted: frozenset[str]) -> Iterator[Point | None]:
        if not wanted:
            yield None
            return
        groups = (self.points.needs, self.points.results, self.points.skills, self.points.roles)
        for group in (*groups, self.points.news, self.points.questions):
            yield from (point for point in group if wanted <= point.fills.keys())

    def _rendered(self, source: str, names: tuple[str, ...], fills: Mapping[str, str]) -> str | None:
        roots = {name.partition(".")[0] for name in names}
        data = {root: self.roots[root] for root in roots if root in self.roots} | {"offer": {**fills, **self._always}}
        try:
            return self.engine.render(source, data)
        except UnresolvedVariable:
            return None

    @property
    def _always(self) -> dict[str, str]:
        return {"reader": self.reader} | ({"page": "one page"} if self.points.needs else {})

    def _claims(self, text: str, names: tuple[str, ...], point: Point | None) -> tuple[Claim, ...]:
        made = tuple(Claim(sentence=text, evidence=evidence) for evidence in (point.evidence if point else ()))
        title = self.context.job.title or self.context.company_name
        if made or text.endswith("?") or title is None or not _JOB_NAMES & set(names):
            return made
        opening = Evidence(kind=ClaimKind.OPENING, source=Source.JOB, text=title)
        return (Claim(sentence=text, evidence=opening),)
