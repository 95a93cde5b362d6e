"""How long a worker may hold a mail, and how long doubt lasts; checked once, at start-up (SPEC 6).

A lease that ends while its worker is still talking to the provider lets a second worker send the same mail.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from roleferry.domain.model.errors import Invalid


class LeaseTooShort(Invalid):
    """The lease or the settle time is shorter than a send can take."""

    code = "sending.lease_too_short"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaseTimes:
    """
    `lease` from the attempt's beginning on, `settle` before evidence of absence counts.

    Raises:
        LeaseTooShort: a request could outlive the lease, or evidence could be asked for while one is under way.
    """

    longest_request: timedelta
    """Everything a send can take: connect, write, read, and the adapter's own clean-up."""
    waiting: timedelta = timedelta(0)
    """How long a claimed mail of a batch may wait before its own request begins."""
    provider_tail: timedelta = timedelta(seconds=30)
    """How long a provider may still act on a request we gave up."""
    clock_slack: timedelta = timedelta(seconds=5)
    claim: timedelta = timedelta(minutes=2)
    """How long a mail may be claimed before its attempt begins; a mail that waits longer is anybody's again."""
    lease: timedelta = timedelta(minutes=10)
    settle: timedelta = timedelta(minutes=15)

    def __post_init__(self) -> None:
        """Refuse times under which a mail could go twice."""
        if self.lease < self.shortest_lease:
            raise LeaseTooShort(
                f"the lease of {self.lease} must be at least {self.shortest_lease}", needed=self.shortest_lease
            )
        if self.settle < self.lease:
            raise LeaseTooShort(f"the settle time of {self.settle} must be at least the lease of {self.lease}")

    @property
    def shortest_lease(self) -> timedelta:
        """Return the least lease that outlives every request."""
        return self.waiting + self.longest_request + self.provider_tail + 2 * self.clock_slack

    def time_to_begin(self, *, left: timedelta) -> bool:
        """Say whether a request may still begin with this much of the lease left; if not, the mail is given back."""
        return self.time_to_speak(left=left) >= self.longest_request

    def time_to_speak(self, *, left: timedelta) -> timedelta:
        """Return how long a request may go on with this much of the lease left: it is cut off before the lease ends."""
        return left - self.provider_tail - 2 * self.clock_slack
