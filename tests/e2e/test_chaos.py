"""Workers are killed while mail goes out, and nobody gets a mail twice, and none is forgotten (SPEC 6)."""

from pathlib import Path

from tools.chaos.run import Plan, run


async def test_killing_workers_doubles_nothing_and_loses_nothing(
    fresh_database_url: str, redis_url: str, tmp_path: Path
) -> None:
    plan = Plan(mails=150, mailboxes=30, workers=3, kills=8)
    report = await run(plan, database_url=fresh_database_url, redis_url=redis_url, home=tmp_path)
    assert report.is_clean, str(report)
    assert report.sent + report.uncertain == report.mails == plan.mails
    assert report.sent > 0
    assert report.kills > plan.kills // 2
