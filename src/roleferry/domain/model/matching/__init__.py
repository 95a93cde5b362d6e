"""The honest match of a person and a job, and the problems the person has solved before (SPEC 3.5)."""

from roleferry.domain.model.matching.index import PostingIndex, ResumeIndex, index_posting, index_resume
from roleferry.domain.model.matching.language import Language
from roleferry.domain.model.matching.match import match, match_indexed
from roleferry.domain.model.matching.pain_points import Gap, PainPoint, PainPointMap, SharedTerm, pain_points
from roleferry.domain.model.matching.part import Match, Part, PartName

__all__ = (
    "Gap",
    "Language",
    "Match",
    "PainPoint",
    "PainPointMap",
    "Part",
    "PartName",
    "PostingIndex",
    "ResumeIndex",
    "SharedTerm",
    "index_posting",
    "index_resume",
    "match",
    "match_indexed",
    "pain_points",
)
