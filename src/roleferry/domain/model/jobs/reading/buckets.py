"""Which side of the work a line speaks of: ownership, leadership, technical depth, communication (SPEC 3.3)."""

from __future__ import annotations

from collections.abc import Sequence

from roleferry.domain.model.jobs.posting import Buckets, Line
from roleferry.domain.model.jobs.reading.pattern_index import PatternIndex
from roleferry.domain.model.text import Span

_OWNERSHIP = (
    r"\b(?:own|owns|owning|owner|ownership|accountab\w+|responsib\w+|end[- ]to[- ]end|from "
    r"(?:concept|inception|start|idea|design)|take charge|drive|driving|autonom\w+|initiative|"
    r"independent\w*|roadmap|strategy|p&l|budget)\b"
)
_LEADERSHIP = (
    r"\b(?:lead|leads|leading|leader|leadership|mentor\w*|coach\w*|manage (?:a|the|your|our) "
    r"(?:\w+ )?team|people management|line manage\w*|managing (?:a |the )?(?:\w+ )?teams?|"
    r"hire|hiring|recruit\w*|supervis\w+|direct reports?|inspire|set the (?:direction|bar|"
    r"standard)|train (?:and|the|junior|new)|develop (?:the|your|a) team|delegat\w+)\b"
)
_TECHNICAL = (
    r"\b(?:architect\w*|algorithm\w*|infrastructure|scalab\w+|performance|distributed|system "
    r"design|debug\w*|troubleshoot\w*|technical(?:ly)?|engineering|code|coding|software|data "
    r"(?:model\w*|pipeline\w*)|security|automat\w+|deploy\w*|api|apis|cloud|databases?|"
    r"networks?|testing|statistic\w*|machine learning|analytics|modelling|modeling)\b"
)
_COMMUNICATION = (
    r"\b(?:communicat\w+|present(?:ing|ation|ations)?|stakeholders?|collaborat\w+|liais\w+|"
    r"negotiat\w+|cross[- ]functional\w*|written|verbal|spoken|documentation|report(?:ing)? "
    r"to (?:senior|the board|executives)|explain\w*|influenc\w+|interpersonal|customers?|"
    r"clients?|partner with|relationship\w*|workshops?|listen\w*)\b"
)

_DEPTH = 2
_SIDES = PatternIndex.of([_OWNERSHIP, _LEADERSHIP, _TECHNICAL, _COMMUNICATION])


def buckets_of(lines: Sequence[Line], hard_skills: Sequence[Span]) -> Buckets:
    """Sort the lines into the sides they speak of; one line may speak of several, or of none."""
    found = [(line, _SIDES.found_in(line.text.lower())) for line in lines]
    ownership, leadership, technical, communication = (
        tuple(line for line, sides in found if side in sides or (side == _DEPTH and _holds(line.span, hard_skills)))
        for side in range(4)
    )
    return Buckets(ownership=ownership, leadership=leadership, technical_depth=technical, communication=communication)


def _holds(span: Span, skills: Sequence[Span]) -> bool:
    return any(span.start <= skill.start and skill.end <= span.end for skill in skills)
