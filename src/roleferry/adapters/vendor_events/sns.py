"""Amazon SNS over HTTPS: the envelope, and what of it is signed."""

import base64
import binascii
from datetime import datetime, timedelta

import msgspec

from roleferry.adapters.vendor_events.reading import decoded, moment
from roleferry.ports.event_sources import Forged, UnreadableEvent

OLDEST = timedelta(hours=1)
"""SNS tries again for at most an hour."""
FUTURE = timedelta(minutes=5)
NOTIFICATION, CONFIRMATION, END = "Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"
_OF_NOTIFICATION = ("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type")
_OF_CONFIRMATION = ("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type")


class Envelope(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    """What surrounds a notification; `message` is a text, which holds JSON."""

    type: str
    message_id: str
    topic_arn: str
    message: str
    timestamp: str
    signature_version: str
    signature: str
    signing_cert_url: str = msgspec.field(name="SigningCertURL")
    subject: str | None = None
    subscribe_url: str | None = msgspec.field(name="SubscribeURL", default=None)
    token: str | None = None

    @property
    def signed(self) -> bytes:
        """Return the canonical string: name and value by turns, each on a line of its own, absent ones left out."""
        names = _OF_NOTIFICATION if self.type == NOTIFICATION else _OF_CONFIRMATION
        values = msgspec.to_builtins(self)
        lines = [f"{name}\n{values[name]}\n" for name in names if values[name] is not None]
        return "".join(lines).encode("utf-8", "surrogatepass")


def opened(body: bytes) -> Envelope:
    """
    Return the envelope.

    Raises:
        Forged: it is none; what has no form has no signature.
    """
    try:
        envelope = decoded(body, Envelope)
    except UnreadableEvent as error:
        raise Forged("it is no notification of Amazon SNS") from error
    if envelope.type not in {NOTIFICATION, CONFIRMATION, END}:
        raise Forged("it is no notification of Amazon SNS")
    return envelope


def check_age(envelope: Envelope, *, now: datetime) -> None:
    """
    Let what was written within the hour pass.

    Raises:
        Forged: it is older, from the future, or has no time.
    """
    try:
        at = moment(envelope.timestamp)
    except UnreadableEvent as error:
        raise Forged("its time is none") from error
    if not -FUTURE <= now - at <= OLDEST:
        raise Forged("it is more than an hour old, or from the future")


def signature_of(envelope: Envelope) -> bytes:
    """
    Return the signature's bytes.

    Raises:
        Forged: it is not base64.
    """
    try:
        return base64.b64decode(envelope.signature, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Forged("its signature is none") from error
