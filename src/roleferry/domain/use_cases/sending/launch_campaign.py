"""Start a campaign."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Self

from roleferry.domain.model.ids import CampaignId, ContactId, EnrollmentId, OutreachId, UserId
from roleferry.domain.model.sending.address import parse_address
from roleferry.domain.model.sending.blockers import check_launch
from roleferry.domain.model.sending.campaign import Campaign
from roleferry.domain.model.sending.digest import check_approved, digest_over, fingerprint
from roleferry.domain.model.sending.enrollment import Enrollment
from roleferry.domain.model.sending.mailbox import Mailbox
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.threading import message_id_for
from roleferry.domain.model.sending.tokens import send_key
from roleferry.domain.use_cases.sending.drafting import CampaignDraft, DraftCampaign, Letter, to_approve
from roleferry.domain.use_cases.sending.writing_ahead import WriteAhead
from roleferry.domain.use_cases.sending.writing_mails import InputsChanged, Written
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.outreach import NewOutreach
from roleferry.ports.transactions import Transactions, UnitOfWork

_BATCH = 250
"""People whose mails are written at once: a thousand mails, some megabytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LaunchCampaign:
    """Make one enrollment a target and one mail an enabled step, written and planned, in one transaction (SPEC 3.8)."""

    transactions: Transactions
    write_ahead: WriteAhead
    draft_campaign: DraftCampaign
    clock: Clock
    ids: Ids

    async def __call__(self, user_id: UserId, campaign_id: CampaignId, *, digest: str) -> int:
        """
        Return how many mails are planned.

        Raises:
            CampaignNotFound: there is none.
            NotADraft, IllegalTransition: it has been launched already.
            InputsChanged: somebody changed it meanwhile; asking again helps.
            LaunchBlocked: something must be put right first; lists everything.
            ApprovalChanged: it is not what its owner has seen; says what changed.
        """
        kept = self.write_ahead.recently_written.take(user_id, campaign_id)
        if kept is not None:
            try:
                return await self._launch(user_id, campaign_id, kept, digest=digest)
            except InputsChanged:
                pass  # since the preview: written anew, so that the owner is told what changed
        written = await self.write_ahead(user_id, campaign_id, to_launch=True)
        return await self._launch(user_id, campaign_id, written, digest=digest)

    async def _launch(self, user_id: UserId, campaign_id: CampaignId, written: Written, *, digest: str) -> int:
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            campaign.check_draft()
            launched = campaign.launch(at=now, digest=digest)
            draft = await self.draft_campaign(uow, campaign, written, now=now)
            check_launch(draft.blockers)
            await uow.campaigns.save(launched)
            digests = await self._enroll(uow, launched, draft, at=now)
            if digest != digest_over(digests):
                approved = await uow.campaigns.preview(campaign_id, digest)
                check_approved(digest, approved=approved, current=draft.approval)
            await uow.audit.record("campaign.launched", entity="campaign", entity_id=campaign_id, mails=len(digests))
        return len(digests)

    async def _enroll(
        self, uow: UnitOfWork, campaign: Campaign, draft: CampaignDraft, *, at: datetime
    ) -> Mapping[tuple[ContactId, int], str]:
        """Write enrollments, then mails, batch by batch; the next is made while the database writes the last."""
        digests: dict[tuple[ContactId, int], str] = {}
        ids: dict[ContactId, EnrollmentId] = {}
        async with _OneAhead() as writing:
            for letters in _batches(draft.letters):
                enrollments = [self._enrollment(campaign, one, at=at) for one in letters]
                ids |= {one.contact_id: one.id for one in enrollments}
                await writing.go_on(partial(self._write_enrollments, uow, letters, enrollments))
            for letters in _batches(draft.letters):
                mails = [mail for one in letters for mail in self._mails(campaign, one, ids[one.recipient.contact_id])]
                digests |= {
                    (one.outreach.contact_id, one.outreach.step): one.outreach.approved_digest or "" for one in mails
                }
                await writing.go_on(partial(uow.outreach.add_all, mails, at=at))
        return digests

    async def _write_enrollments(
        self, uow: UnitOfWork, letters: Sequence[Letter], enrollments: Sequence[Enrollment]
    ) -> None:
        await uow.enrollments.add_all(
            enrollments,
            application_ids=[letter.recipient.application_id for letter in letters],
            tokens=[self.ids.token() for _ in letters],
        )

    def _enrollment(self, campaign: Campaign, letter: Letter, *, at: datetime) -> Enrollment:
        return Enrollment(
            id=EnrollmentId(self.ids.new()),
            user_id=campaign.user_id,
            campaign_id=campaign.id,
            contact_id=letter.recipient.contact_id,
            company_id=letter.recipient.company_id,
            mailbox_id=_mailbox(letter).id,
            started_at=at,
        )

    def _mails(self, campaign: Campaign, letter: Letter, enrollment_id: EnrollmentId) -> list[NewOutreach]:
        recipient, mailbox = letter.recipient, _mailbox(letter)
        domain = parse_address(mailbox.address).domain
        mails = []
        for mail, planned in zip(letter.mails, letter.planned, strict=True):
            key = send_key(campaign.id, recipient.contact_id, mail.number)
            outreach = Outreach(
                id=OutreachId(self.ids.new()),
                user_id=campaign.user_id,
                campaign_id=campaign.id,
                enrollment_id=enrollment_id,
                contact_id=recipient.contact_id,
                mailbox_id=mailbox.id,
                step_id=mail.step.id,
                step=mail.number,
                send_key=key,
                message_id=message_id_for(key, sender_domain=domain),
                to_address=letter.address,
                to_name=recipient.name,
                subject=mail.subject,
                body=mail.body,
                time_zone=recipient.time_zone or "",
                due_at=planned.due_at,
                plan_reason=planned.reason,
                approved_digest=fingerprint(to_approve(campaign, letter, mail)).digest,
            )
            mails.append(
                NewOutreach(
                    outreach=outreach,
                    step_kind=mail.step.kind.value,
                    gap_days=mail.gap_days,
                    day=mail.step.day - letter.mails[0].step.day,
                    same_thread=mail.step.same_thread,
                    company_id=recipient.company_id,
                    application_id=recipient.application_id,
                    country=letter.country,
                    claims=mail.claims,
                )
            )
        return mails


class _OneAhead:
    """One write under way at most; nothing uses the connection any more when it is left."""

    __slots__ = ("_under_way",)

    async def __aenter__(self) -> Self:
        self._under_way: asyncio.Task[None] | None = None
        return self

    async def go_on(self, write: Callable[[], Coroutine[None, None, None]]) -> None:
        """Begin this write as soon as the last is done, and let it out before more is made."""
        if self._under_way is not None:
            await self._under_way
        self._under_way = asyncio.create_task(write())
        await asyncio.sleep(0)

    async def __aexit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._under_way is None:
            return
        await asyncio.wait([self._under_way])
        if kind is None:
            self._under_way.result()
        elif not self._under_way.cancelled():
            self._under_way.exception()  # looked at: what ended us is told instead


def _batches(letters: Sequence[Letter]) -> Iterator[Sequence[Letter]]:
    for start in range(0, len(letters), _BATCH):
        yield letters[start : start + _BATCH]


def _mailbox(letter: Letter) -> Mailbox:
    assert letter.mailbox is not None  # what has no mailbox is blocked
    return letter.mailbox
