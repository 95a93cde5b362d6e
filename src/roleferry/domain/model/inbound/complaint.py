"""A recipient who pressed the spam button: feedback reports (RFC 5965) and the vendors' own forms."""

from __future__ import annotations

import re
from dataclasses import dataclass

from roleferry.domain.model.inbound.addresses import address_in
from roleferry.domain.model.inbound.cloud_notice import is_complaint_notice
from roleferry.domain.model.inbound.message import InboundMail, content_of

_FIELD = re.compile(r"^\s{0,3}([A-Za-z][A-Za-z-]{1,40}):\s?(.*)$", re.MULTILINE)
_SUBJECT = re.compile(
    r"complaint about message from|\babuse report\b|spam (?:complaint|report)|feedback report", re.IGNORECASE
)
_DESK = re.compile(r"staff@hotmail|abuse|feedback|complaint|\bfbl\b|spam|postmaster|noreply|no-reply", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """Who complained about which mail; texts are empty where the report hides them."""

    feedback_type: str
    recipient: str
    original_message_id: str

    @property
    def by_recipient(self) -> bool:
        """Whether a person complained: authentication reports and `not spam` only use the same form (RFC 6591)."""
        return self.feedback_type not in {"auth-failure", "not-spam", "dmarc"}


def read_complaint(mail: InboundMail) -> Complaint | None:
    """Read a complaint, or say None when the mail is none."""
    fields = _feedback_fields(mail)
    if fields is None and not (_is_vendor_form(mail) or is_complaint_notice(mail.text())):
        return None
    enclosed = mail.returned_headers
    told = (fields or {}).get("original-rcpt-to", "") or (fields or {}).get("removal-recipient", "")
    recipient = told or enclosed.get("x-hmxmroriginalrecipient", "") or enclosed.get("to", "")
    return Complaint(
        feedback_type=(fields or {}).get("feedback-type", "abuse").strip().lower(),
        recipient=address_in(recipient),
        original_message_id=enclosed.get("message-id", "").strip().strip("<>"),
    )


def _feedback_fields(mail: InboundMail) -> dict[str, str] | None:
    """Return the fields of the feedback part, None when there is no such part."""
    part = next((part for part in mail.parts if part.content_type == "message/feedback-report"), None)
    if part is not None:
        return {name.lower(): value.strip() for name, value in reversed(_FIELD.findall(part.text[:20_000]))}
    _, params = content_of(mail.header("content-type"))
    return {} if params.get("report-type", "").lower() == "feedback-report" else None


def _is_vendor_form(mail: InboundMail) -> bool:
    """Know the forms that use no feedback part: one vendor's junk reports, another's unsubscribe by spam button."""
    if mail.header("x-apple-unsubscribe").lower() == "true":
        return True
    enclosed = any(part.returned for part in mail.parts)
    return enclosed and bool(_SUBJECT.search(mail.header("subject"))) and bool(_DESK.search(mail.header("from")))
