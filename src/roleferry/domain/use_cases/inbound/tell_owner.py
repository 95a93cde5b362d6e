"""Tell the owner of what came in, with the words it says (SPEC 7)."""

from roleferry.domain.model.inbound.inbox import InboxReply
from roleferry.domain.model.inbound.reading import ReplyLabel
from roleferry.domain.model.jobs.application import Stage
from roleferry.ports.replies import RoleOfMail
from roleferry.ports.transactions import UnitOfWork

_WORDS = {
    ReplyLabel.UNSUBSCRIBE: "asks not to be written to again",
    ReplyLabel.INTERESTED: "is interested",
    ReplyLabel.MEETING: "wants to meet",
    ReplyLabel.REFERRAL: "refers you to somebody",
    ReplyLabel.NOT_INTERESTED: "is not interested",
    ReplyLabel.NOT_NOW: "says not now",
    ReplyLabel.OTHER: "has answered",
}
_BEFORE_TALKS = frozenset({Stage.SAVED, Stage.APPLIED})


async def tell_of_reply(uow: UnitOfWork, reply: InboxReply, role: RoleOfMail | None, *, quote: str) -> None:
    """Say who answered what; a wish to meet proposes the tracker's next stage, which only the owner takes."""
    who = reply.from_name or reply.from_address
    said = f"{who} {_WORDS.get(reply.label, 'has answered')}" + (f": “{quote}”" if quote else ".")
    key = f"reply:{reply.message_id}"[:300]
    await uow.notices.add("reply.received", said, dedupe_key=key, reply_id=reply.id, outreach_id=reply.outreach_id)
    if reply.label is ReplyLabel.MEETING and role is not None and role.status in _BEFORE_TALKS:
        question = f"{who} wants to meet: “{quote}” Move this role to interviewing?"
        await uow.notices.add(
            "application.proposed",
            question,
            level="action",
            dedupe_key=f"propose:{reply.message_id}"[:300],
            application_id=role.id,
            to=Stage.INTERVIEWING.value,
            reply_id=reply.id,
            quote=quote,
        )


async def tell_of_colleague(uow: UnitOfWork, reply: InboxReply) -> None:
    """Propose somebody who answered in another's thread as a contact."""
    who = reply.from_name or reply.from_address
    await uow.notices.add(
        "contact.proposed",
        f"{who} answered in place of the person you wrote to. Add them as a contact?",
        level="action",
        dedupe_key=f"colleague:{reply.enrollment_id}:{reply.from_address.casefold()}"[:300],
        email=reply.from_address,
        name=reply.from_name,
        reply_id=reply.id,
    )
