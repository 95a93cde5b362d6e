"""A connected sending account: its limits, its state, and secrets that never show (SPEC 3.9, 8)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType

from roleferry.domain.model.ids import MailboxId, UserId
from roleferry.domain.model.sending.caps import MailboxCaps
from roleferry.domain.model.sending.slots import MailboxLoad
from roleferry.domain.model.sending.transitions import IllegalTransition
from roleferry.domain.model.sending.zones import zone_named


class MailboxStatus(StrEnum):
    """Whether a mailbox sends."""

    ACTIVE = "active"
    PAUSED = "paused"
    ERROR = "error"


class MailboxPause(StrEnum):
    """Why a mailbox does not send."""

    USER = "user"
    COMPLAINT = "complaint"
    BLOCKED = "blocked"
    HEALTH = "health"
    AUTHENTICATION = "authentication"
    DNS = "dns"

    @property
    def by_system(self) -> bool:
        """Say whether we paused it, which makes it `at_risk` (SPEC 3.10)."""
        return self is not MailboxPause.USER


class WarmupState(StrEnum):
    """Whether a mailbox is being warmed up."""

    OFF = "off"
    ON = "on"
    PAUSED = "paused"


MAILBOX_TABLE: Mapping[MailboxStatus, frozenset[MailboxStatus]] = MappingProxyType(
    {
        MailboxStatus.ACTIVE: frozenset({MailboxStatus.PAUSED, MailboxStatus.ERROR}),
        MailboxStatus.PAUSED: frozenset({MailboxStatus.ACTIVE, MailboxStatus.ERROR}),
        MailboxStatus.ERROR: frozenset({MailboxStatus.ACTIVE, MailboxStatus.PAUSED}),
    }
)


@dataclass(frozen=True, slots=True)
class Secret:
    """A password or key; it shows only when asked for by `reveal`."""

    _value: str = field(repr=False)

    def reveal(self) -> str:
        """Return the secret itself, for the one who logs in with it."""
        return self._value

    def __str__(self) -> str:
        """Return stars."""
        return "********"


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerLogin:
    """How to reach one mail server, and as whom; `security` is tls, starttls or none (loopback only)."""

    host: str
    port: int
    username: str
    password: Secret
    security: str = "starttls"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A sending account of one user. Immutable: every change returns the next mailbox."""

    id: MailboxId
    user_id: UserId
    address: str
    display_name: str
    provider: str
    """Which mail adapter serves it: smtp, ses, mock ..."""
    time_zone: str
    """Its caps count by the days of this zone."""
    caps: MailboxCaps = field(default_factory=MailboxCaps)
    status: MailboxStatus = MailboxStatus.ACTIVE
    pause: MailboxPause | None = None
    pause_detail: str | None = None
    closed_until: datetime | None = None
    """A breaker stopped its day; it goes on by itself."""
    postal_address: str | None = None
    warmup: WarmupState = WarmupState.OFF
    version: int = 0

    def may_send(self, *, now: datetime) -> bool:
        """Say whether it sends at this moment."""
        return self.status is MailboxStatus.ACTIVE and not (self.closed_until and now < self.closed_until)

    def paused(self, why: MailboxPause, detail: str | None = None) -> Mailbox:
        """Send nothing until somebody has looked; what paused it first stays known."""
        if self.status is MailboxStatus.PAUSED and self.pause is not None and self.pause.by_system:
            return self
        return replace(self, status=MailboxStatus.PAUSED, pause=why, pause_detail=detail)

    def broken(self, detail: str) -> Mailbox:
        """Send nothing because its server does not let us in."""
        return replace(self, status=MailboxStatus.ERROR, pause=MailboxPause.AUTHENTICATION, pause_detail=detail)

    def activated(self) -> Mailbox:
        """
        Send again, because a person said so.

        Raises:
            IllegalTransition: it sends already.
        """
        if MailboxStatus.ACTIVE not in MAILBOX_TABLE[self.status]:
            raise IllegalTransition("the mailbox is active already", mailbox_id=self.id)
        return replace(self, status=MailboxStatus.ACTIVE, pause=None, pause_detail=None)

    def warming(self, *, now: datetime) -> Mailbox:
        """Warm up from today on, or go on with the ramp that was begun."""
        today = now.astimezone(zone_named(self.time_zone)).date()
        caps = replace(self.caps, warmup_started_on=self.caps.warmup_started_on or today)
        return replace(self, caps=caps, warmup=WarmupState.ON)

    def cooling(self) -> Mailbox:
        """Pause the warmup, if there is one; the ramp it reached still limits what goes out."""
        return replace(self, warmup=WarmupState.PAUSED) if self.warmup is WarmupState.ON else self

    def closed(self, until: datetime) -> Mailbox:
        """Send nothing more until then; never sooner than it was already."""
        return replace(self, closed_until=max(until, self.closed_until or until))

    def load(self, taken: tuple[datetime, ...]) -> MailboxLoad:
        """Return what a plan must know of it; `taken` are the times of mails sent or still planned."""
        return MailboxLoad(
            mailbox_id=self.id,
            caps=self.caps,
            zone=zone_named(self.time_zone),
            taken=taken,
            closed_until=self.closed_until,
        )
