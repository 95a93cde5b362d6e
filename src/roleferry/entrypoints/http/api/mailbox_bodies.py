"""What is said of a mailbox; passwords go in and never come out."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import msgspec
from msgspec import UNSET, Meta, UnsetType

from roleferry.domain.model.sending.connections import MailProtocol, Security
from roleferry.domain.model.sending.mailbox import Secret
from roleferry.domain.model.sending.server_settings import GivenServer
from roleferry.domain.use_cases.sending.mailbox_servers import GivenServers

Name = Annotated[str, Meta(min_length=1, max_length=200)]
Cap = Annotated[int, Meta(ge=1, le=200)]
Gap = Annotated[int, Meta(ge=300, le=43200, description="Seconds between two mails.")]
Zone = Annotated[str, Meta(min_length=1, max_length=64)]
Postal = Annotated[str, Meta(min_length=1, max_length=500)]
Password = Annotated[str, Meta(min_length=1, max_length=500, description="Sealed at once, shown never.")]
Service = Annotated[
    str,
    Meta(max_length=40, description="A well-known service (`GET /mailboxes/services`): fills in what is not given."),
]
_PLAIN = ("display_name", "daily_cap", "gap_seconds", "time_zone", "postal_address")


class ServerBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mail server and a login there; what is not said is as the service has it, or as it was before."""

    host: Annotated[str, Meta(min_length=1, max_length=253)] | None = None
    port: Annotated[int, Meta(ge=1, le=65535)] | None = None
    security: Literal["tls", "starttls", "none"] | None = None
    username: Annotated[str, Meta(min_length=1, max_length=500)] | None = None
    password: Password | None = None

    def given(self) -> GivenServer:
        """Return it as the domain takes it."""
        return GivenServer(
            host=self.host,
            port=self.port,
            security=Security(self.security) if self.security else None,
            username=self.username,
            password=Secret(self.password) if self.password else None,
        )


class MailboxBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """
    An account to send from; name, zone and postal address are yours (`/me`) unless you say them.

    For Gmail, Fastmail, iCloud or Yahoo an address and an app password are enough.
    """

    address: Annotated[str, Meta(min_length=3, max_length=320)]
    provider: Literal["mock", "smtp", "ses", "sendgrid", "mailgun", "postmark"] | None = None
    display_name: Name | None = None
    daily_cap: Cap | None = None
    gap_seconds: Gap | None = None
    time_zone: Zone | None = None
    postal_address: Postal | None = None
    service: Service | None = None
    password: Password | None = None
    smtp: ServerBody | None = None
    imap: ServerBody | None = None

    def given(self) -> Mapping[str, Any]:
        """Return what was said of how it sends."""
        return {name: value for name in _PLAIN if (value := getattr(self, name)) is not None}

    def servers(self) -> GivenServers:
        """Return what was said of its servers."""
        return _servers(self.service, self.password, smtp=self.smtp or UNSET, imap=self.imap or UNSET)


class MailboxPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what changes; `status` pauses a mailbox or lets it send again, `smtp` or `imap` null forgets a server."""

    status: Literal["active", "paused"] | UnsetType = UNSET
    display_name: Name | UnsetType = UNSET
    daily_cap: Cap | UnsetType = UNSET
    gap_seconds: Gap | UnsetType = UNSET
    time_zone: Zone | UnsetType = UNSET
    postal_address: Postal | None | UnsetType = UNSET
    service: Service | UnsetType = UNSET
    password: Password | UnsetType = UNSET
    smtp: ServerBody | None | UnsetType = UNSET
    imap: ServerBody | None | UnsetType = UNSET

    def given(self) -> dict[str, Any]:
        """Return what was said of how it sends, and whether it does."""
        return {name: value for name in ("status", *_PLAIN) if (value := getattr(self, name)) is not UNSET}

    def servers(self) -> GivenServers:
        """Return what was said of its servers."""
        service, password = self.service or None, self.password or None
        return _servers(service, password, smtp=self.smtp, imap=self.imap)


def _servers(service: str | None, password: str | None, **said: ServerBody | None | UnsetType) -> GivenServers:
    """Return what was said of servers; one that is null is to be forgotten."""
    return GivenServers(
        service=service,
        password=Secret(password) if password else None,
        servers={MailProtocol(name): one.given() for name, one in said.items() if isinstance(one, ServerBody)},
        without=frozenset(MailProtocol(name) for name, one in said.items() if one is None),
    )
