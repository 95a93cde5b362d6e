"""The pool at its edges: many workers, mailboxes that go, mail that a person's own mailbox brings."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import UUID

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.inbound.message import read_mail
from roleferry.domain.model.sending.connections import SealedLogin, Security
from roleferry.ports.inbox import ArrivedMail
from roleferry.ports.inboxes import DueInbox
from tests.app import App
from tests.integration.warmup.test_pool import MONDAY, a_day, captured, members, planned, pool, series

__all__ = ("pool",)


async def test_many_workers_send_each_mail_once(pool: App) -> None:
    people = await members(pool, 4)
    await asyncio.gather(*(pool.container.plan_warmup()(limit=10) for _ in range(3)))
    mails = await planned(pool, "planned")
    assert len({(mail.mailbox_id, mail.day, mail.slot) for mail in mails}) == len(mails) == 8
    for mail in mails:
        await pool.set_clock(mail.due_at + timedelta(seconds=1))
        await asyncio.gather(*(pool.container.send_warmup()(limit=3) for _ in range(4)))
    sent = [mail["outreach_id"] for person, _ in people for mail in await captured(person)]
    assert len(sent) == len(set(sent)) == len(mails)
    assert sum([(await series(person, box))["sent"] for person, box in people]) == len(mails)


async def test_a_mailbox_that_is_removed_takes_its_pool_mail_along(pool: App) -> None:
    (ada, adas), (bob, bobs) = await members(pool, 2)
    await pool.container.plan_warmup()(limit=10)
    assert len(await planned(pool, "planned")) == 2
    await ada.call("DELETE", f"/mailboxes/{adas}", expect=204)
    assert await planned(pool, "planned") == []
    await a_day(pool, step=5)
    assert (await series(bob, bobs))["sent"] == 0


class Folder:
    """A mailbox's folder with these mails in it."""

    def __init__(self, *mails: bytes) -> None:
        self._mails = mails

    async def headers(self, uids: Any) -> list[ArrivedMail]:
        heads = [self._mails[uid].partition(b"\r\n\r\n")[0] + b"\r\n\r\n" for uid in uids]
        return [ArrivedMail(uid=uid, at=MONDAY, size=9, header=head) for uid, head in zip(uids, heads, strict=True)]

    async def content(self, uid: int, *, limit: int) -> bytes:
        return self._mails[uid][:limit]


async def test_pool_mail_that_lies_in_a_real_mailbox_is_known_counted_and_kept_out_of_the_inbox(pool: App) -> None:
    people = await members(pool, 2)
    await pool.container.plan_warmup()(limit=10)
    due = (await planned(pool, "planned"))[0].due_at
    await pool.set_clock(due + timedelta(seconds=1))
    await pool.container.send_warmup()(limit=1)
    (sent,) = await planned(pool, "sent")
    owner, box = next((person, box) for person, box in people if box == str(sent.partner_mailbox_id))
    (mail,) = [one for person, _ in people for one in await captured(person)]
    raw, other = mail["raw"].encode(), b"From: friend@home.example\r\nSubject: Sunday\r\n\r\nSee you on Sunday?\r\n"
    assert read_mail(raw).header("in-reply-to") == ""
    login = SealedLogin(host="127.0.0.1", port=1, username="a", password=b"", security=Security.NONE)
    inbox = DueInbox(
        user_id=UserId(owner.user_id),
        mailbox_id=MailboxId(UUID(box)),
        token="t",
        address=mail["recipient"],
        login=login,
        settings_at=MONDAY,
        connected_at=MONDAY,
        failures=0,
    )
    opened: Any = Folder(other, raw)
    found = await pool.container.sort_mail()(opened, inbox, [0, 1], since=None)
    assert len(found.ours) == 1
    async with pool.container.transactions().begin(None) as uow:
        for event in found.ours:
            await uow.raw_events.add(event)
    await pool.worker.apply_events()
    assert [one.id for one in await planned(pool, "received")] == [sent.id]
    assert (await series(owner, box))["received"] == 1
    assert (await owner.get("/replies"))["items"] == []
