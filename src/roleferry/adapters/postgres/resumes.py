"""Résumés as rows; the files themselves lie in storage."""

from datetime import datetime

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.domain.model.ids import ResumeId
from roleferry.domain.model.profile.corrections import Corrections
from roleferry.domain.model.profile.resume import Resume
from roleferry.ports.resumes import ReadResume, ResumeFile, ResumeNotFound, ResumeRepository


class PostgresResumes(Repository, ResumeRepository):
    """Rows of resumes and resume_corrections."""

    async def next_version(self) -> int:
        await self._one("lock_user", self._user_id)
        row = await self._one("next_resume_version", self._user_id)
        return int(row["version"]) if row else 1

    async def add(self, file: ResumeFile) -> None:
        await self._execute(
            "add_resume",
            file.user_id,
            file.id,
            file.version,
            file.file_name,
            file.size,
            file.sha256,
            file.storage_key,
            file.task_id,
            file.created_at,
        )

    async def file(self, resume_id: ResumeId) -> ResumeFile:
        row = await self._one("find_resume_file", self._user_id, resume_id)
        if row is None:
            raise ResumeNotFound("there is no such résumé", resume_id=resume_id)
        return to(ResumeFile, row)

    async def save_read(self, resume_id: ResumeId, *, read: Resume, effective: Resume) -> None:
        await self._execute("save_resume_read", self._user_id, resume_id, plain(read), plain(effective))

    async def save_failure(self, resume_id: ResumeId, *, code: str, detail: str) -> None:
        await self._execute("save_resume_failure", self._user_id, resume_id, {"code": code, "detail": detail})

    async def latest(self) -> ReadResume | None:
        row = await self._one("latest_effective_resume", self._user_id)
        return to(ReadResume, row) if row else None

    async def latest_read(self) -> ReadResume | None:
        row = await self._one("latest_read_resume", self._user_id)
        return to(ReadResume, row) if row else None

    async def find(self, resume_id: ResumeId) -> ReadResume:
        row = await self._one("find_effective_resume", self._user_id, resume_id)
        if row is None:
            raise ResumeNotFound("there is no such résumé, or it could not be read", resume_id=resume_id)
        return to(ReadResume, row)

    async def corrections(self) -> Corrections:
        row = await self._one("find_resume_corrections", self._user_id)
        return to(Corrections, row["data"]) if row else Corrections()

    async def save_corrections(self, corrections: Corrections, *, at: datetime) -> None:
        await self._execute("save_resume_corrections", self._user_id, plain(corrections), at)
