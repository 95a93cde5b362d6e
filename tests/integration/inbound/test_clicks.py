"""Counted links: off unless asked for, lead where the approved text does, and count people alone."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any

from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.sending.click_links import click_token
from tests.app import App, running_app
from tests.doubles.event_senders import PERSON, SCANNER
from tests.integration.inbound.test_events import deliver
from tests.integration.inbound.world import TUESDAY, World, launched

_URL = "https://portfolio.example/latency?from=mail&n=1"
_BODY = f"Dear Reader,\n\nI have cut a checkout's latency before: {_URL}\n"


async def _sent(app: App, *, counted: bool) -> tuple[World, str, str]:
    """Send one mail with a link; return the world and the mail's text and HTML."""
    world = await launched(app)
    async with app.container.transactions().begin(app.user_id) as uow:
        campaign = await uow.campaigns.find(world.campaign_id)
        await uow.campaigns.save(replace(campaign, settings=replace(campaign.settings, count_clicks=counted)))
    await app.patch(f"/outreach/{world.mails[0, 1]}", {"body": _BODY})
    await world.send_first()
    async with app.container.transactions().begin(app.user_id) as uow:
        (case,) = await uow.outreach.cases([world.mails[0, 1]], now=TUESDAY)
    mail = app.container.hand_over().outgoing(case)
    parsed = message_from_bytes(mail.mime, policy=policy.default)
    text, html = (parsed.get_body((kind,)) for kind in ("plain", "html"))
    assert text is not None
    assert html is not None
    return world, text.get_content(), html.get_content()


def _path(html: str) -> str:
    found = re.search(r'href="https?://[^/"]+(/c/[A-Za-z0-9_-]+)"', html)
    assert found is not None
    return found[1]


async def _follow(app: App, path: str, *, agent: str = PERSON, method: str = "GET") -> Any:
    answer = await app.http.request(method, path, headers={"user-agent": agent}, follow_redirects=False)
    assert answer.status_code == 302
    assert (answer.headers["location"], answer.headers["cache-control"]) == (_URL, "no-store")
    assert "set-cookie" not in answer.headers
    return answer


async def test_links_are_as_written_unless_the_campaign_counts_clicks(app: App) -> None:
    _, text, html = await _sent(app, counted=False)
    assert _URL in text
    assert f'href="{_URL.replace("&", "&amp;")}"' in html
    assert "/c/" not in html


async def test_a_counted_link_leads_on_and_counts_a_person_once(app: App) -> None:
    world, text, html = await _sent(app, counted=True)
    assert _URL in text
    assert "/c/" not in text
    assert f">{_URL.replace('&', '&amp;')}</a>" in html
    assert html.count("/c/") == 1, "the opt-out link is not counted"
    path = _path(html)
    await app.set_clock(TUESDAY + timedelta(minutes=10))
    delivered = app.container.clock().now()
    mail = await world.mail(0)
    told = {"type": "delivered", "timestamp": delivered.isoformat(), "message_id": mail.message_id}
    await deliver(app, told, f"delivered-{mail.id}")
    await app.worker.apply_events()
    await app.set_clock(delivered + timedelta(seconds=1))
    await _follow(app, path)
    assert (await world.mail(0)).clicked_at is None, "nobody reads and clicks within a second of delivery"
    await app.set_clock(delivered + timedelta(minutes=5))
    await _follow(app, path, method="HEAD")
    await _follow(app, path, agent=SCANNER)
    await _follow(app, path, agent="")
    assert (await world.mail(0)).clicked_at is None
    for _ in range(5):
        await _follow(app, path)
    clicked = (await world.mail(0)).clicked_at
    assert clicked is not None
    assert clicked - delivered >= timedelta(minutes=5)
    overview = await app.get("/analytics/overview")
    assert overview["click_rate"]["numerator"] == 1


async def test_a_link_that_nobody_signed_leads_nowhere(app: App) -> None:
    key = app.container.token_key()
    token = click_token(OutreachId(app.user_id), _URL, key=key)
    for wrong in ("x", token[:-1], token.swapcase(), click_token(OutreachId(app.user_id), _URL, key=b"x" * 32)):
        answer = await app.http.get(f"/c/{wrong}", headers={"user-agent": PERSON}, follow_redirects=False)
        assert (answer.status_code, answer.json()["code"]) == (404, "click.unsigned_link")
        assert "location" not in answer.headers
    await _follow(app, f"/c/{token}")


async def test_a_store_that_is_away_breaks_no_link(fresh_database_url: str, redis_url: str, tmp_path: Path) -> None:
    production = {"ROLEFERRY_ENV": "production", "ROLEFERRY_SECRET": "s" * 32, "ROLEFERRY_LOG_LEVEL": "error"}
    async with running_app(fresh_database_url, redis_url, tmp_path, **production) as app:
        token = click_token(OutreachId(app.user_id), _URL, key=app.container.token_key())
        await app.container.pool().close()
        await _follow(app, f"/c/{token}")


async def test_click_counting_is_a_draft_s_setting_and_off_by_default(app: App) -> None:
    made = await app.post("/campaigns", {"name": "Plain links"})
    assert made["settings"]["count_clicks"] is False
    changed = await app.patch(f"/campaigns/{made['id']}", {"settings": {"count_clicks": True}})
    assert changed["settings"]["count_clicks"] is True
    world = await launched(app)
    answer = await app.call("PATCH", f"/campaigns/{world.campaign_id}", json={"settings": {"count_clicks": True}})
    assert (answer.status_code, answer.json()["code"]) == (409, "campaign.not_a_draft")
