"""Costs, the survey and notices: zeros that are true, figures that are null until somebody answers."""

from roleferry.adapters.stub_auth import DEMO_USER
from tests.app import App


async def as_operator(app: App) -> App:
    await app.container.ensure_user()(DEMO_USER, email="demo@example.test", name="Demo")
    return App(app.container, app.http, DEMO_USER)


async def test_nothing_has_cost_anything(app: App) -> None:
    costs = await app.get("/costs")
    assert costs["total"] == {"spent": "0.00", "reserved": "0.00", "would_have_cost": "0.00", "projection": "0.00"}
    assert {one["vendor"]: one["cap"] for one in costs["vendors"]}["enrichment"] == "60.00"
    assert (costs["currency"], costs["flows"]) == ("USD", [])


async def test_only_operators_set_caps_and_see_the_survey(app: App) -> None:
    refused = await app.call("PUT", "/costs/caps/llm", json={"cap": "1.00"}, expect=403)
    assert refused.json()["code"] == "forbidden"
    await app.call("GET", "/beta-feedback/summary", expect=403)
    operator = await as_operator(app)
    url = "/api/v1/costs/caps/llm"
    answer = await operator.http.put(url, json={"cap": "12.50"})
    assert answer.json() == {"vendor": "llm", "cap": "12.50", "currency": "USD"}
    assert {one["vendor"]: one["cap"] for one in (await app.get("/costs"))["vendors"]}["llm"] == "12.50"
    assert (await operator.http.put("/api/v1/costs/caps/nobody", json={"cap": "1"})).status_code in {404, 422}
    for cap in ("-1", "1e9", "x", 5):
        assert (await operator.http.put(url, json={"cap": cap})).status_code == 422


async def test_the_survey_counts_everybodys_latest_answer(app: App) -> None:
    operator = await as_operator(app)
    before = (await operator.http.get("/api/v1/beta-feedback/summary")).json()
    await app.post("/beta-feedback", {"would_pay_499": False, "nps": 2})
    await app.post("/beta-feedback", {"would_pay_499": True, "suggested_price": "299.00", "nps": 10})
    after = (await operator.http.get("/api/v1/beta-feedback/summary")).json()
    assert after["answers"] == before["answers"] + 1
    assert after["willing_at_499"]["numerator"] == before["willing_at_499"]["numerator"] + 1
    assert after["median_suggested_price"] is not None
    await app.call("POST", "/beta-feedback", json={}, expect=422)
    await app.call("POST", "/beta-feedback", json={"nps": 11}, expect=422)


async def test_there_are_no_notices_to_begin_with(app: App) -> None:
    assert await app.get("/notices") == {"items": [], "next_cursor": None}


async def test_a_request_without_its_body_is_told_to_send_one(app: App) -> None:
    answer = await app.call("POST", "/contacts", expect=422)
    assert answer.json()["detail"] == "send a JSON body; {} where there is nothing to say"
