from __future__ import annotations

from roleferry.domain.model.inbound.complaint import read_complaint
from roleferry.domain.model.inbound.kind import MailKind, kind_of
from roleferry.domain.model.inbound.message import read_mail
from tests.unit.inbound.mails import a_mail, a_report

FEEDBACK = b"""From: feedback@isp.example
To: abuse@home.example
Subject: FW: A note
Content-Type: multipart/report; report-type=feedback-report; boundary=b

--b
Content-Type: text/plain

This is an abuse report.
--b
Content-Type: message/feedback-report

Feedback-Type: abuse
User-Agent: Loop/1.0
Version: 1
Original-Rcpt-To: kim@acme.example

--b
Content-Type: message/rfc822

Message-ID: <key1@home.example>
From: ana@home.example
To: kim@acme.example

Hello
--b--
"""


def test_a_feedback_report_names_the_person_and_the_mail() -> None:
    complaint = read_complaint(read_mail(FEEDBACK))
    assert complaint is not None
    assert (complaint.feedback_type, complaint.recipient) == ("abuse", "kim@acme.example")
    assert complaint.original_message_id == "key1@home.example"
    assert complaint.by_recipient


def test_an_authentication_report_is_no_persons_complaint() -> None:
    complaint = read_complaint(read_mail(FEEDBACK.replace(b"abuse\nUser", b"auth-failure\nUser")))
    assert complaint is not None
    assert not complaint.by_recipient


def test_each_kind_is_told_apart() -> None:
    assert kind_of(read_mail(FEEDBACK)) is MailKind.COMPLAINT
    assert kind_of(read_mail(a_report())) is MailKind.BOUNCE
    assert kind_of(read_mail(a_mail(headers="Auto-Submitted: auto-replied"))) is MailKind.AUTO_REPLY
    assert kind_of(read_mail(a_mail())) is MailKind.OTHER


def test_a_person_who_complains_in_words_is_no_feedback_report() -> None:
    assert read_complaint(read_mail(a_mail("I got a spam complaint about you", subject="abuse report"))) is None
