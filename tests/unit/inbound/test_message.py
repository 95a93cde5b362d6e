from __future__ import annotations

import base64

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.inbound.message import content_of, read_mail
from tests.unit.inbound.mails import a_mail, a_report


def test_headers_are_unfolded_and_decoded() -> None:
    mail = read_mail(b"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n from Kim\r\nFrom: a@x.example\r\n\r\nHi")
    assert mail.header("subject") == "Grüße from Kim"
    assert mail.header("x-none") == ""


def test_a_returned_mail_is_told_apart_from_the_report() -> None:
    mail = read_mail(a_report())
    assert "could not be delivered" in mail.text()
    assert "Hello Kim" not in mail.text()
    assert mail.returned_headers["message-id"] == "<key1@home.example>"


def test_base64_and_quoted_printable_texts_are_decoded_even_when_cut_short() -> None:
    body = base64.b64encode("Größe".encode())[:-3]
    raw = b"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + body
    assert read_mail(raw).text().startswith("Gr")
    raw = b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9"
    assert read_mail(raw).text() == "café"


def test_an_unknown_charset_falls_back() -> None:
    assert read_mail(b"Content-Type: text/plain; charset=klingon\n\ncaf\xe9").text() == "café"


def test_a_boundary_that_never_occurs_leaves_plain_text() -> None:
    assert read_mail(b'Content-Type: multipart/mixed; boundary="nope"\n\nHello').text() == "Hello"


def test_an_attached_text_file_is_not_what_the_sender_wrote() -> None:
    raw = (
        b"Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHi\n--b\nContent-Type: text/plain\n"
        b"Content-Disposition: attachment\n\nunsubscribe\n--b--\n"
    )
    assert read_mail(raw).text().strip() == "Hi"


def test_nesting_is_bounded() -> None:
    raw = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(3000))
    assert len(read_mail(raw + b"\nHi").parts) < 300


def test_many_parts_are_bounded() -> None:
    raw = b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 50_000
    assert len(read_mail(raw).parts) <= 200


def test_megabyte_lines_and_headers_are_read() -> None:
    assert read_mail(b"Subject: " + b"x" * 1_000_000 + b"\n\n" + b"y" * 1_000_000).text().startswith("y")
    assert read_mail(b"Content-Type: text/plain" + b";a=b" * 200_000 + b"\n\nHi").text() == "Hi"


@given(st.binary(max_size=2000))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_an_answer(raw: bytes) -> None:
    assert read_mail(raw) == read_mail(raw)


@given(st.binary(max_size=300), st.integers(0, 1500))
@settings(max_examples=100, deadline=None)
def test_a_report_broken_anywhere_is_still_read(noise: bytes, at: int) -> None:
    raw = a_report()
    read_mail(raw[:at] + noise + raw[at:])
    read_mail(a_mail(headers="Content-Transfer-Encoding: base64") + noise)


@given(st.text(max_size=200))
@settings(max_examples=100, deadline=None)
def test_any_content_type_is_read(value: str) -> None:
    content_type, _ = content_of(value)
    assert "/" in content_type
