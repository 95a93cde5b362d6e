"""The six voices a note can have (SPEC 3.7)."""

from __future__ import annotations

from enum import StrEnum


class Tone(StrEnum):
    """How a note sounds; never what it claims."""

    WARM = "warm"
    DIRECT = "direct"
    MENTOR = "mentor"
    PEER = "peer"
    FORMAL = "formal"
    EXECUTIVE = "executive"
