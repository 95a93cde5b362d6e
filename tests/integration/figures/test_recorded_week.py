"""The recorded week through the real door: in order, shuffled, repeated, among lies and rubbish, it ends the same."""

from __future__ import annotations

import base64
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.sending.outreach import Outreach, OutreachEvent
from roleferry.ports.events import OutreachFact
from tests.app import App
from tests.doubles.event_senders import (
    Delivery,
    EventSender,
    InstantlySender,
    Mail,
    MailgunSender,
    PostmarkSender,
    SendgridSender,
    SnsSender,
)
from tests.integration.figures.week import PEOPLE, WEEK, Told, sent_at
from tests.integration.inbound.test_events import signed
from tests.integration.inbound.test_vendor_webhooks import every_vendor
from tests.integration.inbound.world import TUESDAY, World, launched, reader

_RUBBISH = (b"", b"{}", b"[1, 2", b"\xff\xfe\x00", b'{"type": "danced"}', b'[{"event": 7}]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One person's campaign, and everything told of it as the vendors would send it."""

    world: World
    senders: Mapping[str, EventSender]
    mails: Sequence[Outreach]

    def delivery(self, number: int, *, copy: int = 0) -> tuple[str, Delivery]:
        """Return the numbered event and where it is sent to; a copy comes signed anew, at times under a new id."""
        told = WEEK[number]
        name = f"{self.world.campaign_id}-{number}"
        if told.by == "mail":
            return self._inbound(told, f"{name}-{copy}")
        mail, now = self._names(told), datetime.now(UTC)
        return told.by, self.senders[told.by].tell(told.kind, mail, at=told.at, event_id=name, now=now)

    def forgery(self, contact: int, by: str) -> tuple[str, Delivery]:
        """Return what a stranger would have us believe of somebody who is glad to be written to."""
        strangers: dict[str, EventSender] = {
            "ses": SnsSender(getattr(self.senders["ses"], "origin", "")),
            "sendgrid": SendgridSender(),
            "mailgun": MailgunSender(key="a-key-of-a-stranger"),
            "postmark": PostmarkSender(secret="a-secret-of-a-stranger"),
            "instantly": InstantlySender(secret="a-secret-of-a-stranger"),
        }
        told = Told(contact=contact, by=by, kind="hard", minutes=7)
        return by, strangers[by].tell(
            "hard", self._names(told), at=told.at, event_id=f"lie-{contact}", now=datetime.now(UTC)
        )

    def _names(self, told: Told) -> Mail:
        mail = self.mails[told.contact]
        return Mail(message_id="", provider_id=f"p-{mail.send_key}", send_key=mail.send_key, recipient=mail.to_address)

    def _inbound(self, told: Told, name: str) -> tuple[str, Delivery]:
        mail = self.mails[told.contact]
        answer = EmailMessage(policy=SMTP)
        answer["From"] = reader(self.world.app.user_id, told.contact)
        answer["To"] = f"ada.{self.world.app.user_id.hex[-8:]}@sample.example"
        answer["Subject"] = "Re: Checkout latency"
        answer["Message-ID"] = f"<{self.world.campaign_id}.{told.contact}.{told.minutes}@reader.example>"
        answer["In-Reply-To"] = mail.message_id
        if told.kind == "auto_reply":
            answer["Auto-Submitted"] = "auto-replied"
        answer.set_content(told.text)
        raw = base64.b64encode(answer.as_bytes()).decode()
        body = f'{{"type": "inbound", "timestamp": "{told.at.isoformat()}", "raw": "{raw}"}}'.encode()
        return "email-events", Delivery(headers=signed(self.world.app, name, body), body=body)


async def begun(app: App, senders: Mapping[str, EventSender]) -> Week:
    """Launch a campaign whose first mails have left, and let the week be over."""
    world = await launched(app, people=PEOPLE, steps=2)
    async with app.container.transactions().begin(app.user_id) as uow:
        mails = []
        for contact in range(PEOPLE):
            at = sent_at(contact)
            mail = (await uow.outreach.find(world.mails[contact, 1])).learned(OutreachEvent.SEEN_SENT, at=at)
            await uow.outreach.save(mail)
            await uow.events.add([_sent(app.user_id, mail, at, app.container.ids().new())])
            mails.append(mail)
    await app.set_clock(TUESDAY + timedelta(days=6, hours=12))
    return Week(world=world, senders=senders, mails=mails)


def _sent(user_id: UserId, mail: Outreach, at: datetime, new_id: Any) -> OutreachFact:
    told: dict[str, Any] = {"user_id": user_id, "outreach_id": mail.id, "at": at, "recorded_at": at}
    return OutreachFact(id=new_id, type="sent", dedupe_key="sent", **told)


async def ended(week: Week) -> dict[str, Any]:
    """Return all that a week has come to, by places and not by ids."""
    world, app = week.world, week.world.app
    seen = await app.container.see_overview()(app.user_id)
    days = await app.container.see_days()(app.user_id)
    (health,) = await app.container.see_health()(app.user_id)
    campaign = await app.container.see_campaign()(app.user_id, world.campaign_id)
    contacts = []
    for contact in range(PEOPLE):
        one, two, enrollment = await world.mail(contact), await world.mail(contact, 2), await world.enrollment(contact)
        flags = [
            str(getattr(one, name))
            for name in ("delivered_at", "clicked_at", "replied_at", "bounced_at", "complained_at")
        ]
        held = sorted(str(hold.reason) for hold in enrollment.holds)
        contacts.append((one.status, flags, two.status, enrollment.state, enrollment.reason, held))
    rows = await app.container.reads().many(app.user_id, "show_suppressions", app.user_id, None, None, 100)
    replies = await app.container.reads().many(
        app.user_id, "show_replies", app.user_id, None, None, 100, None, None, None
    )
    return {
        "tally": seen.tally,
        "people": seen.people,
        "rates": (seen.people_replied, seen.people_positive),
        "days": days,
        "steps": campaign.steps,
        "contacts": contacts,
        "suppressions": sorted((str(row["shown"]).partition("@")[0], row["reason"]) for row in rows),
        "replies": sorted((str(row["from_address"]).partition("@")[0], row["label"]) for row in replies),
        "health": (health.week, health.health),
        "mailbox": health.mailbox.status,
    }


async def test_a_recorded_week_ends_the_same_in_any_order_with_copies_lies_and_rubbish(
    fresh_database_url: str, redis_url: str, tmp_path: Any, vendor_double: Any
) -> None:
    async with every_vendor(fresh_database_url, redis_url, tmp_path, vendor_double) as (app, http, senders):

        async def tell(to: str, told: Delivery) -> int:
            return (await http.post(f"/webhooks/{to}", content=told.body, headers=dict(told.headers))).status_code

        in_order = await begun(app, senders)
        for number in range(len(WEEK)):
            assert await tell(*in_order.delivery(number)) == 200
            await app.worker.apply_events()
        expected = await ended(in_order)
        _says_what_it_should(expected)

        for seed in (1, 2):
            chance = random.Random(seed)
            week = await begun(await app.as_somebody_else(), senders)
            places = [place for place in range(len(WEEK)) for _ in range(chance.choice((1, 1, 2, 3)))]
            chance.shuffle(places)
            for turn, place in enumerate(places):
                assert await tell(*week.delivery(place, copy=turn)) == 200
                if chance.random() < 0.2:
                    liar = chance.choice(("ses", "sendgrid", "mailgun", "postmark", "instantly"))
                    assert await tell(*week.forgery(chance.choice((0, 1, 10)), liar)) == 401
                if chance.random() < 0.2:
                    secret = week.delivery(place, copy=turn)[1].headers
                    body = chance.choice(_RUBBISH)
                    assert await tell("postmark", Delivery(headers=secret, body=body)) in {200, 401}
                if chance.random() < 0.1:
                    await app.worker.apply_events()
                if chance.random() < 0.05:
                    await app.container.roll_up_figures()(week.world.app.user_id)
            await app.worker.apply_events()
            found = await ended(week)
            for name, value in expected.items():
                assert found[name] == value, (seed, name)


def _says_what_it_should(week: Mapping[str, Any]) -> None:
    """Check a week by hand: no test should only compare the service with itself."""
    counts = week["tally"]
    assert (counts.sent, counts.delivered, counts.bounced) == (16, 13, 3)
    assert (counts.clicked, counts.replied, counts.positive) == (3, 7, 3)
    assert (counts.complained, counts.unsubscribed) == (2, 1)
    assert {reason for _, reason in week["suppressions"]} == {"hard_bounce", "complaint", "unsubscribed"}
    assert week["mailbox"] == "paused"
