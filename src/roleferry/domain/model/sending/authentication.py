"""Whether a domain's DNS lets others believe that a mail is ours: SPF, DKIM, DMARC, and MX for the answers."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DnsState(StrEnum):
    """What is known of one kind of record; `unknown` was not looked up or not answered, which is no failure."""

    PASSING = "pass"
    MISSING = "missing"
    FAILING = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class DnsReport:
    """What the DNS says of the domain of a mailbox; `advice` says what to do, one sentence each."""

    spf: DnsState = DnsState.UNKNOWN
    dkim: DnsState = DnsState.UNKNOWN
    dmarc: DnsState = DnsState.UNKNOWN
    mx: DnsState = DnsState.UNKNOWN
    advice: tuple[str, ...] = ()

    @property
    def authentication_fails(self) -> bool:
        """Say whether a receiver would doubt who sent it (SPEC 3.10)."""
        return bool({self.spf, self.dkim, self.dmarc} & {DnsState.FAILING, DnsState.MISSING})
