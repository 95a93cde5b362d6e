"""Where something known comes from."""

from __future__ import annotations

USER = "user"
"""The person wrote it."""
IMPORT = "import"
"""It stood in a file of theirs."""
MOCK = "mock"
"""A sample for trying things out: shown and marked, never said or sent in a real mail (SPEC 4)."""


def is_real(source: str) -> bool:
    """Say whether it may be relied on outside this service."""
    return source != MOCK
