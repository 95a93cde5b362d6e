"""Words that wish for something without insisting on it."""

from __future__ import annotations

import re

_NICE = re.compile(
    r"\b(?:(?:is|are|would be|be|as|considered|seen as|definitely|be considered)? ?(?:a |an "
    r")?(?:big |huge |strong |definite |distinct |real |major |added |great |significant |"
    r"clear |nice )*(?:plus|pluses|bonus|asset|advantage)\b(?! (?:scheme|structure|plan|"
    r"program|management|opportunit|of|for|to|eligib|potential|manage))"
    r"|preferred|preferable|preferably|nice[- ]to[- ]haves?|good[- ]to[- ]haves?|desirable|"
    r"desired|advantageous|beneficial|ideally|bonus points?|extra points|brownie points"
    r"|would be (?:great|nice|good|ideal|helpful|useful|awesome|amazing|beneficial|an added)|"
    r"(?:is|are|also) helpful|highly regarded|not (?:required|essential|mandatory|necessary|a "
    r"must)"
    r"|we(?:'d| would) (?:love|like) (?:it|you to|to see)|even better|increase your chances|"
    r"optional|a plus|stand out|could be useful|is useful|would help|can be helpful|any "
    r"experience|would be welcome|is welcome|appreciated)\b"
)
_NOT_NICE = re.compile(
    r"\bpreferred (?:location|way|method|candidate|start|partner|supplier|vendor|name|pronoun|"
    r"language is)|\bdesired (?:outcome|result|state|goal|level|salary|effect|profile)|\bplus "
    r"(?:benefits|bonus|commission|super|package|a)\b"
    r"|\b(?:competitive|take|taking|gain|unfair|strategic) advantage|\bperformance bonus|"
    r"\bpreferred (?:skills|qualifications) (?:are|and)"
)
_TELLING = (
    *(
        "plus",
        "bonus",
        "asset",
        "advantage",
        "prefer",
        "nice",
        "good",
        "desir",
        "benefi",
        "ideal",
        "points",
        "would be",
    ),
    *("helpful", "regarded", "not ", "we'd", "we would", "even better", "chances", "optional", "stand out", "useful"),
    *("would help", "any experience", "welcome", "appreciated"),
)
"""Without one of these no wish is told; to look for them takes a tenth of the pattern's time."""


def is_nice(said: str) -> bool:
    """Tell whether plain text wishes for something without insisting on it."""
    return any(map(said.__contains__, _TELLING)) and _NICE.search(_NOT_NICE.sub(" ", said)) is not None
