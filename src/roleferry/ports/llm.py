"""Typed tasks that can be written by rules or by a language model (SPEC 4)."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from roleferry.domain.model.engine import Engine, EngineReason
from roleferry.domain.model.inbound.reading import Reading
from roleferry.domain.model.jobs.posting import Posting
from roleferry.domain.model.matching import Match, PainPointMap
from roleferry.domain.model.people.research import Research
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.draft import Draft
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.sequence import WrittenStep
from roleferry.domain.model.writing.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a note is to be written; `variant_key` chooses among wordings, the same for the same key."""

    tone: Tone = Tone.DIRECT
    length: Length = Length.MEDIUM
    level: RecipientLevel = RecipientLevel.LINE_MANAGER
    variant_key: str = ""


class Llm(Protocol):
    """Read and write texts; every answer is literal or quotes its evidence, whoever gives it."""

    @property
    @abstractmethod
    def engine(self) -> Engine:
        """Who answers."""

    @property
    @abstractmethod
    def why_not_llm(self) -> EngineReason | None:
        """Why no language model answers; None when one does."""

    @abstractmethod
    async def parse_resume(self, document: Document, *, today: date) -> Resume:
        """Return what a résumé says; what is not found is named in `missing`."""

    @abstractmethod
    async def parse_job(self, text: str, *, today: date) -> Posting:
        """Return what an advert says; `thin` when there is too little."""

    @abstractmethod
    async def match(self, resume: Resume, posting: Posting) -> Match:
        """Return the honest score; always by rules, so that it is the same tomorrow (SPEC 3.5)."""

    @abstractmethod
    async def map_pain_points(self, resume: Resume, posting: Posting) -> PainPointMap:
        """Return pairs with their evidence, and the gaps."""

    @abstractmethod
    async def write_offer(self, context: WritingContext, style: Style) -> Draft:
        """
        Return a first note.

        Raises:
            NothingToSay: nothing true could be written; names what is missing.
        """

    @abstractmethod
    async def write_sequence(self, context: WritingContext, style: Style) -> tuple[WrittenStep, ...]:
        """
        Return the mails of a sequence in their order.

        Raises:
            NothingToSay: nothing true could be written; names what is missing.
        """

    @abstractmethod
    async def check_spam(
        self, subject: str, body: str, *, context: WritingContext | None = None, first_mail: bool = True
    ) -> LintReport:
        """Return what to change in a mail; with a context its numbers and skills are checked as well."""

    @abstractmethod
    async def summarise_research(self, text: str, *, company: str) -> Research:
        """Return facts that stand in `text` literally; none where it has none."""

    @abstractmethod
    async def classify_reply(self, text: str, *, subject: str, today: date) -> Reading:
        """Return what a reply wants, with the words that decided it."""
