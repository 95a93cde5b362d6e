"""The words of a campaign's mails: gathered in a transaction, written in none."""

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roleferry.domain.model.errors import Conflict
from roleferry.domain.model.ids import ApplicationId, CompanyId, ContactId
from roleferry.domain.model.sending.campaign import Campaign
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.model.writing.mails import MailWriter, StepMail, Voice
from roleferry.domain.model.writing.offer import Offer
from roleferry.domain.use_cases.writing.contexts import UNKNOWN_LEVEL, Materials, WritingContexts
from roleferry.ports.recipients import Recipient
from roleferry.ports.sequences import KeptSequence
from roleferry.ports.templates import TemplateEngine
from roleferry.ports.transactions import UnitOfWork

_CHUNK = 20
"""Contacts written to between two looks at whatever else the process has to do."""


class InputsChanged(Conflict):
    """What the mails are written from changed while they were being written."""

    code = "campaign.changing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything mails are made from: equal inputs make equal mails."""

    sequence: KeptSequence
    recipients: tuple[Recipient, ...]
    materials: Materials
    offers: Mapping[tuple[ContactId, ApplicationId], Offer]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """Mails, and what they were written from."""

    inputs: Inputs
    mails: Mapping[ContactId, tuple[StepMail, ...]]


class _Writing:
    """Writes to one recipient after another, remembering what their colleagues were told."""

    __slots__ = ("_inputs", "_taken", "_writer")

    def __init__(self, writer: MailWriter, inputs: Inputs) -> None:
        self._writer = writer
        self._inputs = inputs
        self._taken: dict[CompanyId, list[str]] = defaultdict(list)

    def mails(self, recipients: Sequence[Recipient]) -> dict[ContactId, tuple[StepMail, ...]]:
        """Return the mails to these."""
        return {one.contact_id: self._to(one) for one in recipients}

    def _to(self, recipient: Recipient) -> tuple[StepMail, ...]:
        sequence, about = self._inputs.sequence, recipient.application_id
        voice = Voice(
            tone=sequence.template.tone,
            length=sequence.length,
            level=recipient.contact.level or UNKNOWN_LEVEL,
            variant_key=str(recipient.contact_id),
        )
        unlike = self._taken[recipient.company_id] if recipient.company_id else []
        mails = self._writer.mails(
            self._inputs.materials.context(recipient),
            voice,
            offer=self._inputs.offers.get((recipient.contact_id, about)) if about else None,
            unlike=unlike,
        )
        unlike.extend(mail.body for mail in mails if mail.body)
        return mails


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteMails:
    """Equal inputs give equal mails; writing is long work, best done in no transaction."""

    contexts: WritingContexts
    templating: TemplateEngine
    vocabulary: Vocabulary

    async def __call__(self, inputs: Inputs) -> Mapping[ContactId, tuple[StepMail, ...]]:
        """Return the mails to each, colleagues' in words of their own."""
        writer = MailWriter(
            steps=inputs.sequence.template.mails, engine=self.templating, find_skills=self.vocabulary.find_skills
        )
        work = _Writing(writer, inputs)
        done: dict[ContactId, tuple[StepMail, ...]] = {}
        for start in range(0, len(inputs.recipients), _CHUNK):
            done |= await asyncio.to_thread(work.mails, inputs.recipients[start : start + _CHUNK])
        return done

    async def gather(self, uow: UnitOfWork, campaign: Campaign) -> Inputs:
        """
        Return everything the campaign's mails are made from.

        Raises:
            ResumeNotFound: there is no résumé that could be read.
        """
        targets = await uow.campaigns.targets(campaign.id)
        recipients = await uow.recipients.of(
            [one.contact_id for one in targets], [one.application_id for one in targets], campaign_id=campaign.id
        )
        return await self.inputs(uow, await uow.sequences.of_campaign(campaign.id), recipients)

    async def inputs(self, uow: UnitOfWork, sequence: KeptSequence, recipients: Sequence[Recipient]) -> Inputs:
        """
        Return everything mails of a sequence to these people are made from.

        Raises:
            ResumeNotFound: there is no résumé that could be read.
        """
        contacts, about = [one.contact_id for one in recipients], [one.application_id for one in recipients]
        return Inputs(
            sequence=sequence,
            recipients=tuple(recipients),
            materials=await self.contexts.materials(uow, recipients),
            offers=await uow.offers.latest(contacts, about),
        )
