"""Résumés: the files a person gave, what was read from them, and the person's corrections."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.ids import ResumeId, TaskId, UserId
from roleferry.domain.model.profile.corrections import Corrections
from roleferry.domain.model.profile.document import Document
from roleferry.domain.model.profile.resume import Resume


class ResumeNotFound(NotFound):
    """There is no such résumé."""

    code = "resume.not_found"


@dataclass(frozen=True, slots=True, kw_only=True)
class ResumeFile:
    """One uploaded file, before or after it was read; versions count up from 1."""

    id: ResumeId
    user_id: UserId
    version: int
    file_name: str
    size: int
    sha256: str
    storage_key: str
    task_id: TaskId | None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResume:
    """What was read from one version, with the person's corrections in it."""

    id: ResumeId
    version: int
    resume: Resume


class ResumeReader(Protocol):
    """Turn a file into laid-out text."""

    @abstractmethod
    async def read(self, data: bytes, *, filename: str = "") -> Document:
        """
        Return the text with its layout.

        Raises:
            Unreadable: it cannot be read; says why and what to do.
        """


class ResumeRepository(Protocol):
    """Rows of resumes and of corrections."""

    @abstractmethod
    async def next_version(self) -> int:
        """Return the number the next upload gets; the user's uploads wait for each other."""

    @abstractmethod
    async def add(self, file: ResumeFile) -> None:
        """Write down an upload that is still to be read."""

    @abstractmethod
    async def file(self, resume_id: ResumeId) -> ResumeFile:
        """
        Return an upload.

        Raises:
            ResumeNotFound: there is none.
        """

    @abstractmethod
    async def save_read(self, resume_id: ResumeId, *, read: Resume, effective: Resume) -> None:
        """Keep what was read, and the same with the person's corrections in it; the version is ready."""

    @abstractmethod
    async def save_failure(self, resume_id: ResumeId, *, code: str, detail: str) -> None:
        """Keep why it could not be read and what to do."""

    @abstractmethod
    async def latest(self) -> ReadResume | None:
        """Return the newest version that could be read, corrections applied; None when there is none."""

    @abstractmethod
    async def find(self, resume_id: ResumeId) -> ReadResume:
        """
        Return one version, corrections applied.

        Raises:
            ResumeNotFound: there is none, or it could not be read.
        """

    @abstractmethod
    async def latest_read(self) -> ReadResume | None:
        """Return the newest readable version as it was read, without corrections."""

    @abstractmethod
    async def corrections(self) -> Corrections:
        """Return what the person has corrected."""

    @abstractmethod
    async def save_corrections(self, corrections: Corrections, *, at: datetime) -> None:
        """Replace the corrections."""
