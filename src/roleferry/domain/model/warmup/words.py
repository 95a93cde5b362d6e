"""What pool mails say: short, plain, and true: that two mailboxes keep in touch, and nothing about anybody."""

from __future__ import annotations

import re
from datetime import datetime

from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.inbound.message import InboundMail
from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.header_values import header_value
from roleferry.domain.model.sending.html_body import html_of
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.message import Message
from roleferry.domain.model.sending.threading import reply_subject, same_thread
from roleferry.domain.model.sending.tokens import TokenPurpose, open_token, sign
from roleferry.domain.model.warmup.mail import WarmupMail
from roleferry.domain.model.warmup.pool import chance

MARK = "X-RoleFerry-Warmup"
"""The header that a receiving mailbox's filter may go by; its value is the token that is in the text too."""
_TOKEN = re.compile(r"\b[a-z2-7]{30,60}\b")
_MOST_TEXT = 100_000

_SUBJECTS = (
    "A quick hello",
    "Keeping in touch",
    "Good morning from my side",
    "A short note",
    "Checking in",
    "Hello again",
)
_OPENINGS = (
    "I hope your week is going well.",
    "Just a short note from my mailbox to yours.",
    "A brief hello between two mailboxes.",
    "I am writing to say hello, nothing more.",
    "This is only a small sign of life.",
    "I hope this finds you well.",
)
_ANSWERS = (
    "Thank you, that is kind. All the best for your week too.",
    "Hello back, and thanks for the note.",
    "Good to hear from you. Have a good day.",
    "Thanks for writing. Until next time.",
    "Received with thanks, and best wishes from here.",
    "Thank you, it arrived well.",
)
_CLOSINGS = (
    "No answer is needed.",
    "Have a good day.",
    "Best wishes for the week.",
    "Until next time.",
    "All the best.",
)
_MEANING = "This mail keeps two mailboxes in use. Its reference is"


def message_of(mail: WarmupMail, *, sender: Mailbox, partner: Mailbox, key: bytes, date: datetime) -> Message:
    """
    Return a pool mail as it travels; the same mail always says the same.

    Raises:
        HeaderInjection, InvalidAddress: a name or an address is not fit for a header.
    """
    first = mail.place == 1
    subject = _one_of(_SUBJECTS, mail, "subject", shared=True)
    opening = _one_of(_OPENINGS if first else _ANSWERS, mail, "opening")
    closing = _one_of(_CLOSINGS, mail, "closing")
    text = (
        f"Hello {partner.display_name},\n\n{opening} {closing}\n\n{sender.display_name}\n\n"
        f"{_MEANING} {token_of(mail, key=key)}.\n"
    )
    return Message(
        message_id=header_value(mail.message_id, name="Message-ID"),
        date=date,
        from_name=header_value(sender.display_name, name="From"),
        from_address=parse_address(sender.address),
        to_name=header_value(partner.display_name, name="To"),
        to_address=parse_address(partner.address),
        subject=subject if first else reply_subject(subject),
        text=text,
        html=html_of(text),
        thread=same_thread(mail.earlier),
    )


def token_of(mail: WarmupMail, *, key: bytes) -> str:
    """Return the token by which the other side knows a pool mail."""
    return sign(TokenPurpose.WARMUP, OutreachId(mail.id), key=key)


def marked(mime: bytes, token: str) -> bytes:
    """Return the bytes of a pool mail with its mark in front."""
    return f"{MARK}: {token}\r\n".encode() + mime


def mark_of(mail: InboundMail, *, key: bytes) -> OutreachId | None:
    """Return which pool mail this is, answers or reports; None for every other; nobody can forge the mark."""
    known = (open_token(TokenPurpose.WARMUP, one, key=key) for one in _candidates(mail))
    return next((one for one in known if one is not None), None)


def _candidates(mail: InboundMail) -> list[str]:
    headers = [mail.header(MARK.lower()), mail.returned_headers.get(MARK.lower(), "")]
    texts = [part.text[:_MOST_TEXT] for part in mail.parts if not part.attached or part.returned]
    found = [token for text in texts if _MEANING[:20] in text for token in _TOKEN.findall(text)]
    return [one for one in headers if one] + found


def _one_of(choices: tuple[str, ...], mail: WarmupMail, purpose: str, *, shared: bool = False) -> str:
    seed = mail.thread_id if shared else mail.id
    return choices[int(chance(seed, purpose) * len(choices))]
