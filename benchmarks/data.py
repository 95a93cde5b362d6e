"""What the read endpoints are measured on: one person's thousand jobs and their applications."""

import json
from uuid import UUID, uuid4

import asyncpg

from benchmarks.bulk import bulk
from benchmarks.mails import SYSTEM, TABLES
from benchmarks.mails import fill as fill_mails
from roleferry.adapters.stub_auth import DEMO_USER

__all__ = ("SYSTEM", "fill")

_JOBS, _MAILS = 1000, 1000
_LINES = [
    {"text": f"You will own part {place} of the platform.", "span": {"start": 0, "end": 38}} for place in range(12)
]
_PARSED = {
    "responsibilities": _LINES,
    "requirements": [],
    "skills": [],
    "benefits": [],
    "pain_points": _LINES,
    "buckets": {},
    "thin": False,
    "work_mode": "remote",
    "employment_type": "full_time",
    "seniority": "senior",
    "years_required": 5,
    "salary": None,
}
_JOB_ROWS = """
INSERT INTO jobs (user_id, id, title, company, location, fingerprint, raw_description, parsed, created_at)
SELECT $1, gen_random_uuid(), 'Engineer ' || n, 'Company ' || n % 50, 'Lisbon', n::text,
       repeat('A sentence of an advert. ', 80), $3::jsonb, now() - n * interval '1 minute'
  FROM generate_series(1, $2) AS n
"""
_APPLICATION_ROWS = """
INSERT INTO applications (user_id, id, job_id, status, created_at, updated_at)
SELECT user_id, gen_random_uuid(), id, 'saved', created_at, created_at FROM jobs WHERE user_id = $1
"""


async def fill(database_url: str) -> UUID:
    """Write the rows and return the id of one job."""
    connection = await asyncpg.connect(database_url, server_settings=SYSTEM)
    try:
        await connection.execute(_JOB_ROWS, DEMO_USER, _JOBS, json.dumps(_PARSED))
        await connection.execute(_APPLICATION_ROWS, DEMO_USER)
        await _fill_mails(database_url, connection)
        job_id: UUID = await connection.fetchval("SELECT id FROM jobs WHERE user_id = $1 LIMIT 1", DEMO_USER)
    finally:
        await connection.close()
    return job_id


async def _fill_mails(database_url: str, system: asyncpg.Connection) -> None:
    owner = await asyncpg.connect(database_url)
    try:
        async with bulk(owner, *TABLES):
            await fill_mails(system, DEMO_USER, uuid4(), _MAILS)
    finally:
        await owner.close()
