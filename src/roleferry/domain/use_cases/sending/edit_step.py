"""Change one step of a sequence, and with it what has not been sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from roleferry.domain.model.ids import ContactId, OutreachId, SequenceStepId, SequenceTemplateId, UserId
from roleferry.domain.model.sending.campaign import CampaignStatus
from roleferry.domain.model.sending.outreach import Outreach, OutreachHoldReason
from roleferry.domain.model.sending.threading import reply_subject
from roleferry.domain.model.writing.claims import Claim
from roleferry.domain.model.writing.mails import StepMail
from roleferry.domain.model.writing.steps import SequenceStep
from roleferry.domain.model.writing.templating import UnresolvedVariable
from roleferry.domain.use_cases.sending.writing_mails import Inputs, InputsChanged, WriteMails
from roleferry.domain.use_cases.writing.sequences import SequenceMaking, lint_in
from roleferry.ports.clock import Clock
from roleferry.ports.sequences import KeptSequence
from roleferry.ports.transactions import Transactions, UnitOfWork

_OVER = frozenset({CampaignStatus.STOPPED, CampaignStatus.COMPLETED})


@dataclass(frozen=True, slots=True, kw_only=True)
class StepChanges:
    """What a person changes of a step; None leaves what stands."""

    subject: str | None = None
    body: str | None = None
    day: int | None = None
    enabled: bool | None = None
    same_thread: bool | None = None

    @property
    def only_words(self) -> bool:
        """Say whether the shape of the sequence stays."""
        return self.day is None and self.enabled is None and self.same_thread is None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """The sequence as it would be; of a campaign that runs, whose mails are unsent and what they are made from."""

    edited: KeptSequence
    contacts: tuple[ContactId, ...] = ()
    inputs: Inputs | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditStep:
    """
    Read the step again and, once its campaign runs, write its unsent mails anew and hold them for approval (SPEC 3.8).

    Mails that their owner has edited keep the owner's words. Writing is long work, done between two transactions: the
    second one goes on only if the first one's view of things still holds.
    """

    transactions: Transactions
    write_mails: WriteMails
    sequence_making: SequenceMaking
    clock: Clock

    async def __call__(
        self, user_id: UserId, step_id: SequenceStepId, changes: StepChanges
    ) -> tuple[SequenceTemplateId, int]:
        """
        Return the sequence it belongs to, and how many mails wait for approval because of it.

        Raises:
            StepNotFound: there is no such step.
            BadTemplate, UnresolvedVariable, BadRhythm: the step would be wrong.
            NotADraft: days and switches of a campaign that was launched.
            InputsChanged: what the mails are written from changed while they were being written.
        """
        before = await self._look(user_id, step_id, changes)
        mails = await self.write_mails(before.inputs) if before.inputs else {}
        held = 0
        async with self.transactions.begin(user_id) as uow:
            if await self._seen(uow, step_id, changes, contacts=before.contacts) != before:
                raise InputsChanged("something that the mails are written from changed meanwhile: try again")
            await uow.sequences.save_step(_step(before.edited, step_id), at=self.clock.now())
            if before.inputs is not None:
                held = await self._write_anew(uow, before, step_id, mails)
            await uow.audit.record("sequence_step.edited", entity="sequence_step", entity_id=step_id, held=held)
        return before.edited.template.id, held

    async def _look(self, user_id: UserId, step_id: SequenceStepId, changes: StepChanges) -> _Seen:
        async with self.transactions.begin(user_id) as uow:
            return await self._seen(uow, step_id, changes, contacts=None)

    async def _seen(
        self,
        uow: UnitOfWork,
        step_id: SequenceStepId,
        changes: StepChanges,
        *,
        contacts: Sequence[ContactId] | None,
    ) -> _Seen:
        """Read what the edit rests on; `contacts` are those seen before, None for those with unsent mails."""
        kept = await uow.sequences.of_step(step_id)
        campaign = await uow.campaigns.find(kept.campaign_id) if kept.campaign_id else None
        if campaign is not None and (campaign.status in _OVER or not changes.only_words):
            campaign.check_draft()
        edited = self._edited(kept, step_id, changes)
        if campaign is None or campaign.status is CampaignStatus.DRAFT:
            return _Seen(edited=edited)
        if contacts is None:
            contacts = tuple(dict.fromkeys(one.contact_id for one in await self._concerned(uow, edited, step_id)))
        about = {one.contact_id: one.application_id for one in await uow.campaigns.targets(campaign.id)}
        recipients = await uow.recipients.of(contacts, [about.get(one) for one in contacts], campaign_id=campaign.id)
        inputs = await self.write_mails.inputs(uow, edited, recipients)
        return _Seen(edited=edited, contacts=tuple(contacts), inputs=inputs)

    def _edited(self, kept: KeptSequence, step_id: SequenceStepId, changes: StepChanges) -> KeptSequence:
        step = _step(kept, step_id)
        subject = step.subject if changes.subject is None else changes.subject
        body = step.body if changes.body is None else changes.body
        self.sequence_making.check([(subject, body)], path="{part}")
        edited = step.edited(
            lint=lint_in(kept.template, step),
            subject=subject,
            body=body,
            day=changes.day,
            enabled=changes.enabled,
            same_thread=changes.same_thread,
        )
        return replace(kept, template=kept.template.with_step(edited))

    async def _concerned(self, uow: UnitOfWork, kept: KeptSequence, step_id: SequenceStepId) -> list[Outreach]:
        """Return, locked, the unsent mails of the step, and those that carry a first mail's subject on."""
        if kept.campaign_id is None:
            return []
        number = _number(kept, step_id)
        unsent = await uow.outreach.rewritable(kept.campaign_id)
        return [one for one in unsent if one.step == number or (number == 1 and one.step > 1)]

    async def _write_anew(
        self,
        uow: UnitOfWork,
        seen: _Seen,
        step_id: SequenceStepId,
        mails: Mapping[ContactId, tuple[StepMail, ...]],
    ) -> int:
        concerned = await self._concerned(uow, seen.edited, step_id)
        if not {one.contact_id for one in concerned} <= set(seen.contacts):
            raise InputsChanged("a mail has become unsent meanwhile: try again")
        rewritten = _rewritten(concerned, mails, _number(seen.edited, step_id))
        await uow.outreach.rewrite([one for one, _ in rewritten], claims=[claims for _, claims in rewritten])
        return len(rewritten)


def _number(kept: KeptSequence, step_id: SequenceStepId) -> int:
    return next((at for at, one in enumerate(kept.template.mails, start=1) if one.id == step_id), 0)


def _step(kept: KeptSequence, step_id: SequenceStepId) -> SequenceStep:
    return next(one for one in kept.template.steps if one.id == step_id)


def _rewritten(
    unsent: Sequence[Outreach], mails: Mapping[ContactId, tuple[StepMail, ...]], number: int
) -> list[tuple[Outreach, Sequence[Claim] | None]]:
    """Return the mails whose words change, held; None for claims that stay as they are."""
    first_subjects: dict[ContactId, str] = {}
    changed: dict[OutreachId, tuple[Outreach, Sequence[Claim] | None]] = {}
    for one in unsent:
        mail = next((each for each in mails.get(one.contact_id, ()) if each.number == one.step), None)
        if mail is None:
            continue
        if one.step == number:
            if mail.unresolved:
                raise UnresolvedVariable(mail.unresolved[0])
            first_subjects[one.contact_id] = mail.subject
            subject = one.subject if mail.step.same_thread else mail.subject
            new, claims = replace(one, subject=subject, body=mail.body), mail.claims
        elif mail.step.same_thread and one.contact_id in first_subjects:
            new, claims = replace(one, subject=reply_subject(first_subjects[one.contact_id])), None
        else:
            continue
        if (new.subject, new.body) != (one.subject, one.body):
            changed[one.id] = (new.hold(OutreachHoldReason.UNAPPROVED), claims)
    return list(changed.values())
