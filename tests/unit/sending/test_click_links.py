from __future__ import annotations

import base64
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.sending.click_links import click_token, counted_url, is_countable, open_click_token
from roleferry.domain.model.sending.html_body import html_of
from roleferry.domain.model.sending.tokens import TokenPurpose, sign

_MAIL = OutreachId(UUID("019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1b0"))
_KEY = b"k" * 32
_URL = "https://portfolio.example/case?a=1&b=%20x#part"


def test_a_token_leads_where_the_text_did_and_names_the_mail() -> None:
    link = open_click_token(click_token(_MAIL, _URL, key=_KEY), key=_KEY)
    assert link is not None
    assert (link.outreach_id, link.url) == (_MAIL, _URL)


def test_no_changed_token_and_no_token_of_another_purpose_or_key_leads_anywhere() -> None:
    token = click_token(_MAIL, _URL, key=_KEY)
    for place in range(len(token)):
        for other in "Aa0_-":
            if other != token[place]:
                assert open_click_token(token[:place] + other + token[place + 1 :], key=_KEY) is None
    assert open_click_token(token, key=b"x" * 32) is None
    for purpose in TokenPurpose:
        assert open_click_token(sign(purpose, _MAIL, key=_KEY), key=_KEY) is None
    unsigned = base64.urlsafe_b64encode(b"\0" * 16 + _MAIL.bytes + b"https://attacker.example").decode().rstrip("=")
    assert open_click_token(unsigned, key=_KEY) is None


@given(token=st.text(max_size=200) | st.text(alphabet="abcAB01_-=", max_size=200))
@settings(max_examples=100)
def test_whatever_is_asked_for_leads_nowhere_and_breaks_nothing(token: str) -> None:
    assert open_click_token(token, key=_KEY) is None


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://files.example/x",
        "//attacker.example",
        "https://",
        "https://user:password@portfolio.example/",
        "https://portfolio.example\\@attacker.example/",
        "https://portfolio.example/\r\nSet-Cookie: a=b",
        "https://portfolio.example/a b",
        "https://münchen.example/",
        "https://[::1",
        "https://portfolio.example/" + "x" * 2_000,
        "",
    ],
)
def test_what_is_no_plain_web_link_is_left_as_it_is_written(url: str) -> None:
    assert not is_countable(url)
    assert counted_url(url, _MAIL, origin="https://rf.example", key=_KEY) == url


def test_a_page_shows_the_link_as_written_whatever_it_leads_to() -> None:
    page = html_of(f"See {_URL} please", leads_to=lambda url: f"https://rf.example/c/{len(url)}")
    assert f'<a href="https://rf.example/c/{len(_URL)}">https://portfolio.example/case?a=1&amp;b=%20x#part</a>' in page
