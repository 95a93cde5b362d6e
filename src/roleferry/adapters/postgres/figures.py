"""The event log as facts, and the sums kept of it, as rows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, fields
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.domain.model.figures.facts import MailRef
from roleferry.domain.model.figures.log import fact_of
from roleferry.domain.model.figures.rollup import Tally
from roleferry.domain.model.figures.standing import Standing
from roleferry.domain.model.ids import CampaignId, UserId
from roleferry.ports.figures import Cell, FigureReader, FigureRepository, Figures, Mark, NumberedFact, RoleFigures
from roleferry.ports.transactions import Reads

_SILENT = frozenset({"smtp"})
"""Providers that report no deliveries (SPEC 3.11)."""
_MICRO = Decimal(1_000_000)


class PostgresFigures(Repository, FigureRepository):
    """Rows of outreach_events, campaign_metrics and figure_marks."""

    async def lock(self) -> None:
        await self._one("lock_figures", self._user_id)

    async def mark(self) -> Mark | None:
        row = await self._one("find_figure_mark", self._user_id)
        return _mark(row) if row else None

    async def last_number(self) -> int:
        row = await self._one("find_last_event_number", self._user_id)
        return row["number"] if row else 0

    async def facts_of_touched(self, *, after: int, sent_since: datetime) -> Sequence[NumberedFact]:
        return await self._facts("list_facts_of_touched", after, sent_since)

    async def facts_of_campaign(self, campaign_id: CampaignId) -> Sequence[NumberedFact]:
        return await self._facts("list_facts_of_campaign", campaign_id)

    async def _facts(self, statement: str, *args: object) -> Sequence[NumberedFact]:
        return numbered_facts(await self._many(statement, self._user_id, *args))

    async def names(self, ids: Sequence[UUID]) -> Mapping[UUID, str]:
        rows = await self._many("name_figure_groups", self._user_id, list(ids)) if ids else ()
        return {row["id"]: row["name"] for row in rows}

    async def cells(self) -> Mapping[Cell, Tally]:
        rows = await self._many("list_figure_cells", self._user_id)
        return {(CampaignId(row["campaign_id"]), row["day"]): Tally(**row["figures"]) for row in rows}

    async def save_cells(self, cells: Mapping[Cell, Tally], *, at: datetime) -> None:
        if not cells:
            return
        places = [campaign for campaign, _ in cells], [day for _, day in cells]
        rows = await self._many("list_figure_cells_among", self._user_id, *places)
        known = {(row["campaign_id"], row["day"]): Tally(**row["figures"]) for row in rows}
        summed = [asdict(known.get(key, Tally()) + tally) for key, tally in cells.items()]
        await self._execute("save_figure_cells", self._user_id, *places, summed, at)

    async def save_mark(self, mark: Mark) -> None:
        await self._execute(
            "save_figure_mark", self._user_id, mark.counted_to, mark.as_of, plain(mark.people), asdict(mark.total)
        )

    async def behind(self) -> Sequence[UserId]:
        return [UserId(row["user_id"]) for row in await self._many("list_users_behind")]


class PostgresFigureReader(FigureReader):
    """One statement, one round trip, one moment: the log is folded where it lies."""

    def __init__(self, reads: Reads) -> None:
        self._reads = reads

    async def figures(self, user_id: UserId, *, as_of: datetime) -> Figures:
        row = await self._reads.one(user_id, "show_overview", user_id, as_of) or {}
        changed = Standing(
            contacted=row["contacted"],
            replied=row["people_replied"],
            positive=row["people_positive"],
            taken=row["taken"],
            waiting=row["waiting"],
        )
        return Figures(
            total=Tally(**row["kept_total"]) + Tally(**{one.name: row[one.name] for one in fields(Tally)}),
            people=Standing(**row["kept_people"]) + changed,
            unripe=Standing(contacted=row["unripe"], replied=row["unripe_replied"], positive=row["unripe_positive"]),
            roles=RoleFigures(
                applied=row["applied"],
                by_stage=row["by_stage"],
                mailed=row["mailed"],
                interviewed=row["interviewed"],
                spent=Decimal(row["spent"]) / _MICRO,
            ),
        )


def _mark(row: Mapping[str, Any]) -> Mark:
    people, total = to(Standing, row["people"]), Tally(**row["total"])
    return Mark(counted_to=row["counted_to"], as_of=row["as_of"], people=people, total=total)


def numbered_facts(rows: Iterable[Mapping[str, Any]]) -> Sequence[NumberedFact]:
    """Return the facts of the log's rows; those of one mail share what they refer to."""
    refs: dict[Any, MailRef] = {}
    facts = []
    for row in rows:
        ref = refs.get(row["outreach_id"])
        if ref is None:
            ref = refs[row["outreach_id"]] = _ref(row)
        fact = fact_of(
            ref,
            kind=row["type"],
            at=row["at"],
            counted=row["counted"],
            facts=row["facts"],
            dedupe_key=row["dedupe_key"],
        )
        if fact is not None:
            facts.append(NumberedFact(row["number"], fact))
    return facts


def _ref(row: Mapping[str, Any]) -> MailRef:
    return MailRef(
        outreach_id=row["outreach_id"],
        campaign_id=row["campaign_id"],
        contact_id=row["contact_id"],
        application_id=row["application_id"],
        company_id=row["company_id"],
        step=row["step"],
        variant=row["variant"] or "",
        reports_deliveries=row["provider"] not in _SILENT,
    )
