"""A résumé from upload to correction, over HTTP and through the worker."""

from tests.app import App

TEXT = b"""Ada Sample
ada.sample@example.test | +44 20 7946 0018

EXPERIENCE
Staff Engineer, Harbour Systems
03/2019 - Present
- Cut checkout latency by 43 % by moving the basket to PostgreSQL
- Led a team of 6 engineers

EDUCATION
B.Sc. Computer Science, University of Porto, 2011

SKILLS
Python, PostgreSQL, Kubernetes
"""


async def upload(app: App, data: bytes = TEXT, name: str = "ada.txt") -> None:
    accepted = await app.post("/resume/upload", expect=202, files={"file": (name, data)})
    await app.finished(accepted)


async def test_a_resume_is_read_in_the_background(app: App) -> None:
    await upload(app)
    view = await app.get("/resume")
    assert view["status"] == "ready"
    resume = view["resume"]
    assert resume["name"]["value"] == "Ada Sample"
    span = resume["name"]["span"]
    assert resume["raw_text"][span["start"] : span["end"]] == "Ada Sample"
    assert view["position"] == "Staff Engineer"
    assert (await app.call("GET", "/resume/file")).content == TEXT


async def test_corrections_survive_a_new_version(app: App) -> None:
    await upload(app)
    view = await app.patch("/resume", {"name": "Ada B. Sample", "skills": ["Rust"]})
    assert view["resume"]["name"]["value"] == "Ada B. Sample"
    assert view["corrected"] == ["name", "skills"]
    await upload(app, TEXT.replace(b"Harbour", b"Lighthouse"))
    again = await app.get("/resume")
    assert again["version"] == 2
    assert again["resume"]["name"]["value"] == "Ada B. Sample"
    assert [skill["name"] for skill in again["resume"]["skills"]] == ["Rust"]
    back = await app.patch("/resume", {"name": None})
    assert back["resume"]["name"]["value"] == "Ada Sample"


async def test_a_file_that_cannot_be_read_says_why_and_never_becomes_sample_data(app: App) -> None:
    accepted = await app.post("/resume/upload", expect=202, files={"file": ("cv.pdf", b"%PDF-1.7 nothing")})
    task = await app.finished(accepted, status="failed")
    assert task["error"]["code"] == "resume.unreadable"
    view = await app.get("/resume")
    assert (view["status"], view["resume"]) == ("failed", None)
    assert view["failure"]["detail"]


async def test_a_file_that_cannot_be_read_leaves_the_version_before_in_use(app: App) -> None:
    await upload(app)
    await app.finished(
        await app.post("/resume/upload", expect=202, files={"file": ("cv.pdf", b"%PDF-1.7 nothing")}), status="failed"
    )
    view = await app.get("/resume")
    assert (view["version"], view["status"], view["resume"]["name"]["value"]) == (1, "ready", "Ada Sample")
    assert (await app.call("GET", "/resume/file")).content == TEXT
    assert [one["status"] for one in (await app.get("/resume/versions"))["items"]] == ["failed", "ready"]


async def test_an_empty_and_a_huge_file_are_refused(app: App) -> None:
    for data in (b"", b"x" * 5_000_001):
        answer = await app.call("POST", "/resume/upload", files={"file": ("cv.txt", data)}, expect=422)
        assert answer.json()["code"] == "resume.unreadable"


async def test_versions_are_listed_page_by_page(app: App) -> None:
    for _ in range(3):
        await upload(app)
    first = await app.get("/resume/versions", params={"limit": 2})
    assert [one["version"] for one in first["items"]] == [3, 2]
    rest = await app.get("/resume/versions", params={"limit": 2, "cursor": first["next_cursor"]})
    assert [one["version"] for one in rest["items"]] == [1]
    assert rest["next_cursor"] is None
