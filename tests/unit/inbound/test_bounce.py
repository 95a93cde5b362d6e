from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.domain.model.inbound.bounce import Bounce, BounceType, FailedRecipient, read_bounce
from roleferry.domain.model.inbound.bounce_kinds import Family, Reason
from roleferry.domain.model.inbound.bounce_reason import cause_of
from roleferry.domain.model.inbound.message import read_mail
from tests.unit.inbound.mails import a_mail, a_report

DAEMON = "Mail Delivery System <MAILER-DAEMON@mx.home.example>"


def bounce(raw: bytes) -> Bounce:
    found = read_bounce(read_mail(raw))
    assert found is not None
    return found


def only(raw: bytes) -> FailedRecipient:
    (recipient,) = bounce(raw).recipients
    return recipient


def in_words(body: str, *, sender: str = DAEMON, subject: str = "Mail delivery failed", headers: str = "") -> bytes:
    return a_mail(body, sender=sender, subject=subject, headers=headers)


def test_a_standard_report_names_the_recipient_the_code_and_the_mail() -> None:
    found = bounce(a_report())
    assert found.original_message_id == "key1@home.example"
    (failed,) = found.recipients
    assert (failed.address, failed.status, failed.reply_code) == ("kim@acme.example", "5.1.1", "550")
    assert (failed.type, failed.family) == (BounceType.HARD, Family.RECIPIENT)


@pytest.mark.parametrize(
    ("diagnostic", "status", "reason", "kind"),
    [
        (
            "smtp; 552 5.2.2 The email account that you tried to reach is over quota",
            "5.2.2",
            Reason.MAILBOX_FULL,
            BounceType.SOFT,
        ),
        ("smtp; 550 5.7.1 Message rejected due to SPF failure", "5.7.1", Reason.AUTHENTICATION, BounceType.BLOCK),
        (
            "smtp; 554 5.7.1 Service unavailable; client host blocked using Spamhaus",
            "5.7.1",
            Reason.SPAM,
            BounceType.BLOCK,
        ),
        ("smtp; 550 5.7.25 no PTR record", "5.7.25", Reason.NO_REVERSE_DNS, BounceType.BLOCK),
        ("smtp; 421 4.7.28 rate limited, too many messages", "4.7.28", Reason.RATE, BounceType.SOFT),
        ("smtp; 550 Host or domain name not found", "5.4.4", Reason.HOST_UNKNOWN, BounceType.HARD),
        ("X-Postfix; connection timed out", "4.4.1", Reason.NETWORK, BounceType.SOFT),
        ("smtp; 550 5.2.1 This account has been disabled", "5.2.1", Reason.SUSPENDED, BounceType.SOFT),
        ("smtp; 556 5.1.10 Domain does not accept mail (nullMX)", "5.1.10", Reason.ACCEPTS_NO_MAIL, BounceType.HARD),
        ("smtp; 552 message size exceeds fixed maximum message size", "5.3.4", Reason.TOO_BIG, BounceType.SOFT),
        ("smtp; 550 5.1.6 The user has moved to kim@new.example", "5.1.6", Reason.MOVED, BounceType.HARD),
    ],
)
def test_the_servers_words_decide_the_reason(diagnostic: str, status: str, reason: Reason, kind: BounceType) -> None:
    failed = only(a_report(diagnostic=diagnostic, status=status))
    assert failed.cause is not None
    assert (failed.cause.reason, failed.type) == (reason, kind)


@pytest.mark.parametrize(
    ("words", "family", "hard"),
    [
        ("550 5.4.1 Recipient address rejected: Access denied", Family.RECIPIENT, True),
        ("554 delivery error: dd This user doesn't have an account here", Family.RECIPIENT, True),
        ("User kim not listed in Domino Directory", Family.RECIPIENT, True),
        ("550 unrouteable address", Family.RECIPIENT, True),
        ("DNS type 'mx' lookup of acme.example responded with code NXDOMAIN", Family.RECIPIENT, True),
        ("550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized", Family.RECIPIENT, False),
        ("452 4.2.2 The email account that you tried to reach is over quota and inactive", Family.MAILBOX_FULL, False),
        ("552 Requested mail action aborted: exceeded storage allocation", Family.MAILBOX_FULL, False),
        ("550 5.1.8 Sender address rejected: Domain not found", Family.POLICY, False),
        ("450 4.7.1 Recipient address rejected: Greylisted", Family.POLICY, False),
        ("550 5.7.1 Client does not have permissions to send as this sender", Family.POLICY, False),
        ("554 5.7.1 Relay access denied", Family.POLICY, False),
        ("554 5.4.14 Hop count exceeded - possible mail loop", Family.TRANSIENT, False),
        ("452 4.3.1 Insufficient system storage", Family.TRANSIENT, False),
        ("451 4.3.0 Temporary lookup failure", Family.TRANSIENT, False),
        ("4.4.7 Message expired", Family.TRANSIENT, False),
    ],
)
def test_what_servers_really_say_is_understood(words: str, family: Family, *, hard: bool) -> None:
    failed = only(a_report(diagnostic=f"smtp; {words}", status="5.0.0"))
    assert (failed.family, failed.hard) == (family, hard)


def test_a_code_alone_decides_when_there_are_no_words() -> None:
    cause = cause_of(("",), "5.1.1")
    assert cause is not None
    assert (cause.reason, cause.words) == (Reason.USER_UNKNOWN, "5.1.1")


def test_nothing_known_is_soft_never_hard() -> None:
    failed = FailedRecipient(address="k@acme.example", status="", reply_code="", diagnostic="", cause=None)
    assert failed.type is BounceType.SOFT


def test_an_address_or_a_link_says_nothing_about_the_reason() -> None:
    cause = cause_of(("550 <spam.blocked@acme.example> see https://policy.example/mailbox-full user unknown",), "")
    assert cause is not None
    assert cause.reason is Reason.USER_UNKNOWN


def test_a_delay_is_soft_even_when_the_words_are_hard() -> None:
    found = bounce(a_report(action="delayed", status="4.4.1"))
    assert found.delayed
    assert found.recipients[0].type is BounceType.SOFT


def test_a_report_of_success_is_no_bounce() -> None:
    assert read_bounce(read_mail(a_report(action="delivered", status="2.0.0"))) is None
    assert read_bounce(read_mail(a_report(action="relayed", status="2.0.0"))) is None


@pytest.mark.parametrize(
    ("body", "address"),
    [
        (
            (
                "Hi. This is the qmail-send program.\n\n<kim@acme.example>:\n550 no such user\n\n--- Below"
                " this line is a copy of the message.\n\nReturn-Path: <ana@home.example>\nTo:"
                " lee@other.example\n"
            ),
            "kim@acme.example",
        ),
        (
            (
                "A message could not be delivered to one or more of its recipients.\n\n  kim@acme.example\n   "
                " Unrouteable address\n\n------ This is a copy of the message ------\n\nTo: lee@other.example\n"
            ),
            "kim@acme.example",
        ),
        (
            (
                "   ----- The following addresses had permanent fatal errors -----\n<kim@acme.example>\n\n  "
                " ----- Transcript of session follows -----\n550 <kim@acme.example>... User unknown\n"
            ),
            "kim@acme.example",
        ),
        (
            (
                "Your message was not delivered to: kim@acme.example\nReason: mailbox is full\nFor help write"
                " to postmaster@mx.home.example\n"
            ),
            "kim@acme.example",
        ),
    ],
)
def test_reports_in_plain_words_name_the_failed_recipient(body: str, address: str) -> None:
    assert only(in_words(body)).address == address


def test_a_failed_recipients_header_names_everybody() -> None:
    raw = in_words(
        "Delivery failed permanently: no such user", headers="X-Failed-Recipients: kim@acme.example, lee@b.example"
    )
    assert [failed.address for failed in bounce(raw).recipients] == ["kim@acme.example", "lee@b.example"]


def test_each_recipient_has_its_own_reason() -> None:
    raw = in_words("Could not deliver:\n<kim@acme.example>: 550 user unknown\n<lee@b.example>: 552 mailbox full\n")
    reasons = [failed.cause.reason for failed in bounce(raw).recipients if failed.cause]
    assert reasons == [Reason.USER_UNKNOWN, Reason.MAILBOX_FULL]


def test_a_cloud_notice_in_json_is_read() -> None:
    notice = (
        '{"notificationType":"Bounce","bounce":{"bouncedRecipients":[{"emailAddress":"kim@acme.example","action":"failed",'
        '"status":"5.1.1","diagnosticCode":"smtp; 550 user'
        ' unknown"}]},"mail":{"source":"ana@home.example"}}'
    )
    failed = only(in_words(notice, sender="no-reply@sns.amazonaws.com", subject="AWS Notification Message"))
    assert (failed.address, failed.type) == ("kim@acme.example", BounceType.HARD)


def test_a_person_who_writes_about_a_failed_delivery_is_no_bounce() -> None:
    raw = a_mail(
        "Our delivery failed last week, the parcel was returned to sender. Can you call me?",
        subject="Re: Undelivered parcel",
    )
    assert read_bounce(read_mail(raw)) is None


@given(st.text(max_size=400), st.sampled_from([DAEMON, "<>", "x"]))
@settings(max_examples=150, deadline=None)
def test_any_words_of_a_daemon_are_read_the_same_twice(body: str, sender: str) -> None:
    raw = in_words(body, sender=sender)
    assert read_bounce(read_mail(raw)) == read_bounce(read_mail(raw))


@given(st.binary(max_size=500), st.integers(0, 1400))
@settings(max_examples=100, deadline=None)
def test_a_report_broken_anywhere_never_crashes(noise: bytes, at: int) -> None:
    raw = a_report()
    read_bounce(read_mail(raw[:at] + noise + raw[at + len(noise) :]))


@pytest.mark.parametrize(
    "piece",
    [
        "a@b.example ",
        "Final-Recipient: rfc822; a@b.example\n",
        "550 5.1.1 ",
        "user ",
        "<",
        "(" * 50,
        "does not ",
        "mailbox ",
    ],
)
def test_megabytes_of_one_word_end_in_time(piece: str) -> None:
    read_bounce(read_mail(in_words(piece * (1_000_000 // len(piece)))))
