"""Mail that SendGrid, Mailgun and Postmark take in for us: raw where they give it, else put together again."""

import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

import msgspec

from roleferry.adapters.vendor_events.forms import fields_of
from roleferry.adapters.vendor_events.inbound import InboundSource
from roleferry.adapters.vendor_events.mail_parts import mail_of, to_envelope
from roleferry.adapters.vendor_events.mailgun import TOLERANCE
from roleferry.adapters.vendor_events.reading import decoded
from roleferry.adapters.vendor_events.shared_secret import check_secret
from roleferry.domain.model.charsets import text_in
from roleferry.ports.event_sources import Forged, UnreadableEvent

_LONGEST_TOKEN = 100
_PROOF = frozenset({"timestamp", "token", "signature"})


class SendgridInbound(InboundSource):
    """`/webhooks/sendgrid-inbound/{secret}`: Inbound Parse signs nothing, so its address is the secret."""

    def __init__(self, *, secrets: Sequence[str]) -> None:
        self._secrets = tuple(secrets)

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002 - it carries no time
        check_secret(headers, self._secrets)
        return sha256(body).hexdigest()

    def mail_in(self, body: bytes) -> bytes:
        fields = fields_of(body)
        recipients = _json(fields.get("envelope", b"{}"), _Envelope).to
        if "email" in fields:
            return to_envelope(fields["email"], recipients)
        if "headers" not in fields:
            raise UnreadableEvent("the form holds neither a mail nor its headers")
        charsets = _json(fields.get("charsets", b"{}"), dict[str, str])
        words = {
            name: text_in(fields.get(name, b""), charsets.get(name, "utf-8")) for name in ("headers", "text", "html")
        }
        return to_envelope(mail_of(_lines(words["headers"]), text=words["text"], html=words["html"]), recipients)


class MailgunInbound(InboundSource):
    """`/webhooks/mailgun-mime`: a route's form, behind the same signed token as Mailgun's events, which counts once."""

    def __init__(self, *, keys: Sequence[str]) -> None:
        self._keys = [key.encode() for key in keys]

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002 - all is in the body
        try:
            fields = fields_of(body, only=_PROOF)
        except UnreadableEvent as error:
            raise Forged("it carries no signature") from error
        stamp, token, given = (fields.get(name, b"") for name in ("timestamp", "token", "signature"))
        if not stamp.isdigit() or abs(int(stamp[:15]) - now.timestamp()) > TOLERANCE.total_seconds():
            raise Forged("its timestamp is missing or more than fifteen minutes off")
        if not 0 < len(token) <= _LONGEST_TOKEN or not token.isalnum():
            raise Forged("its token is none")
        matches = [hmac.compare_digest(given, _signature(key, stamp + token)) for key in self._keys]
        if not any(matches):
            raise Forged("its signature does not match")
        return f"token:{token.decode()}"

    def proof_in(self, body: bytes) -> str:
        return fields_of(body, only=_PROOF)["token"].decode()

    def mail_in(self, body: bytes) -> bytes:
        fields = fields_of(body)
        recipients = [text_in(fields.get("recipient", b""), "utf-8")]
        if "body-mime" in fields:
            return to_envelope(fields["body-mime"], recipients)
        headers = _json(fields.get("message-headers", b"[]"), list[tuple[str, str]])
        if not headers:
            raise UnreadableEvent("the form holds neither a mail nor its headers")
        text, html = (text_in(fields.get(name, b""), "utf-8") for name in ("body-plain", "body-html"))
        return to_envelope(mail_of(headers, text=text, html=html), recipients)


class PostmarkInbound(InboundSource):
    """`/webhooks/postmark-inbound`: JSON behind a secret; `RawEmail` where it is switched on."""

    def __init__(self, *, secrets: Sequence[str]) -> None:
        self._secrets = tuple(secrets)

    def verify(self, headers: Mapping[str, str], body: bytes, *, now: datetime) -> str:  # noqa: ARG002 - it carries no time
        check_secret(headers, self._secrets)
        return sha256(body).hexdigest()

    def mail_in(self, body: bytes) -> bytes:
        mail = decoded(body, _Received)
        recipients = [mail.original_recipient, *(one.email for one in mail.to_full)]
        if mail.raw_email:
            return to_envelope(mail.raw_email.encode("utf-8", "replace"), recipients)
        headers = {"from": mail.sender, "to": mail.to, "subject": mail.subject, "date": mail.date}
        named = {one.name.lower() for one in mail.headers}
        given = [(name, value) for name, value in headers.items() if value and name not in named]
        headers_kept = [*given, *((one.name, one.value) for one in mail.headers)]
        return to_envelope(mail_of(headers_kept, text=mail.text_body, html=mail.html_body), recipients)


class _Envelope(msgspec.Struct, frozen=True):
    to: list[str] = []


class _Header(msgspec.Struct, frozen=True, rename="pascal"):
    name: str
    value: str = ""


class _Address(msgspec.Struct, frozen=True, rename="pascal"):
    email: str = ""


class _Received(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    headers: list[_Header]
    sender: str = msgspec.field(name="From", default="")
    to: str = ""
    to_full: list[_Address] = []
    subject: str = ""
    date: str = ""
    text_body: str = ""
    html_body: str = ""
    original_recipient: str = ""
    raw_email: str | None = None


def _json(text: bytes, shape: Any) -> Any:
    """
    Return JSON out of a field.

    Raises:
        UnreadableEvent: it has another form.
    """
    return decoded(text, shape)


def _signature(key: bytes, signed: bytes) -> bytes:
    return hmac.new(key, signed, sha256).hexdigest().encode()


def _lines(block: str) -> list[tuple[str, str]]:
    """Return the headers of a block, folded lines joined."""
    unfolded = block.replace("\r\n", "\n").replace("\n ", " ").replace("\n\t", " ")
    pairs = (line.partition(":") for line in unfolded.split("\n"))
    return [(name, value.strip()) for name, colon, value in pairs if colon]
