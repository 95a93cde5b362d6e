"""Charsets that strangers name."""

from __future__ import annotations

import base64
import encodings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roleferry.domain.model.charsets import charset_named, storable, text_in
from roleferry.domain.model.inbound.message import read_mail

_UTF16 = "Good \0idea".encode("utf-16")


@pytest.mark.parametrize(
    "name", ["utf-8", "UTF8", "us-ascii", "ISO-8859-15", "windows-1252", "Shift_JIS", "gb18030", "KOI8-U", "utf-16"]
)
def test_charsets_of_mails_and_pages_are_known(name: str) -> None:
    charset = charset_named(name)
    assert charset is not None
    assert "Hi".encode(name).decode(charset) == "Hi"


@pytest.mark.parametrize("name", ["punycode", "PunyCode", "idna", "unicode_escape", "raw-unicode-escape", "undefined"])
def test_codecs_that_are_no_charset_are_not(name: str) -> None:
    assert charset_named(name) is None


def test_a_mail_that_says_punycode_is_read_in_no_time_as_what_it_is() -> None:
    words = b"a-" + b"bcdefgh9" * 100_000
    assert read_mail(b"Content-Type: text/plain; charset=punycode\n\n" + words).text() == words.decode()


@pytest.mark.parametrize(
    "raw",
    [
        b"Content-Type: text/plain; charset=utf-7\n\nGood +2AA-idea",
        b"Content-Type: text/plain\n\nGood \x00idea",
        b"Content-Type: text/plain; charset=utf-16\nContent-Transfer-Encoding: base64\n\n" + base64.b64encode(_UTF16),
    ],
)
def test_a_mail_hides_nothing_in_its_words_that_no_database_keeps(raw: bytes) -> None:
    assert read_mail(raw).text() == "Good idea"


@pytest.mark.parametrize(
    "value", [b"=?utf-7?q?<a+2AA-@x>?=", b"<a\x00@x>", b"=?x?q?<a\x00@x>", b"=?utf-8?q?<a=00@x>?="]
)
def test_a_mail_hides_nothing_in_its_header_that_no_database_keeps(value: bytes) -> None:
    header = read_mail(b"In-Reply-To: " + value + b"\n\nHi").header("in-reply-to")
    assert header == storable(header)
    assert "a" in header


@given(st.binary(max_size=200), st.text(max_size=60) | st.sampled_from(["utf-7", "utf-16", "hex", "zip", "rot13"]))
def test_any_bytes_by_any_name_are_text_that_can_be_kept(data: bytes, charset: str) -> None:
    text = storable(text_in(data, charset))
    assert "\0" not in text
    assert text.encode("utf-8").decode("utf-8") == text


def test_names_that_nobody_knows_are_not_remembered() -> None:
    remembered: dict[str, object] = vars(encodings)["_cache"]
    before = len(remembered)
    for one in (f"nobody-{at}" for at in range(50)):
        text_in(b"Hi", one)
    assert len(remembered) == before
