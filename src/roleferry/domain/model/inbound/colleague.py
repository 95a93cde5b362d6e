"""Who is a colleague of the person we wrote to: by the company's domains, never by a mail host's (SPEC 3.9, 7)."""

from __future__ import annotations

from collections.abc import Iterable

from roleferry.domain.model.inbound.addresses import same_address
from roleferry.domain.model.sending.company_policy import company_domains


def is_colleague(sender: str, recipient: str, domains: Iterable[str]) -> bool:
    """
    Say whether somebody else of the same company answered; `domains` are those the company is known by.

    Whoever answers from a mail host may be the very person we wrote to, at their private address.
    """
    if same_address(sender, recipient):
        return False
    known = company_domains((_domain(recipient), *domains))
    theirs = _domain(sender)
    return any(theirs == one or theirs.endswith(f".{one}") for one in known)


def _domain(address: str) -> str:
    return address.rpartition("@")[2].casefold()
