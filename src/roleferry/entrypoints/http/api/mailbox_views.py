"""What is shown of a mailbox: never a password."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec

from roleferry.domain.model.figures.health import MailboxWeek, assess
from roleferry.domain.model.figures.rates import Rate
from roleferry.domain.model.sending.authentication import DnsReport
from roleferry.domain.model.sending.mailbox import MailboxPause, WarmupState
from roleferry.domain.model.sending.warmup import day_of_warmup


class DnsView(msgspec.Struct, frozen=True, kw_only=True):
    """What the DNS says: `pass`, `missing`, `fail`, or `unknown` when it could not be looked up."""

    spf: str
    dkim: str
    dmarc: str
    mx: str
    advice: list[str] = []


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
    created_at: datetime


class HealthDay(msgspec.Struct, frozen=True, kw_only=True):
    """One night's figures."""

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


def health_view(
    mailbox_id: UUID, week: Mapping[str, Any], series: Sequence[Mapping[str, Any]], *, now: datetime
) -> HealthView:
    """Return the health of a week's counts, by the rules of SPEC 3.10."""
    health = assess(_week(week, now))
    anything = bool(week["sent"] or health.risks)
    warming = week["warmup"] == WarmupState.ON.value
    return HealthView(
        mailbox_id=mailbox_id,
        score=health.score if week["sent"] else None,
        label=health.label.value if anything or warming else None,
        risks=[risk.value for risk in health.risks],
        sent=week["sent"],
        bounce_rate=health.bounce_rate,
        complaint_rate=health.complaint_rate,
        reply_rate=health.reply_rate,
        low_replies=health.low_replies,
        series=[HealthDay(day=row["day"], figures=row["figures"]) for row in series],
    )


def _week(row: Mapping[str, Any], now: datetime) -> MailboxWeek:
    started = row["warmup_started_on"]
    today = now.astimezone(ZoneInfo(row["time_zone"])).date()
    dns = msgspec.convert(row["dns"], DnsReport) if row["dns"] else DnsReport()
    counts = {name: row[name] for name in ("sent", "delivered", "bounced", "complained", "replied")}
    return MailboxWeek(
        **counts,
        warmed_days=max(0, day_of_warmup(started, today) - 1) if started else 0,
        dns_failing=dns.authentication_fails,
        paused_by_system=bool(row["pause"]) and MailboxPause(row["pause"]).by_system,
    )


MAILBOX_EXAMPLE: dict[str, Any] = {
    "id": "019ab7c2-9c20-7d22-8e1f-5a2c7d6b8f31",
    "address": "ada@sample.example",
    "display_name": "Ada Sample",
    "provider": "mock",
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
