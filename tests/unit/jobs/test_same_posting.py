"""One posting under many addresses, one text under many spellings."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.jobs.boards import Board, board_posting
from roleferry.domain.model.jobs.same_posting import canonical_url, text_fingerprint

_UUID = "5ac21346-8e0c-4494-8e7a-3eb92ff77902"


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("HTTP://Acme.Example:80/Jobs/1/?utm_source=x&b=2&a=1#apply", "https://acme.example/Jobs/1?a=1&b=2"),
        ("https://acme.example/jobs/1/apply", "https://acme.example/jobs/1"),
        ("https://acme.example:8443/jobs", "https://acme.example:8443/jobs"),
        (
            "https://job-boards.greenhouse.io/acme/jobs/127817?gh_src=abc",
            "https://boards.greenhouse.io/acme/jobs/127817",
        ),
        (
            "https://boards.greenhouse.io/embed/job_app?for=acme&token=127817",
            "https://boards.greenhouse.io/acme/jobs/127817",
        ),
        (f"https://jobs.lever.co/acme/{_UUID.upper()}/apply?lever-source=x", f"https://jobs.lever.co/acme/{_UUID}"),
        (f"https://jobs.eu.lever.co/acme/{_UUID}", f"https://jobs.eu.lever.co/acme/{_UUID}"),
        (f"https://jobs.ashbyhq.com/Acme%20Inc/{_UUID}/application", f"https://jobs.ashbyhq.com/Acme%20Inc/{_UUID}"),
        ("https://apply.workable.com/acme/j/A1B2C3D4E5/apply/", "https://apply.workable.com/acme/j/A1B2C3D4E5"),
        (
            "https://jobs.smartrecruiters.com/Acme/743999-backend-engineer",
            "https://jobs.smartrecruiters.com/Acme/743999",
        ),
        ("https://acme.recruitee.com/o/backend-engineer/c/new", "https://acme.recruitee.com/o/backend-engineer"),
        ("not an address", "not an address"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_an_address_has_one_form(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    "url",
    [
        "https://boards.greenhouse.io.evil.example/acme/jobs/1",
        "https://evil.example/boards.greenhouse.io/acme/jobs/1",
        "https://boards.greenhouse.io/acme%2f..%2fx/jobs/1",
        "https://boards.greenhouse.io/..%2f/jobs/1",
        "https://boards.greenhouse.io/acme/jobs/abc",
        "https://a.b.recruitee.com/o/x",
        "https://jobs.lever.co/acme",
        "ftp://jobs.lever.co/acme/" + _UUID,
    ],
)
def test_what_only_looks_like_a_board_is_none(url: str) -> None:
    assert board_posting(url) is None


def test_a_board_knows_its_names() -> None:
    found = board_posting("https://jobs.smartrecruiters.com/Acme/743999-backend-engineer?x=1")
    assert found is not None
    assert (found.board, found.account, found.posting_id) == (Board.SMARTRECRUITERS, "Acme", "743999")


def test_the_same_words_have_one_fingerprint() -> None:
    one = text_fingerprint(company="Acme, Inc.", title="Backend Engineer", text="• Build  things.\n\nShip them!")
    other = text_fingerprint(company="ACME", title="backend engineer", text="build things - ship them")
    assert one == other
    assert len(one) == 64


def test_another_company_title_or_word_has_another_fingerprint() -> None:
    base = text_fingerprint(company="Acme", title="Engineer", text="Build things")
    assert base != text_fingerprint(company="Globex", title="Engineer", text="Build things")
    assert base != text_fingerprint(company="Acme", title="Designer", text="Build things")
    assert base != text_fingerprint(company="Acme", title="Engineer", text="Build other things")
    assert base != text_fingerprint(company=None, title="Acme Engineer", text="Build things")


@given(st.text(max_size=80))
@settings(max_examples=200)
def test_any_text_has_a_form_and_keeps_it(url: str) -> None:
    once = canonical_url(url)
    assert canonical_url(once) == once
    text_fingerprint(company=url, title=None, text=url)
