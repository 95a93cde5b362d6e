"""The people a mail may be for, as rows joined with all that is known of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.ids import ApplicationId, CampaignId, ContactId, JobId
from roleferry.domain.model.jobs.job import Job
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.people.fact import KnownFact, claimable
from roleferry.domain.model.sending.gate_facts import Verdict
from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.context import Employer, Fact, Pair, WrittenTo
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.ports.recipients import Recipient, RecipientReader


class PostgresRecipients(Repository, RecipientReader):
    """Contacts with their company, their application's job and whatever speaks against writing to them."""

    async def of(
        self,
        contact_ids: Sequence[ContactId],
        application_ids: Sequence[ApplicationId | None],
        *,
        campaign_id: CampaignId | None = None,
    ) -> Sequence[Recipient]:
        rows = await self._many("list_recipients", self._user_id, list(contact_ids), list(application_ids), campaign_id)
        return [_recipient(row) for row in rows]

    async def postings(self, job_ids: Sequence[JobId]) -> Mapping[JobId, Posting]:
        rows = await self._many("list_postings", self._user_id, list(job_ids))
        return {JobId(row["id"]): _job(row).posting for row in rows}

    async def pairs(self, job_ids: Sequence[JobId]) -> Mapping[JobId, tuple[Pair, ...]]:
        found: dict[JobId, list[Pair]] = defaultdict(list)
        for row in await self._many("list_pairs", self._user_id, list(job_ids)):
            found[JobId(row["job_id"])].append(_pair(row))
        return {job_id: tuple(pairs) for job_id, pairs in found.items()}

    async def employer(self, job_id: JobId) -> Employer:
        row = await self._one("find_employer", self._user_id, job_id)
        return to(Employer, {**row, "facts": _facts(row["facts"])}) if row else Employer()

    async def user_name(self) -> str | None:
        row = await self._one("find_user_name", self._user_id)
        name: str | None = row["name"] if row else None
        return name

    async def proposed_applications(self, contact_ids: Sequence[ContactId]) -> Mapping[ContactId, ApplicationId]:
        rows = await self._many("propose_applications", self._user_id, list(contact_ids))
        return {ContactId(row["contact_id"]): ApplicationId(row["application_id"]) for row in rows}


def _recipient(row: Mapping[str, Any]) -> Recipient:
    """Field by field: a launch reads ten thousand, which took longer by way of builtins than to write to them."""
    return Recipient(
        contact_id=row["contact_id"],
        application_id=row["application_id"],
        job_id=row["job_id"],
        company_id=row["company_id"],
        name=row["name"],
        address=row["address"],
        is_candidate=row["is_candidate"],
        source=row["source"],
        time_zone=row["time_zone"],
        country=row["country"],
        verdict=Verdict(row["verdict"]) if row["verdict"] else None,
        live_in=row["live_in"],
        contact=WrittenTo(
            full_name=row["name"],
            role_title=row["role_title"],
            level=RecipientLevel(row["level"]) if row["level"] else None,
            department=row["department"],
            facts=_facts(row["facts"]),
        ),
        company=Employer(
            name=row["company_name"],
            industry=row["industry"],
            tagline=row["tagline"],
            facts=_facts(row["company_facts"]),
        ),
    )


def _facts(stored: Sequence[Mapping[str, Any]] | None) -> tuple[Fact, ...]:
    """Return what a mail may speak of."""
    return tuple(
        Fact(text=fact.text, kind=fact.kind, source_url=fact.source_url, dated=fact.dated)
        for fact in claimable(to(KnownFact, one) for one in stored or ())
    )


def _job(row: Mapping[str, Any]) -> Job:
    return to(Job, {**row, "read": {**row["parsed"], "raw_text": row["raw_description"]}})


def _pair(row: Mapping[str, Any]) -> Pair:
    return Pair(
        challenge=row["challenge"],
        solution=row["solution"],
        metric=row["metric"],
        relevance=row["relevance"],
        challenge_span=_span(row["challenge_start"], row["challenge_end"]),
        solution_span=_span(row["solution_start"], row["solution_end"]),
    )


def _span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)
