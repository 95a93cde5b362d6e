"""Vendors that tell of events: what each would send, signed by code that shares nothing with what checks it."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA1, SHA256
from cryptography.x509.oid import NameOID

from tests.doubles.http import Answer, VendorDouble

TOPIC = "arn:aws:sns:us-east-1:123456789012:ses-events"
PEM_PATH = "/SimpleNotificationService-0123abcd.pem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What comes in at the door: headers with lower-case names, and bytes."""

    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The names a mail goes by at its provider."""

    send_key: str = "k" * 32
    message_id: str = "<a@sample.example>"
    provider_id: str = "provider-1"
    recipient: str = "kim@acme.example"


class EventSender(Protocol):
    """One vendor; `kind` is one of its own words for what happened, listed in `KINDS`."""

    name: str

    def tell(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str, now: dt.datetime) -> Delivery:
        """Return a genuine delivery of one event that happened `at`, signed `now`."""
        ...


def _iso(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.") + f"{at.microsecond // 1000:03d}Z"


class SnsSender:
    """Amazon SES through SNS; `origin` is where its certificate lies."""

    name = "ses"

    def __init__(self, origin: str, *, version: str = "1", topic: str = TOPIC, by: str = "eventType") -> None:
        self.origin = origin
        self.version = version
        self.topic = topic
        self.by = by
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    def certificate(self, *, now: dt.datetime) -> bytes:
        name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "sns.amazonaws.com")])
        made = (
            x509.CertificateBuilder()
            .subject_name(name)
            .issuer_name(name)
            .public_key(self.key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - dt.timedelta(days=1))
            .not_valid_after(now + dt.timedelta(days=800))
            .sign(self.key, SHA256())
        )
        return made.public_bytes(serialization.Encoding.PEM)

    def serve(self, double: VendorDouble, *, now: dt.datetime) -> None:
        """Let a server on loopback have the certificate and take confirmations."""
        double.on("GET", PEM_PATH, Answer(body=self.certificate(now=now)))
        double.on("GET", "/", Answer(body=b"<ConfirmSubscriptionResponse/>"))

    def event(self, kind: str, mail: Mail, *, at: dt.datetime) -> dict[str, Any]:
        stamp = _iso(at)
        to = {"emailAddress": mail.recipient}
        details: dict[str, tuple[str, str, dict[str, Any]]] = {
            "delivered": ("Delivery", "delivery", {"timestamp": stamp, "smtpResponse": "250 2.6.0 received"}),
            "hard": (
                "Bounce",
                "bounce",
                {
                    "bounceType": "Permanent",
                    "bounceSubType": "General",
                    "timestamp": stamp,
                    "bouncedRecipients": [
                        to | {"status": "5.1.1", "diagnosticCode": "smtp; 550 5.1.1 user unknown", "action": "failed"}
                    ],
                },
            ),
            "soft": (
                "Bounce",
                "bounce",
                {
                    "bounceType": "Transient",
                    "bounceSubType": "MailboxFull",
                    "timestamp": stamp,
                    "bouncedRecipients": [to | {"status": "4.2.2", "diagnosticCode": "smtp; 452 4.2.2 mailbox full"}],
                },
            ),
            "block": (
                "Bounce",
                "bounce",
                {
                    "bounceType": "Permanent",
                    "bounceSubType": "General",
                    "timestamp": stamp,
                    "bouncedRecipients": [
                        to | {"status": "5.7.1", "diagnosticCode": "smtp; 550 5.7.1 rejected due to sender reputation"}
                    ],
                },
            ),
            "complained": (
                "Complaint",
                "complaint",
                {"complainedRecipients": [to], "timestamp": stamp, "complaintFeedbackType": "abuse"},
            ),
            "clicked": ("Click", "click", {"timestamp": stamp, "userAgent": PERSON, "link": "https://a.example"}),
            "scanned": ("Click", "click", {"timestamp": stamp, "userAgent": SCANNER, "link": "https://a.example"}),
            "opened": ("Open", "open", {"timestamp": stamp, "userAgent": PERSON}),
            "deferred": (
                "DeliveryDelay",
                "deliveryDelay",
                {"timestamp": stamp, "delayType": "MailboxFull", "delayedRecipients": [to | {"status": "4.2.2"}]},
            ),
            "unsubscribed": (
                "Subscription",
                "subscription",
                {"timestamp": stamp, "newTopicPreferences": {"unsubscribeAll": True}},
            ),
            "rejected": ("Reject", "reject", {"reason": "Bad content"}),
            "unrendered": ("Rendering Failure", "failure", {"templateName": "t", "errorMessage": "no name"}),
        }
        named, place, told = details[kind]
        return {
            self.by: named,
            place: told,
            "mail": {
                "timestamp": stamp,
                "source": "ada@sample.example",
                "messageId": mail.provider_id,
                "destination": [mail.recipient],
                "headersTruncated": False,
                "headers": [{"name": "From", "value": "ada@sample.example"}]
                + ([{"name": "Message-ID", "value": mail.message_id}] if mail.message_id else []),
                "tags": {"ses:from-domain": ["sample.example"], "send_key": [mail.send_key]} if mail.send_key else {},
            },
        }

    def tell(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str, now: dt.datetime) -> Delivery:
        return self.notify(json.dumps(self.event(kind, mail, at=at)), event_id=event_id, now=now)

    def notify(self, message: str, *, event_id: str, now: dt.datetime, **changes: Any) -> Delivery:
        return self.deliver(
            {
                "Type": "Notification",
                "MessageId": event_id,
                "TopicArn": self.topic,
                "Subject": "Amazon SES Email Event Notification",
                "Message": message,
                "Timestamp": _iso(now),
                **changes,
            }
        )

    def confirmation(
        self, *, now: dt.datetime, kind: str = "SubscriptionConfirmation", event_id: str = "c", **changes: Any
    ) -> Delivery:
        return self.deliver(
            {
                "Type": kind,
                "MessageId": event_id,
                "Token": "2336412f37",
                "TopicArn": self.topic,
                "Message": "You have chosen to subscribe to the topic.\nTo confirm, visit the SubscribeURL.",
                "SubscribeURL": f"{self.origin}/?Action=ConfirmSubscription&TopicArn={self.topic}&Token=2336412f37",
                "Timestamp": _iso(now),
                **changes,
            }
        )

    def deliver(self, told: Mapping[str, Any]) -> Delivery:
        """Sign by hand, line by line, as the developer guide of SNS writes it."""
        order = ["Message", "MessageId", "Subject", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"]
        lines = "".join(f"{name}\n{told[name]}\n" for name in order if name in told)
        hashed = SHA1() if self.version == "1" else SHA256()  # noqa: S303 - what version 1 is
        signature = self.key.sign(lines.encode(), padding.PKCS1v15(), hashed)
        whole = {
            "SigningCertURL": f"{self.origin}{PEM_PATH}",
            **told,
            "SignatureVersion": self.version,
            "Signature": base64.b64encode(signature).decode(),
            "UnsubscribeURL": f"{self.origin}/?Action=Unsubscribe",
        }
        headers = {"content-type": "text/plain; charset=UTF-8", "x-amz-sns-message-type": str(told["Type"])}
        return Delivery(headers=headers, body=json.dumps(whole).encode())


PERSON = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
SCANNER = "Mozilla/5.0 (compatible; Barracuda Sentinel (EE))"


class SendgridSender:
    """SendGrid's event webhook."""

    name = "sendgrid"

    def __init__(self) -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())

    @property
    def public_key(self) -> str:
        form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
        return base64.b64encode(self.key.public_key().public_bytes(*form)).decode()

    def event(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str) -> dict[str, Any]:
        bounce = {"event": "bounce", "type": "bounce"}
        details: dict[str, dict[str, Any]] = {
            "delivered": {"event": "delivered", "response": "250 2.0.0 OK", "tls": 1},
            "hard": bounce
            | {"status": "5.1.1", "reason": "550 5.1.1 no such user", "bounce_classification": "Invalid Address"},
            "soft": bounce | {"type": "blocked", "status": "4.2.2", "reason": "452 4.2.2 mailbox full"},
            "block": bounce | {"type": "blocked", "status": "5.7.1", "reason": "550 5.7.1 blocked by reputation"},
            "complained": {"event": "spamreport"},
            "clicked": {"event": "click", "url": "https://a.example", "useragent": PERSON},
            "scanned": {"event": "click", "url": "https://a.example", "useragent": SCANNER},
            "opened": {"event": "open", "useragent": PERSON, "sg_machine_open": True},
            "deferred": {"event": "deferred", "attempt": "1", "response": "451 try later"},
            "unsubscribed": {"event": "unsubscribe"},
            "suppressed": {"event": "dropped", "reason": "Bounced Address"},
            "opted out": {"event": "dropped", "reason": "Unsubscribed Address"},
            "disliked": {"event": "dropped", "reason": "Spam Content"},
        }
        return {
            "email": mail.recipient,
            "timestamp": int(at.timestamp()),
            "smtp-id": mail.message_id,
            "sg_event_id": event_id,
            "sg_message_id": f"{mail.provider_id}.filter0006p1mdw1.13037.0",
            "category": ["roleferry"],
            **({"send_key": mail.send_key} if mail.send_key else {}),
            **details[kind],
        }

    def tell(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str, now: dt.datetime) -> Delivery:
        return self.deliver([self.event(kind, mail, at=at, event_id=event_id)], now=now)

    def deliver(self, events: Any, *, now: dt.datetime) -> Delivery:
        body = events if isinstance(events, bytes) else json.dumps(events).encode() + b"\r\n"
        stamp = str(int(now.timestamp()))
        signature = self.key.sign(stamp.encode() + body, ec.ECDSA(SHA256()))
        return Delivery(
            headers={
                "content-type": "application/json",
                "x-twilio-email-event-webhook-signature": base64.b64encode(signature).decode(),
                "x-twilio-email-event-webhook-timestamp": stamp,
            },
            body=body,
        )


@dataclass
class MailgunSender:
    """Mailgun's webhooks."""

    key: str = "mailgun-signing-key-of-a-test"
    name: str = field(default="mailgun", init=False)

    def event(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str) -> dict[str, Any]:
        failed = {"event": "failed", "severity": "permanent", "reason": "bounce"}
        details: dict[str, dict[str, Any]] = {
            "delivered": {"event": "delivered", "delivery-status": {"code": 250, "message": "OK"}},
            "hard": failed
            | {"delivery-status": {"code": 550, "enhanced-code": "5.1.1", "message": "5.1.1 user unknown"}},
            "soft": failed | {"reason": "generic", "delivery-status": {"code": 452, "message": "4.2.2 mailbox full"}},
            "block": failed
            | {"delivery-status": {"code": 550, "enhanced-code": "5.7.1", "message": "5.7.1 poor sender reputation"}},
            "complained": {"event": "complained"},
            "clicked": {"event": "clicked", "url": "https://a.example", "client-info": {"user-agent": PERSON}},
            "scanned": {"event": "clicked", "client-info": {"user-agent": PERSON, "client-type": "robot"}},
            "opened": {"event": "opened"},
            "deferred": {"event": "failed", "severity": "temporary", "reason": "generic"},
            "unsubscribed": {"event": "unsubscribed"},
            "suppressed": failed | {"reason": "suppress-bounce", "delivery-status": {"code": 605}},
            "opted out": failed | {"reason": "suppress-unsubscribe", "delivery-status": {"code": 605}},
            "given up": failed | {"reason": "old", "delivery-status": {"code": 602}},
            "disliked": {"event": "rejected", "reject": {"reason": "Sandbox"}},
        }
        return {
            "id": event_id,
            "timestamp": at.timestamp(),
            "log-level": "info",
            "recipient": mail.recipient,
            "user-variables": {"send_key": mail.send_key} if mail.send_key else {},
            "message": {"headers": {"message-id": mail.message_id.strip("<>"), "subject": "Hello"}, "size": 809},
            **details[kind],
        }

    def tell(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str, now: dt.datetime) -> Delivery:
        return self.deliver(self.event(kind, mail, at=at, event_id=event_id), now=now)

    def deliver(self, event: Mapping[str, Any], *, now: dt.datetime, token: str | None = None) -> Delivery:
        stamp = str(int(now.timestamp()))
        token = token or hashlib.sha256(json.dumps(event).encode()).hexdigest()[:50]
        mac = hmac.new(self.key.encode(), msg=(stamp + token).encode(), digestmod=hashlib.sha256)
        proof = {"timestamp": stamp, "token": token, "signature": mac.hexdigest()}
        body = json.dumps({"signature": proof, "event-data": event}).encode()
        return Delivery(headers={"content-type": "application/json"}, body=body)


@dataclass
class PostmarkSender:
    """Postmark's webhooks, with a password in the address."""

    secret: str = "postmark-secret-of-a-test"
    name: str = field(default="postmark", init=False)

    def event(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str) -> dict[str, Any]:
        stamp = at.astimezone(dt.timezone(dt.timedelta(hours=-4))).strftime("%Y-%m-%dT%H:%M:%S.%f") + "3-04:00"
        number = int(hashlib.sha256(event_id.encode()).hexdigest()[:15], 16)
        bounce = {"RecordType": "Bounce", "ID": number, "Email": mail.recipient, "BouncedAt": stamp}
        click = {"RecordType": "Click", "Recipient": mail.recipient, "ReceivedAt": stamp}
        details: dict[str, dict[str, Any]] = {
            "delivered": {
                "RecordType": "Delivery",
                "Recipient": mail.recipient,
                "DeliveredAt": stamp,
                "Details": "250 OK",
            },
            "hard": bounce | {"Type": "HardBounce", "TypeCode": 1, "Details": "smtp;550 5.1.1 user unknown"},
            "soft": bounce | {"Type": "SoftBounce", "TypeCode": 4096, "Details": "smtp;452 4.2.2 mailbox full"},
            "block": bounce | {"Type": "HardBounce", "TypeCode": 1, "Details": "smtp;550 5.7.1 sender reputation"},
            "complained": bounce | {"RecordType": "SpamComplaint", "Type": "SpamComplaint", "TypeCode": 100001},
            "clicked": click | {"UserAgent": PERSON, "OriginalLink": "https://a.example"},
            "scanned": click | {"UserAgent": SCANNER, "OriginalLink": "https://a.example"},
            "opened": {"RecordType": "Open", "Recipient": mail.recipient, "ReceivedAt": stamp, "FirstOpen": True},
            "deferred": bounce | {"Type": "Transient", "TypeCode": 2},
            "unsubscribed": {
                "RecordType": "SubscriptionChange",
                "Recipient": mail.recipient,
                "ChangedAt": stamp,
                "SuppressSending": True,
                "SuppressionReason": "ManualSuppression",
            },
            "away": bounce | {"Type": "AutoResponder", "TypeCode": 64},
            "disliked": bounce | {"Type": "SpamNotification", "TypeCode": 512},
        }
        return {
            "MessageID": mail.provider_id,
            "ServerID": 23,
            "Metadata": {"send_key": mail.send_key} if mail.send_key else {},
            "MessageStream": "outbound",
            **details[kind],
        }

    def tell(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str, now: dt.datetime) -> Delivery:
        return self.deliver(self.event(kind, mail, at=at, event_id=event_id))

    def deliver(self, event: Any) -> Delivery:
        basic = base64.b64encode(f"hooks:{self.secret}".encode()).decode()
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        return Delivery(headers={"content-type": "application/json", "authorization": f"Basic {basic}"}, body=body)


@dataclass
class InstantlySender:
    """Instantly's webhooks, with a header of our own."""

    secret: str = "instantly-secret-of-a-test"
    name: str = field(default="instantly", init=False)

    def event(self, kind: str, mail: Mail, *, at: dt.datetime) -> dict[str, Any]:
        kinds = {
            "clicked": "link_clicked",
            "replied": "reply_received",
            "away": "auto_reply_received",
            "hard": "email_bounced",
            "opened": "email_opened",
            "unsubscribed": "lead_unsubscribed",
            "over": "campaign_completed",
        }
        return {
            "timestamp": _iso(at),
            "event_type": kinds[kind],
            "workspace": "019f",
            "campaign_id": "019fffff-9c4e-7be6-8364-ed444afb02d5",
            "campaign_name": "RF",
            "lead_email": mail.recipient,
            "email_id": mail.provider_id,
            **({"send_key": mail.send_key} if mail.send_key else {}),
        }

    def tell(self, kind: str, mail: Mail, *, at: dt.datetime, event_id: str, now: dt.datetime) -> Delivery:
        return self.deliver(self.event(kind, mail, at=at))

    def deliver(self, event: Any) -> Delivery:
        body = event if isinstance(event, bytes) else json.dumps(event).encode()
        return Delivery(headers={"content-type": "application/json", "x-roleferry-secret": self.secret}, body=body)
