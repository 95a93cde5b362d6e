"""Edit, reorder or drop a pain point."""

from dataclasses import dataclass, replace

from roleferry.domain.model.errors import Invalid
from roleferry.domain.model.ids import PainPointId, UserId
from roleferry.ports.jobs import KeptPainPoint
from roleferry.ports.transactions import Transactions


class GapCannotClaim(Invalid):
    """A gap has no evidence; correct your résumé instead, and generate again."""

    code = "pain_point.no_evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditPainPoint:
    """Change one row of the map; what a person writes counts as theirs and is not checked against the résumé here."""

    transactions: Transactions

    async def __call__(
        self,
        user_id: UserId,
        pain_point_id: PainPointId,
        *,
        challenge_text: str | None,
        solution_text: str | None,
        position: int | None,
        dropped: bool | None,
    ) -> KeptPainPoint:
        """
        Return the row as it is now.

        Raises:
            PainPointNotFound: there is none.
            GapCannotClaim: a solution was written where the résumé has no evidence.
        """
        async with self.transactions.begin(user_id) as uow:
            one = await uow.pain_points.find(pain_point_id)
            if solution_text is not None and one.gap:
                raise GapCannotClaim("nothing in your résumé answers this: add the line there and generate again")
            words = {"challenge_text": challenge_text, "solution_text": solution_text}
            changed = {name: value for name, value in words.items() if value is not None}
            one = replace(
                one,
                **changed,  # type: ignore[arg-type]  # two texts by name
                position=one.position if position is None else position,
                dropped=one.dropped if dropped is None else dropped,
                edited=one.edited or bool(changed),
            )
            await uow.pain_points.save(one)
            await uow.audit.record("pain_point.edited", entity="pain_point", entity_id=pain_point_id)
        return one
