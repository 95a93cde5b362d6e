"""Sequences as rows."""

from datetime import datetime
from typing import Any
from uuid import UUID

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import plain, to
from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.ids import CampaignId, SequenceStepId, SequenceTemplateId
from roleferry.domain.model.writing.steps import SequenceStep, SequenceTemplate
from roleferry.ports.sequences import KeptSequence, SequenceNotFound, SequenceRepository, StepChanged, StepNotFound

_STEP = ("id", "kind", "day", "subject", "body", "same_thread", "enabled", "lint", "version")


class PostgresSequences(Repository, SequenceRepository):
    """Rows of sequence_templates and sequence_steps."""

    async def add(self, sequence: KeptSequence, *, at: datetime) -> None:
        template = sequence.template
        head = (template.name, template.tone.value, sequence.length.value)
        await self._execute("add_sequence", self._user_id, template.id, sequence.campaign_id, *head, at)
        await self._add_steps(template, at=at)

    async def find(self, template_id: SequenceTemplateId) -> KeptSequence:
        return await self._find("lock_sequence", template_id, SequenceNotFound("there is no such sequence"))

    async def of_campaign(self, campaign_id: CampaignId) -> KeptSequence:
        return await self._find(
            "find_campaign_sequence", campaign_id, SequenceNotFound("this campaign has no sequence")
        )

    async def of_step(self, step_id: SequenceStepId) -> KeptSequence:
        return await self._find("lock_sequence_of_step", step_id, StepNotFound("there is no such step"))

    async def rename(self, sequence: KeptSequence, *, at: datetime) -> None:
        template = sequence.template
        head = (template.name, template.tone.value, sequence.length.value)
        await self._execute("rename_sequence", self._user_id, template.id, *head, at)

    async def save_step(self, step: SequenceStep, *, at: datetime) -> None:
        words = (step.day, step.subject, step.body, step.same_thread, step.enabled, plain(step.lint))
        if not await self._execute("save_step", self._user_id, step.id, step.version - 1, *words, at):
            raise StepChanged("somebody changed the step meanwhile", step_id=step.id)

    async def replace_steps(self, sequence: KeptSequence, *, at: datetime) -> None:
        await self._execute("remove_steps", self._user_id, sequence.template.id)
        await self._add_steps(sequence.template, at=at)

    async def remove(self, template_id: SequenceTemplateId) -> None:
        await self._execute("remove_sequence", self._user_id, template_id)

    async def _add_steps(self, template: SequenceTemplate, *, at: datetime) -> None:
        steps = template.steps
        columns: list[list[Any]] = [
            [one.id for one in steps],
            list(range(1, len(steps) + 1)),
            [one.kind.value for one in steps],
            [one.day for one in steps],
            [one.subject for one in steps],
            [one.body for one in steps],
            [one.same_thread for one in steps],
            [one.enabled for one in steps],
            [plain(one.lint) for one in steps],
            [one.version for one in steps],
        ]
        await self._execute("add_steps", self._user_id, template.id, at, *columns)

    async def _find(self, statement: str, key: UUID, missing: NotFound) -> KeptSequence:
        row = await self._one(statement, self._user_id, key)
        if row is None:
            raise missing
        steps = [
            to(SequenceStep, {name: step[name] for name in _STEP})
            for step in await self._many("list_steps", self._user_id, row["id"])
        ]
        template = {name: row[name] for name in ("id", "name", "tone", "version")}
        return to(
            KeptSequence,
            {
                "template": {**template, "steps": plain(steps)},
                "length": row["length"],
                "campaign_id": row["campaign_id"],
            },
        )
