"""What follows from a bounce that a provider tells of in its own words (SPEC 3.9, 7)."""

from __future__ import annotations

from roleferry.domain.model.inbound.bounce import BounceType
from roleferry.domain.model.inbound.bounce_kinds import Family
from roleferry.domain.model.inbound.bounce_reason import cause_of

_CONTRADICTED = frozenset({Family.MAILBOX_FULL, Family.TRANSIENT})


def told_bounce(*, permanent: bool, status: str = "", words: str = "") -> BounceType:
    """
    Return what a bounce means; `status` is the enhanced code (5.1.1), `words` what the refusing server said.

    A refusal by policy (5.7.x) is about the sender and holds the mailbox, not the person (SPEC 3.9). What the provider
    calls lasting counts as hard, unless the server itself speaks of a full mailbox or of trouble that passes.
    """
    cause = cause_of([words] if words else [], status)
    family = cause.family if cause else None
    if family is Family.POLICY and not status.startswith("4") and (permanent or status.startswith("5")):
        return BounceType.BLOCK
    if not permanent or family in _CONTRADICTED:
        return BounceType.SOFT
    return BounceType.HARD
