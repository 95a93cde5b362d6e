"""Try the servers of a mailbox out."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.connections import Connections, MailProtocol, SealedLogin
from roleferry.domain.model.sending.trial import StepState, TrialStage, TrialStep, steps_of
from roleferry.domain.use_cases.sending.edit_mailbox import let_in_again
from roleferry.domain.use_cases.sending.logins import Logins
from roleferry.ports.clock import Clock
from roleferry.ports.errors import Refused
from roleferry.ports.server_trial import ServerTrial
from roleferry.ports.transactions import Transactions


class NothingToTry(Conflict):
    """The mailbox has no server of its own."""

    code = "mailbox.no_server"


@dataclass(frozen=True, slots=True, kw_only=True)
class TryMailbox:
    """Connect to each server, encrypt and log in, and keep what was found; nothing is sent, no transaction is open."""

    transactions: Transactions
    server_trials: Mapping[MailProtocol, ServerTrial]
    logins: Logins
    clock: Clock

    async def __call__(self, user_id: UserId, mailbox_id: MailboxId) -> None:
        """
        Return when kept.

        Raises:
            MailboxNotFound: there is none.
            NothingToTry: it sends by the service's own means.
        """
        async with self.transactions.begin(user_id) as uow:
            await uow.mailboxes.find(mailbox_id)
            connections = await uow.connections.of(mailbox_id)
        given = [(one, kept) for one in MailProtocol if (kept := connections.of(one)) is not None]
        if not given:
            raise NothingToTry("give the mailbox a server of its own first: `smtp`, and `imap` to hear of replies")
        found = await asyncio.gather(*(self._try(mailbox_id, protocol, kept) for protocol, kept in given))
        steps = [step for one in found for step in one]
        await self._keep(user_id, mailbox_id, connections, steps)

    async def _try(self, mailbox_id: MailboxId, protocol: MailProtocol, kept: SealedLogin) -> Sequence[TrialStep]:
        try:
            login = self.logins.open(mailbox_id, protocol, kept)
        except Refused as error:
            words = str(error)
            return [TrialStep(protocol=protocol, stage=TrialStage.LOGIN, state=StepState.FAILED, detail=words)]
        return steps_of(await self.server_trials[protocol].try_out(login), login)

    async def _keep(
        self, user_id: UserId, mailbox_id: MailboxId, tried: Connections, steps: Sequence[TrialStep]
    ) -> None:
        """Write what was found, unless other settings were given meanwhile, of which it says nothing."""
        async with self.transactions.begin(user_id) as uow:
            mailbox = await uow.mailboxes.find(mailbox_id)
            if await uow.connections.of(mailbox_id) != tried:
                return
            await uow.connections.save_trial(mailbox_id, steps, at=self.clock.now())
            sends = tried.smtp is not None and all(
                one.state is StepState.PASSED for one in steps if one.protocol is MailProtocol.SMTP
            )
            if sends and (again := let_in_again(mailbox)) is not mailbox:
                await uow.mailboxes.save(again)
            await uow.audit.record("mailbox.tested", entity="mailbox", entity_id=mailbox_id, passed=_passed(steps))


def _passed(steps: Sequence[TrialStep]) -> bool:
    return all(one.state is StepState.PASSED for one in steps)
