"""One person with thousands of people to write to: what launching is measured on."""

from uuid import UUID

import asyncpg

_COLLEAGUES = 2
"""People of one company; no more than two are written to within 14 days (SPEC 3.9)."""
_MAILBOXES = 40
_COMPANIES = """
INSERT INTO companies (user_id, id, name, name_key, source, created_at)
SELECT $1, gen_random_uuid(), 'Company ' || n, 'company ' || n, 'user', now() FROM generate_series(0, $2::integer) AS n
"""
_CONTACTS = """
INSERT INTO contacts (user_id, id, company_id, full_name, role_title, level, email, timezone, timezone_source, country,
                      created_at)
SELECT $1, gen_random_uuid(), c.id, 'Mia Example', 'Head of Platform', 'line_manager',
       'mia' || n || '@c' || c.number || '.example',
       (ARRAY['Europe/Lisbon', 'Europe/Berlin', 'America/New_York'])[1 + n % 3], 'user', 'PT', now()
  FROM generate_series(0, $2::integer - 1) AS n
  JOIN (SELECT id, row_number() OVER () - 1 AS number FROM companies WHERE user_id = $1) c ON c.number = n / $3::integer
"""
_MAILBOX_ROWS = """
INSERT INTO mailboxes (user_id, id, address, display_name, provider, time_zone, postal_address, daily_cap, created_at)
SELECT $1, gen_random_uuid(), 'ada' || n || '.' || substr($1::uuid::text, 25) || '@ada.example', 'Ada Sample', 'mock',
       'Europe/Lisbon', '1 Quay Street, Porto', 50, now()
  FROM generate_series(1, $2::integer) AS n
"""
_TARGETS = """
INSERT INTO campaign_targets (user_id, campaign_id, contact_id, created_at)
SELECT $1, $2, id, now() FROM contacts WHERE user_id = $1
"""


async def add_people(connection: asyncpg.Connection, user_id: UUID, *, people: int) -> None:
    """Write contacts, two to a company, and mailboxes enough for them; the connection must see every row."""
    await connection.execute(_COMPANIES, user_id, people // _COLLEAGUES)
    await connection.execute(_CONTACTS, user_id, people, _COLLEAGUES)
    await connection.execute(_MAILBOX_ROWS, user_id, _MAILBOXES)


async def target_all(connection: asyncpg.Connection, user_id: UUID, campaign_id: UUID) -> None:
    """Make everybody a target of a campaign."""
    await connection.execute(_TARGETS, user_id, campaign_id)
