"""Say when a mail will go, or why not."""

from dataclasses import dataclass

from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.sending.explain import Explanation, explain
from roleferry.domain.use_cases.sending.gathering import SendFactsGatherer
from roleferry.ports.clock import Clock
from roleferry.ports.outreach import OutreachNotFound
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ExplainOutreach:
    """Look at one mail with the very eyes of the gate."""

    transactions: Transactions
    send_facts: SendFactsGatherer
    clock: Clock

    async def __call__(self, user_id: UserId, outreach_id: OutreachId) -> Explanation:
        """
        Return when it is expected, or the single most permanent reason why it will not go.

        Raises:
            OutreachNotFound: there is none.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            cases = await uow.outreach.cases([outreach_id], now=now)
            if not cases:
                raise OutreachNotFound("there is no such mail", outreach_id=outreach_id)
            (facts,) = await self.send_facts.gather(uow, cases, now=now)
        return explain(facts, now=now)
