"""Work through the inbox: put a label right, mark an answer as dealt with (SPEC 7)."""

from dataclasses import dataclass, replace
from datetime import datetime

from roleferry.domain.model.ids import ReplyId, UserId
from roleferry.domain.model.inbound.inbox import InboxReply
from roleferry.domain.model.inbound.reading import ReplyLabel
from roleferry.domain.model.sending.stop_rules import on_unsubscribe
from roleferry.domain.use_cases.inbound.apply_event import record_of
from roleferry.domain.use_cases.inbound.consequences import Consequences
from roleferry.domain.use_cases.inbound.take_reply import name_of_answer
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.events import OutreachFact
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleReply:
    """
    Change what a person may change of an answer.

    A corrected label is written to the log, so that figures follow it; what a person calls a person's answer stops
    the sequence like one, and an opt-out has an opt-out's consequences. Nothing that has stopped goes on again.
    """

    transactions: Transactions
    consequences: Consequences
    clock: Clock
    ids: Ids

    async def __call__(
        self, user_id: UserId, reply_id: ReplyId, *, label: ReplyLabel | None = None, handled: bool | None = None
    ) -> InboxReply:
        """
        Return the reply as it is now.

        Raises:
            ReplyNotFound: there is none.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            reply = await uow.replies.find(reply_id)
            if label is not None and label is not reply.label:
                before, reply = reply, reply.relabeled(label)
                await self._correct(uow, reply, was_human=before.label.human, now=now)
            if handled is not None:
                reply = replace(reply, handled=handled)
            await uow.replies.save(reply)
        return reply

    async def _correct(self, uow: UnitOfWork, reply: InboxReply, *, was_human: bool, now: datetime) -> None:
        await uow.audit.record("reply.relabeled", entity="reply", entity_id=reply.id, label=reply.label.value)
        outreach = await uow.outreach.find(reply.outreach_id)
        await uow.events.add([self._fact(reply, now=now)])
        record = await record_of(uow, outreach)
        if record is not None and record.replied_at != outreach.replied_at:
            outreach = replace(outreach, replied_at=record.replied_at)
            await uow.outreach.save(outreach)
        if reply.label.human and not was_human:
            decisions = await self.consequences.of_reply(uow, outreach, now=now)
            await self.consequences.carry_out(uow, decisions, at=now)
        if reply.label is ReplyLabel.UNSUBSCRIBE:
            enrollment = await uow.enrollments.find(reply.enrollment_id)
            await self.consequences.carry_out(uow, on_unsubscribe(enrollment), at=now)

    def _fact(self, reply: InboxReply, *, now: datetime) -> OutreachFact:
        new_id = self.ids.new()
        label = reply.label
        told = {"answer": name_of_answer(reply.message_id), "label": label.value, "positive": label.positive}
        return OutreachFact(
            id=new_id,
            user_id=reply.user_id,
            outreach_id=reply.outreach_id,
            type="relabeled",
            at=now,
            recorded_at=now,
            dedupe_key=f"relabeled:{new_id}",
            counted=label.human,
            facts=told,
        )
