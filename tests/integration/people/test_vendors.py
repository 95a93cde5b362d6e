"""Research, finding, enriching and verifying with simulated vendors: samples are marked, real people untouched."""

from tests.app import App


async def test_research_is_marked_kept_and_done_once(app: App) -> None:
    ned = await app.post("/contacts", {"full_name": "Ned Sample", "company": "Harbour"})
    path = f"/companies/{ned['company_id']}"
    own = {"text": "They moved to Porto.", "kind": "news"}
    await app.patch(path, {"facts": [own], "tagline": "Mine"})
    first = await app.finished(await app.post(f"{path}/research", expect=202))
    assert first["result"]["source"] == "mock"
    company = await app.get(path)
    samples = [fact for fact in company["facts"] if fact["source"] == "mock"]
    assert 3 <= len(samples) <= 5
    assert all(fact["text"].startswith("Sample") and fact["source_url"] is None for fact in samples)
    assert [fact["text"] for fact in company["facts"] if fact["source"] == "user"] == [own["text"]]
    assert company["sources"] == {"about": "mock", "tagline": "user"}
    assert (company["tagline"], company["timezone"], company["industry"]) == ("Mine", None, None)
    again = await app.finished(await app.post(f"{path}/research", {}, expect=202))
    assert again["result"]["cached"] is True
    fresh = await app.finished(await app.post(f"{path}/research", {"refresh": True}, expect=202))
    assert fresh["result"]["cached"] is False
    texts = sorted(fact["text"] for fact in (await app.get(path))["facts"])
    assert texts == sorted(fact["text"] for fact in company["facts"])
    await app.patch(path, {"about": "What I know."})
    await app.finished(await app.post(f"{path}/research", {"refresh": True}, expect=202))
    assert (await app.get(path))["about"] == "What I know."
    await (await app.as_somebody_else()).call("POST", f"{path}/research", json={}, expect=404)


async def test_found_people_are_samples_and_found_once(app: App) -> None:
    ned = await app.post("/contacts", {"full_name": "Ned Sample", "company": "Harbour"})
    wanted = {"company_id": ned["company_id"], "titles": ["VP Platform", "Recruiter"], "limit": 3}
    first = (await app.finished(await app.post("/contacts/find", wanted, expect=202)))["result"]
    again = (await app.finished(await app.post("/contacts/find", wanted, expect=202)))["result"]
    assert (first["created"], again["created"]) == (3, 0)
    assert first["contact_ids"] == again["contact_ids"]
    for contact_id in first["contact_ids"]:
        person = await app.get(f"/contacts/{contact_id}")
        assert person["source"] == "mock"
        assert person["email"].endswith(".example.test")
    assert (await app.get(f"/companies/{ned['company_id']}"))["domains"] == []
    await app.call("POST", "/contacts/find", json={**wanted, "limit": 0}, expect=422)
    await app.call("POST", "/contacts/find", json={"company_id": ned["id"]}, expect=404)


async def test_nothing_is_made_up_about_a_real_person(app: App) -> None:
    ned = await app.post("/contacts", {"full_name": "Ned Sample", "company": "Harbour"})
    task = await app.finished(await app.post(f"/contacts/{ned['id']}/enrich", expect=202))
    assert task["result"]["filled"] == []
    assert (await app.get(f"/contacts/{ned['id']}"))["email"] is None


async def test_a_verdict_is_kept_with_its_address(app: App) -> None:
    cases = {"a@x.test": "valid", "invalid@x.test": "invalid", "risky.b@x.test": "risky", "c@harbour.com": "unknown"}
    for email, verdict in cases.items():
        contact = await app.post("/contacts", {"full_name": "Una Sample", "email": email})
        await app.finished(await app.post(f"/contacts/{contact['id']}/verify", expect=202))
        verified = await app.get(f"/contacts/{contact['id']}")
        assert (verified["verification"]["verdict"], verified["verification"]["provider"]) == (verdict, "mock")
        moved = await app.patch(f"/contacts/{contact['id']}", {"email": f"new.{email}"})
        assert moved["verification"] is None
    nobody = await app.post("/contacts", {"full_name": "No Address"})
    task = await app.finished(await app.post(f"/contacts/{nobody['id']}/verify", expect=202), status="failed")
    assert task["error"]["code"] == "contact.invalid"
    await (await app.as_somebody_else()).call("POST", f"/contacts/{nobody['id']}/verify", expect=404)
