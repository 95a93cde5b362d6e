"""Simulated readers get their mail: what a captured mail's provider would report, by the path real reports take."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from roleferry.domain.use_cases.inbound.receive_event import ReceiveEvent
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions

_ON_THE_WAY = timedelta(seconds=1)
"""How long after it was sent a simulated mail arrives."""

Signer = Callable[..., dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SimulateDeliveries:
    """Report mails of the captured mailer as delivered; the same mail gives the same report."""

    transactions: Transactions
    receive_event: ReceiveEvent
    webhook_signer: Signer
    webhook_keys: Sequence[bytes]
    wall_clock: Clock

    async def __call__(self, *, sent_by: datetime, limit: int) -> int:
        """Return how many were reported; as the system, since it looks at everybody's captured mail."""
        async with self.transactions.begin(None) as uow:
            waiting = await uow.raw_events.undelivered_mock_mails(sent_by=sent_by, limit=limit)
        reported = [await self._report(mail_id, message_id, sent_at) for mail_id, message_id, sent_at in waiting]
        return sum(reported)

    async def _report(self, mail_id: UUID, message_id: str, sent_at: datetime) -> bool:
        told = {
            "type": "delivered",
            "timestamp": (sent_at + _ON_THE_WAY).isoformat(),
            "message_id": message_id,
        }
        body = json.dumps(told).encode()
        event_id = f"mock-delivered-{mail_id}-{int(sent_at.timestamp())}"
        headers = self.webhook_signer(event_id, body, at=self.wall_clock.now(), key=self.webhook_keys[-1])
        return await self.receive_event("email-events", headers=headers, body=body, content_type="application/json")
