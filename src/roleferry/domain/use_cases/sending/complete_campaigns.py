"""Let time do its work: holds run out, conversations nobody answered end, campaigns complete."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.ids import CampaignId, EnrollmentId, UserId
from roleferry.domain.model.sending.enrollment import EndReason, EnrollmentEvent
from roleferry.domain.model.sending.finishing import finishes_at
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.ports.campaigns import Conversation
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class CompleteCampaigns:
    """
    Look, as the system, for whatever time has settled; change each thing in a transaction of its owner's.

    Run twice, or by many workers, each change is made once: every row is looked at again under its lock.
    """

    transactions: Transactions
    planning: Planning
    clock: Clock

    async def __call__(self, *, limit: int) -> Counter[str]:
        """Return how many conversations were released and finished, and how many campaigns completed."""
        now = self.clock.now()
        async with self.transactions.begin(None) as uow:
            held = await uow.enrollments.holds_over(now=now, limit=limit)
            done = await uow.enrollments.with_nothing_to_send(now=now, limit=limit)
        released = [await self._release(user_id, enrollment_id, now=now) for user_id, enrollment_id in held]
        finished = [await self._finish(one, now=now) for one in done]
        async with self.transactions.begin(None) as uow:
            ended = await uow.campaigns.with_nobody_left(limit=limit)
        completed = [await self._complete(user_id, campaign_id, now=now) for user_id, campaign_id in ended]
        return Counter(released=sum(released), finished=sum(finished), completed=sum(completed))

    async def _release(self, user_id: UserId, enrollment_id: EnrollmentId, *, now: datetime) -> bool:
        async with self.transactions.begin(user_id) as uow:
            enrollment = await uow.enrollments.find(enrollment_id)
            released = enrollment.release_expired(now=now)
            if released == enrollment:
                return False
            await uow.enrollments.save(released)
            await self.planning.replan(uow, user_id=user_id, now=now, enrollment_ids=[enrollment_id])
        return True

    async def _finish(self, one: Conversation, *, now: datetime) -> bool:
        if one.last_sent_at is not None and finishes_at(one.last_sent_at, one.gap_days) > now:
            return False
        async with self.transactions.begin(one.user_id) as uow:
            enrollment = await uow.enrollments.find(one.enrollment_id)
            if not enrollment.state.is_live or await uow.outreach.has_open(one.enrollment_id):
                return False
            if one.last_sent_at is not None:
                ended = enrollment.end(EnrollmentEvent.FINISH, EndReason.NO_REPLY, at=now)
            else:
                why = EndReason.SUPPRESSED if one.suppressed else EndReason.USER
                ended = enrollment.end(EnrollmentEvent.STOP, why, at=now)
            await uow.enrollments.save(ended)
        return True

    async def _complete(self, user_id: UserId, campaign_id: CampaignId, *, now: datetime) -> bool:
        async with self.transactions.begin(user_id) as uow:
            campaign = await uow.campaigns.find(campaign_id)
            if await uow.enrollments.of_campaign(campaign_id, live_only=True) or not campaign.is_running:
                return False
            await uow.campaigns.save(campaign.complete(at=now))
            await uow.audit.record("campaign.completed", entity="campaign", entity_id=campaign_id)
        return True
