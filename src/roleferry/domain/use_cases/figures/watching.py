"""What follows from a mailbox's health: it pauses itself, its owner hears of silence; each once (SPEC 3.10)."""

from __future__ import annotations

from datetime import datetime

from roleferry.domain.model.figures.health import PAUSE_BELOW
from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.mailbox import MailboxPause
from roleferry.domain.use_cases.figures.see_health import MailboxHealth, health_of
from roleferry.ports.transactions import UnitOfWork


async def watch(uow: UnitOfWork, *, now: datetime, mailbox_id: MailboxId) -> None:
    """Look at one mailbox after something bad, within the transaction that wrote it down."""
    for seen in await health_of(uow.health, now=now, mailbox_id=mailbox_id):
        await pause_if_ill(uow, seen)


async def pause_if_ill(uow: UnitOfWork, seen: MailboxHealth) -> None:
    """
    Pause a mailbox whose score is below 50, and say why.

    The same events pause it once: who lets it send again has seen them, and only worse news overrules a person.
    """
    if not seen.health.must_pause or not await uow.health.note_evidence(seen.mailbox.id, seen.evidence):
        return
    mailbox = await uow.mailboxes.find(seen.mailbox.id)
    why = _why(seen)
    paused = mailbox.paused(MailboxPause.HEALTH, why)
    if paused is mailbox:
        return
    await uow.mailboxes.save(paused)
    message = f"Your mailbox {mailbox.display_name} is paused (health): {why} Look at what went wrong, then resume it."
    await uow.notices.add("mailbox.paused", message, level="action", mailbox_id=mailbox.id)


async def tell_of_silence(uow: UnitOfWork, seen: MailboxHealth, *, now: datetime) -> None:
    """Tell the owner, at most once in seven days, that hardly anybody answers; it never changes the label."""
    if not seen.health.low_replies or not await uow.health.note_low_replies(seen.mailbox.id, now.date()):
        return
    week = seen.week
    message = (
        f"{week.replied} of {week.delivered} mails delivered from {seen.mailbox.display_name} in seven days were "
        "answered. Fewer, more specific mails may do better; nothing is paused."
    )
    await uow.notices.add("mailbox.low_replies", message, mailbox_id=seen.mailbox.id)


def _why(seen: MailboxHealth) -> str:
    week = seen.week
    said = "complaint" if week.complained == 1 else "complaints"
    return (
        f"its score over seven days is {seen.health.score:g} of 100, below {PAUSE_BELOW}: "
        f"{week.bounced} of {week.sent} mails came back, {week.complained} {said}."
    )
