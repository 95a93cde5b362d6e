"""`python -m tools.mail_page`: write docs/a-mail-in-full.md, a mail as a real mail server took it and who judged it."""

import asyncio
import base64
import email
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import dkim
import mailparser
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from roleferry.adapters.mime import MimeComposer
from roleferry.adapters.smtp import SmtpMailer, login_of
from roleferry.domain.model.ids import CampaignId, ContactId, OutreachId
from roleferry.domain.model.sending.message import Message, MessageLinks, compose, reply_address
from roleferry.domain.model.sending.threading import message_id_for, same_thread
from roleferry.domain.model.sending.tokens import TokenPurpose, send_key, sign
from roleferry.ports.mail import OutgoingMail
from tests.doubles.smtp import SmtpDouble, Taken
from tests.unit.sending.factories import MONDAY, a_mailbox, an_outreach

PAGE = Path(__file__).parents[1] / "docs" / "a-mail-in-full.md"
_KEY = b"k" * 32
_TEXT = """Dear Zoë,

Your advert names a queue that keeps growing. At my last job I cut one from nine days to two.

Is that of use to you?"""


def page() -> str:
    """Send the mail, judge it, and return the page."""
    message, taken = asyncio.run(_sent())
    wire = taken.data.decode("ascii").replace("\r\n", "\n")
    judged = "\n".join(f"| {library} | {fact} |" for library, fact in judgements(message, taken.data))
    options = " ".join(option for option in taken.options if not option.startswith("SIZE"))
    return _PAGE.format(options=options, sender=taken.sender, recipient=taken.recipient, mail=wire, judged=judged)


async def _sent() -> tuple[Message, Taken]:
    """Hand a follow-up to the SMTP adapter, which hands it to a mail server on loopback."""
    with SmtpDouble() as server:
        mailer = SmtpMailer(login=login_of(f"smtp+plain://127.0.0.1:{server.port}"))
        mail = _mail()
        await mailer.send(mail)
        await mailer.aclose()
        return mail.message, server.taken[0]


def _mail() -> OutgoingMail:
    campaign, contact = CampaignId(UUID(int=3)), ContactId(UUID(int=5))
    first, second = (send_key(campaign, contact, step) for step in (1, 2))
    outreach = an_outreach(
        id=OutreachId(UUID(int=7)),
        step=2,
        send_key=second,
        message_id=message_id_for(second, sender_domain="sender.example"),
        to_address="zoe@firm.example",
        to_name="Zoë Byron",
        body=_TEXT,
    )
    mailbox = replace(a_mailbox(), postal_address="1 Quay Street, Harbour Town")
    unsubscribe = sign(TokenPurpose.UNSUBSCRIBE, outreach.id, key=_KEY)
    links = MessageLinks(
        unsubscribe_url=f"https://app.example.com/u/{unsubscribe}",
        reply_to=reply_address(mailbox.address, sign(TokenPurpose.REPLY, outreach.id, key=_KEY)),
    )
    thread = same_thread([message_id_for(first, sender_domain="sender.example")])
    message = compose(outreach, mailbox=mailbox, links=links, thread=thread, date=MONDAY)
    return OutgoingMail(
        user_id=outreach.user_id,
        outreach_id=outreach.id,
        send_key=outreach.send_key,
        message=message,
        mime=MimeComposer().compose(message),
        mailbox=mailbox,
    )


def judgements(message: Message, data: bytes) -> Iterator[tuple[str, str]]:
    """
    Give what each library found, in words; what it finds wrong ends the run.

    Raises:
        AssertionError: the mail is not clean.
    """
    for library, judge in (("`email`", _by_email), ("`mail-parser`", _by_mail_parser), ("`dkimpy`", _by_dkim)):
        for fact in judge(message, data):
            yield library, fact
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert data.isascii()
    assert max(map(len, lines)) <= _LONGEST_LINE
    yield "by hand", "every line ends in CRLF, holds ASCII alone and has at most 998 bytes (RFC 5322 2.1.1)"


_LONGEST_LINE = 998


def _by_email(message: Message, data: bytes) -> Iterator[str]:
    read = email.message_from_bytes(data, policy=SMTP)
    assert isinstance(read, EmailMessage)
    assert not [defect for part in read.walk() for defect in part.defects]
    assert not [defect for value in read.values() for defect in value.defects]
    yield "no defect in any part or header"
    assert [len(read.get_all(name, ())) for name in _ONCE] == [1] * len(_ONCE)
    yield f"each of {', '.join(_ONCE)} stands there once"
    assert read["From"].addresses[0].addr_spec == str(message.from_address)
    assert read["To"].addresses[0].display_name == message.to_name
    assert read["Reply-To"].addresses[0].addr_spec == str(message.reply_to)
    assert parsedate_to_datetime(read["Date"]) == message.date
    yield "From, To and Reply-To are one address each, with the names as written; the date is the one meant"
    assert (read["In-Reply-To"], read["References"]) == (message.thread.in_reply_to, message.thread.in_reply_to)
    yield "it answers the first mail of its thread, and that alone"
    assert read["List-Unsubscribe"] == f"<{message.unsubscribe_url}>"
    assert read["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    yield "one-click opt-out as RFC 8058 has it"
    assert [part.get_content_type() for part in read.walk()] == ["multipart/alternative", "text/plain", "text/html"]
    text, html = (part.get_content() for part in read.iter_parts())
    assert text.replace("\r\n", "\n") == message.text
    assert not re.search(r"<(img|script|style|link|iframe)|src=|url\(", html)
    yield "the text is what was written, then the same as HTML without image, script, style or anything remote"


_ONCE = ("Date", "From", "To", "Reply-To", "Subject", "Message-ID", "MIME-Version")


def _by_mail_parser(message: Message, data: bytes) -> Iterator[str]:
    read: Any = mailparser.parse_from_bytes(data)
    assert not read.has_defects
    assert not read.defects_categories
    yield "no defects"
    assert (read.message_id, read.subject) == (message.message_id, message.subject)
    assert read.to == [(message.to_name, str(message.to_address))]
    assert read.from_ == [(message.from_name, str(message.from_address))]
    assert read.date.replace(tzinfo=UTC) == message.date
    yield "Message-ID, subject, date, sender and reader as written"
    assert not read.attachments
    assert (len(read.text_plain), len(read.text_html)) == (1, 1)
    assert message.text.strip() in read.text_plain[0].replace("\r\n", "\n")
    yield "one text, one HTML, no attachment"


def _by_dkim(_message: Message, data: bytes) -> Iterator[str]:
    key = rsa.generate_private_key(public_exponent=65_537, key_size=2_048)
    private = key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption())
    public = base64.b64encode(key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo))

    def record(*_name: object, **_options: object) -> bytes:
        return b"v=DKIM1; k=rsa; p=" + public

    def holds(mail: bytes) -> bool:
        return bool(dkim.verify(mail, dnsfunc=record))

    for strict in (True, False):
        how = (b"simple", b"simple") if strict else (b"relaxed", b"relaxed")
        signature = dkim.sign(
            data,
            b"s1",
            b"sender.example",
            private,
            canonicalize=how,
            include_headers=_SIGNED,
        )
        signed = signature + data
        assert holds(signed)
        assert not holds(signed.replace(b"nine days", b"two days "))
        if not strict:
            head, _, body = data.partition(b"\r\n\r\n")
            assert holds(signature + head.replace(b"\r\n ", b"\r\n\t") + b"\r\n\r\n" + body + b"\r\n\r\n")
    yield "signed and verified under `simple/simple` and `relaxed/relaxed`; a changed word is noticed"
    yield "under `relaxed` the signature outlives headers folded anew and blank lines at the end, as relays add them"


_SIGNED = [b"from", b"to", b"reply-to", b"subject", b"date", b"message-id", b"in-reply-to", b"references"]
_SIGNED += [b"mime-version", b"content-type", b"list-unsubscribe", b"list-unsubscribe-post"]


_PAGE = """\
# A mail in full

A follow-up in the thread of a first mail, byte for byte as a mail server on loopback took it from the SMTP adapter.
This page is written by `python -m tools.mail_page`; a test writes it again and compares.

The envelope: from `{sender}` to `{recipient}`, with `{options}` (the send key travels as `ENVID`, RFC 3461).

```
{mail}```

## Who judged it

Each line is an assertion that ran when this page was written, and runs in the tests.

| by | what it found |
|---|---|
{judged}

Every other mail is held to the same by the tests of the composer (`tests/integration/mime`), which make up names,
subjects and bodies in all alphabets, and by the contract of the mailers (`tests/contracts/mailer.py`) over real
connections.
"""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    print(f"wrote {PAGE.name}")
