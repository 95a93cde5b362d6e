"""What has to change before a mail can arrive, and what the refusing server meant."""

from __future__ import annotations

from enum import StrEnum


class Family(StrEnum):
    """What has to change before a mail can arrive."""

    RECIPIENT = "recipient"
    MAILBOX_FULL = "mailbox_full"
    POLICY = "policy"
    TRANSIENT = "transient"


class Reason(StrEnum):
    """What the refusing server meant."""

    USER_UNKNOWN = "user_unknown"
    HOST_UNKNOWN = "host_unknown"
    MOVED = "moved"
    ACCEPTS_NO_MAIL = "accepts_no_mail"
    SUSPENDED = "suspended"
    FILTERED = "filtered"
    MAILBOX_FULL = "mailbox_full"
    TOO_BIG = "too_big"
    RATE = "rate"
    RELAYING = "relaying"
    AUTHENTICATION = "authentication"
    NO_REVERSE_DNS = "no_reverse_dns"
    CONTENT = "content"
    SPAM = "spam"
    BLOCKED = "blocked"
    REFUSED = "refused"
    EXPIRED = "expired"
    NETWORK = "network"
    SYSTEM = "system"
