"""Which webhooks are open, the address to paste at each vendor, and which one is missed."""

from collections.abc import Iterator
from dataclasses import dataclass

from roleferry.entrypoints.container.events import event_sources_of
from roleferry.entrypoints.container.keys import keys_of_webhooks
from roleferry.entrypoints.settings import Settings

_PASTED = {
    "email-events": "",
    "ses": "",
    "sendgrid": "",
    "sendgrid-inbound": "/<ROLEFERRY_SENDGRID_INBOUND_SECRET>",
    "mailgun": "",
    "mailgun-mime": "",
    "postmark": "/<ROLEFERRY_POSTMARK_WEBHOOK_SECRET>",
    "postmark-inbound": "/<ROLEFERRY_POSTMARK_WEBHOOK_SECRET>",
    "instantly": "/<ROLEFERRY_INSTANTLY_WEBHOOK_SECRET>",
}
"""What stands behind the address; others than these are the service's own and not for pasting."""
_PROOFS = {
    "ses": "ROLEFERRY_SES_TOPICS",
    "sendgrid": "ROLEFERRY_SENDGRID_WEBHOOK_KEY",
    "mailgun": "ROLEFERRY_MAILGUN_WEBHOOK_KEY",
    "postmark": "ROLEFERRY_POSTMARK_WEBHOOK_SECRET",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """One address; `missed` when mail leaves by this vendor and its word of bounces and complaints cannot come back."""

    vendor: str
    detail: str
    missed: bool = False


def open_webhooks(settings: Settings, *, mail_by: str) -> Iterator[Webhook]:
    """
    Yield those that are open, and the one that should be.

    Raises:
        SettingsError: what is to prove a vendor's word cannot.
    """
    sources = event_sources_of(settings, keys_of_webhooks(settings))
    for vendor, behind in _PASTED.items():
        if vendor in sources and (vendor != "email-events" or settings.webhook_secret):
            yield Webhook(vendor=vendor, detail=f"open at {settings.origin}/webhooks/{vendor}{behind}")
    if mail_by in _PROOFS and mail_by not in sources:
        detail = f"closed, though mail leaves by it: bounces and complaints stay unheard; set {_PROOFS[mail_by]}"
        yield Webhook(vendor=mail_by, detail=detail, missed=True)
    if settings.origin.startswith("http://") and sources.keys() & {*_PROOFS, "instantly"}:
        yield Webhook(vendor="vendors", detail="call https addresses: set ROLEFERRY_PUBLIC_URL", missed=True)
