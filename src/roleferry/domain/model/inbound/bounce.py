"""A mail that came back: whom it did not reach, why, and whether it ever will (RFC 3464 and the many that are not)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from roleferry.domain.model.inbound.addresses import address_in, addresses_in
from roleferry.domain.model.inbound.bounce_kinds import Family
from roleferry.domain.model.inbound.bounce_reason import Cause, cause_of
from roleferry.domain.model.inbound.bounce_signs import looks_like_bounce
from roleferry.domain.model.inbound.bounce_words import Failure, failures_in, words_about
from roleferry.domain.model.inbound.cloud_notice import notice_recipients
from roleferry.domain.model.inbound.delivery_report import RecipientReport, recipient_reports
from roleferry.domain.model.inbound.message import InboundMail
from roleferry.domain.model.inbound.plain_text import text_of_html
from roleferry.domain.model.inbound.returned_mail import Report, split_report

_STATUS = re.compile(r"(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]\d|\d)")
_REPLY = re.compile(r"(?<![\d.:#-])([45][0-5]\d)(?=[ \-#]|\]|$|,|:)")
_MAX_LINES = 400
_DONE = frozenset({"delivered", "relayed", "expanded"})


class BounceType(StrEnum):
    """What follows from a bounce: `hard` suppresses the address, `soft` is tried again, `block` holds the mailbox."""

    HARD = "hard"
    SOFT = "soft"
    BLOCK = "block"


@dataclass(frozen=True, slots=True, kw_only=True)
class FailedRecipient:
    """One address a mail did not reach; texts are empty and `cause` None where nothing is known."""

    address: str
    status: str
    reply_code: str
    diagnostic: str
    cause: Cause | None
    delayed: bool = False

    @property
    def hard(self) -> bool:
        """Whether the address itself will never work; nothing known counts as soft (field practice)."""
        return self.cause is not None and self.cause.hard and not self.delayed

    @property
    def family(self) -> Family | None:
        """Return what has to change, if known."""
        return self.cause.family if self.cause else None

    @property
    def type(self) -> BounceType:
        """Say what follows: a lasting refusal by policy is the sender's problem, not the person's (SPEC 3.9)."""
        if self.hard:
            return BounceType.HARD
        refused = not self.delayed and not self.status.startswith("4") and not self.reply_code.startswith("4")
        return BounceType.BLOCK if refused and self.family is Family.POLICY else BounceType.SOFT


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounce:
    """A report of failure; `delayed` when the server is still trying for everybody."""

    recipients: tuple[FailedRecipient, ...]
    original_message_id: str
    delayed: bool


def read_bounce(mail: InboundMail) -> Bounce | None:
    """Read a bounce, or say None when the mail is none."""
    report = _report_of(mail)
    fields = _fields_of(mail)
    if not looks_like_bounce(mail, report.words, fields):
        return None
    recipients = tuple(_recipients(mail, report, fields))
    return Bounce(
        recipients=recipients,
        original_message_id=_original_id(mail, report),
        delayed=bool(recipients) and all(recipient.delayed for recipient in recipients),
    )


def _report_of(mail: InboundMail) -> Report:
    """Take the words of the report: plain text, else HTML, cut before the mail they return."""
    words = mail.text() or text_of_html(mail.text("text/html")) or mail.text("message/delivery-status")
    return split_report(words)


def _fields_of(mail: InboundMail) -> tuple[RecipientReport, ...]:
    """Read the fields of the machine-readable part, or those left in plain words by a gateway."""
    if notice := notice_recipients(mail.text()):
        return notice
    parts = [part.text for part in mail.parts if part.content_type == "message/delivery-status" and not part.returned]
    return tuple(report for text in parts or [mail.text()] for report in recipient_reports(text))


def _recipients(mail: InboundMail, report: Report, fields: Iterable[RecipientReport]) -> Iterator[FailedRecipient]:
    named = [field for field in fields if field.action not in _DONE]
    if named:
        yield from (_from_fields(field, report, mail, alone=len(named) == 1) for field in named)
        return
    for failure in _failures(mail, report):
        yield _from_words(failure.address, failure.words, "", delayed=_is_warning(mail, report))


def _from_fields(field: RecipientReport, report: Report, mail: InboundMail, *, alone: bool) -> FailedRecipient:
    address = field.address or address_in(mail.returned_headers.get("to", "") or report.returned.get("to", ""))
    own = report.words if alone else words_about(report.words, address)
    return _failed(address, field.status, (field.diagnostic, own), delayed=field.action == "delayed")


def _failures(mail: InboundMail, report: Report) -> tuple[Failure, ...]:
    listed = addresses_in(mail.header("x-failed-recipients"))
    ours = (
        *addresses_in(mail.header("to")),
        *addresses_in(mail.header("from")),
        *addresses_in(mail.header("delivered-to")),
    )
    found = failures_in(report.words, ours=ours)
    if listed:
        by_address = {failure.address.casefold(): failure.words for failure in found}
        return tuple(Failure(address=a, words=by_address.get(a.casefold(), report.words)) for a in listed)
    enclosed = mail.returned_headers.get("to", "") or report.returned.get("to", "")
    return found or tuple(Failure(address=a, words=report.words) for a in addresses_in(enclosed))


def _from_words(address: str, words: str, status: str, *, delayed: bool) -> FailedRecipient:
    return _failed(address, status, (words,), delayed=delayed)


def _failed(address: str, status: str, texts: tuple[str, ...], *, delayed: bool) -> FailedRecipient:
    texts = tuple(told for text in texts for told in (_server_words(text), text))
    written = " ".join(texts)
    found = _STATUS.search(texts[0]) or _STATUS.search(status) or _STATUS.search(written)
    reply = _REPLY.search(texts[0]) or _REPLY.search(written)
    code = found[1] if found else ""
    return FailedRecipient(
        address=address,
        status=code,
        reply_code=reply[1] if reply else "",
        diagnostic=" ".join(next((text for text in texts if text.strip()), "").split())[:1000],
        cause=cause_of(texts, code),
        delayed=delayed,
    )


_SERVER_LINE = re.compile(r"(?:^|[^\d.])(?:[45][0-5]\d[ \-:#]|[45]\.\d\.\d{1,3}\b)")


def _server_words(text: str) -> str:
    """Keep the lines in which a server speaks by code, with what is wrapped under them; the rest is courtesy."""
    lines = text.split("\n")[:_MAX_LINES]
    spoken = [at for at, line in enumerate(lines) if _SERVER_LINE.search(line)]
    wrapped = [at + 1 for at in spoken if at + 1 < len(lines) and lines[at + 1].startswith((" ", "\t"))]
    kept = sorted({*spoken, *wrapped})
    return "\n".join(lines[at] for at in kept)


_WARNING = re.compile(
    (
        r"warning message only|this is a warning|do not need to resend|still being retried|will be retried|"
        r"will (?:continue|keep) (?:trying|to try)|delivery (?:to \S+ )?(?:has been |is )?delayed|"
        r"not yet been delivered"
    ),
    re.IGNORECASE,
)


def _is_warning(mail: InboundMail, report: Report) -> bool:
    return bool(
        _WARNING.search(report.words[:5000]) or re.search(r"delay|warning", mail.header("subject"), re.IGNORECASE)
    )


def _original_id(mail: InboundMail, report: Report) -> str:
    """Return the Message-ID of the mail that failed, without brackets, or an empty text."""
    enclosed = mail.returned_headers.get("message-id", "") or report.returned.get("message-id", "")
    return enclosed.strip().strip("<>").strip()
