"""Mail vendors over real HTTP, each by its own documentation: what they take, what they answer, how they refuse."""

from __future__ import annotations

import base64
import hashlib
import hmac
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from typing import Any

from roleferry.adapters.mail_apis import (
    ApiTimes,
    MailgunMailer,
    PostmarkMailer,
    SendgridMailer,
    SesKeys,
    SesMailer,
    Wire,
)
from roleferry.ports.mail import Mailer
from tests.contracts.mailer import Arrived
from tests.doubles.http import Answer, Request, VendorDouble, answer_json, answer_text

SECRET = "a secret of nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendor:
    """One vendor: where it is posted to, how it says yes, how it says no, and what it got."""

    path: str
    build: Callable[[str, Wire], Mailer]
    taken: Callable[[], Answer]
    is_authentic: Callable[[Request], bool]
    arrived: Callable[[Request], Arrived]
    key: Callable[[Request], str]
    says_no: tuple[tuple[Answer, str], ...]
    """Answers it documents, and what each means."""


def serve(double: VendorDouble, vendor: Vendor) -> None:
    """Take every mail that comes with the right credentials."""

    def respond(request: Request) -> Answer:
        return vendor.taken() if vendor.is_authentic(request) else answer_text("Forbidden", status=401)

    double.respond("POST", vendor.path, respond)


def quick(seconds: float = 5) -> Wire:
    """Return a wire that gives up after so many seconds."""
    return Wire(ApiTimes(connect=seconds, pool=seconds, write=seconds, read=seconds, total=2 * seconds))


def _ses_signature(request: Request) -> str:
    """Sign the request as AWS documents it, by hand; no code is shared with the signer under test."""
    stamp, host = request.headers["x-amz-date"], request.headers["host"]
    signed = f"content-type:{request.headers['content-type']}\nhost:{host}\nx-amz-date:{stamp}\n"
    payload = hashlib.sha256(request.body).hexdigest()
    canonical = f"POST\n{request.path}\n\n{signed}\ncontent-type;host;x-amz-date\n{payload}"
    scope = f"{stamp[:8]}/eu-west-1/ses/aws4_request"
    text = f"AWS4-HMAC-SHA256\n{stamp}\n{scope}\n{hashlib.sha256(canonical.encode()).hexdigest()}"
    key = f"AWS4{SECRET}".encode()
    for part in (stamp[:8], "eu-west-1", "ses", "aws4_request"):
        key = hmac.new(key, part.encode(), hashlib.sha256).digest()
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()


def _ses_error(kind: str, status: int = 400, message: str = "no") -> Answer:
    headers = {"x-amzn-ErrorType": f"{kind}:http://internal.amazon.com/coral/com.amazonaws.ses/"}
    return answer_json({"message": message}, status=status, headers=headers)


SES = Vendor(
    path="/v2/email/outbound-emails",
    build=lambda url, wire: SesMailer(
        wire=wire,
        keys=SesKeys(access_key="AKIDEXAMPLE", secret_key=SECRET),
        region="eu-west-1",
        configuration_set="roleferry",
        endpoint=url,
    ),
    taken=lambda: answer_json({"MessageId": "0100018f2d3e-6d0b7a2e-000000"}),
    is_authentic=lambda request: request.headers["authorization"].endswith(f"Signature={_ses_signature(request)}"),
    arrived=lambda request: Arrived(
        base64.b64decode(request.json()["Content"]["Raw"]["Data"]),
        request.json()["Destination"]["ToAddresses"][0],
        {},
    ),
    key=lambda request: str(request.json()["EmailTags"][0]["Value"]),
    says_no=(
        (_ses_error("MessageRejected"), "rejected"),
        (_ses_error("BadRequestException"), "rejected"),
        (_ses_error("NotFoundException", 404), "rejected"),
        (_ses_error("MailFromDomainNotVerifiedException"), "blocked"),
        (_ses_error("AccountSuspendedException"), "blocked"),
        (_ses_error("SendingPausedException"), "blocked"),
        (_ses_error("LimitExceededException"), "refused"),
        (_ses_error("ThrottlingException", message="Daily message quota exceeded"), "refused"),
        (_ses_error("TooManyRequestsException", 429), "refused"),
        (answer_json({"__type": "com.amazonaws#ThrottlingException", "Message": "slow"}, status=400), "refused"),
        (_ses_error("ExpiredTokenException", 403), "refused"),
        (_ses_error("InternalFailure", 500), "uncertain"),
        (_ses_error("ServiceUnavailable", 503), "uncertain"),
    ),
)


def _sendgrid_error(status: int, message: str = "no") -> Answer:
    return answer_json(
        {"errors": [{"message": message, "field": "from.email", "help": None}], "id": "x"}, status=status
    )


def _sendgrid_arrived(request: Request) -> Arrived:
    body = request.json()
    (to,) = body["personalizations"][0]["to"]
    texts = {one["type"]: one["value"] for one in body["content"]}
    assert list(texts) == ["text/plain", "text/html"]
    parts = {"subject": body["subject"], "text": texts["text/plain"], "html": texts["text/html"]}
    parts |= {"reply_to": body["reply_to"]["email"]}
    return Arrived(None, to["email"], parts | body["personalizations"][0]["headers"])


SENDGRID = Vendor(
    path="/v3/mail/send",
    build=lambda url, wire: SendgridMailer(wire=wire, key=SECRET, endpoint=url),
    taken=lambda: Answer(status=202, headers={"X-Message-Id": "wrfRRvF7Q0GgwUo2CvDmEA"}),
    is_authentic=lambda request: request.headers["authorization"] == f"Bearer {SECRET}",
    arrived=_sendgrid_arrived,
    key=lambda request: str(request.json()["personalizations"][0]["custom_args"]["send_key"]),
    says_no=(
        (_sendgrid_error(400), "rejected"),
        (_sendgrid_error(401, "Maximum credits exceeded"), "refused"),
        (_sendgrid_error(403), "refused"),
        (_sendgrid_error(413), "rejected"),
        (_sendgrid_error(429), "refused"),
        (_sendgrid_error(500), "uncertain"),
        (Answer(status=200, body=b""), "uncertain"),
        (Answer(status=202, body=b""), "uncertain"),
    ),
)


def _form(request: Request) -> Mapping[str, bytes]:
    head = f"Content-Type: {request.headers['content-type']}\r\n\r\n".encode()
    parts = BytesParser().parsebytes(head + request.body).get_payload()
    assert isinstance(parts, list)
    fields: dict[str, bytes] = {}
    boundary = request.headers["content-type"].partition("boundary=")[2].encode()
    for part, raw in zip(parts, request.body.split(b"--" + boundary)[1:-1], strict=True):
        assert isinstance(part, Message)
        name = part.get_param("name", header="content-disposition")
        fields[str(name)] = raw.partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")
    return fields


MAILGUN = Vendor(
    path="/v3/sender.example/messages.mime",
    build=lambda url, wire: MailgunMailer(wire=wire, key=SECRET, endpoint=url),
    taken=lambda: answer_json({"id": "<20261122.1.ABC@sender.example>", "message": "Queued. Thank you."}),
    is_authentic=lambda request: (
        request.headers["authorization"] == "Basic " + base64.b64encode(f"api:{SECRET}".encode()).decode()
    ),
    arrived=lambda request: Arrived(_form(request)["message"], _form(request)["to"].decode(), {}),
    key=lambda request: _form(request)["v:send_key"].decode(),
    says_no=(
        (answer_json({"message": "'from' parameter is not a valid address."}, status=400), "rejected"),
        (answer_text("Forbidden", status=401), "refused"),
        (answer_json({"message": "Request failed"}, status=402), "rejected"),
        (answer_json({"message": "Domain not found: sender.example"}, status=404), "rejected"),
        (answer_json({"message": "too big"}, status=413), "rejected"),
        (answer_json({"message": "slow down"}, status=429), "refused"),
        (answer_json({"message": "oh"}, status=500), "uncertain"),
        (answer_json({"message": "Queued. Thank you."}), "uncertain"),
        (answer_json({"id": ""}), "uncertain"),
    ),
)


def _postmark_error(code: int, status: int = 422) -> Answer:
    return answer_json({"ErrorCode": code, "Message": "no"}, status=status)


def _postmark_arrived(request: Request) -> Arrived:
    body = request.json()
    parts: dict[str, Any] = {"subject": body["Subject"], "text": body["TextBody"], "html": body["HtmlBody"]}
    parts |= {"reply_to": body["ReplyTo"]} | {one["Name"]: one["Value"] for one in body["Headers"]}
    assert parts["X-PM-KeepID"] == "true"
    return Arrived(None, body["To"].partition("<")[2].removesuffix(">"), parts)


POSTMARK = Vendor(
    path="/email",
    build=lambda url, wire: PostmarkMailer(wire=wire, token=SECRET, endpoint=url),
    taken=lambda: answer_json(
        {"To": "zoe@firm.example", "MessageID": "b7bc2f4a-e38e-4336-af7d-e6c392c2f817", "ErrorCode": 0, "Message": "OK"}
    ),
    is_authentic=lambda request: request.headers["x-postmark-server-token"] == SECRET,
    arrived=_postmark_arrived,
    key=lambda request: str(request.json()["Metadata"]["send_key"]),
    says_no=(
        (_postmark_error(10, 401), "refused"),
        (_postmark_error(100, 503), "refused"),
        (_postmark_error(300), "rejected"),
        (_postmark_error(400), "blocked"),
        (_postmark_error(405), "blocked"),
        (_postmark_error(406), "rejected"),
        (_postmark_error(412), "blocked"),
        (_postmark_error(413), "blocked"),
        (_postmark_error(0, 413), "rejected"),
        (_postmark_error(0, 429), "refused"),
        (_postmark_error(0, 500), "uncertain"),
        (_postmark_error(0, 503), "uncertain"),
        (_postmark_error(406, 200), "rejected"),
        (answer_json({"ErrorCode": 0, "Message": "OK"}), "uncertain"),
    ),
)

VENDORS = {"ses": SES, "sendgrid": SENDGRID, "mailgun": MAILGUN, "postmark": POSTMARK}
