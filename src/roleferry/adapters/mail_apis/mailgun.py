"""Mailgun: the whole mail as it is, in a form."""

import base64

import msgspec

from roleferry.adapters.mail_apis.mailer import ApiMailer, by_status
from roleferry.adapters.mail_apis.wire import Answer, Wire
from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import PortError, Uncertain
from roleferry.ports.mail import Accepted, OutgoingMail


class _Sent(msgspec.Struct, frozen=True):
    id: str


class _Error(msgspec.Struct, frozen=True):
    message: str = ""


class MailgunMailer(ApiMailer):
    """Sends from the sender's own domain unless told another."""

    def __init__(
        self, *, wire: Wire, key: str, domain: str | None = None, endpoint: str = "https://api.mailgun.net"
    ) -> None:
        super().__init__(wire=wire, provider="mailgun", keeps_message_id=True)
        self._endpoint = endpoint
        self._domain = domain
        self._headers = {"Authorization": "Basic " + base64.b64encode(f"api:{key}".encode()).decode()}

    async def _post(self, mail: OutgoingMail) -> Answer:
        domain = self._domain or mail.message.from_address.domain
        return await self._wire.post(
            f"{self._endpoint}/v3/{domain}/messages.mime",
            headers=self._headers,
            data={"to": str(mail.message.to_address), "o:tracking": "no", "v:send_key": mail.send_key},
            files={"message": ("message.eml", mail.mime, "message/rfc822")},
        )

    def _accepted(self, answer: Answer, mail: OutgoingMail) -> Accepted:
        sent = answer.read(_Sent)
        if not sent.id:
            raise Uncertain("Mailgun gave no id", code=Fault.PROTOCOL.value)
        return Accepted(provider_id=sent.id, message_id=mail.message.message_id)

    def _failure(self, answer: Answer) -> PortError:
        detail = answer.error(_Error, _Error()).message or f"Mailgun answered {answer.status}"
        return by_status(answer, code=str(answer.status), detail=detail)
