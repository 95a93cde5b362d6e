"""Mail that vendors take in: proven, kept without its attachments, read into the same answer whatever its wrapping."""

import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.vendor_events.forms import fields_of
from roleferry.adapters.vendor_events.inbound import InboundSource
from roleferry.adapters.vendor_events.inbound_mail import MailgunInbound, PostmarkInbound, SendgridInbound
from roleferry.adapters.vendor_events.mail_parts import MOST_KEPT
from roleferry.domain.model.inbound.message import read_mail
from roleferry.domain.model.inbound.quotes import strip_text
from roleferry.domain.model.inbound.reply_proof import claims_of
from roleferry.domain.model.sending.enrollment import EnrollmentState
from roleferry.ports.event_sources import Forged, UnreadableEvent
from tests.app import running_app
from tests.integration.inbound.mailboxes import answer_to
from tests.integration.inbound.world import launched

NOW = datetime(2026, 3, 3, 9, tzinfo=UTC)
KEY = "key-of-the-account"
SECRET = "a-long-secret-in-the-address"
TOKEN = "abcdefghijklmnopqrstuvwx"
TO = f"ada+{TOKEN}@reply.sample.example"
RAW = (
    "From: Zoë <zoe@firm.example>\r\nTo: Ada <ada@sample.example>\r\nSubject: Re: Checkout\r\n"
    "Message-ID: <m1@firm.example>\r\nIn-Reply-To: <ours@sample.example>\r\n"
    "Content-Type: text/plain; charset=utf-8\r\n\r\nGern, café um drei?\r\n"
).encode()
HEADERS = (
    "From: Zoe <zoe@firm.example>\nTo: ada@sample.example\nSubject: Re:\n Checkout\nMessage-ID: <m1@firm.example>\n"
)
HEADERS += "In-Reply-To: <ours@sample.example>\nContent-Type: multipart/alternative; boundary=xyz\n"


def form(fields: Mapping[str, bytes], *, attachment: bytes = b"") -> bytes:
    boundary = uuid4().hex.encode()
    parts = [
        b'Content-Disposition: form-data; name="%s"\r\n\r\n%s' % (name.encode(), value)
        for name, value in fields.items()
    ]
    if attachment:
        parts.append(b'Content-Disposition: form-data; name="attachment1"; filename="a.bin"\r\n\r\n' + attachment)
    return b"".join(b"--%s\r\n%s\r\n" % (boundary, part) for part in parts) + b"--%s--\r\n" % boundary


def signed(
    fields: Mapping[str, bytes], *, at: datetime = NOW, token: str = "t" * 50, key: str = KEY
) -> dict[str, bytes]:
    stamp = str(int(at.timestamp()))
    signature = hmac.new(key.encode(), f"{stamp}{token}".encode(), sha256).hexdigest()
    return {**fields, "timestamp": stamp.encode(), "token": token.encode(), "signature": signature.encode()}


SENDGRID, MAILGUN, POSTMARK = (
    SendgridInbound(secrets=[SECRET]),
    MailgunInbound(keys=[KEY]),
    PostmarkInbound(secrets=[SECRET]),
)
ENVELOPE = json.dumps({"to": [TO], "from": "zoe@firm.example"}).encode()
PARTS = {
    "headers": HEADERS.encode(),
    "text": "Gern, caf\xe9 um drei?".encode("latin-1"),
    "charsets": b'{"text": "iso-8859-1"}',
}
PAIRS = [line.split(": ", 1) for line in HEADERS.replace("\n ", " ").splitlines()]
WORDS = {"message-headers": json.dumps(PAIRS).encode(), "body-plain": "Gern, café um drei?".encode()}
POSTED: dict[str, object] = {"From": "zoe@firm.example", "To": "ada@sample.example", "OriginalRecipient": TO}
POSTED |= {"Subject": "Re: Checkout"}
POSTED |= {"MessageID": "its-own", "TextBody": "Gern, café um drei?", "ToFull": [{"Email": "ada@sample.example"}]}
NAMES = {"Message-ID": "<m1@firm.example>", "In-Reply-To": "<ours@sample.example>"}
SENT = {
    "sendgrid raw": (SENDGRID, form({"email": RAW, "envelope": ENVELOPE})),
    "sendgrid parts": (SENDGRID, form({**PARTS, "envelope": ENVELOPE}, attachment=b"\r\n--x\r\n" * 9)),
    "mailgun raw": (MAILGUN, form(signed({"body-mime": RAW, "recipient": TO.encode()}))),
    "mailgun parts": (MAILGUN, urlencode(signed({**WORDS, "recipient": TO.encode()})).encode()),
    "postmark raw": (POSTMARK, json.dumps({**POSTED, "Headers": [], "RawEmail": RAW.decode()}).encode()),
    "postmark parts": (
        POSTMARK,
        json.dumps({**POSTED, "Headers": [{"Name": name, "Value": value} for name, value in NAMES.items()]}).encode(),
    ),
}


def taken(source: InboundSource, body: bytes, *, now: datetime = NOW) -> bytes:
    event_id = source.verify({"x-roleferry-secret": SECRET}, body, now=now)
    (parcel,) = source.split(body, event_id=event_id)
    (mail,) = source.read(parcel.body, event_id=parcel.event_id)
    assert mail.user_id is None
    return mail.raw


@pytest.mark.parametrize("how", SENT)
def test_every_wrapping_gives_the_same_answer(how: str) -> None:
    mail = read_mail(taken(*SENT[how]))
    claims = claims_of(mail)
    assert (claims.tokens, claims.in_reply_to) == ((TOKEN,), ("ours@sample.example",))
    assert (mail.header("message-id"), mail.header("subject")) == ("<m1@firm.example>", "Re: Checkout")
    assert strip_text(mail.text()).text == "Gern, café um drei?"


def test_of_a_huge_mail_only_the_beginning_is_kept() -> None:
    body = form({"email": RAW + b"x" * 3_000_000, "envelope": ENVELOPE})
    (parcel,) = SENDGRID.split(body, event_id="any")
    assert len(parcel.body) == MOST_KEPT
    (parcel,) = SENDGRID.split(form({**PARTS, "envelope": ENVELOPE}, attachment=b"PRIVATE" * 1_000), event_id="any")
    assert b"PRIVATE" not in parcel.body


def test_the_same_mail_delivered_again_is_the_same_event() -> None:
    again = form({"envelope": ENVELOPE, "email": RAW})
    ids = {SENDGRID.split(body, event_id="any")[0].event_id for body in (SENT["sendgrid raw"][1], again)}
    assert len(ids) == 1
    later = form(signed({"body-mime": RAW, "recipient": TO.encode()}, token="u" * 50))
    parcels = [MAILGUN.split(body, event_id="any")[0] for body in (SENT["mailgun raw"][1], later)]
    assert len({one.event_id for one in parcels}) == 1
    assert [one.proof for one in parcels] == ["t" * 50, "u" * 50]


@pytest.mark.parametrize(
    "forged",
    [
        signed({"body-mime": RAW}, key="another"),
        signed({"body-mime": RAW}, at=NOW - timedelta(minutes=16)),
        signed({"body-mime": RAW}, at=NOW + timedelta(minutes=16)),
        signed({"body-mime": RAW}) | {"signature": b""},
        signed({"body-mime": RAW}) | {"timestamp": "³".encode()},
        {"body-mime": RAW},
    ],
)
def test_mailgun_is_believed_by_its_signature_alone(forged: dict[str, bytes]) -> None:
    with pytest.raises(Forged):
        MAILGUN.verify({}, form(forged), now=NOW)
    with pytest.raises(Forged):
        MAILGUN.verify({}, b"nonsense", now=NOW)


@pytest.mark.parametrize("source", [SENDGRID, POSTMARK])
def test_who_does_not_know_the_address_is_not_believed(source: InboundSource) -> None:
    for headers in ({}, {"x-roleferry-secret": "guess"}, {"authorization": "Basic !!!"}):
        with pytest.raises(Forged):
            source.verify(headers, b"", now=NOW)


@pytest.mark.parametrize(
    "body", [b"", b"--", b"--b\r\n\r\n--b--", b"[]", b"{}", b"a=b", b"\xff" * 50, form({"text": b"no headers"})]
)
def test_what_holds_no_mail_is_kept_to_be_looked_at(body: bytes) -> None:
    for source in (SENDGRID, POSTMARK):
        (parcel,) = source.split(body, event_id="delivery")
        assert (parcel.event_id, parcel.body) == ("delivery", body)
        with pytest.raises(UnreadableEvent):
            source.read(parcel.body, event_id=parcel.event_id)


def test_no_field_of_a_vendor_begins_another_header() -> None:
    evil = {**POSTED, "OriginalRecipient": "a@b.example\r\nIn-Reply-To: <x@y.example>", "Subject": "a\r\n\r\nbody"}
    raw = taken(
        POSTMARK, json.dumps({**evil, "Headers": [{"Name": "X\r\nReferences", "Value": "<x@y.example>"}]}).encode()
    )
    assert claims_of(read_mail(raw)).message_ids == ()


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(st.text("abcdef", min_size=1, max_size=9), st.binary(max_size=99), max_size=6),
    st.binary(max_size=60),
)
def test_forms_come_apart_as_they_went_and_no_bytes_do_harm(fields: dict[str, bytes], junk: bytes) -> None:
    if fields:
        assert fields_of(form(fields)) == fields
    for body in (junk, b"--" + junk, form(fields) + junk, form(fields)[:-9]):
        try:
            fields_of(body)
        except UnreadableEvent:
            continue


async def test_one_answer_that_three_vendors_deliver_is_one_answer(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    proofs = {"ROLEFERRY_SENDGRID_INBOUND_SECRET": SECRET, "ROLEFERRY_MAILGUN_WEBHOOK_KEY": KEY + KEY}
    proofs["ROLEFERRY_POSTMARK_WEBHOOK_SECRET"] = SECRET
    async with running_app(fresh_database_url, redis_url, tmp_path, **proofs) as app:
        world = await launched(app)
        await world.send_first()
        mail = await world.mail(0)
        own = f"ada.{app.user_id.hex[-8:]}@sample.example"
        raw = bytes(answer_to(mail, "Tell me more.", to=own))
        now = app.container.wall_clock().now()
        mime = signed({"body-mime": raw, "recipient": own.encode()}, at=now, key=KEY + KEY)
        deliveries = {
            f"/webhooks/sendgrid-inbound/{SECRET}": form(
                {"email": raw, "envelope": b"{}"}, attachment=b"x" * 2_000_000
            ),
            "/webhooks/mailgun-mime": form(mime),
            f"/webhooks/postmark-inbound/{SECRET}": json.dumps(
                {**POSTED, "Headers": [], "RawEmail": raw.decode()}
            ).encode(),
        }
        for address, body in deliveries.items():
            for duplicate in (False, True):
                answer = await app.call("POST", address, content=body, expect=200)
                assert answer.json() == {"accepted": True, "duplicate": duplicate}
        await app.call("POST", "/webhooks/sendgrid-inbound/wrong", content=b"", expect=401)
        await app.worker.apply_events()
        assert [one["text"] for one in (await app.get("/replies"))["items"]] == ["Tell me more."]
        assert (await world.enrollment(0)).state is EnrollmentState.REPLIED


def test_a_strangers_megabytes_are_left_alone_until_the_proof_has_been_looked_at() -> None:
    body = b"body-mime=" + b"%41" * 1_500_000 + b"&token=t&token=u"
    assert fields_of(body, only={"token"}) == {"token": b"u"}
    assert fields_of(body)["body-mime"] == b"A" * MOST_KEPT, "no more than is kept of a mail is decoded"


@pytest.mark.parametrize("body", [b"", b"a", b"a=1&", "é=1".encode(), b"a=1&" * 400])
def test_what_is_no_form_is_said_to_be_none(body: bytes) -> None:
    with pytest.raises(UnreadableEvent):
        fields_of(body)
