"""Job preferences over HTTP."""

from tests.app import App


async def test_preferences_come_back_in_their_normal_form(app: App) -> None:
    await app.call("PUT", "/job-preferences", json={"titles": ["Staff Engineer"], "remote": "Remote only"}, expect=200)
    assert (await app.get("/job-preferences"))["remote"] == "remote_only"


async def test_what_is_wrong_is_named_field_by_field(app: App) -> None:
    answer = await app.call("PUT", "/job-preferences", json={"remote": "sometimes", "salary_min": -4}, expect=422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert {error["path"] for error in answer.json()["errors"]} >= {"remote", "salary_min"}


async def test_nobody_sees_anybody_elses_preferences(app: App) -> None:
    await app.call("PUT", "/job-preferences", json={"titles": ["Staff Engineer"], "remote": "remote_only"}, expect=200)
    other = await app.as_somebody_else()
    assert (await other.get("/job-preferences"))["titles"] == []


async def test_an_unknown_field_is_named(app: App) -> None:
    answer = await app.call("PUT", "/job-preferences", json={"titels": ["Staff Engineer"]}, expect=422)
    assert answer.json()["errors"] == [{"path": "titels", "message": "there is no such field"}]
