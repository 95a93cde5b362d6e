"""What sort of mail came in: layers of evidence, the surest first (SPEC 7)."""

from __future__ import annotations

from enum import StrEnum

from roleferry.domain.model.inbound.auto_reply import has_auto_reply_signs
from roleferry.domain.model.inbound.bounce import read_bounce
from roleferry.domain.model.inbound.complaint import read_complaint
from roleferry.domain.model.inbound.message import InboundMail


class MailKind(StrEnum):
    """Who wrote: a mail system, a recipient's spam button, a machine for an absent person, or somebody."""

    BOUNCE = "bounce"
    COMPLAINT = "complaint"
    AUTO_REPLY = "auto_reply"
    OTHER = "other"


def kind_of(mail: InboundMail) -> MailKind:
    """Tell the sort of a mail: complaint before bounce before automatic answer."""
    if read_complaint(mail) is not None:
        return MailKind.COMPLAINT
    if read_bounce(mail) is not None:
        return MailKind.BOUNCE
    return MailKind.AUTO_REPLY if has_auto_reply_signs(mail) else MailKind.OTHER
