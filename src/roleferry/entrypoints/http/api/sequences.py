"""`/sequence-templates` and `/sequence-steps`: what mails are made of (SPEC 3.7)."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

import msgspec
from litestar import Controller, delete, get, patch, post
from litestar.params import FromPath, JSONBody
from msgspec import Meta

from roleferry.domain.model.ids import SequenceStepId, SequenceTemplateId, UserId
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.steps import StepKind
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.use_cases.sending.edit_step import EditStep, StepChanges
from roleferry.domain.use_cases.writing.create_sequence import CreateSequence
from roleferry.domain.use_cases.writing.edit_sequence import EditSequence, RemoveSequence
from roleferry.domain.use_cases.writing.sequences import GivenStep
from roleferry.entrypoints.http.api.sequence_views import SEQUENCE, STEP, SequenceView, StepView
from roleferry.entrypoints.http.api.writing_views import BodyText, Name, SubjectText
from roleferry.entrypoints.http.injected import Injected
from roleferry.entrypoints.http.operation import example
from roleferry.entrypoints.http.paging import DEFAULT_LIMIT, CursorText, Limit, Page, decode, page
from roleferry.ports.sequences import SequenceNotFound
from roleferry.ports.transactions import Reads

Day = Annotated[int, Meta(ge=0, le=100, description="Days from the first mail; 1 to 10 after the one before.")]


class StepBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One mail as Liquid sources."""

    kind: StepKind
    day: Day
    subject: SubjectText
    body: BodyText
    same_thread: bool | None = None
    enabled: bool = True


Steps = Annotated[list[StepBody], Meta(max_length=10)]


class SequenceBody(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Without `steps`, the standard sequence of the tone, for readers of the level."""

    name: Name
    tone: Tone = Tone.WARM
    length: Length = Length.MEDIUM
    level: RecipientLevel = RecipientLevel.LINE_MANAGER
    steps: Steps = []


class SequencePatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what you want to change; `steps` replace all there were."""

    name: Name | None = None
    tone: Tone | None = None
    length: Length | None = None
    steps: Annotated[list[StepBody], Meta(min_length=1, max_length=10)] | None = None


class StepPatch(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Only what you want to change."""

    subject: SubjectText | None = None
    body: BodyText | None = None
    day: Day | None = None
    enabled: bool | None = None
    same_thread: bool | None = None


class EditedStep(msgspec.Struct, frozen=True, kw_only=True):
    """The step with its counts and lint; `held` mails were written anew and wait for your approval."""

    step: StepView
    held: int


_REQUEST: dict[str, Any] = {
    "name": "Standard",
    "tone": "warm",
    "steps": [{name: STEP[name] for name in ("kind", "day", "subject", "body")}],
}


class SequenceController(Controller):
    """Sequences to begin campaigns with."""

    path = "/sequence-templates"
    tags = ("Sequences",)

    @get(
        operation_id="ListSequenceTemplates",
        summary="Your sequence templates, newest first.",
        opt=example(answer={"items": [SEQUENCE], "next_cursor": None}),
    )
    async def list_templates(
        self,
        user_id: Injected[UserId],
        reads: Injected[Reads],
        limit: Limit = DEFAULT_LIMIT,
        cursor: CursorText = None,
    ) -> Page[SequenceView]:
        """Return templates; campaigns' own copies are not among them."""
        at, last = decode(cursor, datetime, UUID)
        rows = await reads.many(user_id, "show_sequences", user_id, at, last, limit + 1)
        return page(rows, limit, SequenceView.of, ("created_at", "id"))

    @post(
        operation_id="CreateSequenceTemplate",
        summary="Make a sequence template.",
        opt=example(request=_REQUEST, answer=SEQUENCE),
    )
    async def create(
        self,
        data: JSONBody[SequenceBody],
        user_id: Injected[UserId],
        create_sequence: Injected[CreateSequence],
        reads: Injected[Reads],
    ) -> SequenceView:
        """Keep your steps; without any, the four standard ones, as sources you can edit."""
        template_id = await create_sequence(
            user_id,
            name=data.name,
            tone=data.tone,
            length=data.length,
            level=data.level,
            steps=_steps(data.steps),
        )
        return await _shown(reads, user_id, template_id)

    @get(
        "/{template_id:uuid}",
        operation_id="GetSequenceTemplate",
        summary="One sequence.",
        opt=example(answer=SEQUENCE),
    )
    async def get_template(
        self, template_id: FromPath[UUID], user_id: Injected[UserId], reads: Injected[Reads]
    ) -> SequenceView:
        """Return its steps with counts and lint."""
        return await _shown(reads, user_id, template_id)

    @patch(
        "/{template_id:uuid}",
        operation_id="EditSequenceTemplate",
        summary="Change a sequence as a whole.",
        opt=example(request={"name": "Shorter"}, answer=SEQUENCE),
    )
    async def edit(
        self,
        template_id: FromPath[UUID],
        data: JSONBody[SequencePatch],
        user_id: Injected[UserId],
        edit_sequence: Injected[EditSequence],
        reads: Injected[Reads],
    ) -> SequenceView:
        """Change name, tone, length or all the steps; campaigns keep the copies they have."""
        await edit_sequence(
            user_id,
            SequenceTemplateId(template_id),
            name=data.name,
            tone=data.tone,
            length=data.length,
            steps=None if data.steps is None else _steps(data.steps),
        )
        return await _shown(reads, user_id, template_id)

    @delete("/{template_id:uuid}", operation_id="RemoveSequenceTemplate", summary="Forget a sequence template.")
    async def remove(
        self, template_id: FromPath[UUID], user_id: Injected[UserId], remove_sequence: Injected[RemoveSequence]
    ) -> None:
        """Campaigns keep the copies they have."""
        await remove_sequence(user_id, SequenceTemplateId(template_id))


class SequenceStepController(Controller):
    """Single steps of any sequence."""

    path = "/sequence-steps"
    tags = ("Sequences",)

    @patch(
        "/{step_id:uuid}",
        operation_id="EditSequenceStep",
        summary="Change one step.",
        opt=example(request={"body": STEP["body"]}, answer={"step": STEP, "held": 0}),
    )
    async def edit(
        self,
        step_id: FromPath[UUID],
        data: JSONBody[StepPatch],
        user_id: Injected[UserId],
        edit_step: Injected[EditStep],
        reads: Injected[Reads],
    ) -> EditedStep:
        """Read its words again; once the campaign runs, its unsent mails are written anew and wait for approval."""
        changes = StepChanges(**{name: getattr(data, name) for name in data.__struct_fields__})
        template_id, held = await edit_step(user_id, SequenceStepId(step_id), changes)
        sequence = await _shown(reads, user_id, template_id)
        return EditedStep(step=next(one for one in sequence.steps if one.id == step_id), held=held)


async def _shown(reads: Reads, user_id: UserId, template_id: UUID) -> SequenceView:
    row = await reads.one(user_id, "show_sequence", user_id, template_id)
    if row is None or row["id"] != template_id:
        raise SequenceNotFound("there is no such sequence", template_id=template_id)
    return SequenceView.of(row)


def _steps(given: list[StepBody]) -> list[GivenStep]:
    return [
        GivenStep(
            kind=one.kind,
            day=one.day,
            subject=one.subject,
            body=one.body,
            same_thread=place > 0 if one.same_thread is None else one.same_thread,
            enabled=one.enabled,
        )
        for place, one in enumerate(given)
    ]
