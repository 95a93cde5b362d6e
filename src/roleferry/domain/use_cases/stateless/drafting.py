"""What stateless writing is given, and what it may speak of."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.writing.context import Employer, Fact, Pair, Sender, WritingContext, WrittenTo
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.use_cases.stateless.compare import Comparison


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """The two texts and who reads; facts are the caller's own."""

    resume_text: str
    job_text: str
    job_title: str | None = None
    company: str | None = None
    company_facts: Sequence[str] = ()
    contact_name: str | None = None
    contact_title: str | None = None
    level: RecipientLevel = RecipientLevel.LINE_MANAGER
    sender_name: str | None = None


def context_of(brief: Brief, found: Comparison) -> WritingContext:
    """Return everything a note may speak of: what was read, the pairs that have evidence, what the caller states."""
    return WritingContext(
        resume=found.resume,
        job=found.posting,
        company=Employer(
            name=brief.company or found.posting.company, facts=tuple(Fact(text=text) for text in brief.company_facts)
        ),
        contact=WrittenTo(full_name=brief.contact_name, role_title=brief.contact_title, level=brief.level),
        pain_points=tuple(
            Pair(
                challenge=pair.challenge_text,
                solution=pair.solution_text,
                metric=pair.metric.words if pair.metric else None,
                challenge_span=pair.challenge_span,
                solution_span=pair.solution_span,
                relevance=pair.relevance_score,
            )
            for pair in found.pain_points.pairs
        ),
        sender=Sender(name=brief.sender_name),
    )
