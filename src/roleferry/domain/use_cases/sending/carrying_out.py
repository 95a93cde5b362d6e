"""Carry out what the stop rules decide: end, hold, release, suppress, pause, tell the owner (SPEC 3.9)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.ids import EnrollmentId, SuppressionId, UserId
from roleferry.domain.model.sending.decisions import (
    AskOwner,
    Decision,
    EndEnrollment,
    HoldEnrollment,
    PauseMailbox,
    ReleaseEnrollment,
    Resend,
    SuppressContact,
)
from roleferry.domain.model.sending.enrollment import EnrollmentHold
from roleferry.domain.model.sending.suppression import (
    Suppression,
    SuppressionKind,
    SuppressionScope,
    suppression_keys,
)
from roleferry.domain.use_cases.sending.pausing import pause_mailbox
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.ports.clock import Ids
from roleferry.ports.transactions import UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryOut:
    """Apply decisions within the caller's transaction, which is the owner's; each is safe to apply twice."""

    planning: Planning
    ids: Ids
    suppression_key: bytes

    async def __call__(self, uow: UnitOfWork, decisions: Iterable[Decision], *, at: datetime) -> None:
        """Return when all are carried out."""
        for decision in decisions:
            match decision:
                case EndEnrollment():
                    await self._end(uow, decision, at=at)
                case HoldEnrollment():
                    await self._hold(uow, decision, at=at)
                case ReleaseEnrollment():
                    await self._release(uow, decision, at=at)
                case SuppressContact():
                    await self._suppress(uow, decision, at=at)
                case PauseMailbox():
                    await pause_mailbox(uow, decision.mailbox_id, decision.why)
                case Resend():
                    outreach = await uow.outreach.find(decision.outreach_id)
                    await uow.outreach.save(outreach.resend(due_at=decision.at))
                case AskOwner():
                    await self._ask(uow, decision)

    async def _ask(self, uow: UnitOfWork, decision: AskOwner) -> None:
        asked = await uow.enrollments.find(decision.enrollment_id)
        await uow.notices.add(
            "contact.asks",
            decision.question,
            level="action",
            dedupe_key=f"{decision.enrollment_id}:{decision.question}"[:300],
            contact_id=asked.contact_id,
            campaign_id=asked.campaign_id,
        )

    async def _end(self, uow: UnitOfWork, decision: EndEnrollment, *, at: datetime) -> None:
        enrollment = await uow.enrollments.find(decision.enrollment_id)
        ended = enrollment.end(decision.event, decision.reason, at=at)
        if ended is not enrollment:
            await uow.enrollments.save(ended)
        await self._cancel(uow, decision.enrollment_id, decision.reason.value.replace("_", " "))

    async def _cancel(self, uow: UnitOfWork, enrollment_id: EnrollmentId, why: str) -> None:
        unsent = await uow.outreach.open_of(enrollment_ids=[enrollment_id])
        await uow.outreach.save_all([one.cancel(f"this contact's sequence has ended: {why}") for one in unsent])

    async def _hold(self, uow: UnitOfWork, decision: HoldEnrollment, *, at: datetime) -> None:
        enrollment = await uow.enrollments.find(decision.enrollment_id)
        if enrollment.state.is_live:
            hold = EnrollmentHold(reason=decision.reason, until=decision.until, at=at)
            await uow.enrollments.save(enrollment.hold(hold))

    async def _release(self, uow: UnitOfWork, decision: ReleaseEnrollment, *, at: datetime) -> None:
        enrollment = await uow.enrollments.find(decision.enrollment_id)
        if not any(hold.reason is decision.reason for hold in enrollment.holds):
            return
        await uow.enrollments.save(enrollment.release(decision.reason))
        await self.planning.replan(uow, user_id=enrollment.user_id, now=at, enrollment_ids=[enrollment.id])

    async def _suppress(self, uow: UnitOfWork, decision: SuppressContact, *, at: datetime) -> None:
        address = await uow.outreach.address_of(decision.contact_id)
        if address is None or uow.user_id is None:
            return
        entries = [self._entry(address, decision, SuppressionScope.USER, user_id=uow.user_id, at=at)]
        if decision.scope is SuppressionScope.GLOBAL:
            entries.append(self._entry(address, decision, SuppressionScope.GLOBAL, user_id=None, at=at))
        await uow.suppressions.add(entries)

    def _entry(
        self,
        address: str,
        decision: SuppressContact,
        scope: SuppressionScope,
        *,
        user_id: UserId | None,
        at: datetime,
    ) -> Suppression:
        return Suppression(
            id=SuppressionId(self.ids.new()),
            kind=SuppressionKind.ADDRESS,
            scope=scope,
            hashed=suppression_keys(address, key=self.suppression_key).address,
            reason=decision.reason,
            at=at,
            user_id=user_id,
            shown=address if user_id else None,
            source=decision.reason.value,
        )
