"""Make a sequence template."""

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.ids import SequenceTemplateId, UserId
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.use_cases.writing.sequences import GivenStep, SequenceMaking
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateSequence:
    """Keep a person's own steps or, when none are given, the standard sequence as templates to edit."""

    transactions: Transactions
    sequence_making: SequenceMaking
    clock: Clock

    async def __call__(
        self,
        user_id: UserId,
        *,
        name: str,
        tone: Tone,
        length: Length,
        level: RecipientLevel,
        steps: Sequence[GivenStep],
    ) -> SequenceTemplateId:
        """
        Return the template's id.

        Raises:
            BadTemplate: a step cannot be read; names each that is wrong.
            BadRhythm: the steps do not follow each other as they should.
        """
        making = self.sequence_making
        sequence = (
            making.own(steps, name=name, tone=tone, length=length)
            if steps
            else making.standard(name=name, tone=tone, length=length, level=level)
        )
        async with self.transactions.begin(user_id) as uow:
            await uow.sequences.add(sequence, at=self.clock.now())
            await uow.audit.record("sequence.created", entity="sequence", entity_id=sequence.template.id)
        return sequence.template.id
