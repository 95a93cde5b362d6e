"""`/ai/*` over HTTP: answered by rules, nothing stored, nothing invented."""

import base64
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.app import App, running_app
from tests.samples.files import ENGINEER, ENGINEER_JOB, SURGEON, two_column_pdf

WRITE = {
    "resume_text": ENGINEER,
    "job_text": ENGINEER_JOB,
    "company": "Lantern Pay",
    "contact_name": "Grace Sample",
    "contact_title": "Head of Engineering",
}


@pytest.fixture
async def app(database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[App]:
    """The service on the session's database: nothing here is stored, so nothing can be in the way."""
    async with running_app(database_url, redis_url, tmp_path) as running:
        yield running


async def test_a_resume_is_read_from_text_and_says_what_it_lacks(app: App) -> None:
    answer = await app.post("/ai/parse-resume", {"text": ENGINEER}, expect=200)
    assert answer["engine"] == "rules"
    assert answer["engine_reason"] is None
    assert answer["resume"]["name"]["value"] == "Ada Sample"
    assert answer["position"] == "Staff Backend Engineer"
    empty = await app.post("/ai/parse-resume", {"text": ""}, expect=200)
    assert empty["resume"]["name"] is None
    assert empty["resume"]["missing"]


async def test_a_resume_is_read_from_a_file(app: App) -> None:
    file = base64.b64encode(two_column_pdf()).decode()
    answer = await app.post("/ai/parse-resume", {"file": file, "file_name": "ada.pdf"}, expect=200)
    assert answer["resume"]["name"]["value"] == "Ada Sample"


@pytest.mark.parametrize(
    "body",
    [{}, {"text": "a", "file": "YQ=="}, {"file": "not base64!"}, {"file": "AAAA"}, {"text": 3}, {"file": ""}],
)
async def test_a_resume_that_cannot_be_read_is_a_problem_that_says_what_to_do(app: App, body: dict[str, str]) -> None:
    answer = await app.call("POST", "/ai/parse-resume", json=body, expect=422)
    assert answer.json()["detail"]


async def test_nothing_is_stored(app: App) -> None:
    await app.post("/ai/parse-resume", {"text": ENGINEER}, expect=200)
    await app.call("GET", "/resume", expect=404)


async def test_a_language_model_that_is_not_on_is_said_to_be_off(app: App) -> None:
    answer = await app.post("/ai/parse-job-description", {"text": ENGINEER_JOB, "engine": "llm"}, expect=200)
    assert (answer["engine"], answer["engine_reason"]) == ("rules", "policy")
    assert answer["job"]["title"] == "Senior Backend Engineer"
    thin = await app.post("/ai/parse-job-description", {"text": "Engineer wanted"}, expect=200)
    assert thin["job"]["thin"] is True


async def test_pairs_quote_both_texts_and_a_stranger_gets_none(app: App) -> None:
    answer = await app.post("/ai/pain-point-map", {"resume_text": ENGINEER, "job_text": ENGINEER_JOB}, expect=200)
    assert answer["pairs"]
    for pair in answer["pairs"]:
        assert pair["challenge_text"] in ENGINEER_JOB
        assert pair["solution_text"] in ENGINEER
    assert any("firmware" in gap["challenge_text"] for gap in answer["gaps"])
    stranger = await app.post("/ai/pain-point-map", {"resume_text": SURGEON, "job_text": ENGINEER_JOB}, expect=200)
    assert stranger["pairs"] == []
    assert stranger["match"]["score"] < 15 < answer["match"]["score"]


async def test_a_note_quotes_its_evidence_and_passes_its_own_lint(app: App) -> None:
    answer = await app.post("/ai/offer", WRITE, expect=200)
    assert answer["claims"]
    assert answer["lint"]["findings"] == [] or all(f["severity"] != "blocker" for f in answer["lint"]["findings"])
    for claim in answer["claims"]:
        if claim["evidence"]["source"] == "resume":
            assert claim["evidence"]["text"] in ENGINEER


async def test_where_nothing_true_can_be_said_no_note_is_written(app: App) -> None:
    refused = await app.call("POST", "/ai/offer", json={"resume_text": "", "job_text": ""}, expect=422)
    assert refused.json()["code"] == "writing.nothing_to_say"


async def test_a_sequence_says_no_sentence_twice(app: App) -> None:
    steps = (await app.post("/ai/sequence", WRITE, expect=200))["steps"]
    assert [step["day"] for step in steps] == [0, 2, 4, 7]
    assert [step["kind"] for step in steps] == ["initial", "nudge", "value_add", "final"]
    assert not any(f["severity"] == "blocker" for step in steps for f in step["lint"]["findings"])


async def test_spam_phrases_are_found_with_their_exact_words(app: App) -> None:
    body = "Act now! This is a limited time offer, 100% free. Freedom matters."
    answer = await app.post("/ai/spam-check", {"subject": "Hello", "body": body}, expect=200)
    assert 0 < answer["spam_score"] <= 1
    for match in answer["matches"]:
        assert body[match["span"]["start"] : match["span"]["end"]] == match["match"]
    assert not any("Freedom" in match["match"] for match in answer["matches"])
    assert answer["band"] == "short"


async def test_research_lifts_sentences_and_without_a_text_knows_nothing(app: App) -> None:
    text = "Lantern Pay raised a Series B on 4 May 2026. Beacon Inc launched a rival product. Lantern Pay is a bank."
    answer = await app.post("/ai/company-research", {"company": "Lantern Pay", "text": text}, expect=200)
    assert [(fact["kind"], fact["dated"]) for fact in answer["facts"]] == [("funding", "2026-05-04")]
    assert all(fact["text"] in text for fact in answer["facts"])
    nothing = await app.post("/ai/company-research", {"company": "Lantern Pay"}, expect=200)
    assert (nothing["facts"], nothing["about"], nothing["industries"]) == ([], None, [])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Happy to talk, does Tuesday at ten work?\n\nOn Mon, Ada wrote:\n> please remove me", "meeting"),
        ("Please take me off your list.", "unsubscribe"),
        ("", "other"),
    ],
)
async def test_a_reply_is_labelled_by_its_new_words(app: App, text: str, label: str) -> None:
    answer = await app.post("/ai/classify-reply", {"text": text}, expect=200)
    assert answer["label"] == label
    assert answer["engine"] == "rules"


async def test_an_automatic_answer_is_told_by_its_subject_and_says_when_they_are_back(app: App) -> None:
    reply = {"subject": "Automatic reply: Checkout", "text": "I am out of the office until 4 December."}
    answer = await app.post("/ai/classify-reply", reply, expect=200)
    assert (answer["label"], answer["human"]) == ("auto_reply", False)


@pytest.mark.parametrize("path", ["parse-resume", "parse-job-description", "classify-reply"])
async def test_a_huge_or_hostile_text_is_no_server_error(app: App, path: str) -> None:
    for text in ("a " * 24_000, "\n" * 50_000, "- - " * 12_000, "\x01\u202e\ufffd" * 16_000, "1990-2000\n" * 5_000):
        await app.call("POST", f"/ai/{path}", json={"text": text}, expect=200)
    await app.call("POST", f"/ai/{path}", json={"text": "a" * 100_001}, expect=422)


async def test_a_file_of_five_megabytes_is_taken_and_read_honestly(app: App) -> None:
    file = base64.b64encode(b"%PDF-1.7\n" + b"0" * 4_900_000).decode()
    assert (await app.call("POST", "/ai/parse-resume", json={"file": file})).status_code == 422
