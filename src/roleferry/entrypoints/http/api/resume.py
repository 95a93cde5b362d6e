"""`/resume`: what a person has done (SPEC 3.2)."""

from datetime import datetime
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

import msgspec
from litestar import Controller, Response, get, patch, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body, JSONBody
from msgspec import UNSET, Meta, UnsetType

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.profile.corrections import Corrections
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.use_cases.profile.correct_resume import CorrectResume
from roleferry.domain.use_cases.profile.upload_resume import UploadResume
from roleferry.entrypoints.http.api.tasks import ACCEPTED_EXAMPLE, Accepted, accepted
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page, to_view, view_of
from roleferry.entrypoints.settings import Settings
from roleferry.ports.resumes import ResumeNotFound
from roleferry.ports.storage import Storage
from roleferry.ports.transactions import Reads

Short = Annotated[str, Meta(min_length=1, max_length=300)]
Longer = Annotated[str, Meta(min_length=1, max_length=2000)]


class ResumeUpload(msgspec.Struct, frozen=True, kw_only=True):
    """A file of at most 5 MB: PDF, DOCX, RTF, HTML, Markdown or plain text, told by its content."""

    file: UploadFile


class PartialDateBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A year, perhaps with a month."""

    year: Annotated[int, Meta(ge=1900, le=2100)]
    month: Annotated[int, Meta(ge=1, le=12)] | None = None


class PositionBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A job as you state it."""

    title: Short | None = None
    company: Short | None = None
    location: Short | None = None
    start: PartialDateBody | None = None
    end: PartialDateBody | None = None
    current: bool = False
    bullets: Annotated[tuple[Longer, ...], Meta(max_length=50)] = ()


class EducationBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A course of study as you state it."""

    degree: Short | None = None
    field: Short | None = None
    institution: Short | None = None
    year: Annotated[int, Meta(ge=1900, le=2100)] | None = None


Many = Annotated[tuple[Short, ...], Meta(max_length=200)]


class ResumePatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what you want to correct; null takes a correction back."""

    name: Short | None | UnsetType = UNSET
    email: Short | None | UnsetType = UNSET
    phone: Short | None | UnsetType = UNSET
    location: Short | None | UnsetType = UNSET
    headline: Short | None | UnsetType = UNSET
    links: Many | None | UnsetType = UNSET
    skills: Many | None | UnsetType = UNSET
    certifications: Many | None | UnsetType = UNSET
    accomplishments: Annotated[tuple[Longer, ...], Meta(max_length=100)] | None | UnsetType = UNSET
    positions: Annotated[tuple[PositionBody, ...], Meta(max_length=60)] | None | UnsetType = UNSET
    education: Annotated[tuple[EducationBody, ...], Meta(max_length=30)] | None | UnsetType = UNSET


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """Why a file could not be read, and what to do."""

    code: str
    detail: str


class ResumeView(msgspec.Struct, frozen=True, kw_only=True):
    """The newest version; `resume` is null until it is read, `corrected` names the fields that are yours."""

    id: UUID
    version: int
    status: str
    file_name: str
    size: int
    failure: Failure | None
    resume: Resume | None
    position: str | None
    corrected: list[str]
    task_id: UUID | None
    created_at: datetime


class ResumeVersionView(msgspec.Struct, frozen=True, kw_only=True):
    """One upload."""

    id: UUID
    version: int
    status: str
    file_name: str
    size: int
    failure: Failure | None
    created_at: datetime


_BYTES = "application/octet-stream"
_SPAN = {"start": 0, "end": 10}
_VERSION: dict[str, Any] = {
    "id": "019ab7c2-6f7c-7b52-8d0f-4f2a39c8e1a7",
    "version": 1,
    "status": "ready",
    "file_name": "ada-sample.pdf",
    "size": 48213,
    "failure": None,
    "created_at": "2026-11-22T09:00:00Z",
}
_RESUME: dict[str, Any] = {
    **_VERSION,
    "resume": {
        "raw_text": "Ada Sample\nStaff Engineer, Harbour Systems, 2019 – Present",
        "name": {"value": "Ada Sample", "span": _SPAN},
        "positions": [
            {
                "title": "Staff Engineer",
                "company": "Harbour Systems",
                "start": {"year": 2019},
                "current": True,
                "span": {"start": 11, "end": 57},
            }
        ],
        "missing": ["education"],
    },
    "position": "Staff Engineer",
    "corrected": [],
    "task_id": None,
}


class ResumeController(Controller):
    """What a person has done."""

    path = "/resume"
    tags = ("Résumé",)

    @post(
        "/upload",
        operation_id="UploadResume",
        summary="Upload your résumé.",
        status_code=202,
        opt=example(answer=ACCEPTED_EXAMPLE),
    )
    async def upload(
        self,
        data: Annotated[ResumeUpload, Body(media_type=RequestEncodingType.MULTI_PART)],
        user_id: Injected[UserId],
        upload_resume: Injected[UploadResume],
        settings: Injected[Settings],
    ) -> Response[Accepted]:
        """Store the file as a new version and read it in the background; the task says how that went."""
        name = (data.file.filename or "resume")[:200]
        task_id = await upload_resume(user_id, file_name=name, data=await data.file.read())
        return accepted(task_id, settings)

    @get(operation_id="GetResume", summary="What was read of your résumé.", opt=example(answer=_RESUME))
    async def get_resume(self, user_id: Injected[UserId], reads: Injected[Reads]) -> ResumeView:
        """Return the newest version: every item with its span in `raw_text`, and the sections that were not found."""
        row = await reads.one(user_id, "show_resume", user_id)
        if row is None:
            raise ResumeNotFound("upload a résumé first")
        return _view(row)

    @patch(
        operation_id="CorrectResume",
        summary="Correct what was read.",
        opt=example(request={"name": "Ada Sample", "skills": ["Python", "PostgreSQL"]}, answer=_RESUME),
    )
    async def correct(
        self,
        data: JSONBody[ResumePatch],
        user_id: Injected[UserId],
        correct_resume: Injected[CorrectResume],
        reads: Injected[Reads],
    ) -> ResumeView:
        """Correct fields; corrections win over what is read, in this version and in later ones."""
        given = {name: value for name in data.__struct_fields__ if (value := getattr(data, name)) is not UNSET}
        corrections = msgspec.convert(
            msgspec.to_builtins({name: value for name, value in given.items() if value is not None}), Corrections
        )
        withdrawn = frozenset(name for name, value in given.items() if value is None)
        await correct_resume(user_id, corrections, withdrawn=withdrawn)
        return _view(await reads.one(user_id, "show_resume", user_id))

    @get(
        "/file",
        operation_id="GetResumeFile",
        summary="The file as you uploaded it.",
        media_type="application/octet-stream",
    )
    async def file(
        self, user_id: Injected[UserId], reads: Injected[Reads], storage: Injected[Storage]
    ) -> Response[bytes]:
        """Return the newest version's file, always as a download."""
        row = await reads.one(user_id, "show_resume_file", user_id)
        if row is None:
            raise ResumeNotFound("upload a résumé first")
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(row['file_name'])}",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(await storage.get(row["storage_key"]), media_type=_BYTES, headers=headers)

    @get(
        "/versions",
        operation_id="ListResumeVersions",
        summary="Every version you uploaded.",
        opt=example(answer={"items": [_VERSION], "next_cursor": None}),
    )
    async def versions(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[ResumeVersionView]:
        """Return your uploads, newest first."""
        (before,) = decode(cursor, int)
        rows = await reads.many(user_id, "show_resume_versions", user_id, before, limit + 1)
        return page(rows, limit, view_of(ResumeVersionView), ("version",))


def _view(row: Any) -> ResumeView:
    resume = msgspec.convert(row["effective"], Resume) if row["effective"] else None
    corrected = sorted(name for name, value in (row["corrections"] or {}).items() if value is not None)
    position = resume.position if resume else None
    return to_view(ResumeView, {**row, "resume": resume, "position": position, "corrected": corrected})
