"""What became of a try to send: accepted, certainly not, or nobody knows (SPEC 6).

The rule behind the table: whatever is not documented as "not accepted" is uncertain, and an uncertain mail is never
sent again without proof. Drop one rather than send two.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from roleferry.domain.model.sending.window import jitter

MAX_ATTEMPTS = 4
"""The first try and three more (SPEC 6)."""
_BACKOFF = (timedelta(minutes=2), timedelta(minutes=10), timedelta(minutes=45))
_LONGEST_WAIT = timedelta(hours=24)


class OutcomeKind(StrEnum):
    """How a try ended."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    """Certainly not accepted now; may be tried again."""
    REJECTED = "rejected"
    """Certainly not accepted, and never will be."""
    UNCERTAIN = "uncertain"


class Fault(StrEnum):
    """How far a try had come when it failed, whatever the transport."""

    DNS = "dns"
    CONNECTION_REFUSED = "connection_refused"
    CONNECT_TIMEOUT = "connect_timeout"
    TLS = "tls"
    POOL_TIMEOUT = "pool_timeout"
    AUTHENTICATION = "authentication"
    LOCAL = "local"
    """We never opened our mouth: the mail could not be built, or a guard of ours said no."""
    LATE = "late"
    """The lease was nearly over when its turn came: not begun at all."""
    BEFORE_BODY = "before_body"
    """Lost before the provider could have the whole mail: SMTP before DATA's final dot."""
    WRITE_TIMEOUT = "write_timeout"
    READ_TIMEOUT = "read_timeout"
    RESET = "reset"
    PROTOCOL = "protocol"
    CANCELED = "canceled"
    WORKER_DIED = "worker_died"
    SETTLE_FAILED = "settle_failed"


FAULTS: Mapping[Fault, OutcomeKind] = MappingProxyType(
    {
        Fault.DNS: OutcomeKind.REFUSED,
        Fault.CONNECTION_REFUSED: OutcomeKind.REFUSED,
        Fault.CONNECT_TIMEOUT: OutcomeKind.REFUSED,
        Fault.TLS: OutcomeKind.REFUSED,
        Fault.POOL_TIMEOUT: OutcomeKind.REFUSED,
        Fault.AUTHENTICATION: OutcomeKind.REFUSED,
        Fault.LATE: OutcomeKind.REFUSED,
        Fault.BEFORE_BODY: OutcomeKind.REFUSED,
        Fault.LOCAL: OutcomeKind.REJECTED,
        Fault.WRITE_TIMEOUT: OutcomeKind.UNCERTAIN,
        Fault.READ_TIMEOUT: OutcomeKind.UNCERTAIN,
        Fault.RESET: OutcomeKind.UNCERTAIN,
        Fault.PROTOCOL: OutcomeKind.UNCERTAIN,
        Fault.CANCELED: OutcomeKind.UNCERTAIN,
        Fault.WORKER_DIED: OutcomeKind.UNCERTAIN,
        Fault.SETTLE_FAILED: OutcomeKind.UNCERTAIN,
    }
)
"""Every fault has its outcome; a fault without a row is uncertain (`of_fault`)."""

_HTTP_REFUSED = frozenset({401, 403, 408, 409, 425, 429})
_FIRST_CLIENT_ERROR, _FIRST_SERVER_ERROR = 400, 500


def of_fault(fault: Fault) -> OutcomeKind:
    """Return the outcome of a fault on the wire."""
    return FAULTS.get(fault, OutcomeKind.UNCERTAIN)


def of_http_status(
    status: int, *, accepted: frozenset[int] = frozenset({200, 202}), not_queued: frozenset[int] = frozenset()
) -> OutcomeKind:
    """
    Return the outcome of an HTTP answer.

    `accepted` are the provider's documented successes (a body must still carry its id), `not_queued` the 5xx it
    documents as "nothing was queued"; any other 5xx, and anything unknown, is uncertain.
    """
    if status in accepted:
        return OutcomeKind.ACCEPTED
    if status in not_queued or status in _HTTP_REFUSED:
        return OutcomeKind.REFUSED
    if _FIRST_CLIENT_ERROR <= status < _FIRST_SERVER_ERROR:
        return OutcomeKind.REJECTED
    return OutcomeKind.UNCERTAIN


def of_smtp_reply(code: int) -> OutcomeKind:
    """Return the outcome of a server's final SMTP reply (RFC 5321 4.2.1): 2 yes, 4 not now, 5 never."""
    match code // 100:
        case 2:
            return OutcomeKind.ACCEPTED
        case 4:
            return OutcomeKind.REFUSED
        case 5:
            return OutcomeKind.REJECTED
        case _:
            return OutcomeKind.UNCERTAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one try, with the provider's words for the attempts table."""

    kind: OutcomeKind
    provider_id: str | None = None
    code: str | None = None
    detail: str | None = None
    retry_after: timedelta | None = None
    blocked: bool = False
    """Not this mail but its sender is refused (5.7.x): the mailbox waits for its owner, the mail for the mailbox."""


def retry_at(
    *, now: datetime, attempts: int, outreach_id: UUID, retry_after: timedelta | None = None
) -> datetime | None:
    """
    Return when a refused mail is tried again, or None when its tries are used up.

    `attempts` counts the tries made. The provider's Retry-After is never undercut, and believed up to a day.
    """
    if attempts >= MAX_ATTEMPTS:
        return None
    backoff = _BACKOFF[min(max(attempts, 1), len(_BACKOFF)) - 1]
    asked = min(max(retry_after or timedelta(0), timedelta(0)), _LONGEST_WAIT)
    return now + max(backoff, asked) + jitter(outreach_id, backoff / 2, salt=f"retry{attempts}")
