"""What the database says of every mail, beside what the mail server counted: one line a scenario."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from roleferry.domain.model.sending.outreach import Outreach

_IN_DOUBT = frozenset({"sending", "uncertain"})
_LEFT = frozenset({"sent", "delivered"})
_EXPLAINED = {"canceled": "end_reason", "suppressed": "end_reason", "failed": "end_reason", "held": "hold_reason"}
"""A mail that did not go says why, in this column."""


class Wire(Protocol):
    """What the other side of the wire knows."""

    @property
    def counts(self) -> Counter[str]:
        """How often each Message-ID was taken over."""
        ...

    @property
    def unheard(self) -> Collection[str]:
        """Send keys of mails begun there whose client may not have heard what became of them."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """
    One scenario in figures.

    `kept` did not go and say why. `doubled` were taken over more than once. `lost` are called sent and never arrived,
    or did not go and say nothing. `denied` arrived and are called neither sent nor in doubt. Of the `uncertain`, the
    wire really left `undecided` so; there may be `allowed` at most: one for every connection that a kill can
    have cut, or that the server left without an answer. `settled` of them are uncertain no more once the provider has
    told what it took.
    """

    name: str
    planned: int
    sent: int
    kept: int
    doubled: int
    lost: int
    denied: int
    uncertain: int
    undecided: int
    allowed: int
    settled: int = 0
    seconds: float = 0
    problems: tuple[str, ...] = ()

    @property
    def is_clean(self) -> bool:
        """Say whether every promise held."""
        needless = max(self.uncertain - self.allowed, 0)
        return not (self.doubled or self.lost or self.denied or needless or self.problems)

    def __str__(self) -> str:
        """Return the line of the table, with what is wrong under it."""
        figures = "".join(f"{getattr(self, name):>{width}}" for name, width in _COLUMNS.items())
        line = f"{self.name:<{_NAME_WIDTH}}{figures}{self.seconds:>8.1f}  {'yes' if self.is_clean else 'NO'}"
        return "\n".join([line, *(f"    {problem}" for problem in self.problems)])


_NAME_WIDTH = 62
_COLUMNS = {
    "planned": 8,
    "sent": 7,
    "kept": 6,
    "doubled": 9,
    "lost": 6,
    "denied": 8,
    "uncertain": 11,
    "undecided": 11,
    "allowed": 9,
    "settled": 9,
}
_NAMES = "".join(f"{name:>{width}}" for name, width in _COLUMNS.items())
HEAD = f"{'':<{_NAME_WIDTH}}{_NAMES}{'seconds':>8}  clean"


def as_json(rows: Sequence[Row]) -> str:
    """Return the table for programs."""
    return json.dumps([asdict(row) | {"is_clean": row.is_clean} for row in rows], indent=2)


def reckon(
    name: str,
    planned: Iterable[Outreach],
    known: Mapping[str, Mapping[str, Any]],
    wire: Wire,
    *,
    allowed: int = 0,
    may_wait: bool = False,
) -> Row:
    """Compare both sides; `known` are the rows of the database by Message-ID, `may_wait` says that some still do."""
    mails = {one.message_id: one.send_key for one in planned}
    counts = {mail: count for mail, count in wire.counts.items() if mail in mails}
    doubt = {mail for mail in mails if known[mail]["status"] in _IN_DOUBT}
    left = {mail for mail in mails if known[mail]["status"] in _LEFT}
    waiting = {mail for mail in mails if may_wait and known[mail]["status"] == "scheduled"}
    explained = {mail for mail in mails if known[mail].get(_EXPLAINED.get(known[mail]["status"], ""))} | waiting
    return Row(
        name=name,
        planned=len(mails),
        sent=len(left),
        kept=len(explained),
        doubled=sum(count > 1 for count in counts.values()),
        lost=len(set(mails) - doubt - left - explained) + len(left - set(counts)),
        denied=len(set(counts) - doubt - left),
        uncertain=len(doubt),
        undecided=sum(mails[mail] in wire.unheard for mail in doubt),
        allowed=allowed,
    )
