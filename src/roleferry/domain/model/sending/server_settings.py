"""What a person says of a mail server, made whole and checked; what cannot work is refused in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roleferry.domain.model.errors import FieldError, Invalid
from roleferry.domain.model.sending.connections import MailProtocol, SealedLogin, Security
from roleferry.domain.model.sending.mail_services import MailService, Server, service_of_host
from roleferry.domain.model.sending.mailbox import Secret, ServerLogin

_HOST = re.compile(r"(?=.{1,253}\Z)[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|[0-9a-f:.]{2,45}")
_APP_PASSWORD = re.compile(r"(?:[a-z]{4}[ \u00a0]){3}[a-z]{4}")
_LONGEST = 500
_DEFAULTS = {
    MailProtocol.SMTP: {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25},
    MailProtocol.IMAP: {Security.TLS: 993, Security.STARTTLS: 143, Security.NONE: 143},
}
_ONLY = {465: Security.TLS, 993: Security.TLS, 587: Security.STARTTLS, 143: Security.STARTTLS}
"""Ports that are spoken in one way alone (RFC 8314 3.3, RFC 6409)."""
_OF_OTHERS = {
    MailProtocol.SMTP: frozenset({143, 993, 110, 995}),
    MailProtocol.IMAP: frozenset({25, 465, 587, 2525, 110, 995}),
}
_THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})


class ServerSettingsInvalid(Invalid):
    """The settings of a mail server cannot work."""

    code = "mailbox.server_invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenServer:
    """What a person said of a server; None where they said nothing."""

    host: str | None = None
    port: int | None = None
    security: Security | None = None
    username: str | None = None
    password: Secret | None = None


def login_from(
    protocol: MailProtocol,
    given: GivenServer,
    *,
    address: str,
    service: MailService | None = None,
    before: SealedLogin | None = None,
) -> tuple[ServerLogin, bool]:
    """
    Return the whole login, and whether its password is new; what is not given comes from before, or from the service.

    A password that was kept goes to the host, over the kind of connection and as the user it was given for, never to
    another: whoever can edit a mailbox cannot have its password sent to a server of their own.

    Raises:
        ServerSettingsInvalid: something is missing, or does not go together.
    """
    host, port, security = _server(protocol, given, known=service.server(protocol) if service else None, before=before)
    same = before if before and before.host == host else None
    username = (given.username or (same.username if same else None) or address).strip()
    login = ServerLogin(
        host=host,
        port=port,
        username=username,
        password=Secret(_cleaned(given.password, service_of_host(host))),
        security=security.value,
    )
    wrong = [FieldError(f"{protocol}.{path}", words) for path, words in _faults(protocol, login, security)]
    kept = same is not None and same.security is security and same.username == username
    if given.password is None and not kept:
        words = "is needed" if before is None else "is needed again: the one kept is for the server and user before"
        wrong.append(FieldError(f"{protocol}.password", words))
    if wrong:
        raise ServerSettingsInvalid("; ".join(f"{one.path}: {one.message}" for one in wrong), errors=tuple(wrong))
    return login, given.password is not None


def _server(
    protocol: MailProtocol, given: GivenServer, *, known: Server | None, before: SealedLogin | None
) -> tuple[str, int, Security]:
    """Return where the server is and how it is spoken to; what was kept or is usual counts for its own host alone."""
    host = given.host or (before.host if before else None) or (known.host if known else "")
    host = host.strip().rstrip(".").lower()
    same = before if before and before.host == host else None
    usual = known if known and known.host == host else None
    security = given.security or _security(
        given.port, same.security if same else None, usual.security if usual else None, protocol
    )
    port = given.port or (same.port if same and same.security is security else None)
    port = port or (usual.port if usual and usual.security is security else _DEFAULTS[protocol][security])
    return host, port, security


def _security(port: int | None, before: Security | None, usual: Security | None, protocol: MailProtocol) -> Security:
    """Return how a connection is made safe where nobody said so: as the port is spoken, else as before or usual."""
    if port in _ONLY:
        return _ONLY[port]
    return before or usual or (Security.STARTTLS if protocol is MailProtocol.SMTP else Security.TLS)


def _cleaned(password: Secret | None, service: MailService | None) -> str:
    """Return the password; Google shows its own in four groups, which are one word."""
    written = password.reveal() if password else ""
    groups = _APP_PASSWORD.fullmatch(written.strip())
    return re.sub(r"\s", "", written) if groups and service and service.key == "gmail" else written


def _faults(protocol: MailProtocol, login: ServerLogin, security: Security) -> Iterator[tuple[str, str]]:
    if not login.host:
        yield "host", "is needed: name the server, or a service (`service`) whose servers are known"
    elif not _HOST.fullmatch(login.host) or ".." in login.host:
        yield "host", "is the name of a server, such as mail.example.com, without a scheme, a port or a path"
    else:
        yield from _host_faults(protocol, login.host)
        yield from _port_faults(protocol, login.port, security)
        if security is Security.NONE and login.host not in _THIS_MACHINE:
            yield "security", "is tls or starttls: a password never goes through a network in the clear"
    for name, value in (("username", login.username), ("password", login.password.reveal())):
        if len(value) > _LONGEST or any(not letter.isprintable() for letter in value):
            yield name, f"is one line of at most {_LONGEST} letters, digits and signs"


def _host_faults(protocol: MailProtocol, host: str) -> Iterator[tuple[str, str]]:
    service = service_of_host(host)
    if service and host != service.server(protocol).host and host in {service.smtp.host, service.imap.host}:
        does = "sends" if protocol is MailProtocol.SMTP else "gives mail"
        yield "host", f"is the other server of {service.name}: the one that {does} is {service.server(protocol).host}"


def _port_faults(protocol: MailProtocol, port: int, security: Security) -> Iterator[tuple[str, str]]:
    if port in _OF_OTHERS[protocol]:
        usual = "587 (starttls) or 465 (tls)" if protocol is MailProtocol.SMTP else "993 (tls)"
        yield "port", f"{port} is a port of another kind of server; {protocol.value.upper()} is at {usual}"
    elif port in _ONLY and security is not Security.NONE and security is not _ONLY[port]:
        yield "security", f"is {_ONLY[port]} at port {port}: {_WHY[_ONLY[port]]}"
    elif protocol is MailProtocol.SMTP and port == 25 and security is Security.TLS:  # noqa: PLR2004 - the port of SMTP
        yield "security", f"is starttls at port 25: {_WHY[Security.STARTTLS]}"


_WHY = {
    Security.TLS: "it is encrypted from the first byte",
    Security.STARTTLS: "it begins in the clear and is encrypted before anything is said",
}
