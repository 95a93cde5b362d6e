"""Change or remove a sequence template."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import SequenceTemplateId, UserId
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.use_cases.writing.sequences import GivenStep, SequenceMaking
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


class SequenceBelongs(Conflict):
    """This sequence is a campaign's own copy and stays with it."""

    code = "sequence.belongs_to_campaign"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditSequence:
    """Change a sequence as a whole; a campaign's copy changes in a draft only."""

    transactions: Transactions
    sequence_making: SequenceMaking
    clock: Clock

    async def __call__(
        self,
        user_id: UserId,
        template_id: SequenceTemplateId,
        *,
        name: str | None,
        tone: Tone | None,
        length: Length | None,
        steps: Sequence[GivenStep] | None,
    ) -> None:
        """
        Return when it is changed; None leaves what stands, `steps` are put in the place of all there were.

        Raises:
            SequenceNotFound: there is none.
            BadTemplate, BadRhythm: a step is wrong.
            NotADraft: it is the copy of a campaign that was launched.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            kept = await uow.sequences.find(template_id)
            if kept.campaign_id is not None:
                (await uow.campaigns.find(kept.campaign_id)).check_draft()
            template = replace(kept.template, name=name or kept.template.name, tone=tone or kept.template.tone)
            if steps is not None:
                made = self.sequence_making.own(steps, name=template.name, tone=template.tone, length=kept.length)
                template = replace(template, steps=made.template.steps)
            edited = replace(kept, template=template, length=length or kept.length)
            await uow.sequences.rename(edited, at=now)
            if steps is not None:
                await uow.sequences.replace_steps(edited, at=now)
            await uow.audit.record("sequence.edited", entity="sequence", entity_id=template_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemoveSequence:
    """Forget a template; campaigns keep the copies they have."""

    transactions: Transactions

    async def __call__(self, user_id: UserId, template_id: SequenceTemplateId) -> None:
        """
        Return when it is gone.

        Raises:
            SequenceNotFound: there is none.
            SequenceBelongs: it is a campaign's own copy.
        """
        async with self.transactions.begin(user_id) as uow:
            kept = await uow.sequences.find(template_id)
            if kept.campaign_id is not None:
                raise SequenceBelongs(
                    "this is a campaign's own sequence: remove the campaign", campaign_id=kept.campaign_id
                )
            await uow.sequences.remove(template_id)
            await uow.audit.record("sequence.removed", entity="sequence", entity_id=template_id)
