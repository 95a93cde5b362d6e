"""Rows of other trackers: what their words mean, and what cannot be told."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.jobs.foreign import ForeignJob, RowProblem, read_foreign, read_job
from roleferry.domain.model.jobs.statuses import UnknownStatus, read_status
from roleferry.domain.model.tables import NotATable


@pytest.mark.parametrize(
    ("written", "stage", "reason"),
    [
        ("Phone Screen", "interviewing", None),
        ("2. Applied", "applied", None),
        ("Wishlist", "saved", None),
        ("Offer received", "offer", None),
        ("REJECTED", "rejected", "rejected"),
        ("ghosted", "closed", "ghosted"),
        ("Withdrawn", "closed", "withdrew"),
        ("not a fit", "closed", "not_a_fit"),
        ("on-site", "interviewing", None),
    ],
)
def test_other_trackers_words_are_mapped(written: str, stage: str, reason: str | None) -> None:
    assert read_status(written) == (stage, reason)


@pytest.mark.parametrize("written", ["purple", "closed", "", "🙂", "applied-ish maybe"])
def test_what_cannot_be_told_is_not_guessed(written: str) -> None:
    with pytest.raises(UnknownStatus):
        read_status(written)


def test_closed_takes_its_reason_from_its_own_column() -> None:
    assert read_status("Closed", "role_closed") == ("closed", "role_closed")


def test_columns_go_by_many_names() -> None:
    text = "Position;Employer;Link;Stage;Date Applied\nEngineer;Acme;https://acme.example.com/1;Phone screen;03.02.2026"
    (row,) = read_foreign(text.encode()).rows()
    job = read_job(row, needs_status=True)
    assert (job.title, job.company, job.url) == ("Engineer", "Acme", "https://acme.example.com/1")
    assert job.stage == "interviewing"
    assert job.applied_at is not None
    assert job.applied_at.date().isoformat() == "2026-02-03"


def test_somebody_elses_score_is_a_note() -> None:
    line = {"job": {"title": "Engineer", "company": {"x": 1}}, "company": {"name": "Acme"}, "match": {"score": 87}}
    (row,) = read_foreign(json.dumps(line).encode()).rows()
    job = read_job(row, needs_status=False)
    assert (job.title, job.company) == ("Engineer", "Acme")
    assert job.notes == "Score in the imported file: 87 (not RoleFerry's)"


@pytest.mark.parametrize(
    "line",
    [
        "title,company\nEngineer,",
        "title,url\nEngineer,javascript:alert(1)",
        "title,company,applied\nA,B,soon",
        "company\nAcme",
    ],
)
def test_a_row_that_is_no_job_says_why(line: str) -> None:
    with pytest.raises((RowProblem, NotATable), match=r"\w+"):
        _read(line.encode())


def test_a_list_in_json_and_lines_with_rubbish_are_read() -> None:
    listed = json.dumps([{"title": "A", "company": "B"}, 3, {"title": "\ud800\0", "company": "C"}])
    rows = list(read_foreign(listed.encode()).rows())
    assert [row.problem for row in rows] == [None, "is no JSON object", None]
    rows = list(read_foreign(b'{"title": "A", "company": "B"}\n{broken\n' + b"[" * 5000).rows())
    assert [row.problem for row in rows] == [None, "is no JSON object", "is no JSON object"]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=300).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_no_bytes_at_all_break_the_reading(data: bytes) -> None:
    for head in (b"", b"title,company,status,applied\n", b'{"title": "a", "score": ', b"[{"):
        with suppress(NotATable, RowProblem):
            _read(head + data)


def _read(data: bytes) -> list[ForeignJob]:
    return [read_job(row, needs_status=False) for row in read_foreign(data).rows()]
