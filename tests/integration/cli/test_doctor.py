"""`roleferry doctor`: what is chosen, what is missing, what can be reached."""

import json

import pytest

from roleferry.entrypoints.cli.doctor import diagnose, doctor
from roleferry.entrypoints.cli.main import main
from tests.app import App


def _environment(database_url: str, redis_url: str, **more: str) -> dict[str, str]:
    return {"ROLEFERRY_ENV": "dev", "DATABASE_URL": database_url, "REDIS_URL": redis_url, **more}


async def test_with_everything_there_all_is_well(
    app: App, fresh_database_url: str, redis_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    await app.worker.beat()
    assert await doctor(_environment(fresh_database_url, redis_url), as_json=True) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["ok"] is True
    assert {port["cost"] for port in told["ports"]} == {"nothing"}
    assert {finding["name"] for finding in told["findings"]} >= {"database", "redis", "migrations", "worker", "home"}
    assert await doctor(_environment(fresh_database_url, redis_url), as_json=False) == 0
    assert "All is well" in capsys.readouterr().out


async def test_a_database_nobody_migrated_is_a_problem_that_says_what_to_do(
    empty_database_url: str, redis_url: str
) -> None:
    found = await diagnose(_environment(empty_database_url, redis_url))
    assert not found.ok
    assert "roleferry migrate" in next(one.detail for one in found.findings if one.name == "migrations")


async def test_what_cannot_be_reached_is_told_without_its_password() -> None:
    found = await diagnose(_environment("postgresql://ada:geheim@127.0.0.1:1/none", "redis://:geheim@127.0.0.1:1/0"))
    told = {one.name: one for one in found.findings}
    assert (told["database"].state, told["redis"].state) == ("problem", "problem")
    assert "geheim" not in str(found)


async def test_a_phase_shows_what_it_would_need(database_url: str, redis_url: str) -> None:
    found = await diagnose(_environment(database_url, redis_url, ROLEFERRY_PHASE="week11", ROLEFERRY_EMAIL="mock"))
    notes = " ".join(one.detail for one in found.findings if one.state == "warning")
    assert "ROLEFERRY_FINDYMAIL_API_KEY" in notes
    alone = await diagnose(_environment(database_url, redis_url, ROLEFERRY_PHASE="week11"))
    assert "server of its own" in next(one.detail for one in alone.findings if one.name == "mail")
    refused = await diagnose(_environment(database_url, redis_url, ROLEFERRY_EMAIL="ses"))
    assert "ROLEFERRY_SES_ACCESS_KEY" in refused.findings[0].detail
    assert not refused.ok


def test_the_api_document_is_printed_without_any_server(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["openapi"]) == 0
    assert "/api/v1/ai/offer" in json.loads(capsys.readouterr().out)["paths"]


async def test_a_second_person_can_be_made_in_dev(app: App) -> None:
    body = {"email": "Bela@sample.example", "name": "Bela Sample"}
    made = await app.post("/dev/users", body)
    assert (await app.post("/dev/users", body))["id"] == made["id"]
    await app.post("/dev/users", {"email": "nobody"}, expect=422)
    answer = await app.http.get("/api/v1/jobs", headers={"X-Dev-User": made["id"]})
    assert answer.json()["items"] == []
