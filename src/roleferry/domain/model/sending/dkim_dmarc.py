"""DKIM keys (RFC 6376, 8301), DMARC policies (RFC 9989) and mail exchangers (RFC 5321, 7505), as their records say."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping, Sequence

from roleferry.domain.model.sending.authentication import DnsState, Finding, SenderTraits
from roleferry.domain.model.sending.dns_lookup import Lookup

_DMARC = re.compile(r"v\s*=\s*DMARC1\s*(?:;|\Z)")
_POLICIES = frozenset({"none", "quarantine", "reject"})
_SHORTEST_RSA = 160
"""Bytes of a public key of 1024 bits as it is published (SubjectPublicKeyInfo: 162)."""
_DEEPEST = 8
SELECTOR = re.compile(r"[a-z0-9](?:[a-z0-9_.-]{0,61}[a-z0-9])?", re.IGNORECASE | re.ASCII)
"""What may stand before `._domainkey`."""


def tags_of(record: str) -> Mapping[str, str]:
    """Return a record's tags; the first of two of one name counts."""
    tags: dict[str, str] = {}
    for part in record.split(";"):
        name, equals, value = part.partition("=")
        if equals:
            tags.setdefault(name.strip().lower(), value.strip())
    return tags


def judge_dkim(
    found: Mapping[str, Lookup], *, asked: Sequence[str], sender: SenderTraits, domain: str
) -> tuple[Finding, tuple[str, ...]]:
    """
    Return what the keys come to, and the selectors under which a good one stands.

    Selectors cannot be listed: a key that stands nowhere we guessed may stand elsewhere, one a person named is missing.
    """
    faults = {selector: _key_fault(lookup) for selector, lookup in found.items()}
    good = tuple(selector for selector, fault in faults.items() if fault == "")
    unknown = [one for one in asked if faults.get(one) is None]
    bad = [f"{one}._domainkey.{domain} {faults[one]}" for one in found if faults[one] and (one in asked or not good)]
    if wrong := [one for one in asked if faults.get(one)]:
        missing = all("no key" in (faults[one] or "") for one in wrong)
        return Finding(state=DnsState.MISSING if missing else DnsState.FAILING, advice=tuple(bad)), good
    if unknown or not good:
        words = f"DKIM of {domain}: no key of {sender.name} was found, which may stand under a selector we do not know."
        ask = "Give it with the check (`selectors`); it is `s=` in the DKIM-Signature of a mail you have sent."
        late = tuple(f"{one}._domainkey.{domain} could not be looked up: check again later." for one in unknown)
        return Finding(state=DnsState.UNKNOWN, advice=late or (f"{words} {ask}",)), good
    return Finding(state=DnsState.PASSING), good


def _key_fault(lookup: Lookup) -> str | None:
    """Return what is wrong with the key at one selector: nothing (an empty text), or None if nobody knows."""
    if not lookup.known:
        return None
    records = [tags_of(one) for one in lookup.values if "p=" in one.replace(" ", "")]
    if not records:
        return "holds no key: publish the one your mail provider shows."
    key = re.sub(r"\s", "", records[0].get("p", ""))
    if not key:
        return "says that its key is withdrawn: publish the one your mail provider shows."
    try:
        size = len(base64.b64decode(key, validate=True))
    except (binascii.Error, ValueError):
        return "holds a key that cannot be read: publish it anew, whole."
    if records[0].get("k", "rsa").lower() == "rsa" and size < _SHORTEST_RSA:
        return "holds a key shorter than 1024 bits, which receivers do not accept: have a longer one made."
    return ""


def dmarc_walk(domain: str) -> tuple[str, ...]:
    """Return the names at which a policy may stand, nearest first (RFC 9989 4.10: at most eight)."""
    labels = domain.split(".")
    shorter = labels[-(_DEEPEST - 1) :] if len(labels) > _DEEPEST else labels[1:]
    rest = [".".join(shorter[number:]) for number in range(len(shorter))]
    return tuple(f"_dmarc.{name}" for name in (domain, *rest))


def judge_dmarc(walk: Sequence[tuple[str, Lookup]], domain: str) -> Finding:
    """Say what receivers are told to do with mail that is not really the domain's; the nearest record counts."""
    for name, lookup in walk:
        records = [one for one in lookup.values if _DMARC.match(one)]
        if len(records) > 1:
            words = f"{name} holds {len(records)} policies, which count as none: keep one."
            return Finding(state=DnsState.FAILING, advice=(words,))
        if records:
            return _policy(tags_of(records[0]), name, domain, own=name == f"_dmarc.{domain}")
        if not lookup.known:
            words = f"{name} could not be looked up: check again later."
            return Finding(state=DnsState.UNKNOWN, advice=(words,))
    words = f"Publish a TXT record at _dmarc.{domain}: v=DMARC1; p=none; rua=mailto:you@{domain}."
    return Finding(state=DnsState.MISSING, advice=(words,))


def _policy(tags: Mapping[str, str], name: str, domain: str, *, own: bool) -> Finding:
    policy = (tags.get("p") if own else tags.get("sp") or tags.get("p") or "") or ""
    if policy.lower() not in _POLICIES and not tags.get("rua"):
        words = f"{name} names no policy (p=none, quarantine or reject), so receivers ignore it."
        return Finding(state=DnsState.FAILING, advice=(words,))
    if policy.lower() in {"quarantine", "reject"}:
        return Finding(state=DnsState.PASSING)
    words = f"DMARC of {domain} only watches (p=none): move on to p=quarantine once its reports show no mail of yours."
    return Finding(state=DnsState.PASSING, advice=(words,))


def judge_mx(exchangers: Lookup, addresses: Lookup, domain: str) -> Finding:
    """Say whether answers to the domain arrive."""
    if not exchangers.known or (not exchangers.values and not addresses.known):
        return Finding(state=DnsState.UNKNOWN, advice=(f"MX of {domain} could not be looked up: check again later.",))
    if exchangers.values == ("",):
        words = f"{domain} says that it takes in no mail (a null MX): answers would be lost."
        return Finding(state=DnsState.FAILING, advice=(words,))
    if exchangers.values:
        return Finding(state=DnsState.PASSING)
    if addresses.values:
        return Finding(state=DnsState.PASSING, advice=(f"{domain} has no MX: publish one, many senders want it.",))
    words = f"{domain} has no server that takes in mail: answers would be lost. Publish an MX record."
    return Finding(state=DnsState.MISSING, advice=(words,))
