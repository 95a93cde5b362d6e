"""Read a table of leads, in the background."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from roleferry.domain.model.ids import LeadId, UserId
from roleferry.domain.model.people.columns import LEAD_COLUMNS
from roleferry.domain.model.people.lead import Lead, LeadInvalid, domain_of
from roleferry.domain.model.tables import Row, RowResult, RowStatus, read_table
from roleferry.domain.use_cases.people.importing import bytes_of, import_rows
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.scraping import Sheets
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions

_LONGEST = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportLeads:
    """Keep each row's domain once; a later row, or a later file, fills what was empty."""

    transactions: Transactions
    storage: Storage
    sheets: Sheets
    clock: Clock
    ids: Ids

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return how many rows went which way, and the rows.

        Raises:
            NotATable: there is no column with domains.
        """
        data = await bytes_of(payload, storage=self.storage, sheets=self.sheets)
        table = read_table(data, aliases=LEAD_COLUMNS).require("domain", "email")

        async def keep(rows: Sequence[Row]) -> Sequence[RowResult]:
            return await self._keep(user_id, rows)

        result = await import_rows(table, keep, progress)
        if key := payload.get("storage_key"):
            await self.storage.delete(key)
        return result

    async def _keep(self, user_id: UserId, rows: Sequence[Row]) -> Sequence[RowResult]:
        domains = {row.number: _domain(row) for row in rows}
        good = sorted({domain for domain in domains.values() if not isinstance(domain, LeadInvalid)})
        async with self.transactions.begin(user_id) as uow:
            leads = {lead.domain: lead for lead in await uow.leads.of_domains(good)}
            there = frozenset(leads)
            before = dict(leads)
            results = [self._result(user_id, row, domains[row.number], leads) for row in rows]
            await uow.leads.add_all([lead for domain, lead in leads.items() if domain not in there])
            for domain in there:
                if leads[domain] is not before[domain]:
                    await uow.leads.save(leads[domain])
        return results

    def _result(self, user_id: UserId, row: Row, domain: str | LeadInvalid, leads: dict[str, Lead]) -> RowResult:
        if isinstance(domain, LeadInvalid):
            return RowResult(row=row.number, status=RowStatus.FAILED, reason=domain.detail)
        data = {name: value[:_LONGEST] for name, value in row.values.items() if name not in {"domain", "company_name"}}
        name = (row.get("company_name") or "")[:_LONGEST] or None
        there = leads.get(domain)
        if there is None:
            new_id = LeadId(self.ids.new())
            leads[domain] = Lead(
                id=new_id,
                user_id=user_id,
                domain=domain,
                company_name=name,
                data=data,
                created_at=self.clock.now(),
            )
            return RowResult(row=row.number, status=RowStatus.CREATED, id=new_id)
        filled = replace(there, company_name=there.company_name or name, data={**data, **there.data})
        if filled == there:
            return RowResult(row=row.number, status=RowStatus.SKIPPED, reason="is there already", id=there.id)
        leads[domain] = filled
        return RowResult(row=row.number, status=RowStatus.UPDATED, id=there.id)


def _domain(row: Row) -> str | LeadInvalid:
    try:
        return domain_of(row.get("domain") or row.get("email") or "")
    except LeadInvalid as error:
        return error
