"""Begin a campaign."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.ids import CampaignId, SequenceTemplateId, UserId
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.domain.model.sending.campaign import Campaign, CampaignSettings
from roleferry.domain.model.writing.campaign_name import campaign_name
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.use_cases.sending.choosing import SettingsGiven, TargetGiven, check_mailboxes, targets_of
from roleferry.domain.use_cases.writing.sequences import SequenceMaking
from roleferry.ports.campaigns import CampaignTarget
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.sequences import KeptSequence
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class CreateCampaign:
    """Make a draft with a sequence of its own, so that later edits of a template change no campaign."""

    transactions: Transactions
    sequence_making: SequenceMaking
    clock: Clock
    ids: Ids

    async def __call__(
        self,
        user_id: UserId,
        *,
        name: str | None,
        template_id: SequenceTemplateId | None,
        tone: Tone | None,
        length: Length | None,
        settings: SettingsGiven,
        targets: Sequence[TargetGiven],
    ) -> CampaignId:
        """
        Return the draft's id; without a name it is named after what it is.

        Raises:
            CampaignNameTaken: another campaign has this name.
            SequenceNotFound: there is no such template.
            ContactNotFound, ApplicationNotFound, MailboxNotFound: something named does not exist.
        """
        now, campaign_id = self.clock.now(), CampaignId(self.ids.new())
        async with self.transactions.begin(user_id) as uow:
            template = await uow.sequences.find(template_id) if template_id else None
            chosen = settings.over(CampaignSettings())
            await check_mailboxes(uow, chosen.mailbox_ids)
            people = await targets_of(uow, targets)
            voice = tone or (template.template.tone if template else Tone.WARM)
            size = length or (template.length if template else Length.MEDIUM)
            named = name or await _named(uow, people, tone=voice, now=now)
            campaign = Campaign(id=campaign_id, user_id=user_id, name=named, settings=chosen)
            await uow.campaigns.add(campaign, tone=voice.value, at=now)
            await uow.sequences.add(self._sequence(template, campaign, voice, size), at=now)
            await uow.campaigns.add_targets(campaign_id, people, at=now)
            await uow.audit.record("campaign.created", entity="campaign", entity_id=campaign_id, targets=len(people))
        return campaign_id

    def _sequence(self, template: KeptSequence | None, campaign: Campaign, tone: Tone, length: Length) -> KeptSequence:
        name = campaign.name
        if template is None:
            return self.sequence_making.per_contact(name=name, tone=tone, length=length, campaign_id=campaign.id)
        return self.sequence_making.copy(template, name=name, tone=tone, length=length, campaign_id=campaign.id)


async def _named(uow: UnitOfWork, people: Sequence[CampaignTarget], *, tone: Tone, now: datetime) -> str:
    preferences = await uow.preferences.find() or Preferences()
    first = await uow.recipients.of([one.contact_id for one in people[:1]], [one.application_id for one in people[:1]])
    jobs = [one.job_id for one in first if one.job_id is not None]
    titles = [posting.title for posting in (await uow.recipients.postings(jobs)).values() if posting.title]
    employers = {one.company.name for one in first if one.company.name}
    role = next(iter((*titles, *preferences.titles, *preferences.role_categories)), "open roles")
    segment = next(iter((*employers, *preferences.industries, *preferences.locations)), "")
    return campaign_name(
        now.date(), role_focus=role, segment=segment, tone=tone.value, existing=await uow.campaigns.names()
    )
