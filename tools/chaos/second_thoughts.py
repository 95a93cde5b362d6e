"""Pause, edit, opt-out, reply, lists and a stop that come between a mail's claim and its first byte (SPEC 6)."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

import asyncpg

from roleferry.domain.model.ids import SuppressionId
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.suppression import (
    Suppression,
    SuppressionKind,
    SuppressionReason,
    SuppressionScope,
    suppression_keys,
)
from roleferry.domain.model.sending.tokens import TokenPurpose, sign
from tools.chaos.campaign import Cast
from tools.chaos.evidence import tell
from tools.chaos.report import Row
from tools.chaos.stage import NeverSettled, Stage

_PATIENCE_SECONDS = 60
_HEAD_START_SECONDS = 0.4
_LOOK_SECONDS = 0.05
"""How long somebody may take to be answered while a worker stands between claim and hand-over."""
_WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'outreach_attempts'::regclass"
_BEGUN = "SELECT id FROM outreach WHERE campaign_id = $1 AND status NOT IN ('scheduled', 'held')"
Act = Callable[[Cast], Awaitable[object]]


async def second_thoughts(stage: Stage) -> list[Row]:
    """Play every change of mind against a mail whose attempt is just about to be written."""
    rows = [await _race(stage, domain, name, act) for domain, (name, act) in _ACTS.items()]
    await stage.app.container.release_sending()("everything has been played")
    return rows


async def _race(stage: Stage, domain: str, name: str, act: Act) -> Row:
    """
    Stop a worker right before it commits its intent, act meanwhile, let it go on.

    Whoever acts is either made to wait, and then told that the mail is leaving; or is answered, and then it stays.
    """
    cast = await stage.plant(domain, mails=1, follow_up=domain in _FOLLOW_UPS)
    async with _intents_locked(stage) as lock:
        await stage.set_clock(cast.mails[0].due_at + timedelta(seconds=1))
        await _until_a_worker_waits(stage)
        acting = asyncio.create_task(_answered(act, cast))
        await asyncio.wait({acting}, timeout=_HEAD_START_SECONDS)
        begun = await _begun(stage, cast) if acting.done() else None
        await lock.execute("ROLLBACK")
        await acting
        begun = await _begun(stage, cast) if begun is None else begun
    await stage.settle(cast)
    row = await stage.reckon(f"between claim and hand-over: {name}", [cast], may_wait=True)
    late = [one for one in cast.mails if stage.server.counts[one.message_id] and one.id not in begun]
    if late and not (domain == "edited" and _has_new_words(stage, late[0])):
        return replace(row, problems=(*row.problems, f"{len(late)} left after the answer"))
    return row


async def _answered(act: Act, cast: Cast) -> None:
    await act(cast)


@asynccontextmanager
async def _intents_locked(stage: Stage) -> AsyncIterator[asyncpg.Connection]:
    """Let nobody write an attempt, until the connection that is yielded rolls back."""
    connection = await asyncpg.connect(stage.database_url)
    try:
        await connection.execute("BEGIN; LOCK TABLE outreach_attempts IN SHARE ROW EXCLUSIVE MODE")
        yield connection
    finally:
        await connection.close()


async def _until_a_worker_waits(stage: Stage) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not await stage.sql(lambda database: database.fetchval(_WAITING)):
        if time.monotonic() > deadline:
            raise NeverSettled("nobody begins to send")
        await asyncio.sleep(0.01)


async def _begun(stage: Stage, cast: Cast) -> set[object]:
    rows = await stage.sql(lambda database: database.fetch(_BEGUN, cast.campaign_id))
    return {row["id"] for row in rows}


async def _pause(cast: Cast) -> object:
    return await cast.app.post(f"/campaigns/{cast.campaign_id}/pause", expect=200)


_NEW_WORDS = "Words of my own."


async def _edit(cast: Cast) -> object:
    return await cast.app.call("PATCH", f"/outreach/{cast.mails[0].id}", json={"body": _NEW_WORDS})


def _has_new_words(stage: Stage, mail: Outreach) -> bool:
    return any(one.message_id == mail.message_id and _NEW_WORDS.encode() in one.data for one in stage.server.taken)


async def _list_address(cast: Cast) -> object:
    return await cast.app.post("/suppressions", {"value": cast.mails[0].to_address})


async def _list_domain(cast: Cast) -> object:
    return await cast.app.post("/suppressions", {"value": cast.mails[0].to_address.partition("@")[2]})


async def _list_for_everybody(cast: Cast) -> None:
    container = cast.app.container
    keys = suppression_keys(cast.mails[0].to_address, key=container.suppression_key())
    entry = Suppression(
        id=SuppressionId(container.ids().new()),
        kind=SuppressionKind.ADDRESS,
        scope=SuppressionScope.GLOBAL,
        hashed=keys.address,
        reason=SuppressionReason.COMPLAINT,
        at=container.clock().now(),
    )
    async with container.transactions().begin(None) as uow:
        await uow.suppressions.add([entry])


async def _opt_out(cast: Cast) -> object:
    assert cast.first is not None
    token = sign(TokenPurpose.UNSUBSCRIBE, cast.first.id, key=cast.app.container.token_key())
    return await cast.app.call("POST", f"/u/{token}", data={"List-Unsubscribe": "One-Click"}, expect=200)


async def _reply(cast: Cast) -> None:
    assert cast.first is not None
    await tell(cast.app, cast.first, "replied", at=cast.app.container.clock().now())
    while not await _is_replied(
        cast, cast.first
    ):  # a worker may have taken the event, and wait for the mail's row as we would
        await cast.app.worker.apply_events()
        await asyncio.sleep(_LOOK_SECONDS)


async def _hold(cast: Cast) -> None:
    await cast.app.container.hold_sending()("a change of mind", user_id=cast.app.user_id)


async def _hold_everybody(cast: Cast) -> None:
    await cast.app.container.hold_sending()("a change of mind")


async def _is_replied(cast: Cast, mail: Outreach) -> bool:
    async with cast.app.container.transactions().begin(mail.user_id) as uow:
        found: Outreach = await uow.outreach.find(mail.id)
    return found.replied_at is not None


_FOLLOW_UPS = frozenset({"optout", "reply"})
_ACTS: dict[str, tuple[str, Act]] = {
    "paused": ("the campaign is paused", _pause),
    "edited": ("the mail is edited", _edit),
    "address": ("the address is put on the list", _list_address),
    "domain": ("the domain is put on the list", _list_domain),
    "everybody": ("the address is put on everybody's list", _list_for_everybody),
    "optout": ("the reader opts out by the mail before", _opt_out),
    "reply": ("the reader answers the mail before", _reply),
    "held": ("the person's sending is held", _hold),
    "stopped": ("everybody's sending is held", _hold_everybody),
}
