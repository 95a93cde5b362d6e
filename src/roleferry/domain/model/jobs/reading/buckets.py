"""Which side of the work a line speaks of: ownership, leadership, technical depth, communication (SPEC 3.3)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from roleferry.domain.model.jobs.posting import Buckets, Line
from roleferry.domain.model.text import Span

_OWNERSHIP = re.compile(
    (
        r"\b(?:own|owns|owning|owner|ownership|accountab\w+|responsib\w+|end[- ]to[- ]end|from "
        r"(?:concept|inception|start|idea|design)|take charge|drive|driving|autonom\w+|initiative|"
        r"independent\w*|roadmap|strategy|p&l|budget)\b"
    ),
    re.IGNORECASE,
)
_LEADERSHIP = re.compile(
    (
        r"\b(?:lead|leads|leading|leader|leadership|mentor\w*|coach\w*|manage (?:a|the|your|our) "
        r"(?:\w+ )?team|people management|line manage\w*|managing (?:a |the )?(?:\w+ )?teams?|"
        r"hire|hiring|recruit\w*|supervis\w+|direct reports?|inspire|set the (?:direction|bar|"
        r"standard)|train (?:and|the|junior|new)|develop (?:the|your|a) team|delegat\w+)\b"
    ),
    re.IGNORECASE,
)
_TECHNICAL = re.compile(
    (
        r"\b(?:architect\w*|algorithm\w*|infrastructure|scalab\w+|performance|distributed|system "
        r"design|debug\w*|troubleshoot\w*|technical(?:ly)?|engineering|code|coding|software|data "
        r"(?:model\w*|pipeline\w*)|security|automat\w+|deploy\w*|api|apis|cloud|databases?|"
        r"networks?|testing|statistic\w*|machine learning|analytics|modelling|modeling)\b"
    ),
    re.IGNORECASE,
)
_COMMUNICATION = re.compile(
    (
        r"\b(?:communicat\w+|present(?:ing|ation|ations)?|stakeholders?|collaborat\w+|liais\w+|"
        r"negotiat\w+|cross[- ]functional\w*|written|verbal|spoken|documentation|report(?:ing)? "
        r"to (?:senior|the board|executives)|explain\w*|influenc\w+|interpersonal|customers?|"
        r"clients?|partner with|relationship\w*|workshops?|listen\w*)\b"
    ),
    re.IGNORECASE,
)


def buckets_of(lines: Sequence[Line], hard_skills: Sequence[Span]) -> Buckets:
    """Sort the lines into the sides they speak of; one line may speak of several, or of none."""
    depth = tuple(line for line in lines if _TECHNICAL.search(line.text) or _holds(line.span, hard_skills))
    return Buckets(
        ownership=_speaking(lines, _OWNERSHIP),
        leadership=_speaking(lines, _LEADERSHIP),
        technical_depth=depth,
        communication=_speaking(lines, _COMMUNICATION),
    )


def _speaking(lines: Sequence[Line], pattern: re.Pattern[str]) -> tuple[Line, ...]:
    return tuple(line for line in lines if pattern.search(line.text))


def _holds(span: Span, skills: Sequence[Span]) -> bool:
    return any(span.start <= skill.start and skill.end <= span.end for skill in skills)
