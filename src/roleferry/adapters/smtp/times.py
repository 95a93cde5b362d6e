"""How long each phase of a submission may take; their sum is what a lease must outlive (SPEC 6)."""

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpTimes:
    """Seconds per phase; a phase that takes longer is given up and its connection closed."""

    queue: float = 10
    """Waiting for a free connection."""
    connect: float = 15
    """Name look-up, TCP, greeting, EHLO, TLS."""
    login: float = 15
    envelope: float = 20
    """MAIL, RCPT, and DATA up to its 354."""
    body: float = 30
    """Writing the mail, all but its final dot."""
    answer: float = 120
    """From the final dot to the reply: servers scan meanwhile, and giving up leaves the mail in doubt."""
    idle: float = 30
    """How long a connection waits for its mailbox's next mail; no part of a submission."""

    @property
    def longest_request(self) -> timedelta:
        """Return the longest submission: one that first tries a kept connection which turns out dead."""
        fresh = self.connect + self.login + self.envelope + self.body + self.answer
        return timedelta(seconds=self.queue + self.envelope + fresh)
