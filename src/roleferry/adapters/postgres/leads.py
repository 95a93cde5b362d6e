"""Leads as rows."""

from collections.abc import Sequence

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import columns, plain, to
from roleferry.domain.model.ids import LeadId
from roleferry.domain.model.people.lead import Lead, LeadNotFound
from roleferry.ports.leads import LeadRepository


class PostgresLeads(Repository, LeadRepository):
    """Rows of leads."""

    async def of_domains(self, domains: Sequence[str]) -> Sequence[Lead]:
        return [to(Lead, row) for row in await self._many("lock_leads_by_domain", self._user_id, list(domains))]

    async def add_all(self, leads: Sequence[Lead]) -> None:
        names = ("id", "domain", "company_name", "status", "reason")
        arrays = ([getattr(lead, name) for lead in leads] for name in names)
        data = [plain(dict(lead.data)) for lead in leads]
        await self._execute("add_leads", self._user_id, *arrays, data, [lead.created_at for lead in leads])

    async def waiting(self, *, after: LeadId | None, limit: int) -> Sequence[Lead]:
        return [to(Lead, row) for row in await self._many("lock_waiting_leads", self._user_id, after, limit)]

    async def find(self, lead_id: LeadId) -> Lead:
        row = await self._one("lock_lead", self._user_id, lead_id)
        if row is None:
            raise LeadNotFound("there is no such lead", lead_id=lead_id)
        return to(Lead, row)

    async def save(self, lead: Lead) -> None:
        values = columns(lead, "id", "company_name", "status", "reason", "company_id")
        await self._execute("save_lead", self._user_id, *values, plain(dict(lead.data)))
