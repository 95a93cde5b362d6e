"""Two ways out: a mailbox with a server of its own sends by that, every other by what the service sends by."""

from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.ports.mail import Accepted, Evidence, MailCapability, Mailer, OutgoingMail


class OwnServerFirst(Mailer):
    """Hands each mail to the mailer of its mailbox, and promises what both can keep."""

    def __init__(self, *, own: Mailer, service: Mailer) -> None:
        self._own = own
        self._service = service
        both = (own.capability, service.capability)
        self.capability = MailCapability(
            provider=service.capability.provider,
            is_real=any(one.is_real for one in both),
            idempotent=all(one.idempotent for one in both),
            can_prove_absence=all(one.can_prove_absence for one in both),
            keeps_message_id=all(one.keeps_message_id for one in both),
            reports_delivery=all(one.reports_delivery for one in both),
            longest_request=max(one.longest_request for one in both),
        )

    def provider_of(self, mailbox: Mailbox) -> str:
        return self._of(mailbox).provider_of(mailbox)

    async def send(self, mail: OutgoingMail) -> Accepted:
        return await self._of(mail.mailbox).send(mail)

    async def find(self, mail: OutgoingMail) -> Evidence:
        return await self._of(mail.mailbox).find(mail)

    async def aclose(self) -> None:
        await self._own.aclose()
        await self._service.aclose()

    def _of(self, mailbox: Mailbox) -> Mailer:
        return self._own if mailbox.provider == MailProtocol.SMTP else self._service
