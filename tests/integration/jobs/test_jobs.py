"""Jobs, the tracker and pain points, over HTTP."""

from typing import Any

from tests.app import App
from tests.integration.profile.test_resume import upload

ADVERT = """Staff Engineer, Payments
Lighthouse Pay - Lisbon (hybrid)

What you will do
- Cut the latency of our checkout, which is too slow on mobile
- Lead a team of engineers

What you bring
- 8+ years of experience with Python and PostgreSQL
- Nice to have: Kubernetes

EUR 90,000 - 110,000 per year
"""


async def add(app: App, text: str = ADVERT, **fields: Any) -> Any:
    return await app.post("/jobs", {"raw_description": text, **fields})


async def test_a_pasted_advert_is_read_and_opens_its_application(app: App) -> None:
    job = await add(app)
    assert (job["title"], job["company"]) == ("Staff Engineer, Payments", "Lighthouse Pay")
    assert job["application_status"] == "saved"
    for line in job["responsibilities"]:
        assert job["raw_description"][line["span"]["start"] : line["span"]["end"]] == line["text"]


async def test_the_same_advert_is_not_kept_twice(app: App) -> None:
    job = await add(app)
    answer = await app.call("POST", "/jobs", json={"raw_description": ADVERT}, expect=409)
    assert answer.json()["code"] == "job.exists"
    assert answer.json()["facts"]["job_id"] == job["id"]


async def test_a_job_without_text_or_address_is_refused(app: App) -> None:
    assert (await app.call("POST", "/jobs", json={}, expect=422)).json()["code"] == "job.no_description"


async def test_an_address_on_this_machine_is_never_fetched(app: App) -> None:
    for url in ("http://127.0.0.1:1/", "http://[::1]/", "http://169.254.169.254/latest", "file:///etc/passwd"):
        answer = await app.call("POST", "/jobs", json={"url": url}, expect=422)
        assert answer.json()["code"] == "page.address_not_allowed"


async def test_edits_win_over_what_was_read_and_can_be_taken_back(app: App) -> None:
    job = await add(app)
    edited = await app.patch(f"/jobs/{job['id']}", {"company": "Lighthouse Payments Ltd", "salary_min": "95000"})
    assert edited["company"] == "Lighthouse Payments Ltd"
    assert edited["salary"]["minimum"] == "95000"
    back = await app.patch(f"/jobs/{job['id']}", {"company": None, "salary_min": None})
    assert back["company"] == job["company"]
    assert back["salary"] == job["salary"]


async def test_a_match_has_parts_with_evidence_and_sorts_the_list(app: App) -> None:
    await upload(app)
    good = await add(app)
    poor = await add(app, "Head Chef\nRestaurant Aurora - Porto\n\nYou will run the kitchen and design menus.")
    match = await app.get(f"/jobs/{good['id']}/match")
    assert match["score"] > 40
    assert all(part["sentence"] for part in match["parts"])
    listed = await app.get("/jobs", params={"sort": "match"})
    assert [job["id"] for job in listed["items"]] == [good["id"], poor["id"]]
    assert listed["items"][1]["match_score"] < 15


async def test_sorting_by_match_without_a_resume_says_what_to_do(app: App) -> None:
    answer = await app.call("GET", "/jobs", params={"sort": "match"}, expect=422)
    assert "résumé" in answer.json()["detail"]


async def test_jobs_come_page_by_page_in_every_order(app: App) -> None:
    await upload(app)
    ids = {(await add(app, f"{ADVERT}\nReference {number}"))["id"] for number in range(5)}
    for sort in ("created", "posted", "match"):
        seen: list[str] = []
        cursor = None
        while True:
            params = {"sort": sort, "limit": 2, **({"cursor": cursor} if cursor else {})}
            listed = await app.get("/jobs", params=params)
            seen += [job["id"] for job in listed["items"]]
            cursor = listed["next_cursor"]
            if cursor is None:
                break
        assert len(seen) == 5
        assert set(seen) == ids


async def test_pain_points_quote_both_sides_and_stay_the_same_until_asked_anew(app: App) -> None:
    await upload(app)
    job = await add(app)
    first = await app.post("/pain-points/generate", {"job_id": job["id"]}, expect=200)
    pairs = [one for one in first["items"] if not one["gap"]]
    assert pairs
    assert pairs[0]["solution_text"].startswith("Cut checkout latency by 43")
    again = await app.post("/pain-points/generate", {"job_id": job["id"]}, expect=200)
    assert [one["id"] for one in again["items"]] == [one["id"] for one in first["items"]]
    anew = await app.post("/pain-points/generate", {"job_id": job["id"], "regenerate": True}, expect=200)
    assert {one["version"] for one in anew["items"]} == {2}
    dropped = await app.patch(f"/pain-points/{anew['items'][0]['id']}", {"dropped": True})
    assert dropped["dropped"]
    assert (await app.get("/pain-points", params={"job_id": job["id"]}))["items"][0]["dropped"]


async def test_the_tracker_moves_stage_by_stage_and_keeps_its_history(app: App) -> None:
    job = await add(app)
    path = f"/applications/{job['application_id']}"
    applied = await app.patch(path, {"status": "applied"})
    assert applied["applied_at"]
    assert applied["follow_up_at"]
    assert (await app.call("PATCH", path, json={"status": "offer"}, expect=409)).json()["code"] == (
        "application.illegal_move"
    )
    await app.patch(path, {"status": "interviewing"})
    back = await app.patch(path, {"status": "applied"})
    assert (back["furthest"], back["applied_at"]) == ("interviewing", applied["applied_at"])
    assert (await app.call("PATCH", path, json={"status": "closed"}, expect=422)).json()["code"] == (
        "application.reason_needed"
    )
    closed = await app.patch(path, {"status": "closed", "reason": "ghosted"})
    assert closed["reason"] == "ghosted"
    history = await app.get(f"{path}/history")
    stages = [change["to_status"] for change in history["items"]]
    assert stages == ["saved", "applied", "interviewing", "applied", "closed"]
    assert (await app.get("/applications/counts"))["closed"] == 1


async def test_somebody_else_finds_nothing(app: App) -> None:
    job = await add(app)
    other = await app.as_somebody_else()
    for path in (f"/jobs/{job['id']}", f"/jobs/{job['id']}/match", f"/applications/{job['application_id']}"):
        await other.call("GET", path, expect=404)
    assert (await other.get("/jobs"))["items"] == []
    await other.call("DELETE", f"/jobs/{job['id']}", expect=404)
    await app.call("DELETE", f"/jobs/{job['id']}", expect=204)
    await app.call("GET", f"/jobs/{job['id']}", expect=404)
