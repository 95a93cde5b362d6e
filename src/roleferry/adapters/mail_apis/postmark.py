"""Postmark: the mail in parts; our Message-ID is kept because we ask for it."""

from typing import Any

import msgspec

from roleferry.adapters.mail_apis.mailer import ApiMailer, by_status
from roleferry.adapters.mail_apis.wire import Answer, Wire, shown
from roleferry.domain.model.sending.message import Message
from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import PortError, Rejected, Uncertain
from roleferry.ports.mail import Accepted, OutgoingMail

_MAINTENANCE = 100
_SENDER = frozenset({400, 401, 405, 412, 413})
"""Sender not confirmed, out of credit, account pending or barred: nothing is wrong with the recipient."""
_UNPROCESSABLE = 422


class _Reply(msgspec.Struct, frozen=True):
    code: int = msgspec.field(name="ErrorCode")
    message: str = msgspec.field(name="Message", default="")
    id: str = msgspec.field(name="MessageID", default="")


class PostmarkMailer(ApiMailer):
    """Sends on one message stream."""

    def __init__(
        self, *, wire: Wire, token: str, stream: str = "outbound", endpoint: str = "https://api.postmarkapp.com"
    ) -> None:
        super().__init__(wire=wire, provider="postmark", keeps_message_id=True)
        self._url = f"{endpoint}/email"
        self._stream = stream
        self._headers = {
            "Accept": "application/json",
            "Content-Type": "application/json",
            "X-Postmark-Server-Token": token,
        }

    async def _post(self, mail: OutgoingMail) -> Answer:
        body = msgspec.json.encode(_body(mail, self._stream))
        return await self._wire.post(self._url, headers=self._headers, content=body)

    def _accepted(self, answer: Answer, mail: OutgoingMail) -> Accepted:
        reply = answer.read(_Reply)
        if reply.code:
            raise Rejected(reply.message[:300], code=str(reply.code), blocked=reply.code in _SENDER)
        if not reply.id:
            raise Uncertain("Postmark gave no id", code=Fault.PROTOCOL.value)
        return Accepted(provider_id=reply.id, message_id=mail.message.message_id)

    def _failure(self, answer: Answer) -> PortError:
        reply = answer.error(_Reply, _Reply(code=0, message=f"Postmark answered {answer.status}"))
        code = f"{answer.status} {reply.code}" if reply.code else str(answer.status)
        if reply.code == _MAINTENANCE:
            return answer.refused(code, reply.message)
        blocked = answer.status == _UNPROCESSABLE and reply.code in _SENDER
        return by_status(answer, code=code, detail=reply.message, blocked=blocked)


def _body(mail: OutgoingMail, stream: str) -> dict[str, Any]:
    message = mail.message
    return {
        "From": shown(message.from_name, str(message.from_address)),
        "To": shown(message.to_name, str(message.to_address)),
        "Subject": message.subject,
        "TextBody": message.text,
        "HtmlBody": message.html,
        **({"ReplyTo": str(message.reply_to)} if message.reply_to else {}),
        "Metadata": {"send_key": mail.send_key},
        "Headers": [{"Name": name, "Value": value} for name, value in _headers(message).items()],
        "TrackOpens": False,
        "TrackLinks": "None",
        "MessageStream": stream,
    }


def _headers(message: Message) -> dict[str, str]:
    values = {
        "Message-ID": message.message_id,
        "X-PM-KeepID": "true",
        "In-Reply-To": message.thread.in_reply_to,
        "References": " ".join(message.thread.references),
        "List-Unsubscribe": ", ".join(message.list_unsubscribe),
        "List-Unsubscribe-Post": message.list_unsubscribe_post,
    }
    return {name: value for name, value in values.items() if value}
