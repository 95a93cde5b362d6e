"""Whether a mail is so late that its owner must be asked before it goes (SPEC 3.9)."""

from __future__ import annotations

from datetime import datetime, timedelta

from roleferry.domain.model.sending.window import OpenHours, business_days_after

FIRST_MAIL_LATEST = timedelta(hours=48)
FOLLOW_UP_LATEST_DAYS = 5


def is_stale(*, due_at: datetime, now: datetime, is_follow_up: bool, hours: OpenHours) -> bool:
    """Say whether a first mail is more than 48 hours late, or a follow-up more than 5 of its reader's business days."""
    if now - due_at <= FIRST_MAIL_LATEST:
        return False
    if not is_follow_up:
        return True
    due = due_at.astimezone(hours.zone)
    last_day = business_days_after(due.date(), FOLLOW_UP_LATEST_DAYS, is_holiday=hours.is_holiday)
    return now.astimezone(hours.zone).replace(tzinfo=None) > datetime.combine(last_day, due.time())
