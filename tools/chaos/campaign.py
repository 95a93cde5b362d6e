"""A made-up person's campaign to many people, launched over HTTP."""

import asyncio
from datetime import UTC, datetime

from tests.app import App
from tests.integration.sending.journey import a_contact, a_mailbox, launched, set_out

MORNING = datetime(2026, 11, 23, 6, tzinfo=UTC)
"""A Monday, before anybody's sending hours."""
_AT_ONCE = 8


def domain_of(number: int) -> str:
    """Return where the reader of this number works; real mail goes nowhere else."""
    return f"firm{number}.example"


async def launch(app: App, *, people: int, mailboxes: int) -> str:
    """Launch one campaign to so many people, each at a company of their own, over so many mailboxes."""
    await app.set_clock(MORNING)
    ready = await set_out(app, people=0)
    slots = asyncio.Semaphore(_AT_ONCE)

    async def contact(number: int) -> str:
        async with slots:
            return await a_contact(
                app, number, full_name=f"Kim Reader{number}", email=f"kim@{domain_of(number)}", company=f"Firm {number}"
            )

    async def mailbox(number: int) -> str:
        async with slots:
            return await a_mailbox(app, address=f"ada{number}@sender.example")

    ready.contacts = await asyncio.gather(*(contact(number) for number in range(people)))
    await asyncio.gather(*(mailbox(number) for number in range(mailboxes - 1)))
    return await launched(app, ready)
