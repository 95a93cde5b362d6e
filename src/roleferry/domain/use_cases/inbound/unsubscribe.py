"""Take somebody's word that they want no more mail; whoever holds a mail's link may say so (RFC 8058, SPEC 3.9)."""

from dataclasses import dataclass

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.sending.tokens import TokenPurpose, open_token
from roleferry.domain.use_cases.inbound.apply_event import ApplyEvent
from roleferry.ports.clock import Clock
from roleferry.ports.raw_events import FoundMail
from roleferry.ports.transactions import Transactions


class UnknownLink(NotFound):
    """This opt-out link is not one of ours, or is not complete."""

    code = "unsubscribe.unknown_link"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsubscribe:
    """End the conversation and suppress the address, at once; a second time changes nothing."""

    transactions: Transactions
    apply_event: ApplyEvent
    token_key: bytes
    clock: Clock

    async def __call__(self, token: str) -> None:
        """
        Return when it is effective.

        Raises:
            UnknownLink: the token opens no mail.
        """
        mail = await self.mail_of(token)
        now = self.clock.now()
        event = ProviderEvent(
            provider="link",
            provider_event_id=token,
            type=EventType.UNSUBSCRIBED,
            at=now,
            message_id=mail.message_id.strip("<>"),
            recipient=mail.to_address,
        )
        await self.apply_event.to_mail(mail, event, dedupe_key="unsubscribed:link", now=now)

    async def mail_of(self, token: str) -> FoundMail:
        """
        Return the mail a link belongs to; as the system, since its reader has no account.

        Raises:
            UnknownLink: the token opens no mail.
        """
        outreach_id = open_token(TokenPurpose.UNSUBSCRIBE, token, key=self.token_key)
        if outreach_id is not None:
            async with self.transactions.begin(None) as uow:
                if found := await uow.raw_events.locate(outreach_ids=[outreach_id]):
                    return found[0]
        raise UnknownLink("this link is not one of ours, or a part of it is missing")
