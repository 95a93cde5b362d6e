"""What a question to the DNS brought back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lookup:
    """
    The values at a name, none if there is none; not `known` where nobody answered (a timeout, SERVFAIL).

    A TXT value is the whole record, its strings joined; an exchanger is a host without its final dot, `""` the null MX.
    """

    values: tuple[str, ...] = ()
    known: bool = True


UNANSWERED = Lookup(known=False)
