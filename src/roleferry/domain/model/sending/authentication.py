"""Whether a domain's DNS lets others believe that a mail is ours: SPF, DKIM, DMARC, and MX for the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from roleferry.domain.model.sending.mail_services import MailService


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
    selectors: tuple[str, ...] = ()
    """DKIM selectors under which a key stands, or last stood."""

    @property
    def authentication_fails(self) -> bool:
        """Say whether a receiver would doubt who sent it (SPEC 3.10)."""
        return bool({self.spf, self.dkim, self.dmarc} & {DnsState.FAILING, DnsState.MISSING})

    @property
    def says_nothing(self) -> bool:
        """Say whether nothing was answered, or nothing was asked."""
        return {self.spf, self.dkim, self.dmarc, self.mx} == {DnsState.UNKNOWN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What one kind of record comes to, and what to do about it, in sentences."""

    state: DnsState
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SenderTraits:
    """How whoever sends for a domain shows in its DNS."""

    name: str = "your mail server"
    selectors: tuple[str, ...] = ()
    """DKIM selectors it uses as a rule; another may be in use."""
    spf: str = ""
    """What the domain includes for it."""
    own_envelope: bool = False
    """Its mail returns to an address of its own, so SPF of the domain is not asked."""


VENDOR_TRAITS: Mapping[str, SenderTraits] = MappingProxyType(
    {
        "ses": SenderTraits(name="Amazon SES", own_envelope=True),
        "sendgrid": SenderTraits(name="SendGrid", selectors=("s1", "s2"), own_envelope=True),
        "mailgun": SenderTraits(name="Mailgun", selectors=("k1", "mailo", "smtp", "mta", "pic"), spf="mailgun.org"),
        "postmark": SenderTraits(name="Postmark", own_envelope=True),
    }
)
"""By provider; SES and Postmark make selectors up for each domain, so none can be guessed."""


def traits_of(service: MailService) -> SenderTraits:
    """Return how a well-known service shows in the DNS of a domain that it hosts."""
    return SenderTraits(name=service.name, selectors=service.selectors, spf=service.spf)
