"""Well-known mail services: their servers, the password they want, and what their mail is known by in the DNS."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from roleferry.domain.model.sending.connections import MailProtocol, Security


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where a service takes or gives mail."""

    host: str
    port: int
    security: Security


@dataclass(frozen=True, slots=True, kw_only=True)
class MailService:
    """One service; every fact of it is from the page named in `source`."""

    key: str
    name: str
    smtp: Server
    imap: Server
    domains: frozenset[str]
    """Domains whose addresses it always is; one's own domain may be there too, see `mx`."""
    mx: str
    """Ends the name of the servers that take in mail for a domain hosted there."""
    wants: str
    """Which password it wants from an app, and where to get it."""
    source: str
    takes_passwords: bool = True
    selectors: tuple[str, ...] = ()
    """DKIM selectors it uses for one's own domain."""
    spf: str = ""
    """What one's own domain includes for it."""

    def server(self, protocol: MailProtocol) -> Server:
        """Return the server that speaks this protocol."""
        return self.smtp if protocol is MailProtocol.SMTP else self.imap


_GMAIL = MailService(
    key="gmail",
    name="Gmail",
    smtp=Server(host="smtp.gmail.com", port=587, security=Security.STARTTLS),
    imap=Server(host="imap.gmail.com", port=993, security=Security.TLS),
    domains=frozenset({"gmail.com", "googlemail.com"}),
    mx="google.com",
    wants=(
        "Gmail takes an app password, not the one of your account: switch on 2-Step Verification, then make one at "
        "https://myaccount.google.com/apppasswords (16 letters)."
    ),
    source="https://support.google.com/mail/answer/7126229, https://support.google.com/accounts/answer/185833",
    selectors=("google",),
    spf="_spf.google.com",
)
_MICROSOFT = MailService(
    key="microsoft",
    name="Microsoft 365 and Outlook.com",
    smtp=Server(host="smtp.office365.com", port=587, security=Security.STARTTLS),
    imap=Server(host="outlook.office365.com", port=993, security=Security.TLS),
    domains=frozenset({"outlook.com", "hotmail.com", "live.com", "msn.com"}),
    mx="protection.outlook.com",
    wants=(
        "Microsoft lets apps in by its own sign-in (OAuth), which this release does not speak: Outlook.com takes no "
        "passwords from apps. Microsoft 365 takes them for sending only where an administrator has switched on "
        "authenticated SMTP for the mailbox; it gives no mail by IMAP for a password. Connect another mailbox."
    ),
    source=(
        "https://support.microsoft.com/office/d088b986-291d-42b8-9564-9c414e2aa040, "
        "https://learn.microsoft.com/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online"
    ),
    takes_passwords=False,
    selectors=("selector1", "selector2"),
    spf="spf.protection.outlook.com",
)
_FASTMAIL = MailService(
    key="fastmail",
    name="Fastmail",
    smtp=Server(host="smtp.fastmail.com", port=465, security=Security.TLS),
    imap=Server(host="imap.fastmail.com", port=993, security=Security.TLS),
    domains=frozenset({"fastmail.com", "fastmail.fm"}),
    mx="messagingengine.com",
    wants=(
        "Fastmail takes an app password: make one under Settings, Privacy & Security, Connected apps & API tokens. "
        "Plans without IMAP and SMTP make none."
    ),
    source="https://www.fastmail.help/hc/en-us/articles/1500000279921, https://www.fastmail.help/hc/en-us/articles/360058752854",
    selectors=("fm1", "fm2", "fm3"),
    spf="spf.messagingengine.com",
)
_ICLOUD = MailService(
    key="icloud",
    name="iCloud Mail",
    smtp=Server(host="smtp.mail.me.com", port=587, security=Security.STARTTLS),
    imap=Server(host="imap.mail.me.com", port=993, security=Security.TLS),
    domains=frozenset({"icloud.com", "me.com", "mac.com"}),
    mx="icloud.com",
    wants=(
        "iCloud takes an app-specific password: make one at https://account.apple.com under Sign-In and Security, "
        "App-Specific Passwords."
    ),
    source="https://support.apple.com/en-us/102525, https://support.apple.com/en-us/102654",
    selectors=("sig1",),
    spf="icloud.com",
)
_YAHOO = MailService(
    key="yahoo",
    name="Yahoo Mail",
    smtp=Server(host="smtp.mail.yahoo.com", port=465, security=Security.TLS),
    imap=Server(host="imap.mail.yahoo.com", port=993, security=Security.TLS),
    domains=frozenset({"yahoo.com", "ymail.com", "rocketmail.com", "yahoo.co.uk", "yahoo.de", "yahoo.fr", "yahoo.es"}),
    mx="yahoodns.net",
    wants=(
        "Yahoo takes an app password: make one under Account security, Generate app password, at "
        "https://login.yahoo.com/account/security."
    ),
    source="https://help.yahoo.com/kb/SLN4075.html, https://help.yahoo.com/kb/SLN15241.html",
)

MAIL_SERVICES: Mapping[str, MailService] = MappingProxyType(
    {one.key: one for one in (_GMAIL, _MICROSOFT, _FASTMAIL, _ICLOUD, _YAHOO)}
)
"""By key, as a person names them."""


def service_of_domain(domain: str) -> MailService | None:
    """Return the service that every address of this domain is with."""
    return next((one for one in MAIL_SERVICES.values() if domain in one.domains), None)


def service_of_host(host: str) -> MailService | None:
    """Return the service that one of its own servers, or one that takes in mail for it, belongs to."""
    name = host.rstrip(".").lower()
    ours = (one for one in MAIL_SERVICES.values() if name in {one.smtp.host, one.imap.host} or _ends(name, one.mx))
    return next(ours, None)


def _ends(name: str, suffix: str) -> bool:
    return name == suffix or name.endswith(f".{suffix}")
