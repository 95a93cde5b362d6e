"""What is shown of a mailbox: never a password."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec

from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.sending.mailbox import WarmupState
from roleferry.domain.use_cases.figures.see_health import MailboxHealth


class DnsView(msgspec.Struct, frozen=True, kw_only=True):
    """What the DNS says: `pass`, `missing`, `fail`, or `unknown` when it could not be looked up."""

    spf: str
    dkim: str
    dmarc: str
    mx: str
    advice: list[str] = []
    selectors: list[str] = []


class ServerView(msgspec.Struct, frozen=True, kw_only=True):
    """A server of a mailbox; its password is sealed and shown to nobody."""

    host: str
    port: int
    security: str
    username: str


class TrialStepView(msgspec.Struct, frozen=True, kw_only=True):
    """One step of trying a server out: `passed`, `failed`, or `not_reached` because one before it failed."""

    protocol: str
    stage: str
    state: str
    detail: str
    advice: str


class MailboxView(msgspec.Struct, frozen=True, kw_only=True):
    """An account to send from; `pause` says why it does not send, `closed_until` when it goes on by itself."""

    id: UUID
    address: str
    display_name: str
    provider: str
    status: str
    pause: str | None
    pause_detail: str | None
    closed_until: datetime | None
    daily_cap: int
    gap_seconds: int
    time_zone: str
    postal_address: str | None
    warmup: str
    warmup_started_on: date | None
    dns: DnsView | None
    dns_checked_at: datetime | None
    smtp: ServerView | None
    imap: ServerView | None
    connection_test: list[TrialStepView] | None
    connection_tested_at: datetime | None
    created_at: datetime


class HealthDay(msgspec.Struct, frozen=True, kw_only=True):
    """One closed UTC day: the counts of the seven days up to its end, their score, and the label of that night."""

    day: date
    figures: dict[str, Any]


class HealthView(msgspec.Struct, frozen=True, kw_only=True):
    """Seven days of one mailbox; `score` is null while nothing was sent, `label` while nothing is known."""

    mailbox_id: UUID
    score: float | None
    label: str | None
    risks: list[str]
    sent: int
    bounce_rate: Rate
    complaint_rate: Rate
    reply_rate: Rate
    low_replies: bool
    series: list[HealthDay]


def health_view(seen: MailboxHealth, series: Sequence[Mapping[str, Any]]) -> HealthView:
    """Return the health of a mailbox by the rules of SPEC 3.10, with its nights."""
    health, warming = seen.health, seen.mailbox.warmup == WarmupState.ON.value
    return HealthView(
        mailbox_id=seen.mailbox.id,
        score=score_of(seen),
        label=health.label.value if seen.anything or warming else None,
        risks=[risk.value for risk in health.risks],
        sent=seen.week.sent,
        bounce_rate=health.bounce_rate,
        complaint_rate=health.complaint_rate,
        reply_rate=health.reply_rate,
        low_replies=health.low_replies,
        series=[HealthDay(day=row["day"], figures=row["figures"]) for row in series],
    )


def score_of(seen: MailboxHealth) -> float | None:
    """Return the score, None while there is nothing to score: no mail, and no complaint about an older one."""
    return seen.health.score if seen.week.sent or seen.week.complained else None


MAILBOX_EXAMPLE: dict[str, Any] = {
    "id": "019ab7c2-9c20-7d22-8e1f-5a2c7d6b8f31",
    "address": "ada@sample.example",
    "display_name": "Ada Sample",
    "provider": "smtp",
    "status": "active",
    "pause": None,
    "pause_detail": None,
    "closed_until": None,
    "daily_cap": 20,
    "gap_seconds": 300,
    "time_zone": "Europe/Lisbon",
    "postal_address": "1 Quay Street, 4000-001 Porto, Portugal",
    "warmup": "off",
    "warmup_started_on": None,
    "dns": {"spf": "unknown", "dkim": "unknown", "dmarc": "unknown", "mx": "unknown"},
    "dns_checked_at": None,
    "smtp": {"host": "mail.sample.example", "port": 587, "security": "starttls", "username": "ada@sample.example"},
    "imap": None,
    "connection_test": None,
    "connection_tested_at": None,
    "created_at": "2026-11-22T09:00:00Z",
}
_NO_RATE: dict[str, Any] = {"value": None, "numerator": 0, "denominator": 0}
HEALTH_EXAMPLE: dict[str, Any] = {
    "mailbox_id": MAILBOX_EXAMPLE["id"],
    "score": None,
    "label": None,
    "risks": [],
    "sent": 0,
    "bounce_rate": _NO_RATE,
    "complaint_rate": _NO_RATE,
    "reply_rate": _NO_RATE,
    "low_replies": False,
    "series": [],
}
