"""Find or make the company a job is at, so that everybody at one employer hangs on one row."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass

from roleferry.domain.model.ids import CompanyId, UserId
from roleferry.domain.model.people.company import Company, CompanyInvalid, name_key
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.transactions import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class Employers:
    """Companies by name, within the caller's transaction."""

    vocabulary: Vocabulary
    clock: Clock
    ids: Ids

    async def settle(self, uow: UnitOfWork, user_id: UserId, name: str | None) -> CompanyId | None:
        """Return the company of this name, which is made when there is none; None without a letter or digit in it."""
        return next(iter((await self.settle_all(uow, user_id, [name] if name else [])).values()), None)

    async def settle_all(self, uow: UnitOfWork, user_id: UserId, names: Collection[str]) -> Mapping[str, CompanyId]:
        """Return the companies of many names; one without a letter or digit in it has none."""
        companies: dict[str, Company] = {}
        for name in names:
            with suppress(CompanyInvalid):
                companies[name] = self._named(user_id, name)
        ids = await uow.companies.settle_all(list(companies.values()))
        return {name: ids[company.name_key] for name, company in companies.items()}

    def _named(self, user_id: UserId, name: str) -> Company:
        return Company(
            id=CompanyId(self.ids.new()),
            user_id=user_id,
            name=name.strip(),
            name_key=name_key(self.vocabulary.strip_company_suffix(name.strip())),
            created_at=self.clock.now(),
        )
