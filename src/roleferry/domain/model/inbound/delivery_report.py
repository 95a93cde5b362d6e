"""The machine-readable part of a report: one group of fields for each recipient (RFC 3464)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roleferry.domain.model.inbound.addresses import address_in

_FIELD = re.compile(r"\s{0,3}([A-Za-z][A-Za-z0-9-]{1,40})\s{0,3}:\s?(.*)", re.DOTALL)
_STARTS = frozenset({"final-recipient", "original-recipient"})
_KNOWN = _STARTS | {"action", "status", "diagnostic-code", "remote-mta", "will-retry-until", "last-attempt-date"}
_MAX_RECIPIENTS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientReport:
    """What a report says of one recipient; texts are empty where it says nothing."""

    address: str
    action: str
    status: str
    diagnostic: str


def recipient_reports(text: str) -> tuple[RecipientReport, ...]:
    """Read every recipient's fields; a report without `Final-Recipient` has none."""
    groups: list[dict[str, str]] = []
    for name, value in _fields(text.split("\n")):
        if _begins_group(name, groups):
            groups.append({})
        if groups:
            groups[-1].setdefault(name, value)
        if len(groups) > _MAX_RECIPIENTS:
            break
    return tuple(_report(group) for group in groups if _STARTS & group.keys())


def _begins_group(name: str, groups: list[dict[str, str]]) -> bool:
    """A recipient field opens a group unless it is the second name of the same recipient."""
    if name not in _STARTS:
        return False
    return not groups or name in groups[-1] or not groups[-1].keys() <= _STARTS


def _fields(lines: Iterable[str]) -> list[tuple[str, str]]:
    found: list[tuple[str, list[str]]] = []
    open_field = False
    for line in lines:
        match = _FIELD.match(line)
        if match and (match[1].lower() in _KNOWN or not line.startswith((" ", "\t"))):
            found.append((match[1].lower(), [match[2].strip()]))
            open_field = True
        elif open_field and line.startswith((" ", "\t")) and line.strip():
            found[-1][1].append(line.strip())
        else:
            open_field = False
    return [(name, " ".join(values)) for name, values in found]


def _report(group: dict[str, str]) -> RecipientReport:
    address = address_in(group.get("final-recipient", "")) or address_in(group.get("original-recipient", ""))
    return RecipientReport(
        address=address,
        action=group.get("action", "").split(" ")[0].split(";")[0].lower(),
        status=group.get("status", ""),
        diagnostic=group.get("diagnostic-code", ""),
    )
