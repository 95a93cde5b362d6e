"""Whatever dies, hangs, jumps or comes twice: nobody gets a mail twice, and none is forgotten (SPEC 6)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tools.chaos.programme import Size, changes_of_mind, disorder, kills, outages, over_http, servers
from tools.chaos.report import HEAD, Row

_SIZE = Size(
    mails=50, mailboxes=25, people=2, kills=2, workers=2, each=6, crashes=1, delay_seconds=0.01, answer_seconds=0.5
)


async def _kept_their_promises(scenarios: AsyncIterator[Row]) -> list[Row]:
    rows = [row async for row in scenarios]
    assert all(row.is_clean for row in rows), "\n".join([HEAD, *map(str, rows)])
    assert all(row.sent + row.kept + row.uncertain == row.planned for row in rows)
    return rows


@pytest.mark.timeout(300)
async def test_killing_workers_doubles_nothing_and_loses_nothing(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    played = kills(_SIZE, database_url=fresh_database_url, redis_url=redis_url, home=tmp_path)
    (row,) = await _kept_their_promises(played)
    assert row.sent > row.planned // 2


@pytest.mark.timeout(300)
async def test_no_fault_of_a_provider_and_no_disorder_of_ours_doubles_or_loses_a_mail(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    rows = await _kept_their_promises(
        disorder(_SIZE, database_url=fresh_database_url, redis_url=redis_url, home=tmp_path)
    )
    assert {row.name for row in rows if row.uncertain} <= {
        "SMTP: accepted, then the connection dropped before the answer",
        "SMTP: accepted, then silence past the timeout",
        "workers stopped past their leases, then let go",
    }
    assert [row.kept for row in rows if "550" in row.name] == [1]


@pytest.mark.timeout(300)
async def test_who_is_answered_between_claim_and_hand_over_is_obeyed(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    await _kept_their_promises(
        changes_of_mind(_SIZE, database_url=fresh_database_url, redis_url=redis_url, home=tmp_path)
    )


@pytest.mark.timeout(300)
async def test_an_http_provider_that_fails_is_put_off_or_doubted_and_never_asked_twice(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    rows = await _kept_their_promises(
        over_http(_SIZE, database_url=fresh_database_url, redis_url=redis_url, home=tmp_path)
    )
    assert [(row.sent, row.uncertain) for row in rows] == [(1, 0), (0, 1), (0, 1)]


@pytest.mark.timeout(300)
async def test_losing_valkey_or_postgresql_costs_time_and_no_mail(tmp_path: Path) -> None:
    async with servers(tmp_path) as (postgres, valkey):
        rows = await _kept_their_promises(outages(_SIZE, postgres, valkey, home=tmp_path))
    assert all(row.sent == row.planned for row in rows)
