"""Workers killed at the worst moments while thousands of mails go out (SPEC 6)."""

import random
import threading
from dataclasses import replace

from tests.doubles.smtp import Taken
from tools.chaos.report import Row
from tools.chaos.stage import CONNECTIONS, Stage


async def killed(stage: Stage, *, mails: int, mailboxes: int, people: int, kills: int) -> Row:
    """Kill so many workers, evenly over the run; half of them when a mail was taken over and nobody has heard."""
    casts = [
        await stage.plant("kills", mails=mails // people, mailboxes=max(mailboxes // people, 1)) for _ in range(people)
    ]
    executioner = _Executioner(stage, mails=mails // people * people, kills=kills)
    stage.server.on_taken = executioner
    try:
        await stage.run(casts, ahead=mailboxes // 2)
    finally:
        stage.server.on_taken = _spare
        executioner.stop()
    row = await stage.reckon("kill -9 of a worker", casts, allowed=stage.workers.kills * CONNECTIONS)
    return replace(row, name=f"{stage.workers.kills} x kill -9 of a worker")


class _Executioner:
    """Counts what the server takes over, and at its moments kills: there and then, or a little later."""

    def __init__(self, stage: Stage, *, mails: int, kills: int) -> None:
        every = mails / (kills + 1)
        self._moments = {int(every * number) + 1 for number in range(1, kills + 1)}
        self._stage = stage
        self._chance = random.Random(kills)  # noqa: S311 - a run can be repeated
        self._taken = 0
        self._missed = 0
        self._timers: list[threading.Timer] = []

    def __call__(self, _taken: Taken) -> None:
        self._taken += 1
        if self._taken not in self._moments:
            if self._missed:
                self._missed -= 1
                self._kill()
            return
        if self._chance.random() < 1 / 2:
            self._kill()
            return
        timer = threading.Timer(self._chance.uniform(0, 0.2), self._kill)
        self._timers.append(timer)
        timer.start()

    def stop(self) -> None:
        """Kill nobody any more."""
        for timer in self._timers:
            timer.cancel()

    def _kill(self) -> None:
        """Kill somebody who talks to the server; when nobody does, whoever hands over the next mail."""
        self._missed += not self._stage.workers.kill_one(port=self._stage.server.port)


def _spare(_taken: Taken) -> None:
    """Let everybody live."""
