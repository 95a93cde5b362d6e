"""Everything a note may speak of: who writes, to whom, about which job, resting on what (SPEC 3.7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.people.fact import FactKind
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.name_case import spoken_name
from roleferry.domain.model.writing.names import first_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Something literally read somewhere."""

    text: str
    kind: FactKind = FactKind.NEWS
    source_url: str | None = None
    dated: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """One problem of the employer and the résumé line that answers it, both literal (SPEC 3.5)."""

    challenge: str
    solution: str
    metric: str | None = None
    challenge_span: Span | None = None
    solution_span: Span | None = None
    relevance: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenTo:
    """The contact."""

    full_name: str | None = None
    role_title: str | None = None
    level: RecipientLevel | None = None
    department: str | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Employer:
    """The company the job is at."""

    name: str | None = None
    industry: str | None = None
    tagline: str | None = None
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who signs; `links` are the person's own pages."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WritingContext:
    """What is known; whatever is not is None or empty and is never written about."""

    resume: Resume
    job: Posting
    company: Employer = field(default_factory=Employer)
    contact: WrittenTo = field(default_factory=WrittenTo)
    pain_points: tuple[Pair, ...] = ()
    """Best first."""
    sender: Sender = field(default_factory=Sender)

    @property
    def company_name(self) -> str | None:
        """The employer's name, from the company or else from the advert."""
        return self.company.name or self.job.company

    @property
    def sender_name(self) -> str | None:
        """The name to sign with, as one writes it in a letter."""
        name = self.sender.name or (self.resume.name.value if self.resume.name else None)
        return spoken_name(name) if name else None


def template_context(context: WritingContext, *, offer: Mapping[str, object] | None = None) -> dict[str, object]:
    """Return the roots of SPEC 3.7 as plain data; `offer` holds what this one note puts forward."""
    sender = _sender(context)
    return {
        "resume": _resume(context.resume),
        "job": _job(context),
        "company": {
            "name": context.company_name,
            "industry": context.company.industry,
            "tagline": context.company.tagline,
            "facts": [_fact(fact) for fact in context.company.facts],
        },
        "contact": {
            "full_name": context.contact.full_name,
            "first_name": first_name(context.contact.full_name),
            "role_title": context.contact.role_title,
            "level": context.contact.level,
            "department": context.contact.department,
            "facts": [_fact(fact) for fact in context.contact.facts],
        },
        "pain_points": [
            {"challenge": pair.challenge, "solution": pair.solution, "metric": pair.metric}
            for pair in context.pain_points
        ],
        "offer": dict(offer or {}),
        "user": sender,
        "sender": sender,
    }


def _resume(resume: Resume) -> dict[str, object]:
    latest = resume.positions[0] if resume.positions else None
    return {
        "name": resume.name.value if resume.name else None,
        "position": resume.position,
        "company": latest.company if latest else None,
        "headline": resume.headline.value if resume.headline else None,
        "location": resume.location.value if resume.location else None,
        "skills": [skill.written for skill in resume.skills],
        "industries": list(resume.industries),
        "certifications": [each.value for each in resume.certifications],
        "accomplishments": [each.value for each in resume.accomplishments],
        "metrics": [metric.sentence for metric in resume.key_metrics],
    }


def _job(context: WritingContext) -> dict[str, object]:
    job = context.job
    return {
        "title": job.title,
        "company": job.company or context.company.name,
        "location": job.location,
        "work_mode": job.work_mode,
        "skills": [skill.written for skill in job.skills],
        "responsibilities": [line.text for line in job.responsibilities],
        "requirements": [requirement.text for requirement in job.requirements],
    }


def _fact(fact: Fact) -> dict[str, object]:
    return {"text": fact.text, "source_url": fact.source_url, "date": fact.dated, "kind": fact.kind}


def _sender(context: WritingContext) -> dict[str, object]:
    return {
        "name": context.sender_name,
        "first_name": first_name(context.sender_name),
        "email": context.sender.email,
        "phone": context.sender.phone,
        "links": list(context.sender.links),
    }
