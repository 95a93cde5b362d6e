"""Workers that stand still past their leases, clocks that jump, many workers on one mail."""

import asyncio
import time
from datetime import timedelta

from tools.chaos.report import Row
from tools.chaos.stage import CONNECTIONS, NeverSettled, Stage

_PATIENCE_SECONDS = 60
_CROWD = 6


async def workers_held(stage: Stage, *, mails: int) -> Row:
    """Stop workers in the middle of handing over, let their leases run out, sweep, and let them go on."""
    cast = await stage.plant("held", mails=mails)
    begun = len(stage.server.taken)
    await stage.set_clock(cast.mails[0].due_at + timedelta(seconds=1))
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while len(stage.server.taken) == begun:
        if time.monotonic() > deadline:
            raise NeverSettled("nobody sends")
        await asyncio.sleep(0.005)
    stage.workers.hold()
    await stage.hurry()
    await stage.app.worker.sweep()
    await stage.app.worker.sweep()
    stage.workers.let_go()
    await stage.told(cast)
    await stage.run([cast], hurry=False)
    doubt = CONNECTIONS * stage.workers.count  # an answer that came while they stood is there with the timeout at once
    return await stage.reckon("workers stopped past their leases, then let go", [cast], allowed=doubt)


async def clock_jumps(stage: Stage, *, mails: int) -> list[Row]:
    """Jump the clock over planned times, and back before them, with mails on the wire."""
    ahead = await stage.plant("forward", mails=mails, mailboxes=max(mails // 2, 1))
    await stage.set_clock(stage.moment + timedelta(minutes=40))
    await stage.run([ahead])
    back = await stage.plant("back", mails=mails, mailboxes=max(mails // 2, 1))
    begun, start = len(stage.server.taken), stage.moment
    jumped = False

    async def jump() -> None:
        nonlocal jumped
        if not jumped and len(stage.server.taken) > begun:
            jumped = True
            await stage.set_clock(start - timedelta(minutes=30))

    await stage.run([back], meanwhile=jump)
    return [
        await stage.reckon("the clock jumps 40 minutes ahead", [ahead]),
        await stage.reckon("the clock jumps 30 minutes back, mails on the wire", [back]),
    ]


async def crowd(stage: Stage, *, mails: int) -> Row:
    """Let many senders, in processes of their own and in this one, fall upon the same mails at once."""
    cast = await stage.plant("crowd", mails=mails)
    await stage.set_clock(cast.mails[0].due_at + timedelta(seconds=1))
    await stage.app.container.clock().refresh()
    send = stage.app.container.send_due()
    await asyncio.gather(*(send(limit=mails) for _ in range(_CROWD)))
    await stage.run([cast])
    return await stage.reckon(f"{_CROWD} more senders on the same mails at once", [cast])
