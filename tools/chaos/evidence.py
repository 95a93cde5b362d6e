"""What a provider tells later of a mail it took, by the path real reports take."""

import json
from datetime import datetime

from roleferry.domain.model.sending.outreach import Outreach
from tests.app import App


async def tell(app: App, mail: Outreach, kind: str, *, at: datetime) -> None:
    """Report what happened to a mail, signed like any report."""
    told = {"type": kind, "timestamp": at.isoformat(), "message_id": mail.message_id}
    body = json.dumps(told).encode()
    now, key = app.container.wall_clock().now(), app.container.webhook_keys()[-1]
    headers = app.container.webhook_signer()(f"chaos-{kind}-{mail.id}", body, at=now, key=key)
    await app.call("POST", "/webhooks/email-events", content=body, headers=headers, expect=200)
