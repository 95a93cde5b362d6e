"""Send pool mail whose time has come: the intent is committed first, and what is in doubt is never sent again."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from roleferry.domain.model.errors import DomainError
from roleferry.domain.model.figures.health import HealthLabel
from roleferry.domain.model.ids import OutreachId
from roleferry.domain.model.sending.address import InvalidAddress
from roleferry.domain.model.sending.allowed_recipients import AllowedRecipients
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.mailbox import Mailbox, ServerLogin
from roleferry.domain.model.sending.suppression import find_suppression, suppression_keys
from roleferry.domain.model.warmup.mail import WarmupFacts, WarmupMail, WarmupStatus, obstacle
from roleferry.domain.model.warmup.pool import allowance
from roleferry.domain.model.warmup.words import marked, message_of, token_of
from roleferry.domain.use_cases.figures.see_health import SeeHealth
from roleferry.domain.use_cases.sending.logins import Logins
from roleferry.domain.use_cases.warmup.plan_warmup import day_of
from roleferry.domain.use_cases.warmup.reaching import can_reach
from roleferry.ports.clock import Clock
from roleferry.ports.errors import Refused, Rejected
from roleferry.ports.mail import MailComposer, Mailer, OutgoingMail
from roleferry.ports.mailboxes import MailboxNotFound
from roleferry.ports.transactions import Transactions, UnitOfWork

_LEASE_MARGIN = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SendWarmup:
    """One mail at a time, one in flight a mailbox; a refusal ends a mail as well: it is worth no second try."""

    transactions: Transactions
    see_health: SeeHealth
    mailer: Mailer
    composer: MailComposer
    logins: Logins
    allowed_recipients: AllowedRecipients | None
    suppression_key: bytes
    token_key: bytes
    clock: Clock

    async def __call__(self, *, limit: int) -> Counter[str]:
        """Return how many mails ended how; as the system, since a pool is made of many people's mailboxes."""
        ended = Counter[str]()
        await self._drop_expired()
        for _ in range(limit):
            status = await self._next()
            if status is None:
                break
            ended[status.value] += 1
        return ended

    async def _drop_expired(self) -> None:
        async with self.transactions.begin(None) as uow:
            for mail in await uow.warmup.expired():
                await uow.warmup.settle(mail, WarmupStatus.DROPPED, at=self.clock.now(), why="nobody knows if it left")

    async def _next(self) -> WarmupStatus | None:
        """Do one mail: look, claim under locks, hand over outside any transaction, write down what happened."""
        now = self.clock.now()
        async with self.transactions.begin(None) as uow:
            if await uow.service_state.sending_hold() is not None:
                return None
            mail = await uow.warmup.next_due(now=now)
        if mail is None:
            return None
        at_risk = await self._at_risk(mail)
        async with self.transactions.begin(None) as uow:
            if not await uow.warmup.claim(mail):
                return None
            facts = await self._facts(uow, mail, at_risk=at_risk, now=now)
            stopped = (await uow.service_state.stops([mail.user_id])).of(mail.user_id)
            why = stopped or obstacle(mail, facts, now=now)
            if why is not None or facts.mailbox is None or facts.partner is None:
                await uow.warmup.settle(mail, WarmupStatus.DROPPED, at=now, why=why)
                return WarmupStatus.DROPPED
            kept = (await uow.connections.of(mail.mailbox_id)).smtp
            seconds = self.mailer.capability.longest_request.total_seconds() + _LEASE_MARGIN
            await uow.warmup.begin(mail, lease_seconds=seconds)
        try:
            login = self.logins.open(mail.mailbox_id, MailProtocol.SMTP, kept) if kept else None
        except Refused:
            return await self._end(mail, WarmupStatus.DROPPED, why="its password cannot be opened")
        status, why = await self._hand_over(mail, facts.mailbox, facts.partner, login)
        return await self._end(mail, status, why=why)

    async def _at_risk(self, mail: WarmupMail) -> bool:
        try:
            (seen,) = await self.see_health(mail.user_id, mail.mailbox_id)
        except MailboxNotFound:
            return True
        return seen.health.label is HealthLabel.AT_RISK

    async def _facts(self, uow: UnitOfWork, mail: WarmupMail, *, at_risk: bool, now: datetime) -> WarmupFacts:
        mailbox, partner = await uow.warmup.member(mail.mailbox_id), await uow.warmup.member(mail.partner_mailbox_id)
        if mailbox is None or partner is None:
            return WarmupFacts(mailbox=mailbox, partner=partner)
        day, begins, ends = day_of(mailbox, now)
        real, last_at = await uow.warmup.real_mails(mailbox, since=begins, until=ends)
        return WarmupFacts(
            mailbox=mailbox,
            partner=partner,
            at_risk=at_risk,
            suppressed=await self._suppressed(uow, mailbox, partner),
            apart=partner.id in await uow.warmup.apart(mailbox),
            recipient_allowed=can_reach(mailbox, partner, mailer=self.mailer, allowed=self.allowed_recipients),
            real_sent_at=last_at,
            allowed_today=allowance(mailbox.caps, day, real=real),
            sent_today=await uow.warmup.written_on(mailbox, day),
        )

    async def _suppressed(self, uow: UnitOfWork, mailbox: Mailbox, partner: Mailbox) -> bool:
        try:
            keys = suppression_keys(partner.address, key=self.suppression_key)
        except InvalidAddress:
            return True
        entries = await uow.suppressions.matching(keys.all, user_ids=[mailbox.user_id])
        return find_suppression(keys, entries, user_id=mailbox.user_id) is not None

    async def _hand_over(
        self, mail: WarmupMail, mailbox: Mailbox, partner: Mailbox, login: ServerLogin | None
    ) -> tuple[WarmupStatus, str | None]:
        try:
            outgoing = self.outgoing(mail, mailbox, partner, login)
            async with asyncio.timeout(self.mailer.capability.longest_request.total_seconds() + _LEASE_MARGIN / 2):
                await self.mailer.send(outgoing)
        except Rejected as rejected:
            return WarmupStatus.BOUNCED, rejected.code or "rejected"
        except DomainError as error:
            return WarmupStatus.DROPPED, error.code
        except Exception as error:  # noqa: BLE001 - refused, in doubt or unforeseen: it is dropped, never sent again
            return WarmupStatus.DROPPED, type(error).__name__
        return WarmupStatus.SENT, None

    def outgoing(
        self, mail: WarmupMail, mailbox: Mailbox, partner: Mailbox, login: ServerLogin | None = None
    ) -> OutgoingMail:
        """
        Return a pool mail as it travels, marked for the other side.

        Raises:
            DomainError: a name or an address is not fit for a header.
        """
        message = message_of(mail, sender=mailbox, partner=partner, key=self.token_key, date=self.clock.now())
        return OutgoingMail(
            user_id=mail.user_id,
            outreach_id=OutreachId(mail.id),
            send_key=f"w{mail.id.hex}",
            message=message,
            mime=marked(self.composer.compose(message), token_of(mail, key=self.token_key)),
            mailbox=mailbox,
            login=login,
        )

    async def _end(self, mail: WarmupMail, status: WarmupStatus, *, why: str | None) -> WarmupStatus:
        """Write it down over whatever is known by now: evidence may have been quicker."""
        async with self.transactions.begin(None) as uow:
            current = await uow.warmup.find(mail.id)
            if current is None or not await uow.warmup.settle(current, status, at=self.clock.now(), why=why):
                return status
        return status
