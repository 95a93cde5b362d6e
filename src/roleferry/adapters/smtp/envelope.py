"""What a mail asks of a server, and how a server that offers it is told (RFC 1870, 3461, 6152, 6531)."""

from dataclasses import dataclass
from typing import Self

from aiosmtplib import SMTP

from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import Rejected
from roleferry.ports.mail import OutgoingMail


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Sender, recipient and bytes of one submission."""

    sender: str
    recipient: str
    key: str
    data: bytes
    """With leading dots doubled and without the final dot (RFC 5321 4.5.2)."""
    size: int
    needs_smtputf8: bool
    is_eight_bit: bool

    @classmethod
    def of(cls, mail: OutgoingMail) -> Self:
        """
        Return the envelope that the message itself names.

        Raises:
            Rejected: a bare CR or LF would let one mail be read as two.
        """
        lines = mail.mime.count(b"\r\n")
        if mail.mime.count(b"\n") != lines or mail.mime.count(b"\r") != lines:
            raise Rejected("the mail holds a line end that is not CRLF", code=Fault.LOCAL.value)
        whole = mail.mime if mail.mime.endswith(b"\r\n") else mail.mime + b"\r\n"
        return cls(
            sender=str(mail.message.from_address),
            recipient=str(mail.message.to_address),
            key=mail.send_key,
            data=_dots_doubled(whole),
            size=len(whole),
            needs_smtputf8=mail.message.needs_smtputf8,
            is_eight_bit=not mail.mime.isascii(),
        )

    @property
    def encoding(self) -> str:
        """Return the encoding of addresses in commands."""
        return "utf-8" if self.needs_smtputf8 else "ascii"

    def mail_options(self, server: SMTP) -> list[str]:
        """
        Return the parameters of MAIL for this server.

        Raises:
            Rejected: the mail needs an extension that the server lacks.
        """
        options = [f"SIZE={self.size}"] if server.supports_extension("size") else []
        if self.needs_smtputf8:
            options += [_offered(server, "SMTPUTF8", "international addresses")]
        if self.is_eight_bit:
            _offered(server, "8BITMIME", "text that is not plain ASCII")
            options += ["BODY=8BITMIME"]
        if server.supports_extension("dsn"):
            options += ["RET=HDRS", f"ENVID={_xtext(self.key)}"]
        return options

    def recipient_options(self, server: SMTP) -> list[str]:
        """Return the parameters of RCPT for this server: tell of failures and delays, and for whom."""
        if not server.supports_extension("dsn"):
            return []
        original = [f"ORCPT=rfc822;{_xtext(self.recipient)}"] if self.recipient.isascii() else []
        return ["NOTIFY=FAILURE,DELAY", *original]


def _dots_doubled(data: bytes) -> bytes:
    doubled = data.replace(b"\n.", b"\n..")
    return b"." + doubled if doubled.startswith(b".") else doubled


def _offered(server: SMTP, extension: str, what: str) -> str:
    if not server.supports_extension(extension.lower()):
        raise Rejected(f"the mail server does not take {what} ({extension})", code=f"no_{extension.lower()}")
    return extension


def _xtext(text: str) -> str:
    """Write a text so that it may stand in a parameter (RFC 3461 4)."""
    return "".join(chr(byte) if 33 <= byte <= 126 and byte not in b"+=" else f"+{byte:02X}" for byte in text.encode())  # noqa: PLR2004 - printable ASCII
