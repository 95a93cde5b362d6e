"""Simulated readers get their mail: what a captured mail's provider would report, by the path real reports take."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from roleferry.domain.model.inbound.simulated_reader import Happening, happenings
from roleferry.domain.use_cases.inbound.receive_event import ReceiveEvent
from roleferry.ports.clock import Clock
from roleferry.ports.raw_events import CapturedDelivery
from roleferry.ports.transactions import Transactions

Signer = Callable[..., dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulateDeliveries:
    """Report what becomes of the captured mailer's mails; the same mail to the same reader gives the same reports."""

    transactions: Transactions
    receive_event: ReceiveEvent
    webhook_signer: Signer
    webhook_keys: Sequence[bytes]
    wall_clock: Clock

    async def __call__(self, *, sent_by: datetime, limit: int) -> int:
        """Return how many were reported; as the system, since it looks at everybody's captured mail."""
        async with self.transactions.begin(None) as uow:
            waiting = await uow.raw_events.undelivered_mock_mails(sent_by=sent_by, limit=limit)
        return sum([await self._report(one) for one in waiting])

    async def _report(self, mail: CapturedDelivery) -> bool:
        body = json.dumps([_told(mail, one) for one in happenings(mail.recipient)]).encode()
        event_id = f"mock-delivered-{mail.outreach_id}-{int(mail.sent_at.timestamp())}"
        headers = self.webhook_signer(event_id, body, at=self.wall_clock.now(), key=self.webhook_keys[-1])
        return await self.receive_event("email-events", headers=headers, body=body, content_type="application/json")


def _told(mail: CapturedDelivery, happening: Happening) -> dict[str, str]:
    at = mail.sent_at + happening.after
    told = {"type": happening.type, "timestamp": at.isoformat()}
    if happening.answer is not None:
        return {**told, "raw": base64.b64encode(_answer(mail, happening, happening.answer, at)).decode()}
    bounce = {"bounce": happening.bounce} if happening.bounce else {}
    return {**told, **bounce, "message_id": mail.message_id}


def _answer(mail: CapturedDelivery, happening: Happening, text: str, at: datetime) -> bytes:
    """Write the mail that the reader, or their mailbox while they are away, sends back."""
    answer = EmailMessage(policy=SMTP)
    answer["From"], answer["To"] = mail.recipient, mail.sender
    answer["Subject"] = f"{'Automatic reply' if happening.automatic else 'Re'}: {mail.subject}"
    answer["Date"] = format_datetime(at)
    answer["Message-ID"] = f"<mock-{mail.outreach_id}@reader.invalid>"
    answer["In-Reply-To"] = answer["References"] = mail.message_id
    if happening.automatic:
        answer["Auto-Submitted"] = "auto-replied"
    answer.set_content(f"{text}\n\nOn {at:%a, %d %b %Y} {mail.sender} wrote:\n> {mail.subject}\n")
    return answer.as_bytes()
