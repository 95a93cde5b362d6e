"""`/webhooks/instantly`: one event a delivery, unsigned: behind a secret, and asked for again where we hold a key."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from roleferry.adapters.vendor_events.api import ApiAnswer, VendorApi
from roleferry.adapters.vendor_events.reading import decoded, hashed, moment, text_of, told
from roleferry.adapters.vendor_events.shared_secret import check_secret
from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.ports.event_sources import EventSource, InboundSubmission, Silent, UnreadableEvent

_ENDPOINT = "https://api.instantly.ai"
_KINDS = {
    "link_clicked": EventType.CLICKED,
    "email_link_clicked": EventType.CLICKED,
    "reply_received": EventType.REPLIED,
    "auto_reply_received": EventType.REPLIED,
    "lead_out_of_office": EventType.REPLIED,
    "email_bounced": EventType.BOUNCED,
    "lead_unsubscribed": EventType.UNSUBSCRIBED,
}
_AUTOMATIC = frozenset({"auto_reply_received", "lead_out_of_office"})
_STATUS = {EventType.BOUNCED: -1, EventType.UNSUBSCRIBED: -2}
"""How Instantly itself must list the lead before we act."""


class _Event(msgspec.Struct, frozen=True, kw_only=True):
    event_type: str
    timestamp: str
    campaign_id: str = ""
    lead_email: str | None = None
    email_id: str | None = None
    send_key: Any = None


class _Lead(msgspec.Struct, frozen=True):
    email: str | None = None
    status: int | None = None


class _Leads(msgspec.Struct, frozen=True):
    items: list[_Lead] = []


class _Email(msgspec.Struct, frozen=True):
    from_address_email: str | None = None
    lead: str | None = None


class _Emails(msgspec.Struct, frozen=True):
    items: list[_Email] = []


class InstantlySource(EventSource):
    """`key` is an API key; without it what comes in is believed for its secret alone."""

    def __init__(self, *, secrets: Sequence[str], key: str = "", endpoint: str = _ENDPOINT) -> None:
        self._secrets = tuple(secrets)
        self._key = key
        self._endpoint = endpoint
        self._api = VendorApi()

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002 - it carries no proof of time
        check_secret(headers, self._secrets)
        try:
            event = decoded(body, _Event)
        except UnreadableEvent:
            return f"body:{sha256(body).hexdigest()}"
        return hashed(
            event.event_type, event.campaign_id, event.lead_email or "", event.timestamp, event.email_id or ""
        )

    def read(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        """Return the event; those about campaigns and accounts, what was sent or opened are left out."""
        event = decoded(body, _Event)
        at, kind = moment(event.timestamp), _KINDS.get(event.event_type)
        if kind is None:
            return ()
        return (
            told(
                "instantly",
                event_id,
                kind,
                at,
                mail={
                    "provider_message_id": event.email_id or "",
                    "send_key": text_of(event.send_key),
                    "recipient": event.lead_email or "",
                },
                bounce=BounceType.HARD if kind is EventType.BOUNCED else None,
                reason=event.event_type,
                machine=event.event_type in _AUTOMATIC,
            ),
        )

    async def resolve(self, body: bytes, *, event_id: str) -> Sequence[ProviderEvent | InboundSubmission]:
        events = self.read(body, event_id=event_id)
        if self._key and events:
            await self._check(decoded(body, _Event))
        return events

    async def _check(self, event: _Event) -> None:
        """Ask Instantly whether it says the same; clicks are too slight to ask about."""
        kind, address = _KINDS[event.event_type], (event.lead_email or "").casefold()
        if kind in _STATUS:
            asked = {"campaign": event.campaign_id, "contacts": [event.lead_email or ""], "limit": 10}
            answer = await self._call("POST", "/api/v2/leads/list", json=asked)
            leads = decoded(answer.body, _Leads).items
            agrees = any((one.email or "").casefold() == address and one.status == _STATUS[kind] for one in leads)
        elif kind is EventType.REPLIED:
            query = {"email_type": "received", "campaign_id": event.campaign_id, "lead": event.lead_email or ""}
            answer = await self._call("GET", "/api/v2/emails", params={**query, "preview_only": "true"})
            emails = decoded(answer.body, _Emails).items
            agrees = any(
                address in {(one.lead or "").casefold(), (one.from_address_email or "").casefold()} for one in emails
            )
        else:
            return
        if not agrees or not address:
            raise Silent("Instantly's own records do not say so yet")

    async def _call(self, method: str, path: str, **what: Any) -> ApiAnswer:
        headers = {"Authorization": f"Bearer {self._key}"}
        answer = await self._api.call(method, f"{self._endpoint}{path}", headers=headers, **what)
        if answer.status != 200:  # noqa: PLR2004 - OK
            raise Silent(f"Instantly answers {answer.status} when asked")
        return answer
