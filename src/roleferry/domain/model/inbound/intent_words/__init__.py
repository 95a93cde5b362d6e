"""The words by which people say yes, no, later, ask somebody else, or nothing at all; each pattern with its weight."""

from __future__ import annotations

import re

from roleferry.domain.model.inbound.intent_words.elsewhere import ELSEWHERE
from roleferry.domain.model.inbound.intent_words.refusal import REFUSAL
from roleferry.domain.model.inbound.intent_words.signal import Signal
from roleferry.domain.model.inbound.intent_words.yes import YES

__all__ = ["SIGNALS", "Signal"]

SIGNALS: tuple[tuple[Signal, float, re.Pattern[str]], ...] = tuple(
    (signal, weight, re.compile(pattern))
    for phrases in (ELSEWHERE, REFUSAL, YES)
    for signal, rows in phrases.items()
    for weight, pattern in rows
)
