"""Find or make the company of a name, so that every job and everybody at one employer hangs on one row."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass

from roleferry.domain.model.ids import CompanyId, UserId
from roleferry.domain.model.people.company import Company, CompanyInvalid, name_key
from roleferry.domain.model.people.source import USER
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
                companies[name] = self.named(user_id, name)
        ids = await uow.companies.settle_all(list(companies.values()))
        return {name: ids[company.name_key] for name, company in companies.items()}

    def named(self, user_id: UserId, name: str, *, source: str = USER) -> Company:
        """
        Return a company of this name, not kept yet.

        Raises:
            CompanyInvalid: there is no letter or digit in it.
        """
        written, key = self.spelled(name)
        new_id, now = CompanyId(self.ids.new()), self.clock.now()
        return Company(id=new_id, user_id=user_id, name=written, name_key=key, source=source, created_at=now)

    def spelled(self, name: str) -> tuple[str, str]:
        """
        Return a name as it is kept, and the key that it shares with the same name in another legal form.

        Raises:
            CompanyInvalid: there is no letter or digit in it.
        """
        written = " ".join(name.split())
        return written, name_key(self.vocabulary.strip_company_suffix(written))
