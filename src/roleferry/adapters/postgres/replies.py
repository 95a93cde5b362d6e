"""Answers as rows."""

from roleferry.adapters.postgres.repository import Repository
from roleferry.adapters.postgres.rows import to
from roleferry.domain.model.ids import OutreachId, ReplyId
from roleferry.domain.model.inbound.inbox import InboxReply, ReplyNotFound
from roleferry.ports.replies import ReplyRepository, RoleOfMail

_ADDED = (
    *("user_id", "id", "outreach_id", "enrollment_id", "contact_id", "from_address", "from_name", "subject", "text"),
    *("label", "confidence", "deciding", "label_by", "handled", "message_id", "received_at"),
)


class PostgresReplies(Repository, ReplyRepository):
    """Rows of replies."""

    async def add(self, reply: InboxReply) -> bool:
        return await self._execute("add_reply", *(getattr(reply, name) for name in _ADDED)) == 1

    async def find(self, reply_id: ReplyId) -> InboxReply:
        row = await self._one("lock_reply", self._user_id, reply_id)
        if row is None:
            raise ReplyNotFound("there is no such reply", reply_id=reply_id)
        return to(InboxReply, row)

    async def save(self, reply: InboxReply) -> None:
        await self._execute(
            "save_reply",
            reply.user_id,
            reply.id,
            reply.label.value,
            reply.confidence,
            list(reply.deciding),
            reply.label_by,
            reply.handled,
        )

    async def role_of(self, outreach_id: OutreachId) -> RoleOfMail | None:
        row = await self._one("find_role_of_outreach", self._user_id, outreach_id)
        return to(RoleOfMail, row) if row else None
