"""A mail server as one line of configuration."""

from urllib.parse import unquote, urlsplit

from roleferry.domain.model.sending.mailbox import Secret, ServerLogin

_SECURITY = {"smtp": "starttls", "smtps": "tls", "smtp+plain": "none"}
_PORTS = {"smtp": 587, "smtps": 465, "smtp+plain": 25}


class BadServerUrl(ValueError):
    """It does not name a mail server; the words say why and never repeat the password."""


def login_of(url: str) -> ServerLogin:
    """
    Read `smtp://user:password@host:587` (STARTTLS), `smtps://…` (TLS) or `smtp+plain://…` (this machine alone).

    Raises:
        BadServerUrl: it is not one of these.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadServerUrl("the address or the port of the mail server cannot be read") from error
    if parts.scheme not in _SECURITY or not parts.hostname:
        raise BadServerUrl(f"begin it with one of {', '.join(f'{name}://' for name in _SECURITY)} and a host")
    return ServerLogin(
        host=parts.hostname,
        port=port or _PORTS[parts.scheme],
        username=unquote(parts.username or ""),
        password=Secret(unquote(parts.password or "")),
        security=_SECURITY[parts.scheme],
    )
