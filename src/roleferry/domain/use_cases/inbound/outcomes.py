"""What became of one thing that was told."""

from enum import StrEnum


class Outcome(StrEnum):
    """How it ended."""

    APPLIED = "applied"
    KNOWN = "known"
    """It was applied before."""
    UNKNOWN = "unknown_mail"
    UNPROVEN = "unproven"
    """A mail that answers none of ours."""
