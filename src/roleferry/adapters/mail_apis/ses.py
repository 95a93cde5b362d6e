"""Amazon SES v2: the whole mail as it is, requests signed by Signature Version 4."""

from dataclasses import dataclass, field

import msgspec
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from msgspec import UNSET, UnsetType

from roleferry.adapters.mail_apis.mailer import ApiMailer, by_status
from roleferry.adapters.mail_apis.wire import Answer, Wire
from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import PortError, Uncertain
from roleferry.ports.mail import Accepted, OutgoingMail

_PATH = "/v2/email/outbound-emails"
_WAIT = frozenset({"ThrottlingException", "TooManyRequestsException", "LimitExceededException"})
_SENDER = frozenset({"AccountSuspendedException", "SendingPausedException", "MailFromDomainNotVerifiedException"})
"""These are about our account or domain, so the next mail would fare no better."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SesKeys:
    """An access key; `session_token` goes with temporary ones."""

    access_key: str
    secret_key: str = field(repr=False)
    session_token: str | None = field(default=None, repr=False)


class _Tag(msgspec.Struct, frozen=True, rename="pascal"):
    name: str
    value: str


class _Raw(msgspec.Struct, frozen=True, rename="pascal"):
    data: bytes


class _Content(msgspec.Struct, frozen=True, rename="pascal"):
    raw: _Raw


class _Destination(msgspec.Struct, frozen=True, rename="pascal"):
    to_addresses: tuple[str, ...]


class _SendEmail(msgspec.Struct, frozen=True, kw_only=True, rename="pascal"):
    from_email_address: str
    destination: _Destination
    content: _Content
    email_tags: tuple[_Tag, ...]
    configuration_set_name: str | UnsetType = UNSET


class _Sent(msgspec.Struct, frozen=True):
    id: str = msgspec.field(name="MessageId")


class _Error(msgspec.Struct, frozen=True):
    message: str = ""
    Message: str = ""
    kind: str = msgspec.field(name="__type", default="")


class SesMailer(ApiMailer):
    """Sends through one region; SES puts its own Message-ID in place of ours."""

    def __init__(
        self,
        *,
        wire: Wire,
        keys: SesKeys,
        region: str,
        configuration_set: str | None = None,
        endpoint: str | None = None,
    ) -> None:
        super().__init__(wire=wire, provider="ses", keeps_message_id=False)
        self._url = (endpoint or f"https://email.{region}.amazonaws.com") + _PATH
        self._region = region
        self._configuration_set = configuration_set
        credentials = Credentials(keys.access_key, keys.secret_key, keys.session_token)
        self._signer = SigV4Auth(credentials, "ses", region)

    async def _post(self, mail: OutgoingMail) -> Answer:
        body = msgspec.json.encode(
            _SendEmail(
                from_email_address=str(mail.message.from_address),
                destination=_Destination((str(mail.message.to_address),)),
                content=_Content(_Raw(mail.mime)),
                email_tags=(_Tag("send_key", mail.send_key),),
                configuration_set_name=self._configuration_set or UNSET,
            )
        )
        request = AWSRequest("POST", self._url, headers={"Content-Type": "application/json"}, data=body)
        self._signer.add_auth(request)
        return await self._wire.post(self._url, headers=dict(request.headers), content=body)

    def _accepted(self, answer: Answer, mail: OutgoingMail) -> Accepted:  # noqa: ARG002 - SES has its own id
        sent = answer.read(_Sent)
        if not sent.id:
            raise Uncertain("SES gave no id", code=Fault.PROTOCOL.value)
        domain = "email" if self._region == "us-east-1" else self._region
        return Accepted(provider_id=sent.id, message_id=f"<{sent.id}@{domain}.amazonses.com>")

    def _failure(self, answer: Answer) -> PortError:
        error = answer.error(_Error, _Error())
        kind = answer.headers.get("x-amzn-errortype", "").partition(":")[0] or error.kind.rpartition("#")[2]
        detail = error.message or error.Message or kind or f"SES answered {answer.status}"
        if kind in _WAIT:
            return answer.refused(kind, detail)
        return by_status(answer, code=kind or str(answer.status), detail=detail, blocked=kind in _SENDER)
