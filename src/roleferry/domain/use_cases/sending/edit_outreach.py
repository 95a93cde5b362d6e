"""Change the words of one mail before it goes."""

from dataclasses import dataclass, replace
from datetime import datetime

from roleferry.domain.model.errors import Conflict, FieldError, Invalid
from roleferry.domain.model.ids import OutreachId, UserId
from roleferry.domain.model.sending.digest import MailToApprove, fingerprint
from roleferry.domain.model.sending.outreach import Outreach, OutreachHoldReason, OutreachStatus
from roleferry.domain.model.sending.threading import reply_subject
from roleferry.domain.model.sending.window import SendingWindow
from roleferry.domain.use_cases.sending.planning import Planning
from roleferry.ports.clock import Clock
from roleferry.ports.outreach import OutreachCase
from roleferry.ports.transactions import Transactions, UnitOfWork

_UNSENT = frozenset({OutreachStatus.SCHEDULED, OutreachStatus.HELD})
ANSWERED_BY_APPROVAL = frozenset(
    {OutreachHoldReason.UNAPPROVED, OutreachHoldReason.STALE, OutreachHoldReason.PREDECESSOR}
)
"""Holds that end when the owner has looked."""


class NotEditable(Conflict):
    """A mail can be changed until it is being sent."""

    code = "outreach.not_editable"


class EmptyMail(Invalid):
    """A mail needs a subject and a text."""

    code = "outreach.empty"


def approved(outreach: Outreach, window: SendingWindow) -> Outreach:
    """Return the mail with its owner's approval of exactly these words, recipient and hours."""
    mail = MailToApprove(
        contact_id=outreach.contact_id,
        step=outreach.step,
        name=outreach.to_name,
        address=outreach.to_address,
        subject=outreach.subject,
        body=outreach.body,
        window=window,
        time_zone=outreach.time_zone,
    )
    return replace(outreach, approved_digest=fingerprint(mail).digest)


async def let_through(uow: UnitOfWork, outreach: Outreach) -> None:
    """Let a mail go without the one before it, if it waited for its owner to say so."""
    if outreach.hold_reason is OutreachHoldReason.PREDECESSOR:
        await uow.outreach.let_through(outreach.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditOutreach:
    """A person's own words for one mail approve it; the mails that answer in its thread take its subject over."""

    transactions: Transactions
    planning: Planning
    clock: Clock

    async def __call__(
        self, user_id: UserId, outreach_id: OutreachId, *, subject: str | None, body: str | None
    ) -> None:
        """
        Return when it is changed; None leaves what stands.

        Raises:
            OutreachNotFound: there is none.
            NotEditable: it is being sent, or has been, or never will be.
            EmptyMail: nothing would be left of the subject or the text.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            outreach = await uow.outreach.find(outreach_id)
            if outreach.status not in _UNSENT:
                raise NotEditable(
                    f"the mail is {outreach.status}: it can no longer be changed", outreach_id=outreach_id
                )
            case = (await uow.outreach.cases([outreach_id], now=now))[0]
            edited = _with_words(outreach, subject, body)
            window = case.campaign.settings.window
            await self._save(uow, outreach, approved(edited, window), now=now)
            if edited.subject != outreach.subject:
                await self._pass_subject_on(uow, case, edited, window)
            await uow.audit.record("outreach.edited", entity="outreach", entity_id=outreach_id)

    async def _save(self, uow: UnitOfWork, before: Outreach, edited: Outreach, *, now: datetime) -> None:
        freed = before.hold_reason in ANSWERED_BY_APPROVAL
        if freed:
            edited = edited.release(due_at=now)
        claims = [one for one in await uow.outreach.claims_of(before.id) if one.sentence in edited.body]
        await uow.outreach.edit(edited, claims=claims)
        if freed:
            await let_through(uow, before)
            await self.planning.replan(uow, user_id=before.user_id, now=now, enrollment_ids=[before.enrollment_id])

    async def _pass_subject_on(
        self, uow: UnitOfWork, case: OutreachCase, first: Outreach, window: SendingWindow
    ) -> None:
        """Give the thread's later mails its subject; those that were approved as they stood stay so."""
        if case.predecessor is not None:
            return
        later = [one for one in await uow.outreach.open_of(enrollment_ids=[first.enrollment_id]) if one.id != first.id]
        cases = {
            one.outreach.id: one for one in await uow.outreach.cases([one.id for one in later], now=self.clock.now())
        }
        renamed = [_renamed(one, reply_subject(first.subject), window) for one in later if cases[one.id].same_thread]
        await uow.outreach.rewrite(renamed, claims=[None] * len(renamed))


def _with_words(outreach: Outreach, subject: str | None, body: str | None) -> Outreach:
    subject = outreach.subject if subject is None else " ".join(subject.split())
    body = outreach.body if body is None else body.replace("\r\n", "\n").replace("\r", "\n").strip()
    empty = [
        FieldError(name, "say something here") for name, text in (("subject", subject), ("body", body)) if not text
    ]
    if empty:
        raise EmptyMail("a mail needs a subject and a text", errors=tuple(empty))
    return replace(outreach, subject=subject, body=body)


def _renamed(outreach: Outreach, subject: str, window: SendingWindow) -> Outreach:
    renamed = replace(outreach, subject=subject)
    was_approved = approved(outreach, window).approved_digest == outreach.approved_digest
    return approved(renamed, window) if was_approved else renamed
