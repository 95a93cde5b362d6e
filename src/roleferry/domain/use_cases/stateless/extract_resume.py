"""Read a résumé that is not kept."""

from dataclasses import dataclass

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.profile.document import Document, Unreadable, UnreadableReason
from roleferry.domain.model.profile.resume import Resume
from roleferry.ports.clock import Clock
from roleferry.ports.llm import Llm
from roleferry.ports.resumes import ResumeReader

LARGEST = 5_000_000
"""Bytes (SPEC 3.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExtractResume:
    """Say what a résumé holds, from its text or its file."""

    llm: Llm
    resume_reader: ResumeReader
    clock: Clock

    async def __call__(
        self, *, text: str | None, data: bytes | None, file_name: str, engine: EngineAsked
    ) -> Answer[Resume]:
        """
        Return what was read; sections not found are named in `missing`.

        Raises:
            Unreadable: the file cannot be read; says why and what to do.
        """
        document = await self._document(data, file_name) if data is not None else Document.of_text(text or "")
        resume = await self.llm.parse_resume(document, today=self.clock.now().date())
        return Answer.by(self.llm.engine, resume, asked=engine, reason=self.llm.why_not_llm)

    async def _document(self, data: bytes, file_name: str) -> Document:
        if not data:
            raise Unreadable(UnreadableReason.EMPTY)
        if len(data) > LARGEST:
            raise Unreadable(UnreadableReason.TOO_BIG)
        return await self.resume_reader.read(data, filename=file_name)
