"""Take a résumé in."""

import hashlib
from dataclasses import dataclass

from roleferry.domain.model.ids import ResumeId, TaskId, UserId
from roleferry.domain.model.profile.document import Unreadable, UnreadableReason
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.resumes import ResumeFile
from roleferry.ports.storage import Storage
from roleferry.ports.tasks import Task, TaskKind
from roleferry.ports.transactions import Transactions

LARGEST = 5_000_000
"""Bytes (SPEC 3.2)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UploadResume:
    """Store the file as a new version and have it read in the background."""

    transactions: Transactions
    storage: Storage
    clock: Clock
    ids: Ids

    async def __call__(self, user_id: UserId, *, file_name: str, data: bytes) -> TaskId:
        """
        Return the task that reads it.

        Raises:
            Unreadable: it is empty or larger than 5 MB.
        """
        if not data:
            raise Unreadable(UnreadableReason.EMPTY)
        if len(data) > LARGEST:
            raise Unreadable(UnreadableReason.TOO_BIG)
        resume_id, task_id = ResumeId(self.ids.new()), TaskId(self.ids.new())
        key = f"resumes/{user_id}/{resume_id}"
        await self.storage.put(key, data)
        async with self.transactions.begin(user_id) as uow:
            file = ResumeFile(
                id=resume_id,
                user_id=user_id,
                version=await uow.resumes.next_version(),
                file_name=file_name,
                size=len(data),
                sha256=hashlib.sha256(data).hexdigest(),
                storage_key=key,
                task_id=task_id,
                created_at=self.clock.now(),
            )
            await uow.resumes.add(file)
            payload = {"resume_id": str(resume_id)}
            kind = TaskKind.PARSE_RESUME
            await uow.tasks.add(
                Task(id=task_id, user_id=user_id, kind=kind, payload=payload, created_at=file.created_at)
            )
            await uow.audit.record("resume.uploaded", entity="resume", entity_id=resume_id, version=file.version)
        return task_id
