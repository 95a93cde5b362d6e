"""What every mailer promises: one call is one mail at most, unchanged, and every failure says what is known."""

from __future__ import annotations

import email
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.header import decode_header, make_header
from email.policy import compat32, default
from typing import Any
from uuid import uuid4

import mailparser
import pytest

from roleferry.adapters.mime import MimeComposer
from roleferry.domain.model.ids import MailboxId, OutreachId, UserId
from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.html_body import html_of
from roleferry.domain.model.sending.lease import LeaseTimes
from roleferry.domain.model.sending.mailbox import Mailbox, ServerLogin
from roleferry.domain.model.sending.message import Message
from roleferry.domain.model.sending.threading import same_thread
from roleferry.ports.errors import Refused, Rejected, Uncertain
from roleferry.ports.mail import Mailer, OutgoingMail, Whereabouts

TEXT = "Dear Zoë,\n\n.a line that begins with a dot\n..\n.\nIs that of use to you?\n\n-- \nMia Sender, 1 Quay Street\n"


def a_mail(*, login: ServerLogin | None = None, mailbox_id: MailboxId | None = None, **changes: Any) -> OutgoingMail:
    """Return a follow-up ready for the wire, to a reader with an accent in her name."""
    key = uuid4().hex
    given: dict[str, Any] = {
        "message_id": f"<{key}@sender.example>",
        "date": datetime(2026, 3, 2, 9, tzinfo=UTC),
        "from_name": "Mia Sender",
        "from_address": parse_address("mia@sender.example"),
        "to_name": "Zoë Byron",
        "to_address": parse_address("zoe@firm.example"),
        "subject": "Kürzere Schlangen: " + " ".join(["a queue"] * 12),
        "text": TEXT,
        "html": html_of(TEXT),
        "reply_to": parse_address("mia+token@sender.example"),
        "thread": same_thread([f"<{number:032}@sender.example>" for number in range(3)]),
        "unsubscribe_url": "https://app.example.com/u/" + "t" * 60,
    }
    message = Message(**(given | changes))
    user_id = UserId(uuid4())
    mailbox = Mailbox(
        id=mailbox_id or MailboxId(uuid4()),
        user_id=user_id,
        address=str(message.from_address),
        display_name=message.from_name,
        provider="smtp",
        time_zone="UTC",
    )
    return OutgoingMail(
        user_id=user_id,
        outreach_id=OutreachId(uuid4()),
        send_key=key,
        message=message,
        mime=MimeComposer().compose(message),
        mailbox=mailbox,
        login=login,
    )


@dataclass(frozen=True, slots=True)
class Arrived:
    """A mail as the other side got it."""

    data: bytes | None
    """The whole mail as bytes, where the provider takes it so."""
    recipient: str
    parts: dict[str, str]
    """Headers and bodies, where the provider takes it in parts."""


class MailerContract:
    """Subclasses give the mailer, what arrived, and every way in which its other side can fail."""

    @pytest.fixture
    def mailer(self) -> Mailer:
        raise NotImplementedError

    def arrived(self) -> Sequence[Arrived]:
        """Return what the other side has taken over, copies included."""
        raise NotImplementedError

    async def test_a_mail_arrives_once(self, mailer: Mailer) -> None:
        mail = a_mail()
        accepted = await mailer.send(mail)
        (arrived,) = self.arrived()
        assert arrived.recipient == "zoe@firm.example"
        assert accepted.message_id.startswith("<")
        if mailer.capability.keeps_message_id:
            assert accepted.message_id == mail.message.message_id

    async def test_what_arrives_reads_as_it_was_written(self, mailer: Mailer) -> None:
        mail = a_mail()
        await mailer.send(mail)
        (arrived,) = self.arrived()
        if arrived.data is None:
            _check_parts(arrived.parts, mail.message)
        else:
            assert arrived.data == mail.mime
            _check_with_the_standard_library(arrived.data, mail.message)
            _check_with_mail_parser(arrived.data, mail.message)

    async def test_two_mails_are_two_mails(self, mailer: Mailer) -> None:
        first, second = a_mail(), a_mail()
        await mailer.send(first)
        await mailer.send(replace(second, mailbox=first.mailbox))
        assert len(self.arrived()) == 2

    async def test_it_says_how_long_a_call_can_take_and_the_lease_outlives_it(self, mailer: Mailer) -> None:
        longest = mailer.capability.longest_request
        assert timedelta(0) < longest < timedelta(minutes=9)
        LeaseTimes(longest_request=longest)

    async def test_it_is_closed_twice_without_harm(self, mailer: Mailer) -> None:
        await mailer.send(a_mail())
        await mailer.aclose()
        await mailer.aclose()

    async def test_absence_is_claimed_by_those_who_can_prove_it_alone(self, mailer: Mailer) -> None:
        evidence = await mailer.find(a_mail())
        if not mailer.capability.can_prove_absence:
            assert evidence.whereabouts is Whereabouts.UNKNOWN


async def outcome_of(mailer: Mailer, mail: OutgoingMail) -> str:
    """Send and return in a word what is known then: accepted, refused, rejected, blocked or uncertain."""
    try:
        await mailer.send(mail)
    except Refused:
        return "refused"
    except Rejected as rejected:
        return "blocked" if rejected.blocked else "rejected"
    except Uncertain:
        return "uncertain"
    return "accepted"


def _check_parts(parts: dict[str, str], message: Message) -> None:
    assert parts["subject"] == message.subject
    assert parts["text"] == message.text
    assert parts["html"] == message.html
    assert parts["Message-ID"] == message.message_id
    assert parts["In-Reply-To"] == message.thread.in_reply_to
    assert parts["References"].split() == list(message.thread.references)
    assert parts["List-Unsubscribe"] == ", ".join(message.list_unsubscribe)
    assert parts["List-Unsubscribe-Post"] == message.list_unsubscribe_post
    assert parts["reply_to"] == str(message.reply_to)


def _check_with_the_standard_library(data: bytes, message: Message) -> None:
    read: Any = email.message_from_bytes(data, policy=default)
    assert read["Message-ID"] == message.message_id
    assert str(make_header(decode_header(_raw(data)["Subject"]))) == message.subject
    assert read["To"].addresses[0].display_name == message.to_name
    assert read["In-Reply-To"] == message.thread.in_reply_to
    assert read.get_body(("plain",)).get_content().replace("\r\n", "\n") == message.text
    assert not read.defects


def _raw(data: bytes) -> Any:
    """Return the mail with its headers undecoded; the library's own decoding loses blanks between encoded words."""
    return email.message_from_bytes(data, policy=compat32)


def _check_with_mail_parser(data: bytes, message: Message) -> None:
    read = mailparser.parse_from_bytes(data)
    assert read.message_id == message.message_id
    assert read.subject == message.subject
    assert read.to[0] == (message.to_name, str(message.to_address))
    assert message.text.strip() in read.text_plain[0].replace("\r\n", "\n")
    assert not read.has_defects
