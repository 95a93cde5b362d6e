"""Sequences: templates of a person's own, and the copy each campaign sends from."""

from abc import abstractmethod
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from roleferry.domain.model.errors import Conflict, NotFound
from roleferry.domain.model.ids import CampaignId, SequenceStepId, SequenceTemplateId
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.steps import SequenceStep, SequenceTemplate


class SequenceNotFound(NotFound):
    """There is no such sequence."""

    code = "sequence.not_found"


class StepNotFound(NotFound):
    """There is no such step."""

    code = "sequence.step_not_found"


class StepChanged(Conflict):
    """The step was changed by somebody else meanwhile; look at it again."""

    code = "sequence.step_changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptSequence:
    """A sequence, how long its mails are to be, and (a copy) whose campaign's it is."""

    template: SequenceTemplate
    length: Length
    campaign_id: CampaignId | None = None


class SequenceRepository(Protocol):
    """Rows of sequence_templates and their steps."""

    @abstractmethod
    async def add(self, sequence: KeptSequence, *, at: datetime) -> None:
        """Keep a sequence with its steps."""

    @abstractmethod
    async def find(self, template_id: SequenceTemplateId) -> KeptSequence:
        """
        Return it, locked until the transaction ends.

        Raises:
            SequenceNotFound: there is none.
        """

    @abstractmethod
    async def of_campaign(self, campaign_id: CampaignId) -> KeptSequence:
        """
        Return the copy a campaign sends from; the caller holds the campaign's lock.

        Raises:
            SequenceNotFound: there is none.
        """

    @abstractmethod
    async def of_step(self, step_id: SequenceStepId) -> KeptSequence:
        """
        Return the sequence a step belongs to, locked until the transaction ends.

        Raises:
            StepNotFound: there is no such step.
        """

    @abstractmethod
    async def rename(self, sequence: KeptSequence, *, at: datetime) -> None:
        """Write its name, tone and length."""

    @abstractmethod
    async def save_step(self, step: SequenceStep, *, at: datetime) -> None:
        """
        Write a step's next version.

        Raises:
            StepChanged: somebody else wrote one first.
        """

    @abstractmethod
    async def replace_steps(self, sequence: KeptSequence, *, at: datetime) -> None:
        """Put the sequence's steps in the place of those it had."""

    @abstractmethod
    async def remove(self, template_id: SequenceTemplateId) -> None:
        """Forget a sequence with its steps."""
