from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.inbound.message import read_mail
from roleferry.domain.model.inbound.reading import Reading, ReplyLabel, read_inbound
from tests.unit.inbound.mails import a_mail, a_report

TODAY = date(2026, 3, 4)
QUOTED = (
    "\n\nOn 3 Mar 2026, at 09:12, Ana Ruiz wrote:\n> To stop getting mails, unsubscribe here.\n> Are you interested?\n"
)


def read(raw: bytes) -> Reading:
    return read_inbound(read_mail(raw), today=TODAY)


def test_words_that_are_only_quoted_decide_nothing() -> None:
    reading = read(a_mail("Sounds good, let's talk on Thursday." + QUOTED))
    assert reading.label is ReplyLabel.MEETING
    assert reading.positive
    assert "unsubscribe" not in reading.reply.text


def test_an_opt_out_beats_every_other_wish() -> None:
    assert read(a_mail("Interesting, but unsubscribe me please." + QUOTED)).label is ReplyLabel.UNSUBSCRIBE


def test_an_absence_keeps_its_day_and_is_no_human_reply() -> None:
    reading = read(a_mail("I am out of the office until March 9.", headers="Auto-Submitted: auto-replied"))
    assert (reading.label, reading.back_on, reading.away) == (ReplyLabel.AUTO_REPLY, date(2026, 3, 9), True)
    assert not reading.label.human


def test_a_bounce_is_no_human_reply() -> None:
    reading = read(a_report())
    assert reading.label is ReplyLabel.BOUNCE
    assert reading.bounce is not None
    assert not reading.label.human


def test_a_ticket_system_is_no_person() -> None:
    assert read(a_mail("This is an automated message. Your ticket has been received.")).label is ReplyLabel.AUTO_REPLY


def test_an_empty_mail_with_unsubscribe_in_its_subject_opts_out() -> None:
    assert read(a_mail("", subject="unsubscribe")).label is ReplyLabel.UNSUBSCRIBE


def test_a_mere_hint_to_somebody_else_is_not_positive() -> None:
    reading = read(a_mail("I'm not the right person, try Dana in HR."))
    assert (reading.label, reading.positive) == (ReplyLabel.REFERRAL, False)


def test_html_alone_is_read_too() -> None:
    raw = a_mail("<p>Yes, <b>interested</b>.</p><blockquote>unsubscribe</blockquote>").replace(
        b"text/plain", b"text/html"
    )
    assert read(raw).label is ReplyLabel.INTERESTED


@given(st.binary(max_size=1500))
@settings(max_examples=150, deadline=None)
def test_any_bytes_get_a_reading_and_the_same_again(raw: bytes) -> None:
    assert read(raw) == read(raw)
