"""Whether an address may be asked for at all: scheme, port, names; where it leads is checked when connecting."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, quote, urlsplit

from roleferry.domain.model.jobs.page import PageNotAllowed

_LONGEST = 2_048
_FORBIDDEN = re.compile(r"[\x00-\x20\x7f\\]")
_LABEL = re.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_INSIDE = (
    ".localhost",
    ".local",
    ".internal",
    ".intranet",
    ".lan",
    ".home",
    ".corp",
    ".home.arpa",
    ".onion",
    ".test",
    ".invalid",
)
_SAFE_PATH = "/%:@!$&'()*+,;=~-._?[]{}|^"
_NOT_ALLOWED = "This is not a public web address. Check the link, or paste the text of the posting."


def checked_url(url: str, *, any_port: bool = False, own_names: bool = False) -> str:
    """
    Return the address in its plain form: ASCII host, no fragment.

    Raises:
        PageNotAllowed: another scheme than http or https, another port than 80 or 443 (unless `any_port`), a user
            name, a name that is no public one (unless `own_names`), or characters no address has.
    """
    stripped = url.strip()
    if not stripped or len(stripped) > _LONGEST or _FORBIDDEN.search(stripped):
        raise PageNotAllowed(_NOT_ALLOWED)
    try:
        parts = urlsplit(stripped)
        port = parts.port
    except ValueError as error:
        raise PageNotAllowed(_NOT_ALLOWED) from error
    allowed = parts.scheme in {"http", "https"} and (any_port or port in {None, 80, 443}) and "@" not in parts.netloc
    host = _ascii_host(parts) if allowed else None
    if host is None or (not own_names and _is_inside(host)):
        raise PageNotAllowed(_NOT_ALLOWED)
    return _joined(parts, host, port)


def _joined(parts: SplitResult, host: str, port: int | None) -> str:
    authority = f"[{host}]" if ":" in host else host
    suffix = f":{port}" if port is not None else ""
    query = f"?{quote(parts.query, safe=_SAFE_PATH)}" if parts.query else ""
    return f"{parts.scheme}://{authority}{suffix}{quote(parts.path, safe=_SAFE_PATH) or '/'}{query}"


def _ascii_host(parts: SplitResult) -> str | None:
    """Return the host as DNS knows it: IDNA, lower case, without a final dot; None when it cannot be one."""
    host = parts.hostname or ""
    if ":" in host:
        return host if re.fullmatch(r"[0-9a-f:.]+", host) else None
    try:
        name = host.encode("idna").decode("ascii").lower().removesuffix(".")
    except (UnicodeError, ValueError):
        return None
    labels = name.split(".")
    return name if labels and len(name) <= 253 and all(map(_LABEL.fullmatch, labels)) else None  # noqa: PLR2004  (RFC 1035)


def _is_inside(host: str) -> bool:
    return (
        host == "localhost"
        or f".{host}".endswith(_INSIDE)
        or ("." not in host and ":" not in host and not host[:1].isdigit())
    )
