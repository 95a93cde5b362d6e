"""Each vendor held to the contract of all senders, by signatures made elsewhere; and to what is its own."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.vendor_events import (
    InstantlySource,
    MailgunSource,
    PostmarkSource,
    SendgridSource,
    SesSource,
    SigningCertificates,
    UnfitProof,
    VendorProofs,
    vendor_sources,
)
from roleferry.domain.model.inbound.event import ProviderEvent
from roleferry.ports.errors import Unavailable
from roleferry.ports.event_sources import EventSource, Forged, Silent, UnreadableEvent
from tests.contracts.event_source import NOW, ODD_BODIES, EventSourceContract, verified
from tests.doubles.event_senders import (
    PEM_PATH,
    TOPIC,
    Delivery,
    EventSender,
    InstantlySender,
    Mail,
    MailgunSender,
    PostmarkSender,
    SendgridSender,
    SnsSender,
)
from tests.doubles.http import Answer, Failure, VendorDouble, answer_json, failing

_AT = NOW - timedelta(minutes=1)


@pytest.fixture(scope="module")
def amazon() -> Iterator[VendorDouble]:
    with VendorDouble() as double:
        yield double


@pytest.fixture(scope="module")
def sns(amazon: VendorDouble) -> SnsSender:
    sender = SnsSender(amazon.url)
    sender.serve(amazon, now=NOW)
    return sender


class _SesContract(EventSourceContract):
    late = timedelta(hours=1)
    version = "1"
    by = "eventType"

    @pytest.fixture(autouse=True)
    def _sender(self, sns: SnsSender) -> None:
        sns.version, sns.by = self.version, self.by
        self.sns = sns

    @pytest.fixture
    def source(self, amazon: VendorDouble) -> EventSource:
        return SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=amazon.url))

    def delivered(self, *, at: datetime = NOW) -> Delivery:
        return self.sns.tell("delivered", Mail(), at=_AT, event_id="e1", now=at)

    def opened(self) -> Delivery:
        return self.sns.tell("opened", Mail(), at=_AT, event_id="e1", now=NOW)


class TestSesByVersion1(_SesContract, EventSourceContract):
    pass


class TestSesByVersion2AndIdentityFeedback(_SesContract, EventSourceContract):
    version = "2"
    by = "notificationType"


class TestSendgrid(EventSourceContract):
    late = early = timedelta(minutes=10)
    sender = SendgridSender()

    @pytest.fixture
    def source(self) -> EventSource:
        return SendgridSource(keys=[self.sender.public_key])

    def delivered(self, *, at: datetime = NOW) -> Delivery:
        return self.sender.tell("delivered", Mail(), at=_AT, event_id="e1", now=at)

    def opened(self) -> Delivery:
        return self.sender.tell("opened", Mail(), at=_AT, event_id="e1", now=NOW)


class TestMailgun(EventSourceContract):
    late = early = timedelta(minutes=15)
    signs_the_body = False
    sender = MailgunSender()

    @pytest.fixture
    def source(self) -> EventSource:
        return MailgunSource(keys=[self.sender.key, "another-key-of-mailgun"])

    def delivered(self, *, at: datetime = NOW) -> Delivery:
        return self.sender.tell("delivered", Mail(), at=_AT, event_id="e1", now=at)

    def opened(self) -> Delivery:
        return self.sender.tell("opened", Mail(), at=_AT, event_id="e1", now=NOW)

    async def test_every_byte_of_the_proof_counts(self, source: EventSource) -> None:
        told = self.delivered()
        proof = json.loads(told.body)["signature"]
        for name, value in proof.items():
            for place in range(0, len(value), 5):
                changed = value[:place] + chr(ord(value[place]) ^ 1) + value[place + 1 :]
                body = told.body.replace(value.encode(), changed.encode(), 1)
                with pytest.raises(Forged):
                    await verified(source, Delivery(headers={}, body=body))
            assert name in {"timestamp", "token", "signature"}

    async def test_a_token_is_the_proof_of_the_event_it_came_with(self, source: EventSource) -> None:
        told = self.delivered()
        (parcel,) = source.split(told.body, event_id=await verified(source, told))
        assert (parcel.event_id, parcel.proof) == ("e1", json.loads(told.body)["signature"]["token"])


class TestPostmark(EventSourceContract):
    late = early = None
    signs_the_body = False
    sender = PostmarkSender()

    @pytest.fixture
    def source(self) -> EventSource:
        return PostmarkSource(secrets=[self.sender.secret])

    def delivered(self, *, at: datetime = NOW) -> Delivery:
        return self.sender.tell("delivered", Mail(), at=_AT, event_id="e1", now=at)

    def opened(self) -> Delivery:
        return self.sender.tell("opened", Mail(), at=_AT, event_id="e1", now=NOW)


class TestInstantly(EventSourceContract):
    late = early = None
    signs_the_body = False
    sender = InstantlySender()

    @pytest.fixture
    def source(self) -> EventSource:
        return InstantlySource(secrets=[self.sender.secret])

    def delivered(self, *, at: datetime = NOW) -> Delivery:
        return self.sender.tell("replied", Mail(), at=_AT, event_id="e1", now=at)

    def opened(self) -> Delivery:
        return self.sender.tell("opened", Mail(), at=_AT, event_id="e1", now=NOW)


@pytest.mark.parametrize(
    "changes",
    [
        {"TopicArn": "arn:aws:sns:us-east-1:999999999999:ses-events"},
        {"SigningCertURL": f"https://sns.us-east-1.amazonaws.com.attacker.example{PEM_PATH}"},
        {"SigningCertURL": f"https://sns.us-east-1.amazonaws.com@attacker.example{PEM_PATH}"},
        {"SigningCertURL": f"http://sns.us-east-1.amazonaws.com{PEM_PATH}"},
        {"SigningCertURL": f"https://sns.us-east-1.amazonaws.com:8443{PEM_PATH}"},
        {"SigningCertURL": "https://sns.us-east-1.amazonaws.com/../evil.pem"},
        {"SigningCertURL": f"https://bucket.s3.amazonaws.com{PEM_PATH}"},
        {"SigningCertURL": "http://169.254.169.254/latest/meta-data/x.pem"},
        {"SigningCertURL": f"https://sns.us-east-1.amazonaws.com{PEM_PATH}?x=y.pem"},
        {"SignatureVersion": "3"},
        {"Type": "Rumour"},
    ],
)
async def test_sns_is_asked_for_nothing_and_believed_nothing_that_is_not_its_own(
    sns: SnsSender, amazon: VendorDouble, changes: dict[str, str]
) -> None:
    source = SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=amazon.url))
    told = sns.tell("delivered", Mail(), at=_AT, event_id="e1", now=NOW)
    body = json.dumps({**json.loads(told.body), **changes}).encode()
    before = len(amazon.requests)
    with pytest.raises(Forged):
        await verified(source, Delivery(headers=told.headers, body=body))
    assert len(amazon.requests) - before <= ("SignatureVersion" in changes)


async def test_without_an_origin_of_a_test_only_amazons_own_host_of_the_topics_region_will_do() -> None:
    real = SigningCertificates()
    assert real.pinned(f"https://sns.us-east-1.amazonaws.com{PEM_PATH}", TOPIC)
    for url in (
        f"https://sns.eu-west-1.amazonaws.com{PEM_PATH}",
        f"https://sns.us-east-1.amazonaws.com.cn{PEM_PATH}",
        f"https://SNS.us-east-1.amazonaws.com{PEM_PATH}",
        f"http://127.0.0.1{PEM_PATH}",
        "https://sns.us-east-1.amazonaws.com/",
    ):
        with pytest.raises(Forged):
            real.pinned(url, TOPIC)


async def test_a_certificate_is_asked_for_once_a_day_however_many_come(sns: SnsSender, amazon: VendorDouble) -> None:
    source = SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=amazon.url))
    sns.version = "2"
    before = len(amazon.requests)
    for number in range(5):
        await verified(source, sns.tell("delivered", Mail(), at=_AT, event_id=str(number), now=NOW))
    assert len(amazon.requests) - before == 1
    tomorrow = NOW + timedelta(hours=25)
    await verified(source, sns.tell("delivered", Mail(), at=_AT, event_id="x", now=tomorrow), now=tomorrow)
    assert len(amazon.requests) - before == 2


@pytest.mark.parametrize(
    "answer",
    [
        failing(Failure.RESETS),
        failing(Failure.BREAKS_OFF),
        Answer(status=302, headers={"Location": "http://169.254.169.254/"}),
        Answer(status=404),
        Answer(body=b"no certificate"),
        Answer(body=b"x" * 100_000),
    ],
)
async def test_without_its_certificate_sns_is_told_to_come_again(vendor_double: VendorDouble, answer: Answer) -> None:
    sender = SnsSender(vendor_double.url)
    vendor_double.on("GET", PEM_PATH, answer)
    source = SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=vendor_double.url))
    told = sender.tell("delivered", Mail(), at=_AT, event_id="e1", now=NOW)
    for _ in range(3):
        with pytest.raises(Unavailable):
            await verified(source, told)
    assert len(vendor_double.requests) == 1, "one that failed is not asked again at once"


async def test_version_1_can_be_switched_off(sns: SnsSender, amazon: VendorDouble) -> None:
    source = SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=amazon.url, sha1=False))
    sns.version = "1"
    with pytest.raises(Forged):
        await verified(source, sns.tell("delivered", Mail(), at=_AT, event_id="e1", now=NOW))
    sns.version = "2"
    assert await verified(source, sns.tell("delivered", Mail(), at=_AT, event_id="e1", now=NOW))


async def test_a_subscription_is_confirmed_at_the_topics_own_host_and_nowhere_else(
    sns: SnsSender, amazon: VendorDouble
) -> None:
    source = SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=amazon.url))
    told = sns.confirmation(now=NOW)
    name = await verified(source, told)
    assert list(await source.resolve(told.body, event_id=name)) == []
    asked = amazon.requests[-1]
    assert (asked.path, asked.query["Action"], asked.query["TopicArn"], asked.query["Token"]) == (
        "/",
        ["ConfirmSubscription"],
        [TOPIC],
        ["2336412f37"],
    )
    before = len(amazon.requests)
    for url in ("http://169.254.169.254/", "https://attacker.example/?Action=ConfirmSubscription"):
        with pytest.raises(Forged):
            await verified(source, sns.confirmation(now=NOW, SubscribeURL=url))
    assert len(amazon.requests) == before


async def test_a_subscription_that_was_ended_is_for_an_operator_to_see(sns: SnsSender, amazon: VendorDouble) -> None:
    source = SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=amazon.url))
    told = sns.confirmation(now=NOW, kind="UnsubscribeConfirmation")
    name = await verified(source, told)
    with pytest.raises(UnreadableEvent, match="subscribe it again"):
        await source.resolve(told.body, event_id=name)


async def test_raw_delivery_is_believed_for_a_secret_and_never_without(sns: SnsSender, amazon: VendorDouble) -> None:
    body = json.dumps(sns.event("hard", Mail(), at=_AT)).encode()
    headers = {"x-amz-sns-rawdelivery": "true", "x-amz-sns-message-id": "m1"}
    closed = SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=amazon.url))
    opened = SesSource(topics=[TOPIC], certificates=SigningCertificates(origin=amazon.url), secrets=["s" * 20])
    for source, more in ((closed, {"x-roleferry-secret": ""}), (opened, {}), (opened, {"x-roleferry-secret": "x"})):
        with pytest.raises(Forged):
            await verified(source, Delivery(headers={**headers, **more}, body=body))
    name = await verified(opened, Delivery(headers={**headers, "x-roleferry-secret": "s" * 20}, body=body))
    (event,) = opened.read(body, event_id=name)
    assert isinstance(event, ProviderEvent)
    assert (event.type, event.bounce) == ("bounced", "hard")


SAID = [
    ("delivered", "delivered", None),
    ("hard", "bounced", "hard"),
    ("soft", "bounced", "soft"),
    ("block", "bounced", "block"),
    ("complained", "complained", None),
    ("clicked", "clicked", None),
    ("deferred", "deferred", None),
    ("unsubscribed", "unsubscribed", None),
]
_SENDGRID, _MAILGUN, _POSTMARK, _INSTANTLY = SendgridSender(), MailgunSender(), PostmarkSender(), InstantlySender()
_SES = SnsSender("http://127.0.0.1:1")
SOURCES: dict[str, tuple[EventSource, EventSender]] = {
    "ses": (SesSource(topics=[TOPIC], certificates=SigningCertificates()), _SES),
    "sendgrid": (SendgridSource(keys=[_SENDGRID.public_key]), _SENDGRID),
    "mailgun": (MailgunSource(keys=[_MAILGUN.key]), _MAILGUN),
    "postmark": (PostmarkSource(secrets=[_POSTMARK.secret]), _POSTMARK),
    "instantly": (InstantlySource(secrets=[_INSTANTLY.secret]), _INSTANTLY),
}


@pytest.mark.parametrize(
    ("vendor", "kind", "said", "bounce"),
    [
        *((vendor, *one) for vendor in ("ses", "sendgrid", "mailgun", "postmark") for one in SAID),
        ("ses", "rejected", "bounced", "block"),
        ("ses", "unrendered", "bounced", "soft"),
        ("sendgrid", "suppressed", "bounced", "hard"),
        ("sendgrid", "opted out", "unsubscribed", None),
        ("sendgrid", "disliked", "bounced", "block"),
        ("mailgun", "suppressed", "bounced", "hard"),
        ("mailgun", "opted out", "unsubscribed", None),
        ("mailgun", "given up", "bounced", "soft"),
        ("mailgun", "disliked", "bounced", "block"),
        ("postmark", "disliked", "bounced", "block"),
        ("instantly", "hard", "bounced", "hard"),
        ("instantly", "clicked", "clicked", None),
        ("instantly", "replied", "replied", None),
        ("instantly", "unsubscribed", "unsubscribed", None),
    ],
)
def test_what_happened_is_said_in_our_words_with_the_names_of_the_mail(
    vendor: str, kind: str, said: str, bounce: str | None
) -> None:
    source, sender = SOURCES[vendor]
    mail = Mail(provider_id="p-1")
    told = sender.tell(kind, mail, at=_AT, event_id="e1", now=NOW)
    (event,) = source.read(told.body, event_id="e1")
    assert isinstance(event, ProviderEvent)
    assert (event.provider, event.type, event.bounce, event.at) == (vendor, said, bounce, _AT)
    assert (event.send_key, event.recipient, event.machine) == (mail.send_key, mail.recipient, False)
    assert event.provider_message_id in {"p-1", ""}
    assert event.message_id in {"a@sample.example", ""}
    if bounce:
        assert event.reason


@pytest.mark.parametrize(
    ("vendor", "kind"),
    [
        ("ses", "scanned"),
        ("sendgrid", "scanned"),
        ("mailgun", "scanned"),
        ("postmark", "scanned"),
        ("instantly", "away"),
    ],
)
def test_what_a_program_did_is_marked_as_such(vendor: str, kind: str) -> None:
    source, sender = SOURCES[vendor]
    told = sender.tell(kind, Mail(), at=_AT, event_id="e1", now=NOW)
    (event,) = source.read(told.body, event_id="e1")
    assert isinstance(event, ProviderEvent)
    assert event.machine


def test_what_is_about_no_mail_of_ours_is_left_out() -> None:
    for vendor, kind in (("postmark", "away"), ("instantly", "over"), ("instantly", "opened")):
        source, sender = SOURCES[vendor]
        told = sender.tell(kind, Mail(), at=_AT, event_id="e1", now=NOW)
        assert list(source.read(told.body, event_id="e1")) == []


def test_an_array_of_sendgrid_is_split_by_its_own_names_and_a_bad_one_spoils_no_other() -> None:
    source = SOURCES["sendgrid"][0]
    good = [_SENDGRID.event("delivered", Mail(), at=_AT, event_id=f"e{number}") for number in range(3)]
    opened = _SENDGRID.event("opened", Mail(), at=_AT, event_id="o")
    body = json.dumps([good[0], {"event": 7}, opened, good[1], {**good[2], "sg_event_id": "\u0000\n" * 200}]).encode()
    parcels = source.split(body, event_id="d")
    assert [parcel.event_id for parcel in parcels][:3] == ["e0", "d:1", "e1"]
    assert len(parcels) == 4
    assert parcels[3].event_id.isalnum()
    with pytest.raises(UnreadableEvent):
        source.read(parcels[1].body, event_id="d:1")
    too_many = json.dumps([good[0]] * 1_001).encode()
    (whole,) = source.split(too_many, event_id="d")
    with pytest.raises(UnreadableEvent):
        source.read(whole.body, event_id="d")


_GENUINE = {
    vendor: json.loads(sender.tell("hard", Mail(), at=_AT, event_id="e", now=NOW).body)
    for vendor, (_, sender) in SOURCES.items()
}


@pytest.mark.parametrize("vendor", SOURCES)
@given(
    values=st.lists(
        st.sampled_from([None, "", "\x00", "9" * 400, -1, 1e308, True, [], [None], {}, {"a": 1}]), min_size=8
    )
)
@settings(max_examples=25)
def test_no_shape_of_a_body_breaks_the_reading(vendor: str, values: list[object]) -> None:
    source, _ = SOURCES[vendor]
    genuine = _GENUINE[vendor]
    inner = genuine[0] if isinstance(genuine, list) else genuine.get("event-data", genuine)
    changed = {**inner, **dict(zip(reversed(inner), values, strict=False))}
    whole = (
        [changed]
        if isinstance(genuine, list)
        else {**genuine, **({"event-data": changed} if inner is not genuine else changed)}
    )
    body = json.dumps(whole).encode()
    for event_id in ("one", "raw:one"):
        try:
            source.read(body, event_id=event_id)
        except UnreadableEvent:
            continue
        assert source.split(body, event_id=event_id)


@pytest.fixture
def postmark(vendor_double: VendorDouble) -> PostmarkSource:
    return PostmarkSource(secrets=["s" * 20], token="t", endpoint=vendor_double.url)


def _message(*kinds: str, recipient: str = "kim@acme.example") -> Answer:
    past = [{"Recipient": recipient, "Type": kind, "ReceivedAt": "2026-11-23T08:00:00Z"} for kind in kinds]
    return answer_json({"MessageID": "p-1", "Recipients": [recipient], "Status": "Sent", "MessageEvents": past})


async def test_postmark_is_asked_before_an_event_of_its_name_is_believed(
    postmark: PostmarkSource, vendor_double: VendorDouble
) -> None:
    path = "/messages/outbound/p-1/details"
    told = _POSTMARK.tell("hard", Mail(provider_id="p-1"), at=_AT, event_id="e1", now=NOW)
    vendor_double.on("GET", path, _message("Bounced"))
    assert len(await postmark.resolve(told.body, event_id="e1")) == 1
    assert vendor_double.requests[-1].headers["x-postmark-server-token"] == "t"
    vendor_double.on("GET", path, _message("Delivered"))
    with pytest.raises(Silent):
        await postmark.resolve(told.body, event_id="e1")
    for unknown in (_message("Bounced", recipient="other@firm.example"), Answer(status=404), Answer(body=b"{}")):
        vendor_double.on("GET", path, unknown)
        with pytest.raises(UnreadableEvent):
            await postmark.resolve(told.body, event_id="e1")
    for trouble in (Answer(status=500), Answer(status=401), failing(Failure.RESETS)):
        vendor_double.on("GET", path, trouble)
        with pytest.raises(Silent):
            await postmark.resolve(told.body, event_id="e1")


async def test_instantly_is_asked_before_an_event_of_its_name_is_believed(vendor_double: VendorDouble) -> None:
    source = InstantlySource(secrets=["s" * 20], key="k", endpoint=vendor_double.url)
    bounced = _INSTANTLY.deliver(_INSTANTLY.event("hard", Mail(), at=_AT))
    replied = _INSTANTLY.deliver(_INSTANTLY.event("replied", Mail(), at=_AT))
    clicked = _INSTANTLY.deliver(_INSTANTLY.event("clicked", Mail(), at=_AT))
    vendor_double.on(
        "POST", "/api/v2/leads/list", answer_json({"items": [{"email": "Kim@acme.example", "status": -1}]})
    )
    vendor_double.on("GET", "/api/v2/emails", answer_json({"items": [{"lead": "kim@acme.example"}]}))
    for told in (bounced, replied, clicked):
        assert len(await source.resolve(told.body, event_id="e1")) == 1
    assert len(vendor_double.requests) == 2
    vendor_double.on("POST", "/api/v2/leads/list", answer_json({"items": [{"email": "kim@acme.example", "status": 1}]}))
    vendor_double.on("GET", "/api/v2/emails", answer_json({"items": []}))
    for told in (bounced, replied):
        with pytest.raises(Silent):
            await source.resolve(told.body, event_id="e1")


def test_a_proof_that_proves_nothing_is_refused_by_the_name_of_its_setting() -> None:
    other_curve = ec.generate_private_key(ec.SECP384R1()).public_key()
    form = (serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    key = base64.b64encode(other_curve.public_bytes(*form)).decode()
    wrong = {
        "ROLEFERRY_SES_TOPICS": VendorProofs(ses_topics="ses-events"),
        "ROLEFERRY_SENDGRID_WEBHOOK_KEY": VendorProofs(sendgrid_webhook_key=key),
        "ROLEFERRY_MAILGUN_WEBHOOK_KEY": VendorProofs(mailgun_webhook_key="short"),
        "ROLEFERRY_POSTMARK_WEBHOOK_SECRET": VendorProofs(postmark_webhook_secret=f"{'s' * 20}, short"),
        "ROLEFERRY_INSTANTLY_WEBHOOK_SECRET": VendorProofs(instantly_webhook_secret="short"),
    }
    for name, proofs in wrong.items():
        with pytest.raises(UnfitProof, match=name):
            vendor_sources(proofs)
    assert vendor_sources(VendorProofs()) == {}
    assert list(vendor_sources(VendorProofs(sendgrid_webhook_key=_SENDGRID.public_key))) == ["sendgrid"]


def test_odd_bodies_are_never_believed_by_those_that_sign(sns: SnsSender) -> None:
    for vendor in ("ses", "mailgun"):
        for body in ODD_BODIES:
            with pytest.raises(Forged):
                SOURCES[vendor][0].verify({}, body, now=NOW)
