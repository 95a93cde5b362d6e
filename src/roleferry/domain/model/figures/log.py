"""The log's lines as facts: which of them figures are made of, and what each says (SPEC 3.11)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from roleferry.domain.model.figures.facts import Fact, FactKind, MailRef

_AUTO_REPLY = "auto_replied"
_KINDS: Mapping[str, FactKind] = {kind.value: kind for kind in FactKind} | {_AUTO_REPLY: FactKind.REPLIED}


def fact_of(
    mail: MailRef, *, kind: str, at: datetime, counted: bool, facts: Mapping[str, Any], dedupe_key: str
) -> Fact | None:
    """Return what a line says, None when figures do not care; a correction names the line it puts right."""
    if kind not in _KINDS:
        return None
    return Fact(
        mail=mail,
        kind=_KINDS[kind],
        at=at,
        automatic=not counted,
        positive=facts.get("positive") is True,
        soft=facts.get("bounce") == "soft",
        answer=str(facts.get("answer") or dedupe_key),
    )
