"""SPF: who may send for a domain (RFC 7208), read without asking anybody."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from roleferry.domain.model.sending.authentication import DnsState, Finding, SenderTraits
from roleferry.domain.model.sending.dns_lookup import Lookup

MOST_LOOKUPS = 10
"""Terms that ask the DNS, nested ones counted (RFC 7208 4.6.4)."""
_RECORD = re.compile(r"v=spf1(?: |\Z)", re.IGNORECASE)
_TERM = re.compile(
    r"(?P<sign>[+\-~?]?)(?P<kind>all|include|a|mx|ptr|ip4|ip6|exists)(?P<rest>[:/].*)?\Z|(?P<modifier>[a-z][\w.-]*)=(?P<value>.*)\Z",
    re.IGNORECASE,
)
_ASKING = frozenset({"include", "a", "mx", "ptr", "exists"})
_NEEDS_VALUE = frozenset({"include", "ip4", "ip6", "exists"})


@dataclass(frozen=True, slots=True, kw_only=True)
class SpfRecord:
    """One record, term by term."""

    all_sign: str | None = None
    includes: tuple[str, ...] = ()
    redirect: str | None = None
    lookups: int = 0
    names_hosts: bool = False
    """Whether it lists addresses or hosts themselves, among which a sender's may be."""
    has_macros: bool = False
    wrong: str | None = None
    """The first term that is none; such a record counts for nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpfFound:
    """What a domain's SPF comes to, records it includes among it."""

    top: Lookup
    record: SpfRecord | None = None
    includes: frozenset[str] = field(default_factory=frozenset)
    lookups: int = 0
    names_hosts: bool = False
    wrong: str | None = None
    complete: bool = True
    """Whether every record included could be read."""


def spf_records(texts: Lookup) -> tuple[str, ...]:
    """Return the SPF records among texts."""
    return tuple(one for one in texts.values if _RECORD.match(one))


def parse_spf(text: str) -> SpfRecord:
    """Return a record's terms; what is wrong with it is said in `wrong`."""
    includes: list[str] = []
    sign, redirect, lookups, names_hosts, has_macros, wrong = None, None, 0, False, False, None
    for term in text.split()[1:]:
        match = _TERM.match(term)
        kind = (match["kind"] or "").lower() if match else ""
        value = (match["rest"] or "").lstrip(":") if match else ""
        has_macros = has_macros or "%{" in term
        if match is None or (kind in _NEEDS_VALUE and not value):
            wrong = wrong or term[:80]
        elif kind == "all":
            sign = sign or match["sign"] or "+"
        elif kind == "include":
            includes.append(value.rstrip(".").lower())
        elif (match["modifier"] or "").lower() == "redirect":
            redirect = match["value"].rstrip(".").lower()
        lookups += kind in _ASKING
        names_hosts = names_hosts or kind in {"a", "mx", "ip4", "ip6", "ptr", "exists"}
    if sign is not None:
        redirect = None
    return SpfRecord(
        all_sign=sign,
        includes=tuple(includes),
        redirect=redirect,
        lookups=lookups + (redirect is not None),
        names_hosts=names_hosts,
        has_macros=has_macros,
        wrong=wrong,
    )


def judge_spf(found: SpfFound, sender: SenderTraits, domain: str) -> Finding:
    """Say whether the domain lets the sender send for it, as far as that can be known from outside."""
    wanted = f"v=spf1 include:{sender.spf} ~all" if sender.spf else "v=spf1 … ~all, with what your mail provider names"
    records = spf_records(found.top)
    if not found.top.known:
        return Finding(state=DnsState.UNKNOWN, advice=(f"SPF of {domain} could not be looked up: check again later.",))
    if sender.own_envelope and not records:
        words = f"{sender.name} sends under a return address of its own, so {domain} needs no SPF for it."
        return Finding(state=DnsState.UNKNOWN, advice=(words,))
    if not records:
        return Finding(state=DnsState.MISSING, advice=(f"Publish a TXT record at {domain}: {wanted}.",))
    if (fault := _fault(records, found)) is not None:
        return Finding(state=DnsState.FAILING, advice=(f"SPF of {domain} {fault}",))
    return _covers(found, sender, domain)


def _fault(records: tuple[str, ...], found: SpfFound) -> str | None:
    if len(records) > 1:
        return f"stands in {len(records)} records, which counts as none: put them into one."
    if found.wrong is not None:
        return f"has a term that is none: {found.wrong}. Receivers ignore the whole record."
    if found.lookups > MOST_LOOKUPS:
        return (
            f"asks the DNS {found.lookups} times, more than the {MOST_LOOKUPS} receivers go along with: include less."
        )
    if found.record is not None and found.record.all_sign == "+":
        return "ends in +all, which lets everybody send for you: end it in ~all."
    return None


def _covers(found: SpfFound, sender: SenderTraits, domain: str) -> Finding:
    """Say whether a sound record names the sender; only a record read to its end says that it does not."""
    record = found.record or SpfRecord()
    notes = () if record.all_sign in {"-", "~"} or record.redirect else (f"End SPF of {domain} in ~all or -all.",)
    if not sender.spf or sender.own_envelope or sender.spf in found.includes:
        return Finding(state=DnsState.PASSING, advice=notes)
    add = f"SPF of {domain} does not include {sender.spf}: add include:{sender.spf} for mail by {sender.name}."
    surely_not = found.complete and not found.names_hosts
    return Finding(state=DnsState.FAILING if surely_not else DnsState.UNKNOWN, advice=(add, *notes))
