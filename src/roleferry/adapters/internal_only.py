"""A wall around any mailer: whoever is not on the list is refused before a single byte leaves (SPEC 4, week10)."""

from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.ports.errors import Rejected
from roleferry.ports.mail import Accepted, Evidence, Mailer, OutgoingMail


class InternalOnlyMailer(Mailer):
    """Hands on to the mailer inside what goes to allowed recipients."""

    def __init__(self, inside: Mailer, *, allowed: AllowedRecipients) -> None:
        self._inside = inside
        self._allowed = allowed
        self.capability = inside.capability

    def provider_of(self, mailbox: Mailbox) -> str:
        return self._inside.provider_of(mailbox)

    async def send(self, mail: OutgoingMail) -> Accepted:
        if not self._allowed.allow(str(mail.message.to_address)):
            raise Rejected("only internal recipients are mailed in this phase", code="recipient_not_internal")
        return await self._inside.send(mail)

    async def find(self, mail: OutgoingMail) -> Evidence:
        return await self._inside.find(mail)

    async def aclose(self) -> None:
        await self._inside.aclose()
