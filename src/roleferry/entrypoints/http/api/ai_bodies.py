"""What goes into `/ai/*` and what comes back; every answer says who wrote it."""

from datetime import date
from typing import Annotated

import msgspec
from msgspec import Meta

from roleferry.domain.model.engine import Engine, EngineAsked, EngineReason
from roleferry.domain.model.inbound.reading import ReplyLabel
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.matching import Gap, Match, PainPoint
from roleferry.domain.model.people.research import FoundFact
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.writing.claims import Claim
from roleferry.domain.model.writing.findings import Finding, LintReport
from roleferry.domain.model.writing.length import Band, Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.steps import StepKind
from roleferry.domain.model.writing.tone import Tone

Text = Annotated[str, Meta(max_length=100_000)]
ResumeText = Annotated[str, Meta(max_length=50_000)]
Short = Annotated[str, Meta(min_length=1, max_length=200)]
Sentence = Annotated[str, Meta(min_length=1, max_length=1000)]


class _Asked(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    engine: EngineAsked = EngineAsked.AUTO


class _Answered(msgspec.Struct, frozen=True, kw_only=True):
    engine: Engine
    engine_reason: EngineReason | None


class ResumeToParse(_Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Either the text of a résumé, or its file in base64 (at most 5 MB), told by its content."""

    text: ResumeText | None = None
    file: Annotated[bytes, Meta(max_length=5_000_000)] | None = None
    file_name: Annotated[str, Meta(max_length=200)] = ""


class ParsedResume(_Answered, frozen=True, kw_only=True):
    """What was read, each item with its span in `raw_text`; `resume.missing` names what was not found."""

    resume: Resume
    position: str | None


class JobToParse(_Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The text of an advert."""

    text: Text


class ParsedJob(_Answered, frozen=True, kw_only=True):
    """What was read; `job.thin` says that there is too little to work with."""

    job: Posting


class ToCompare(_Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A résumé and an advert as text."""

    resume_text: ResumeText
    job_text: Text


class Compared(_Answered, frozen=True, kw_only=True):
    """Pairs that have evidence, best first, and the problems that have none."""

    match: Match
    pairs: tuple[PainPoint, ...]
    gaps: tuple[Gap, ...]
    job_thin: bool
    resume_missing: tuple[str, ...]


class ToWrite(ToCompare, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who writes to whom about what; `company_facts` are yours, and may be quoted."""

    tone: Tone = Tone.DIRECT
    length: Length = Length.MEDIUM
    level: RecipientLevel = RecipientLevel.LINE_MANAGER
    job_title: Short | None = None
    company: Short | None = None
    company_facts: Annotated[tuple[Sentence, ...], Meta(max_length=20)] = ()
    contact_name: Short | None = None
    contact_title: Short | None = None
    sender_name: Short | None = None


class WrittenOffer(_Answered, frozen=True, kw_only=True):
    """A note; `claims` quote what each sentence rests on, `missing` what was wanting when it is `thin`."""

    subject: str
    body: str
    tone: Tone
    length: Length
    level: RecipientLevel
    claims: tuple[Claim, ...]
    thin: bool
    missing: tuple[str, ...]
    lint: LintReport


class StepView(msgspec.Struct, frozen=True, kw_only=True):
    """One mail; `day` counts from the first."""

    kind: StepKind
    day: int
    same_thread: bool
    angle: str
    subject: str
    body: str
    claims: tuple[Claim, ...]
    thin: bool
    missing: tuple[str, ...]
    lint: LintReport


class WrittenSequence(_Answered, frozen=True, kw_only=True):
    """The mails in their order."""

    steps: tuple[StepView, ...]


class MailToCheck(_Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A mail not yet sent."""

    subject: Annotated[str, Meta(max_length=1000)] = ""
    body: Annotated[str, Meta(max_length=20_000)]
    first_mail: bool = True


class CheckedMail(_Answered, frozen=True, kw_only=True):
    """`spam_score` 0–1, the exact words found with their spans, and everything else there is to change."""

    spam_score: float
    matches: tuple[Finding, ...]
    findings: tuple[Finding, ...]
    char_count: int
    body_char_count: int
    band: Band
    clean: bool


class ResearchToSummarise(_Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A company and a text about it; without a text nothing is known."""

    company: Short
    text: Text = ""


class CompanyResearch(_Answered, frozen=True, kw_only=True):
    """Sentences of the text, nothing added; empty where it says nothing."""

    company: str
    about: str | None
    industries: tuple[str, ...]
    facts: tuple[FoundFact, ...]


class ReplyToClassify(_Asked, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A reply as plain text, with or without what it quotes."""

    text: Text
    subject: Annotated[str, Meta(max_length=1000)] = ""


class ClassifiedReply(_Answered, frozen=True, kw_only=True):
    """What it wants; `words` decided it, `new_text` is what remains without quotes and signature."""

    label: ReplyLabel
    confidence: float
    words: tuple[str, ...]
    human: bool
    positive: bool
    back_on: date | None
    new_text: str
