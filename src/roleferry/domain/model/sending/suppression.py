"""Addresses and domains that are never mailed again, kept so that they outlive the person's data (SPEC 3.8, 8)."""

from __future__ import annotations

import hmac
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import SuppressionId, UserId
from roleferry.domain.model.sending.address import ascii_domain, parse_address


class SuppressionKind(StrEnum):
    """What is suppressed."""

    ADDRESS = "address"
    DOMAIN = "domain"


class SuppressionScope(StrEnum):
    """Whose mails are meant."""

    USER = "user"
    GLOBAL = "global"


class SuppressionReason(StrEnum):
    """Why it is never mailed again, most serious first."""

    COMPLAINT = "complaint"
    UNSUBSCRIBED = "unsubscribed"
    HARD_BOUNCE = "hard_bounce"
    ADDED_BY_USER = "added_by_user"
    ADDED_BY_OPERATOR = "added_by_operator"

    @property
    def removable(self) -> bool:
        """Say whether the user may take it back; what the other side asked for stays (SPEC 2)."""
        return self is SuppressionReason.ADDED_BY_USER


class SuppressionStays(Conflict):
    """Only a suppression that you added yourself can be taken back."""

    code = "suppression.stays"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """One entry; `hashed` is all that is needed to obey it, `shown` is erased with the user's data."""

    id: SuppressionId
    kind: SuppressionKind
    scope: SuppressionScope
    hashed: str
    reason: SuppressionReason
    at: datetime
    user_id: UserId | None = None
    shown: str | None = None
    source: str | None = None

    def check_removable(self) -> None:
        """
        Let a user take back their own entry.

        Raises:
            SuppressionStays: it came from the other side, or from an operator.
        """
        if not self.reason.removable or self.scope is SuppressionScope.GLOBAL:
            raise SuppressionStays(f"it was suppressed because of {self.reason} and stays", suppression_id=self.id)

    def applies_to(self, user_id: UserId) -> bool:
        """Say whether it binds this user."""
        return self.scope is SuppressionScope.GLOBAL or self.user_id == user_id


@dataclass(frozen=True, slots=True)
class SuppressionKeys:
    """The hashes under which an address may be suppressed: itself, its domain and the domains above."""

    address: str
    domains: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Return every hash, for one look-up."""
        return (self.address, *self.domains)


def suppression_keys(address: str, *, key: bytes) -> SuppressionKeys:
    """
    Return the hashes to look an address up by.

    Raises:
        InvalidAddress: it is no address.
    """
    parsed = parse_address(address)
    labels = parsed.domain.split(".")
    domains = [".".join(labels[start:]) for start in range(len(labels) - 1)]
    return SuppressionKeys(
        _hashed(SuppressionKind.ADDRESS, parsed.suppression_form, key),
        tuple(_hashed(SuppressionKind.DOMAIN, domain, key) for domain in domains),
    )


@dataclass(frozen=True, slots=True)
class Unwanted:
    """What a person asks never to be mailed: an address, or everybody at a domain and below."""

    kind: SuppressionKind
    hashed: str
    shown: str


def read_unwanted(written: str, *, key: bytes) -> Unwanted:
    """
    Return what a line of a list means: `ada@x.test` is an address, `x.test` or `@x.test` a domain.

    Raises:
        InvalidAddress: it is neither.
    """
    line = written.strip().lower()
    if "@" in line.removeprefix("@"):
        return Unwanted(SuppressionKind.ADDRESS, suppression_keys(line, key=key).address, line)
    domain = ascii_domain(line.removeprefix("@"))
    return Unwanted(SuppressionKind.DOMAIN, _hashed(SuppressionKind.DOMAIN, domain, key), domain)


def find_suppression(keys: SuppressionKeys, entries: Iterable[Suppression], *, user_id: UserId) -> Suppression | None:
    """Return the most serious entry that forbids mail to this address, or None."""
    forbidding = [entry for entry in entries if entry.hashed in keys.all and entry.applies_to(user_id)]
    order: Collection[SuppressionReason] = list(SuppressionReason)
    return min(forbidding, key=lambda entry: list(order).index(entry.reason), default=None)


def _hashed(kind: SuppressionKind, form: str, key: bytes) -> str:
    return hmac.new(key, f"{kind}:{form}".encode(), sha256).hexdigest()
