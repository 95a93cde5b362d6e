"""Many people with one due mail each, and the engine on a mailer that does as it is told."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any
from uuid import UUID

from dependency_injector import providers

from roleferry.domain.model.sending.outreach import OutreachStatus
from tests.app import App
from tests.doubles.mailer import ToldMailer
from tests.integration.inbound.world import World, launched


def use_mailer(app: App, mailer: ToldMailer, *, connections: int = 2) -> ToldMailer:
    """Put the mailer into the service, before anything was sent in it."""
    app.container.mailer.override(providers.Object(mailer))
    app.container.sending_connections.override(providers.Object(connections))
    return mailer


async def people(app: App, count: int, *, steps: int = 1) -> list[World]:
    """Return so many people's worlds, each with a first mail that is due now."""
    everybody = [app, *[await app.as_somebody_else() for _ in range(count - 1)]]
    return [await launched(one, steps=steps) for one in everybody]


async def send(app: App, *, limit: int = 50) -> Counter[OutreachStatus]:
    """Do one worker's turn."""
    counts: Counter[OutreachStatus] = await app.container.send_due()(limit=limit)
    return counts


async def rows(app: App, sql: str, *args: object) -> list[dict[str, Any]]:
    """Look at everybody's rows, or change them."""
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        return [dict(row) for row in await connection.fetch(sql, *args)]


async def statuses(app: App) -> Counter[str]:
    """Return how many mails there are of each status."""
    return Counter(row["status"] for row in await rows(app, "SELECT status FROM outreach"))


async def claims_end(app: App) -> None:
    """Let time pass for claims that nobody has begun."""
    await rows(
        app,
        "UPDATE outreach SET lease_until = now() - interval '1 second'"
        " WHERE status = 'scheduled' AND lease_token IS NOT NULL",
    )


async def leases_end(app: App) -> None:
    """Let time pass for mails on the wire."""
    await rows(app, "UPDATE outreach SET lease_until = now() - interval '1 second' WHERE status = 'sending'")


async def until(
    what: Callable[[], bool] | Callable[[], Awaitable[bool]], *, seconds: float = 60, every: float = 0.01
) -> None:
    """Wait for a state, generously."""
    async with asyncio.timeout(seconds):
        while True:
            seen = what()
            if seen is True or (not isinstance(seen, bool) and await seen):
                return
            await asyncio.sleep(every)


def ids(worlds: list[World]) -> set[UUID]:
    """Return everybody's first mail."""
    return {world.mails[0, 1] for world in worlds}
