"""Pause a mailbox because of what happened to its mail, and tell its owner."""

from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.mailbox import Mailbox, MailboxPause, MailboxStatus
from roleferry.ports.transactions import UnitOfWork


async def pause_mailbox(
    uow: UnitOfWork, mailbox_id: MailboxId, why: MailboxPause, *, detail: str | None = None
) -> None:
    """Pause it in its owner's transaction; one that is paused already stays as it is, and nobody is told twice."""
    mailbox = await uow.mailboxes.find(mailbox_id)
    paused = _locked_out(mailbox, detail) if why is MailboxPause.AUTHENTICATION else mailbox.paused(why, detail)
    if paused is mailbox:
        return
    await uow.mailboxes.save(paused)
    words = f"{why.value.replace('_', ' ')}: {detail}" if detail else why.value.replace("_", " ")
    message = f"Your mailbox {mailbox.display_name} is paused ({words}). Look at it, then resume it."
    await uow.notices.add("mailbox.paused", message, level="action", mailbox_id=mailbox.id)


def _locked_out(mailbox: Mailbox, detail: str | None) -> Mailbox:
    """Return the mailbox as one whose server does not let us in; one that sends no mail anyway stays as it is."""
    return mailbox.broken(detail or "") if mailbox.status is MailboxStatus.ACTIVE else mailbox
