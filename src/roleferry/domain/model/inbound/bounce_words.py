"""Whom a report in plain words is about, when no machine-readable part says so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from roleferry.domain.model.inbound.addresses import addresses_in

_AT_START = re.compile(
    r"[\s>|*#(\[\"'-]{0,20}(?:[245]\d\d[ -])?(?:[245]\.\d\.\d{1,3} )?(?:<|rfc822;|smtp:)?\s?$", re.IGNORECASE
)
_LABEL = re.compile(
    (
        r"recipient|address|deliver|rcpt|user|mailbox|mail ?to|sent to|\bto:|\bto\b|for <|fail|error|unknown|"
        r"reject|"
        r"宛先|получател|empf[aä]nger|destinatai?r"
    ),
    re.IGNORECASE,
)
_HELP = re.compile(
    (
        r"contact|assistance|postmaster|please (?:send|mail|write|e-?mail|visit)|questions|help|support|"
        r"mailer-daemon|abuse@|"
        r"(?:^|\s)from:? |sender|reporting-mta|mail from|message-id|https?://|received"
    ),
    re.IGNORECASE,
)
_MAX_LINES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """An address and the words that stand with it."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class _Mention:
    line: int
    address: str
    rank: int


def failures_in(words: str, *, ours: Iterable[str]) -> tuple[Failure, ...]:
    """List the failed addresses of a report: those that lead a line, else those on a telling line, else any."""
    lines = words.split("\n")[:_MAX_LINES]
    mentions = _mentions(lines, frozenset(address.casefold() for address in ours))
    best = min((mention.rank for mention in mentions), default=0)
    chosen: dict[str, _Mention] = {}
    for mention in mentions:
        if mention.rank == best:
            chosen.setdefault(mention.address.casefold(), mention)
    return tuple(_failures(lines, list(chosen.values())))


def words_about(words: str, address: str) -> str:
    """Return the lines from the first one that names the address to the next blank line after more words."""
    lines = words.split("\n")[:_MAX_LINES]
    at = next((n for n, line in enumerate(lines) if address.casefold() in line.casefold()), None)
    return "" if at is None or not address else "\n".join(lines[at : at + 8])


def _mentions(lines: list[str], ours: frozenset[str]) -> list[_Mention]:
    found: list[_Mention] = []
    for number, line in enumerate(lines):
        for address in addresses_in(line):
            rank = _rank(line, address) + (10 if address.casefold() in ours else 0)
            found.append(_Mention(number, address, rank))
    return found


def _rank(line: str, address: str) -> int:
    before = line[: line.find(address)]
    if _AT_START.match(before):
        return 0
    if _HELP.search(line):
        return 3
    return 1 if _LABEL.search(line) else 2


def _failures(lines: list[str], mentions: list[_Mention]) -> Iterable[Failure]:
    """Give each address the words up to the next one; a single address owns the whole report."""
    if len(mentions) <= 1:
        yield from (Failure(address=mention.address, words="\n".join(lines)) for mention in mentions)
        return
    for mention, following in zip(mentions, [*mentions[1:], None], strict=True):
        end = following.line if following and following.line > mention.line else mention.line + 12
        own = "\n".join(lines[mention.line : max(end, mention.line + 1)])
        yield Failure(address=mention.address, words=own)
