"""Whether mail of one mailbox can go to another at all in this installation."""

from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.ports.mail import Mailer

_MOCK = "mock"


def can_reach(mailbox: Mailbox, partner: Mailbox, *, mailer: Mailer, allowed: AllowedRecipients | None) -> bool:
    """Say whether it can: real mail goes between real mailboxes only, and stays inside while there is a wall."""
    if not mailer.capability.is_real:
        return True
    if _MOCK in {mailbox.provider, partner.provider}:
        return False
    return allowed is None or allowed.allow(partner.address)
