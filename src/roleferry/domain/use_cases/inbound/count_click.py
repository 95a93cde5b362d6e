"""Somebody followed a counted link: say where it leads first, write it down after (SPEC 3.11)."""

from dataclasses import dataclass

from roleferry.domain.model.errors import NotFound
from roleferry.domain.model.figures.facts import SCANNER_SPEED
from roleferry.domain.model.inbound.event import EventType, ProviderEvent
from roleferry.domain.model.inbound.scanners import is_scanner
from roleferry.domain.model.sending.click_links import CountedLink, open_click_token
from roleferry.domain.use_cases.inbound.apply_event import ApplyEvent
from roleferry.ports.clock import Clock
from roleferry.ports.transactions import Transactions


class UnsignedLink(NotFound):
    """This link is not one of ours, or is not complete."""

    code = "click.unsigned_link"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountClick:
    """Write that a mail was clicked; whether it counts is decided from the whole log, like any sender's click."""

    transactions: Transactions
    apply_event: ApplyEvent
    token_key: bytes
    clock: Clock

    def target_of(self, token: str) -> CountedLink:
        """
        Return where a link leads; needs nothing but the key.

        Raises:
            UnsignedLink: we did not sign it.
        """
        link = open_click_token(token, key=self.token_key)
        if link is None:
            raise UnsignedLink("this link is not one of ours, or a part of it is missing")
        return link

    async def __call__(self, link: CountedLink, *, user_agent: str) -> None:
        """Record the click, at most one of a person and one of a program in two seconds; a mail that is gone is not."""
        now, machine = self.clock.now(), is_scanner(user_agent)
        async with self.transactions.begin(None) as uow:
            found = await uow.raw_events.locate(outreach_ids=[link.outreach_id])
        if not found:
            return
        slot = int(now.timestamp() // SCANNER_SPEED.total_seconds())
        event = ProviderEvent(
            provider="link",
            provider_event_id=f"{link.outreach_id}:{slot}",
            type=EventType.CLICKED,
            at=now,
            message_id=found[0].message_id.strip("<>"),
            recipient=found[0].to_address,
            machine=machine,
        )
        key = f"clicked:link:{'program' if machine else 'person'}:{slot}"
        await self.apply_event.to_mail(found[0], event, dedupe_key=key, now=now)
