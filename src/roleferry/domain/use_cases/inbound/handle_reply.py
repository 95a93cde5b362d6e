"""Work through the inbox: put a label right, mark an answer as dealt with (SPEC 7)."""

from dataclasses import dataclass, replace

from roleferry.domain.model.ids import ReplyId, UserId
from roleferry.domain.model.inbound.inbox import InboxReply
from roleferry.domain.model.inbound.reading import ReplyLabel
from roleferry.domain.model.sending.stop_rules import on_unsubscribe
from roleferry.domain.use_cases.sending.carrying_out import CarryOut
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class HandleReply:
    """Change what a person may change of an answer; calling it an opt-out has an opt-out's consequences."""

    transactions: Transactions
    carry_out: CarryOut
    clock: Clock

    async def __call__(
        self, user_id: UserId, reply_id: ReplyId, *, label: ReplyLabel | None = None, handled: bool | None = None
    ) -> InboxReply:
        """
        Return the reply as it is now.

        Raises:
            ReplyNotFound: there is none.
        """
        async with self.transactions.begin(user_id) as uow:
            reply = await uow.replies.find(reply_id)
            if label is not None and label is not reply.label:
                reply = reply.relabeled(label)
                await uow.audit.record("reply.relabeled", entity="reply", entity_id=reply.id, label=label.value)
                if label is ReplyLabel.UNSUBSCRIBE:
                    enrollment = await uow.enrollments.find(reply.enrollment_id)
                    await self.carry_out(uow, on_unsubscribe(enrollment), at=self.clock.now())
            if handled is not None:
                reply = replace(reply, handled=handled)
            await uow.replies.save(reply)
        return reply
