"""What can go wrong on the far side of a port; an adapter wraps its vendor's exceptions in these, once."""

from __future__ import annotations

from datetime import timedelta


class PortError(Exception):
    """Something outside this service failed."""


class Unavailable(PortError):
    """The other side cannot be reached now; try again later."""


class Refused(PortError):
    """Certainly not accepted; it may be tried again after `retry_after`."""

    def __init__(self, detail: str, *, code: str = "", retry_after: timedelta | None = None) -> None:
        super().__init__(detail)
        self.code = code
        self.retry_after = retry_after


class Rejected(PortError):
    """Certainly not accepted, and never will be; `blocked` when the sender, not the recipient, is refused (5.7.x)."""

    def __init__(self, detail: str, *, code: str = "", blocked: bool = False) -> None:
        super().__init__(detail)
        self.code = code
        self.blocked = blocked


class Uncertain(PortError):
    """It may have happened: look for evidence, never do it again blindly (SPEC 6)."""

    def __init__(self, detail: str, *, code: str = "") -> None:
        super().__init__(detail)
        self.code = code
