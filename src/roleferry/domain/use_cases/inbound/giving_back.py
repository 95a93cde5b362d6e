"""Give a mailbox back that was read, or could not be; who owns it is told what they can do about it."""

from dataclasses import dataclass
from datetime import timedelta

from roleferry.domain.model.inbound.pauses import FAILURES_TOLD, REFUSALS_BELIEVED, after_failure, after_refusal
from roleferry.ports.inboxes import DueInbox, InboxState
from roleferry.ports.mailboxes import MailboxNotFound
from roleferry.ports.transactions import Transactions

_SEES_NOTHING = "Answers are not seen, so nothing stops when somebody answers"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveBack:
    """A wrong password is tried four times on the first day, then daily; a server that is away, ever less often."""

    transactions: Transactions

    async def read(self, inbox: DueInbox, *, after: timedelta) -> InboxState:
        """Give back what was read."""
        return await self._release(inbox, InboxState.READ, None, after=after)

    async def unreachable(self, inbox: DueInbox, why: str) -> InboxState:
        """Give back what could not be reached; once it has lasted, say so, once for these settings and this day."""
        if inbox.failures + 1 == FAILURES_TOLD:
            message = f"{inbox.address} cannot be read: {why}. {_SEES_NOTHING}; we go on trying."
            await self._tell(inbox, "mailbox.unreachable", message, level="warning", times=inbox.failures)
        after = after_failure(inbox.failures, inbox.mailbox_id)
        return await self._release(inbox, InboxState.UNREACHABLE, why, after=after)

    async def refused(self, inbox: DueInbox, why: str) -> InboxState:
        """Give back what does not let us in; refused again and again, it sends no more, since it would send blindly."""
        message = f"{inbox.address} cannot be read: {why}. {_SEES_NOTHING}: enter the IMAP password again."
        await self._tell(inbox, "mailbox.inbox_refused", message, level="action", times=0)
        if inbox.failures + 1 >= REFUSALS_BELIEVED:
            await self._stop_sending(inbox, why)
        return await self._release(inbox, InboxState.REFUSED, why, after=after_refusal(inbox.failures))

    async def _release(self, inbox: DueInbox, state: InboxState, detail: str | None, *, after: timedelta) -> InboxState:
        async with self.transactions.begin(None) as uow:
            await uow.inboxes.release(inbox, state=state, detail=detail, after=after)
        return state

    async def _tell(self, inbox: DueInbox, code: str, message: str, *, level: str, times: int) -> None:
        key = f"{code}:{inbox.mailbox_id}:{inbox.settings_at.isoformat()}:{times}"
        async with self.transactions.begin(inbox.user_id) as uow:
            await uow.notices.add(code, message, level=level, dedupe_key=key, mailbox_id=inbox.mailbox_id)

    async def _stop_sending(self, inbox: DueInbox, why: str) -> None:
        async with self.transactions.begin(inbox.user_id) as uow:
            try:
                mailbox = await uow.mailboxes.find(inbox.mailbox_id)
            except MailboxNotFound:
                return
            if mailbox.status.value == "active":
                await uow.mailboxes.save(mailbox.broken(f"what comes back cannot be read: {why}"))
