"""Which vendors may tell us of events: those somebody gave a proof for, and no other."""

from dataclasses import dataclass, fields
from typing import Any

from roleferry.adapters.vendor_events.certificates import SigningCertificates, host_of
from roleferry.adapters.vendor_events.inbound_mail import MailgunInbound, PostmarkInbound, SendgridInbound
from roleferry.adapters.vendor_events.instantly import InstantlySource
from roleferry.adapters.vendor_events.mailgun import MailgunSource
from roleferry.adapters.vendor_events.postmark import PostmarkSource
from roleferry.adapters.vendor_events.sendgrid import BadKey, SendgridSource
from roleferry.adapters.vendor_events.ses import SesSource
from roleferry.ports.event_sources import EventSource, Forged

_SHORTEST_SECRET = 16


class UnfitProof(ValueError):
    """A setting cannot prove anything; names the setting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VendorProofs:
    """The settings of the same names; several values, with commas, are all believed while one is being changed."""

    ses_topics: str = ""
    ses_sha1: bool = True
    ses_webhook_secret: str = ""
    sendgrid_webhook_key: str = ""
    sendgrid_inbound_secret: str = ""
    mailgun_webhook_key: str = ""
    postmark_webhook_secret: str = ""
    postmark_token: str = ""
    instantly_webhook_secret: str = ""
    instantly_api_key: str = ""

    @classmethod
    def of(cls, settings: Any) -> "VendorProofs":
        """Return them from anything that has them by name."""
        return cls(**{field.name: getattr(settings, field.name) for field in fields(cls)})


def vendor_sources(proofs: VendorProofs, *, certificates: SigningCertificates | None = None) -> dict[str, EventSource]:
    """
    Return the vendors by the last part of their address, those without a proof left out.

    Raises:
        UnfitProof: a value is no topic, no key, or too easily guessed.
    """
    sources: dict[str, EventSource] = {}
    if topics := _several(proofs.ses_topics):
        sources["ses"] = SesSource(
            topics=_topics(topics),
            certificates=certificates or SigningCertificates(sha1=proofs.ses_sha1),
            secrets=_secrets("ses_webhook_secret", proofs.ses_webhook_secret),
        )
    if keys := _several(proofs.sendgrid_webhook_key):
        sources["sendgrid"] = _sendgrid(keys)
    if keys := _secrets("mailgun_webhook_key", proofs.mailgun_webhook_key):
        sources["mailgun"] = MailgunSource(keys=keys)
    if secrets := _secrets("postmark_webhook_secret", proofs.postmark_webhook_secret):
        sources["postmark"] = PostmarkSource(secrets=secrets, token=proofs.postmark_token)
    if secrets := _secrets("instantly_webhook_secret", proofs.instantly_webhook_secret):
        sources["instantly"] = InstantlySource(secrets=secrets, key=proofs.instantly_api_key)
    return sources | _inbound(proofs)


def _inbound(proofs: VendorProofs) -> dict[str, EventSource]:
    """Return those who hand us mail, by proofs that they share with their events where they can."""
    sources: dict[str, EventSource] = {}
    if secrets := _secrets("sendgrid_inbound_secret", proofs.sendgrid_inbound_secret):
        sources["sendgrid-inbound"] = SendgridInbound(secrets=secrets)
    if keys := _secrets("mailgun_webhook_key", proofs.mailgun_webhook_key):
        sources["mailgun-mime"] = MailgunInbound(keys=keys)
    if secrets := _secrets("postmark_webhook_secret", proofs.postmark_webhook_secret):
        sources["postmark-inbound"] = PostmarkInbound(secrets=secrets)
    return sources


def _several(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _secrets(name: str, value: str) -> tuple[str, ...]:
    secrets = _several(value)
    if any(len(one) < _SHORTEST_SECRET for one in secrets):
        raise UnfitProof(f"ROLEFERRY_{name.upper()}: use at least {_SHORTEST_SECRET} random characters")
    return secrets


def _topics(topics: tuple[str, ...]) -> tuple[str, ...]:
    try:
        for topic in topics:
            host_of(topic)
    except Forged as error:
        raise UnfitProof("ROLEFERRY_SES_TOPICS: a topic is arn:aws:sns:<region>:<account>:<name>") from error
    return topics


def _sendgrid(keys: tuple[str, ...]) -> SendgridSource:
    try:
        return SendgridSource(keys=keys)
    except BadKey as error:
        raise UnfitProof(f"ROLEFERRY_SENDGRID_WEBHOOK_KEY: {error}") from error
