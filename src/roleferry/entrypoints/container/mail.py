"""Who carries mail, who may get it, and who answers for a domain."""

from collections.abc import Callable, Mapping

from roleferry.adapters.captured_mail import CapturedMailer
from roleferry.adapters.dns_lookup import BadServer, DnspythonMailDns, server_of
from roleferry.adapters.imap import ImapSentFolder
from roleferry.adapters.internal_only import InternalOnlyMailer
from roleferry.adapters.mail_apis import MailgunMailer, PostmarkMailer, SendgridMailer, SesKeys, SesMailer, Wire
from roleferry.adapters.own_server_first import OwnServerFirst
from roleferry.adapters.smtp import BadServerUrl, SmtpMailer, login_of
from roleferry.domain.model.sending.address import InvalidAddress
from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.entrypoints.settings import Settings, SettingsError
from roleferry.ports.hosts import Hosts
from roleferry.ports.mail import Mailer


def recipients_of(settings: Settings) -> AllowedRecipients | None:
    """
    Return who may be written to, None for everybody: real mail stays inside until week12 (SPEC 4).

    Raises:
        SettingsError: the list cannot be read.
    """
    if settings.phase == "week12":
        return None
    try:
        return AllowedRecipients.of(settings.internal_recipients)
    except InvalidAddress as error:
        raise SettingsError(f"ROLEFERRY_INTERNAL_RECIPIENTS: {error.detail}") from error


def mailer_of(
    settings: Settings,
    adapter: str,
    allowed: AllowedRecipients | None,
    *,
    hosts: Hosts,
    sent: ImapSentFolder | None = None,
) -> Mailer:
    """
    Return the mail adapter, inside the wall around real mail while there is one.

    Raises:
        SettingsError: the server that mailboxes share cannot be read.
    """
    if adapter == "mock":
        return CapturedMailer(settings.home / "outbox")
    own = SmtpMailer(login=shared_server(settings), sent=sent, hosts=hosts)
    real = own if adapter == "smtp" else OwnServerFirst(own=own, service=MAIL_APIS[adapter](settings))
    return real if allowed is None else InternalOnlyMailer(real, allowed=allowed)


def shared_server(settings: Settings) -> ServerLogin | None:
    """
    Return the server of mailboxes that have none of their own; None where each must have one.

    Raises:
        SettingsError: it cannot be read.
    """
    try:
        return login_of(settings.smtp_url) if settings.smtp_url else None
    except BadServerUrl as error:
        raise SettingsError(f"ROLEFERRY_SMTP_URL: {error}") from error


def mail_dns_of(settings: Settings) -> DnspythonMailDns:
    """
    Return who asks the DNS.

    Raises:
        SettingsError: a server is not the address of one.
    """
    try:
        return DnspythonMailDns([server_of(one) for one in settings.dns_servers.split(",") if one.strip()])
    except BadServer as error:
        raise SettingsError(f"ROLEFERRY_DNS_SERVERS: {error}") from error


def _ses(settings: Settings) -> Mailer:
    keys = SesKeys(
        access_key=settings.ses_access_key,
        secret_key=settings.ses_secret_key,
        session_token=settings.ses_session_token or None,
    )
    return SesMailer(
        wire=Wire(),
        keys=keys,
        region=settings.ses_region,
        configuration_set=settings.ses_configuration_set or None,
        endpoint=settings.mail_api_url or None,
    )


def _sendgrid(settings: Settings) -> Mailer:
    endpoint = settings.mail_api_url or "https://api.sendgrid.com"
    return SendgridMailer(wire=Wire(), key=settings.sendgrid_api_key, endpoint=endpoint)


def _mailgun(settings: Settings) -> Mailer:
    vendor = "https://api.eu.mailgun.net" if settings.mailgun_region == "eu" else "https://api.mailgun.net"
    return MailgunMailer(
        wire=Wire(),
        key=settings.mailgun_api_key,
        domain=settings.mailgun_domain or None,
        endpoint=settings.mail_api_url or vendor,
    )


def _postmark(settings: Settings) -> Mailer:
    endpoint = settings.mail_api_url or "https://api.postmarkapp.com"
    return PostmarkMailer(
        wire=Wire(), token=settings.postmark_token, stream=settings.postmark_stream, endpoint=endpoint
    )


MAIL_APIS: Mapping[str, Callable[[Settings], Mailer]] = {
    "ses": _ses,
    "sendgrid": _sendgrid,
    "mailgun": _mailgun,
    "postmark": _postmark,
}
"""Mail vendors by the name they are chosen by."""
