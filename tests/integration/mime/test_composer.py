"""Composed mails, read again by three parsers that share no code with the composer: email, mail-parser, and by hand."""

from __future__ import annotations

import email
from dataclasses import replace
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

import mailparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.mime import MimeComposer
from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.header_values import HeaderInjection, is_clean
from roleferry.domain.model.sending.html_body import html_of
from roleferry.domain.model.sending.message import Message
from roleferry.domain.model.sending.threading import same_thread

TEXT = "Dear Ada,\n\nI have shortened a queue before.\n\n-- \nMia Sender, 1 Quay Street\n"
MESSAGE = Message(
    message_id=f"<{'k' * 32}@sender.example>",
    date=datetime(2026, 3, 2, 9, tzinfo=UTC),
    from_name="Mia Sender",
    from_address=parse_address("mia@sender.example"),
    to_name="Ada Byron",
    to_address=parse_address("ada@firm.example"),
    subject="Shorter queues",
    text=TEXT,
    html=html_of(TEXT),
    reply_to=parse_address("mia+token@sender.example"),
    thread=same_thread([f"<{n:032}@sender.example>" for n in range(4)]),
    unsubscribe_url="https://app.example.com/u/" + "t" * 60,
    unsubscribe_mailto="mailto:out@reply.example.com?subject=" + "t" * 52,
)
names = st.text(max_size=60).map(lambda text: " ".join(text.split())).filter(is_clean)
"""Runs of blanks are one blank to the parser of names, so none are given."""
bodies = st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t"), max_size=400)


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=default)
    assert isinstance(message, EmailMessage)
    return message


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    content = body.get_content()
    assert isinstance(content, str)
    return content.replace("\r\n", "\n")


def raw_headers(data: bytes) -> dict[str, list[str]]:
    """Read headers by hand: unfold, split at the first colon."""
    head = data.split(b"\r\n\r\n", 1)[0].decode()
    headers: dict[str, list[str]] = {}
    for line in head.replace("\r\n ", " ").split("\r\n"):
        name, _, value = line.partition(": ")
        headers.setdefault(name, []).append(value)
    return headers


def decoded(value: str) -> str:
    """Decode RFC 2047; Python 3.11's newer parser puts blanks between encoded words, so the older one reads."""
    return str(make_header(decode_header(value))) if value else ""


def named(value: str) -> tuple[str, str]:
    """Read a header that names one person."""
    name, address = parseaddr(value)
    return decoded(name), address


def check_wire(data: bytes) -> None:
    """Hold the bytes against RFC 5322: CRLF only, no line over 998 bytes, each header once."""
    assert data.endswith(b"\r\n")
    lines = data.split(b"\r\n")
    assert all(len(line) <= 998 and b"\r" not in line and b"\n" not in line for line in lines)
    assert all(len(values) == 1 for values in raw_headers(data).values())


def test_a_mail_reads_the_same_in_two_libraries() -> None:
    data = MimeComposer().compose(MESSAGE)
    check_wire(data)
    mail, other = parsed(data), mailparser.parse_from_bytes(data)
    assert mail.defects == []
    assert other.defects == []
    assert mail["Subject"] == other.subject == "Shorter queues"
    assert other.from_ == [("Mia Sender", "mia@sender.example")]
    assert other.to == [("Ada Byron", "ada@firm.example")]
    assert str(mail["Reply-To"]) == "Mia Sender <mia+token@sender.example>"
    assert str(other.date).startswith("2026-03-02 09:00:00")
    assert part(mail, "plain") == TEXT
    assert part(mail, "html") == html_of(TEXT)
    assert "\n".join(other.text_plain).replace("\r\n", "\n") == TEXT
    assert len(other.text_html) == 1
    assert other.attachments == []


def test_identifiers_and_links_stand_unbroken_on_the_wire() -> None:
    headers = raw_headers(MimeComposer().compose(MESSAGE))
    assert headers["Message-ID"] == [MESSAGE.message_id]
    assert headers["In-Reply-To"] == [MESSAGE.thread.in_reply_to]
    assert headers["References"] == [" ".join(MESSAGE.thread.references)]
    assert headers["List-Unsubscribe"] == [f"<{MESSAGE.unsubscribe_url}>, <{MESSAGE.unsubscribe_mailto}>"]
    assert headers["List-Unsubscribe-Post"] == ["List-Unsubscribe=One-Click"]


def test_the_same_message_gives_the_same_bytes() -> None:
    assert MimeComposer().compose(MESSAGE) == MimeComposer().compose(MESSAGE)


def test_a_first_mail_without_links_has_no_empty_headers() -> None:
    bare = replace(MESSAGE, thread=same_thread([]), reply_to=None, unsubscribe_url=None, unsubscribe_mailto=None)
    assert set(raw_headers(MimeComposer().compose(bare))) == {
        "Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
    }  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(names, names, names)
def test_every_name_and_subject_arrives_as_it_was_written(subject: str, sender: str, reader: str) -> None:
    data = MimeComposer().compose(replace(MESSAGE, subject=subject, from_name=sender, to_name=reader))
    check_wire(data)
    headers = raw_headers(data)
    assert decoded(headers["Subject"][0]) == subject
    assert named(headers["From"][0]) == (sender, "mia@sender.example")
    assert named(headers["To"][0]) == (reader, "ada@firm.example")


@settings(max_examples=100, deadline=None)
@given(bodies)
def test_every_text_arrives_as_it_was_written(text: str) -> None:
    text = text + "\n"
    data = MimeComposer().compose(replace(MESSAGE, text=text, html=html_of(text)))
    check_wire(data)
    assert data.isascii()
    assert part(parsed(data), "plain") == text


@pytest.mark.parametrize("bad", ["a\rb", "a\nb", "a\r\n b", "a\x00b", "a\x85b", "a\u2028b", "a\u2029b", "a\u202eb"])
@pytest.mark.parametrize("field", ["subject", "from_name", "to_name", "message_id", "unsubscribe_url"])
def test_nothing_that_could_begin_a_header_passes_the_composer(field: str, bad: str) -> None:
    with pytest.raises(HeaderInjection):
        MimeComposer().compose(replace(MESSAGE, **{field: bad}))  # type: ignore[arg-type]  # all five are text


def test_an_international_address_travels_as_utf_8() -> None:
    message = replace(MESSAGE, to_address=parse_address("josé@bücher.example"))
    data = MimeComposer().compose(message)
    assert message.needs_smtputf8
    assert 'To: "Ada Byron" <josé@xn--bcher-kva.example>\r\n'.encode() in data


def test_a_name_that_looks_like_an_encoded_word_is_shown_as_it_is() -> None:
    data = MimeComposer().compose(replace(MESSAGE, to_name="=?utf-8?q?Bob?="))
    assert parsed(data)["To"].addresses[0].display_name == "=?utf-8?q?Bob?="
