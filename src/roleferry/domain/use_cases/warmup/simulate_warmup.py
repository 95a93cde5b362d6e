"""Captured pool mail arrives: in mock mode the other side gets it by the path that real mail comes in by."""

import base64
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.warmup.mail import WarmupMail
from roleferry.domain.use_cases.inbound.receive_event import ReceiveEvent
from roleferry.domain.use_cases.warmup.send_warmup import SendWarmup
from roleferry.ports.clock import Clock
from roleferry.ports.mail import Mailer
from roleferry.ports.transactions import Transactions

Signer = Callable[..., dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulateWarmup:
    """Hand captured pool mail in as inbound mail; does nothing where mail is real."""

    transactions: Transactions
    send_warmup: SendWarmup
    receive_event: ReceiveEvent
    mailer: Mailer
    webhook_signer: Signer
    webhook_keys: Sequence[bytes]
    wall_clock: Clock

    async def __call__(self, *, sent_by: datetime, limit: int) -> int:
        """Return how many arrived; as the system, since it looks at everybody's captured mail."""
        if self.mailer.capability.is_real:
            return 0
        async with self.transactions.begin(None) as uow:
            waiting = await uow.warmup.unreceived(sent_by=sent_by, limit=limit)
        return sum([await self._arrive(mail) for mail in waiting])

    async def _arrive(self, mail: WarmupMail) -> bool:
        async with self.transactions.begin(None) as uow:
            sender, partner = await uow.warmup.member(mail.mailbox_id), await uow.warmup.member(mail.partner_mailbox_id)
        if sender is None or partner is None or mail.sent_at is None:
            return False
        raw = self.send_warmup.outgoing(mail, sender, partner).mime
        told = {"type": "inbound", "timestamp": mail.sent_at.isoformat(), "raw": base64.b64encode(raw).decode()}
        body, event_id = json.dumps(told).encode(), f"mock-warmup-{mail.id}"
        headers = self.webhook_signer(event_id, body, at=self.wall_clock.now(), key=self.webhook_keys[-1])
        return await self.receive_event("email-events", headers=headers, body=body, content_type="application/json")
