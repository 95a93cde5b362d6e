"""A mailer that does as it is told, and remembers what it was given."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import timedelta

from roleferry.domain.model.ids import OutreachId
from roleferry.ports.mail import Accepted, Evidence, MailCapability, Mailer, OutgoingMail, Whereabouts


class ToldMailer(Mailer):
    """Accepts everything, unless told otherwise; `open` is a door that may be shut while mails are on the wire."""

    capability = MailCapability(
        provider="told",
        is_real=False,
        idempotent=False,
        can_prove_absence=False,
        keeps_message_id=True,
        reports_delivery=False,
        longest_request=timedelta(seconds=30),
    )

    def __init__(self, *answers: Exception | None) -> None:
        self.answers = list(answers)
        self.begun: list[OutreachId] = []
        self.subjects: list[str] = []
        self.open = asyncio.Event()
        self.open.set()
        self.on_send: Callable[[], object] = lambda: None
        self.closed = False

    async def send(self, mail: OutgoingMail) -> Accepted:
        self.begun.append(mail.outreach_id)
        self.subjects.append(mail.message.subject)
        self.on_send()
        await self.open.wait()
        if self.answers and (error := self.answers.pop(0)) is not None:
            raise error
        return Accepted(provider_id=f"p-{mail.outreach_id}", message_id=mail.message.message_id)

    async def find(self, mail: OutgoingMail) -> Evidence:
        return Evidence(whereabouts=Whereabouts.UNKNOWN)

    async def aclose(self) -> None:
        self.closed = True
