"""Twilio SendGrid v3: the mail in parts, its own Message-ID kept."""

from typing import Any

import msgspec

from roleferry.adapters.mail_apis.mailer import ApiMailer, by_status
from roleferry.adapters.mail_apis.wire import Answer, Wire
from roleferry.domain.model.sending.message import Message
from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import PortError, Uncertain
from roleferry.ports.mail import Accepted, OutgoingMail

_OFF = {"enable": False}


class _Fault(msgspec.Struct, frozen=True):
    message: str = ""
    field: str | None = None


class _Error(msgspec.Struct, frozen=True):
    errors: list[_Fault] = []


class SendgridMailer(ApiMailer):
    """Answers 202 when it has taken a mail over; its sandbox's 200 would not count."""

    success = 202

    def __init__(self, *, wire: Wire, key: str, endpoint: str = "https://api.sendgrid.com") -> None:
        super().__init__(wire=wire, provider="sendgrid", keeps_message_id=True)
        self._url = f"{endpoint}/v3/mail/send"
        self._headers = {"Authorization": f"Bearer {key}", "Content-Type": "application/json"}

    async def _post(self, mail: OutgoingMail) -> Answer:
        body = msgspec.json.encode(_body(mail))
        return await self._wire.post(self._url, headers=self._headers, content=body)

    def _accepted(self, answer: Answer, mail: OutgoingMail) -> Accepted:
        provider_id = answer.headers.get("x-message-id", "")
        if not provider_id:
            raise Uncertain("SendGrid gave no id", code=Fault.PROTOCOL.value)
        return Accepted(provider_id=provider_id, message_id=mail.message.message_id)

    def _failure(self, answer: Answer) -> PortError:
        faults = answer.error(_Error, _Error()).errors
        detail = "; ".join(f"{one.field}: {one.message}" if one.field else one.message for one in faults)
        return by_status(answer, code=str(answer.status), detail=detail or f"SendGrid answered {answer.status}")


def _body(mail: OutgoingMail) -> dict[str, Any]:
    message = mail.message
    return {
        "personalizations": [
            {
                "to": [_person(message.to_name, str(message.to_address))],
                "headers": _headers(message),
                "custom_args": {"send_key": mail.send_key},
            }
        ],
        "from": _person(message.from_name, str(message.from_address)),
        **({"reply_to": {"email": str(message.reply_to)}} if message.reply_to else {}),
        "subject": message.subject,
        "content": [
            {"type": "text/plain", "value": message.text},
            {"type": "text/html", "value": message.html},
        ],
        "tracking_settings": {"click_tracking": _OFF | {"enable_text": False}, "open_tracking": _OFF},
    }


def _person(name: str, address: str) -> dict[str, str]:
    return {"email": address, "name": name} if name.strip() else {"email": address}


def _headers(message: Message) -> dict[str, str]:
    values = {
        "Message-ID": message.message_id,
        "In-Reply-To": message.thread.in_reply_to,
        "References": " ".join(message.thread.references),
        "List-Unsubscribe": ", ".join(message.list_unsubscribe),
        "List-Unsubscribe-Post": message.list_unsubscribe_post,
    }
    return {name: value for name, value in values.items() if value}
