"""Never mail somebody again, because the user says so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roleferry.domain.model.ids import SuppressionId, UserId
from roleferry.domain.model.sending.address import InvalidAddress
from roleferry.domain.model.sending.suppression import (
    Suppression,
    SuppressionReason,
    SuppressionScope,
    Unwanted,
    read_unwanted,
)
from roleferry.domain.model.tables import RowResult, RowStatus
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class AddSuppressions:
    """
    Add addresses and domains to the user's list.

    Mails that are already planned are not touched here: the gate looks at the list at the moment of sending, so that
    none of them leaves, and what it suppressed can be read off the mail itself.
    """

    transactions: Transactions
    suppression_key: bytes
    clock: Clock
    ids: Ids

    async def __call__(
        self, user_id: UserId, entries: Sequence[tuple[int, str]], *, source: str
    ) -> Sequence[RowResult]:
        """Return what became of each (number, what is written there), in their order; `skipped` stood there before."""
        read = {number: self._read(written) for number, written in entries}
        wanted = {one.hashed: one for one in reversed(read.values()) if isinstance(one, Unwanted)}
        async with self.transactions.begin(user_id) as uow:
            there = {
                entry.hashed: entry.id
                for entry in await uow.suppressions.matching(list(wanted), user_ids=[user_id])
                if entry.scope is SuppressionScope.USER
            }
            new = [self._entry(user_id, one, source) for one in wanted.values() if one.hashed not in there]
            if new:
                await uow.suppressions.add(new)
                await uow.audit.record("suppression.added", entity="suppression", count=len(new), source=source)
        made = {entry.hashed: entry.id for entry in new}
        return list(_results(read, made, there))

    def _read(self, written: str) -> Unwanted | str:
        try:
            return read_unwanted(written, key=self.suppression_key)
        except InvalidAddress as error:
            return error.detail

    def _entry(self, user_id: UserId, one: Unwanted, source: str) -> Suppression:
        return Suppression(
            id=SuppressionId(self.ids.new()),
            user_id=user_id,
            kind=one.kind,
            scope=SuppressionScope.USER,
            hashed=one.hashed,
            shown=one.shown,
            reason=SuppressionReason.ADDED_BY_USER,
            source=source,
            at=self.clock.now(),
        )


def _results(
    read: Mapping[int, Unwanted | str], made: dict[str, SuppressionId], there: Mapping[str, SuppressionId]
) -> Sequence[RowResult]:
    results = []
    told: set[str] = set()
    for number, one in read.items():
        if isinstance(one, str):
            results.append(RowResult(row=number, status=RowStatus.FAILED, reason=one))
        elif one.hashed in made and one.hashed not in told:
            results.append(RowResult(row=number, status=RowStatus.CREATED, id=made[one.hashed]))
        else:
            known = made.get(one.hashed) or there.get(one.hashed)
            results.append(RowResult(row=number, status=RowStatus.SKIPPED, reason="is on the list already", id=known))
        if isinstance(one, Unwanted):
            told.add(one.hashed)
    return results
