"""Whom a note is for: the level decides how small the ask is and what it is about (SPEC 3.6)."""

from __future__ import annotations

from enum import StrEnum


class RecipientLevel(StrEnum):
    """An executive gets one line to answer, a recruiter logistics, a peer a question and never a plea for a job."""

    EXECUTIVE = "executive"
    LINE_MANAGER = "line_manager"
    RECRUITER = "recruiter"
    PEER = "peer"
