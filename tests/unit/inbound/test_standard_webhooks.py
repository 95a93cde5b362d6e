"""Events in the service's own words."""

from __future__ import annotations

import json

import pytest

from roleferry.adapters.standard_webhooks import StandardWebhooks
from roleferry.ports.event_sources import UnreadableEvent

_SECRET = "kim's@firm.example"
_EVENT = {"type": "bounced", "timestamp": "2026-03-03T09:00:00Z", "message_id": "<a@b>", "bounce": "hard"}


@pytest.mark.parametrize("field", ["type", "timestamp", "bounce", "machine", "raw"])
def test_why_an_event_cannot_be_read_says_where_and_never_what(field: str) -> None:
    body = json.dumps([{**_EVENT, **({"type": "inbound"} if field == "raw" else {}), field: _SECRET}]).encode()
    with pytest.raises(UnreadableEvent) as refused:
        StandardWebhooks([b"key"]).read(body, event_id="e")
    assert "firm" not in str(refused.value)
