"""Each vendor on a real socket: believed or refused at the door, and what follows from its word, in one worker turn."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest

from roleferry.adapters.vendor_events import SigningCertificates, VendorProofs, vendor_sources
from roleferry.domain.model.sending.enrollment import EnrollmentState
from tests.app import App, running_app
from tests.contracts.event_source import ODD_BODIES
from tests.doubles.event_senders import (
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
from tests.doubles.http import VendorDouble
from tests.integration.inbound.world import World, launched
from tests.served import served

_SENDGRID = SendgridSender()
_SIGNED = ("ses", "sendgrid", "mailgun")
VENDORS = (*_SIGNED, "postmark", "instantly")


@asynccontextmanager
async def every_vendor(
    database_url: str, redis_url: str, home: Path, amazon: VendorDouble
) -> AsyncIterator[tuple[App, httpx.AsyncClient, Mapping[str, EventSender]]]:
    """Yield the service with every vendor's proof, served on a socket, and the vendors."""
    sns, mailgun, postmark, instantly = SnsSender(amazon.url), MailgunSender(), PostmarkSender(), InstantlySender()
    sns.serve(amazon, now=datetime.now(UTC))
    proofs = VendorProofs(
        ses_topics=TOPIC,
        sendgrid_webhook_key=_SENDGRID.public_key,
        mailgun_webhook_key=mailgun.key,
        postmark_webhook_secret=postmark.secret,
        instantly_webhook_secret=instantly.secret,
    )
    async with running_app(database_url, redis_url, home) as app:
        sources = vendor_sources(proofs, certificates=SigningCertificates(origin=amazon.url))
        app.container.event_sources.override({**app.container.event_sources(), **sources})
        async with served(app.container) as http:
            yield app, http, {one.name: one for one in (sns, _SENDGRID, mailgun, postmark, instantly)}


@pytest.fixture
async def vendors(
    fresh_database_url: str, redis_url: str, tmp_path: Path, vendor_double: VendorDouble
) -> AsyncIterator[tuple[App, httpx.AsyncClient, Mapping[str, EventSender]]]:
    async with every_vendor(fresh_database_url, redis_url, tmp_path, vendor_double) as given:
        yield given


async def rows(app: App, vendor: str | None = None) -> list[Any]:
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        found: list[Any] = await connection.fetch("SELECT provider, status, error FROM raw_events ORDER BY received_at")
    return [row for row in found if vendor in {None, row["provider"]}]


async def knock(http: httpx.AsyncClient, vendor: str, told: Delivery, **headers: str) -> httpx.Response:
    answer = await http.post(f"/webhooks/{vendor}", content=told.body, headers={**told.headers, **headers})
    assert answer.headers["content-type"].startswith("application/" + ("json" if answer.is_success else "problem+json"))
    return answer


def genuine(sender: EventSender, kind: str = "", *, mail: Mail | None = None, event_id: str = "") -> Delivery:
    now = datetime.now(UTC)
    kind = kind or ("replied" if sender.name == "instantly" else "delivered")
    return sender.tell(kind, mail or Mail(), at=now - timedelta(seconds=30), event_id=event_id or uuid4().hex, now=now)


async def test_the_door_keeps_what_is_proven_once_and_nothing_else(vendors: Any) -> None:
    app, http, senders = vendors
    for sender in senders.values():
        await _at_the_door(app, http, sender)


async def _at_the_door(app: App, http: httpx.AsyncClient, sender: EventSender) -> None:
    vendor = sender.name
    told = genuine(sender)
    first = await knock(http, vendor, told)
    assert (first.status_code, first.json()) == (200, {"accepted": True, "duplicate": False})
    for kind in ("application/json", "text/plain", "application/x-www-form-urlencoded", "x/y; z"):
        again = await knock(http, vendor, told, **{"content-type": kind})
        assert (again.status_code, again.json()) == (200, {"accepted": True, "duplicate": True})
    assert len(await rows(app, vendor)) == 1

    strangers: dict[str, EventSender] = {
        "ses": SnsSender(getattr(sender, "origin", "")),
        "sendgrid": SendgridSender(),
        "mailgun": MailgunSender(key="another-key-of-a-stranger"),
        "postmark": PostmarkSender(secret="another-secret-of-a-stranger"),
        "instantly": InstantlySender(secret="another-secret-of-a-stranger"),
    }
    refused = [genuine(strangers[vendor]), Delivery(headers={}, body=b"{}")]
    if vendor in _SIGNED:
        old = datetime.now(UTC) - timedelta(hours=2)
        refused.append(sender.tell("delivered", Mail(), at=old, event_id="late", now=old))
    if vendor in {"ses", "sendgrid"}:
        refused.append(Delivery(headers=told.headers, body=told.body.replace(b"kim@", b"bob@")))
    for one in refused:
        answer = await knock(http, vendor, one)
        assert (answer.status_code, answer.json()["code"]) == (401, "webhook.forged")
    assert len(await rows(app, vendor)) == 1

    for body in ODD_BODIES:
        answer = await knock(http, vendor, Delivery(headers=told.headers, body=body))
        assert answer.status_code in {200, 401}
    huge = Delivery(headers=told.headers, body=b" " * 1_000_001)
    assert (await knock(http, vendor, huge)).status_code == 413
    assert vendor not in _SIGNED or len(await rows(app, vendor)) == 1
    await app.worker.apply_events()
    assert {row["status"] for row in (await rows(app, vendor))[1:]} <= {"dead"}


async def test_who_was_given_no_proof_has_no_address(app: App) -> None:
    for vendor in VENDORS:
        answer = await app.call("POST", f"/webhooks/{vendor}", content=b"{}", expect=404)
        assert answer.json()["code"] == "webhook.unknown_source"


async def test_a_secret_in_the_address_is_as_good_as_one_in_a_header(vendors: Any) -> None:
    app, http, senders = vendors
    for vendor in ("postmark", "instantly"):
        told = genuine(senders[vendor])
        for secret, status in ((senders[vendor].secret, 200), ("x" * 20, 401)):
            answer = await http.post(f"/webhooks/{vendor}/{secret}", content=told.body)
            assert answer.status_code == status
    assert len(await rows(app)) == 2


async def test_a_token_of_mailgun_counts_for_one_event(vendors: Any) -> None:
    app, http, senders = vendors
    sender: MailgunSender = senders["mailgun"]
    now = datetime.now(UTC)
    first, other = (sender.event("delivered", Mail(), at=now, event_id=name) for name in ("one", "two"))
    assert (await knock(http, "mailgun", sender.deliver(first, now=now, token="t" * 50))).status_code == 200
    assert (await knock(http, "mailgun", sender.deliver(first, now=now, token="t" * 50))).json()["duplicate"]
    assert (await knock(http, "mailgun", sender.deliver(other, now=now, token="t" * 50))).status_code == 401
    assert len(await rows(app)) == 1


async def test_an_array_of_a_hundred_is_kept_event_by_event_and_its_repeats_not_at_all(vendors: Any) -> None:
    app, http, _ = vendors
    now = datetime.now(UTC)
    events = [_SENDGRID.event("delivered", Mail(), at=now, event_id=f"e{number}") for number in range(100)]
    assert (await knock(http, "sendgrid", _SENDGRID.deliver(events, now=now))).json()["duplicate"] is False
    assert (await knock(http, "sendgrid", _SENDGRID.deliver(events[:70], now=now))).json()["duplicate"] is True
    assert len(await rows(app)) == 100


async def test_a_topic_is_confirmed_by_the_worker_when_it_is_ours_alone(vendors: Any, vendor_double: Any) -> None:
    app, http, senders = vendors
    sns: SnsSender = senders["ses"]
    now = datetime.now(UTC)
    assert (await knock(http, "ses", sns.confirmation(now=now))).status_code == 200
    foreign = sns.confirmation(now=now, TopicArn="arn:aws:sns:us-east-1:999999999999:theirs")
    assert (await knock(http, "ses", foreign)).status_code == 401
    await app.worker.apply_events()
    confirmed = [request for request in vendor_double.requests if request.path == "/"]
    assert [request.query["TopicArn"] for request in confirmed] == [[TOPIC]]


async def names_of(world: World, contact: int, *, by: str) -> Mail:
    """Return the names the captured mail would go by, had this vendor sent it."""
    mail = await world.mail(contact)
    names = {"send_key": mail.send_key} if by == "tag" else {"send_key": "", "message_id": mail.message_id}
    return Mail(**{"message_id": "", "provider_id": "unheard-of", **names, "recipient": mail.to_address})


async def suppressed(world: World) -> set[str]:
    app = world.app
    listed = await app.container.reads().many(app.user_id, "show_suppressions", app.user_id, None, None, 10)
    return {row["reason"] for row in listed}


@pytest.mark.parametrize("vendor", VENDORS)
async def test_what_a_vendor_says_stops_the_sequence_and_suppresses_the_address_in_one_turn(
    vendor: str, vendors: Any
) -> None:
    app, http, senders = vendors
    world = await launched(app, people=3)
    await world.send_first()
    harm = "replied" if vendor == "instantly" else "complained"
    by = "id" if vendor in {"ses", "mailgun"} else "tag"
    told = [
        genuine(senders[vendor], kind, mail=await names_of(world, contact, by=by))
        for contact, kind in enumerate(("hard", "unsubscribed", harm))
    ]
    for one in reversed(told):
        assert (await knock(http, vendor, one)).status_code == 200
    assert await app.worker.apply_events() == 3
    states = [(await world.enrollment(contact)).state for contact in range(3)]
    ended = EnrollmentState.REPLIED if vendor == "instantly" else EnrollmentState.UNSUBSCRIBED
    assert states[:2] == [EnrollmentState.BOUNCED, EnrollmentState.UNSUBSCRIBED]
    assert states[2] is ended or states[2] is EnrollmentState.STOPPED
    mails = [await world.mail(contact) for contact in range(3)]
    assert mails[0].bounced_at
    assert mails[2].replied_at if vendor == "instantly" else mails[2].complained_at
    assert [(await world.mail(contact, 2)).status.value for contact in range(3)] == ["canceled"] * 3
    reasons = {"hard_bounce", "unsubscribed"} | (set() if vendor == "instantly" else {"complaint"})
    assert reasons <= await suppressed(world)
    assert {row["status"] for row in await rows(app)} == {"applied"}


async def test_in_any_order_and_any_number_of_times_it_ends_the_same(vendors: Any) -> None:
    app, http, _ = vendors
    world = await launched(app, people=2)
    await world.send_first()
    began, now = datetime.now(UTC).replace(microsecond=0) - timedelta(hours=1), datetime.now(UTC)
    at = {kind: began + timedelta(seconds=10 * place) for place, kind in enumerate(("delivered", "clicked", "hard"))}
    for contact, order in enumerate((("delivered", "clicked", "hard"), ("hard", "clicked", "delivered"))):
        mail = await names_of(world, contact, by="tag")
        for copy, kind in enumerate(order * 2):
            told = _SENDGRID.tell(kind, mail, at=at[kind], event_id=f"{contact}:{copy}", now=now)
            assert (await knock(http, "sendgrid", told)).json()["duplicate"] is False
    assert await app.worker.apply_events() == 12
    one, other = [await world.mail(contact) for contact in range(2)]
    for name in ("status", "bounced_at", "clicked_at"):
        assert getattr(one, name) == getattr(other, name), name
    assert one.bounced_at == at["hard"]
