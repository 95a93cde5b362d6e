"""A worker that is stopped, as a machine is that sleeps, between its first byte and the mail; run as a process."""

import asyncio
import os
import signal
from datetime import timedelta

from dependency_injector import providers

from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.entrypoints.container import opened
from roleferry.entrypoints.settings import load
from roleferry.ports.mail import Accepted, Mailer, OutgoingMail
from tests.doubles.mailer import ToldMailer

_NONE = timedelta(0)
SHORT = LeaseTimes(
    longest_request=timedelta(seconds=0.5),
    provider_tail=_NONE,
    clock_slack=_NONE,
    lease=timedelta(seconds=8),
    settle=timedelta(seconds=8),
)


class Sleepy(ToldMailer):
    """Stops its own process in the middle of the first hand-over, then hands over by the mailer inside."""

    def __init__(self, inside: Mailer) -> None:
        super().__init__()
        self._inside = inside

    async def send(self, mail: OutgoingMail) -> Accepted:
        os.kill(os.getpid(), signal.SIGSTOP)
        return await self._inside.send(mail)


async def main() -> None:
    """Send one batch on leases of seconds."""
    async with opened(load()) as container:
        container.mailer.override(providers.Object(Sleepy(container.mailer())))
        container.lease_times.override(providers.Object(SHORT))
        await container.clock().refresh()
        await container.send_due()(limit=10)


if __name__ == "__main__":
    asyncio.run(main())
