"""A person's mails of years and of the last days, and what the nights kept of them, made in the database."""

import json
from dataclasses import asdict
from datetime import UTC, datetime, timedelta
from uuid import UUID

import asyncpg

from roleferry.domain.model.figures.rollup import Tally

SYSTEM = {"role": "roleferry_system"}
"""Row-level security is forced: who compares must see the rows, without paying for the check."""
TABLES = ("outreach", "outreach_events")
"""Those that get many rows."""
_RECENT = 40
_YEARS, _DAYS_AGO = False, True
_STEPS, _PEOPLE = 4, 1_000
_CAMPAIGNS = """
INSERT INTO campaigns (user_id, id, name, status, tone, created_at)
SELECT $1, md5($1::uuid || 'campaign' || n)::uuid, 'Campaign ' || n, 'completed', 'warm', now()
  FROM generate_series(0, $2::integer / $3::integer) n
"""
_OUTREACH = """
INSERT INTO outreach (user_id, id, campaign_id, enrollment_id, contact_id, application_id, mailbox_id, step_id, step,
                      step_kind, gap_days, day, same_thread, to_address, to_name, time_zone, subject, body, status,
                      due_at, send_key, message_id, provider, sent_at, delivered_at, created_at)
SELECT $1, md5($1::uuid || 'mail' || n)::uuid, md5($1::uuid || 'campaign' || n / $3::integer)::uuid, who, who,
       md5($1::uuid || 'job' || 1 + n % 100)::uuid, $2, md5('step')::uuid, 1 + n % 4, 'initial', 0, 0, false,
       'mia@firm.example', 'Mia Example', 'Europe/Lisbon', 'A subject', 'A body.', 'delivered', at,
       $1::uuid || 'k' || n, $1::uuid || 'm' || n, 'mock', at, at, at
  FROM generate_series($4::integer, $5::integer) n,
       LATERAL (SELECT md5($1::uuid || 'person' || n / 4)::uuid AS who,
                       CASE WHEN $6::boolean THEN now() - n % 70 * interval '1 hour'
                            ELSE now() - interval '7 days' - ($5::integer - n) * interval '1 minute' END AS at) m
"""
_EVENTS = """
INSERT INTO outreach_events (user_id, id, outreach_id, type, at, recorded_at, dedupe_key, number)
SELECT user_id, id, id, 'sent', sent_at, sent_at, 'sent', row_number() OVER () FROM outreach WHERE user_id = $1
"""
_DAYS = """
INSERT INTO campaign_metrics (user_id, campaign_id, day, figures, computed_at)
SELECT user_id, id, current_date - 10 - d, $2, now() FROM campaigns, generate_series(1, 5) d WHERE user_id = $1
"""
_MARK = """
INSERT INTO figure_marks (user_id, counted_to, as_of, people, total)
VALUES ($1, $2, now(), $3, $4)
"""


async def fill(system: asyncpg.Connection, person: UUID, mailbox: UUID, mails: int) -> None:
    """Write a person's mails and what the nights kept of them."""
    size = _STEPS * _PEOPLE
    await system.execute(_CAMPAIGNS, person, mails, size)
    await system.execute(_OUTREACH, person, mailbox, size, 0, mails - _RECENT - 1, _YEARS, timeout=7200)
    await system.execute(_OUTREACH, person, mailbox, size, mails - _RECENT, mails - 1, _DAYS_AGO)
    await system.execute(_EVENTS, person, timeout=7200)
    await system.execute(_DAYS, person, json.dumps(asdict(Tally(sent=100, delivered=100))))
    await system.execute(
        _MARK, person, mails - _RECENT, json.dumps(_people(mails)), json.dumps(asdict(Tally(sent=mails)))
    )


def _people(mails: int) -> dict[str, object]:
    """Return sums over people as years leave them: answers after every length of time, a day's waiting."""
    people = mails // _STEPS
    steps = [*range(3600), *range(3600, 86_400, 60), *range(86_400, 30 * 86_400, 900)][:people]
    days = [datetime.now(UTC) - timedelta(days=day) for day in range(min(people, 1500))]
    return {
        "contacted": people,
        "replied": len(steps),
        "positive": 0,
        "taken": {str(step): 1 for step in steps},
        "waiting": {day.date().isoformat(): 1 for day in days},
    }
