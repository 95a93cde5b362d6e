"""Read an uploaded résumé, in the background."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from roleferry.domain.model.ids import ResumeId, UserId
from roleferry.domain.model.profile.document import Unreadable
from roleferry.domain.model.profile.reading import read_resume
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.use_cases.profile.correcting import with_corrections
from roleferry.ports.clock import Clock
from roleferry.ports.resumes import ResumeReader
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Progress
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class ParseResume:
    """Read one version; a file that cannot be read becomes `failed` with a reason, never sample data."""

    transactions: Transactions
    storage: Storage
    resume_reader: ResumeReader
    vocabulary: Vocabulary
    clock: Clock

    async def __call__(self, user_id: UserId, payload: Mapping[str, Any], progress: Progress) -> Mapping[str, Any]:
        """
        Return the version's id and what was not found in it.

        Raises:
            Unreadable: the file cannot be read; the version says so too.
        """
        await progress(0, 1)
        resume_id = ResumeId(UUID(payload["resume_id"]))
        async with self.transactions.begin(user_id) as uow:
            file = await uow.resumes.file(resume_id)
        try:
            document = await self.resume_reader.read(await self.storage.get(file.storage_key), filename=file.file_name)
        except Unreadable as error:
            async with self.transactions.begin(user_id) as uow:
                await uow.resumes.save_failure(resume_id, code=error.code, detail=error.detail)
            raise
        today = self.clock.now().date()
        read = read_resume(document, vocabulary=self.vocabulary, today=today)
        async with self.transactions.begin(user_id) as uow:
            corrections = await uow.resumes.corrections()
            effective = with_corrections(read, corrections, vocabulary=self.vocabulary, today=today)
            await uow.resumes.save_read(resume_id, read=read, effective=effective)
        return {"resume_id": str(resume_id), "version": file.version, "missing": list(effective.missing)}
