"""Compose one mail and give it to the provider; say for certain what happened, or that nobody knows."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial

from roleferry.domain.model.charsets import storable
from roleferry.domain.model.errors import DomainError
from roleferry.domain.model.sending.click_links import counted_url
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.domain.model.sending.message import Message, MessageLinks, compose, reply_address
from roleferry.domain.model.sending.outcome import Fault, Outcome, OutcomeKind
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.sending.threading import NEW_THREAD, Thread, bare_subject, same_thread
from roleferry.domain.model.sending.tokens import TokenPurpose, sign
from roleferry.domain.use_cases.sending.logins import Logins
from roleferry.ports.clock import Clock
from roleferry.ports.errors import Refused, Rejected, Uncertain
from roleferry.ports.mail import MailComposer, Mailer, OutgoingMail
from roleferry.ports.outreach import OutreachCase


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOver:
    """Hand a mail over once; no retry inside, whatever goes wrong."""

    mailer: Mailer
    composer: MailComposer
    logins: Logins
    clock: Clock
    token_key: bytes
    origin: str
    """Scheme, host and port of this service, for the opt-out link."""

    async def __call__(self, case: OutreachCase, *, within: timedelta) -> tuple[Outcome, str | None]:
        """
        Return the outcome, and the Message-ID it really went out with.

        Whatever the adapter promises, it is cut off when `within` has passed, also on a machine that slept meanwhile:
        from then on others may take the mail for lost.
        """
        try:
            mail = self.outgoing(case)
        except DomainError as error:
            return Outcome(kind=OutcomeKind.REJECTED, code=error.code, detail=error.detail), None
        try:
            mail = replace(mail, login=self._login(case, MailProtocol.SMTP))
            async with asyncio.timeout(within.total_seconds()):
                accepted = await self.mailer.send(mail)
        except (Refused, Rejected, Uncertain) as error:
            return _told(error), None
        except TimeoutError:
            return Outcome(kind=OutcomeKind.UNCERTAIN, code=Fault.CANCELED.value, detail="it took too long"), None
        except Exception as error:  # noqa: BLE001 - whatever an adapter did not foresee may have left: doubt, not retry
            return Outcome(kind=OutcomeKind.UNCERTAIN, code=type(error).__name__, detail="unforeseen"), None
        return Outcome(kind=OutcomeKind.ACCEPTED, provider_id=accepted.provider_id), accepted.message_id

    def outgoing(self, case: OutreachCase) -> OutgoingMail:
        """
        Return the mail as it travels, the same for every attempt but its date.

        Raises:
            DomainError: it cannot be composed; the error says what is wrong.
        """
        message = self.message(case)
        reading = None
        with suppress(Refused):  # without a password nobody can look, and that is all
            reading = self._login(case, MailProtocol.IMAP)
        return OutgoingMail(
            user_id=case.outreach.user_id,
            outreach_id=case.outreach.id,
            send_key=case.outreach.send_key,
            message=message,
            mime=self.composer.compose(message),
            mailbox=case.mailbox,
            reading=reading,
        )

    def _login(self, case: OutreachCase, protocol: MailProtocol) -> ServerLogin | None:
        kept = case.connections.of(protocol)
        return self.logins.open(case.mailbox.id, protocol, kept) if kept else None

    def message(self, case: OutreachCase) -> Message:
        """Return the mail with footer, opt-out, thread and reply token."""
        outreach = _in_its_thread(case)
        unsubscribe = sign(TokenPurpose.UNSUBSCRIBE, outreach.id, key=self.token_key)
        links = MessageLinks(
            unsubscribe_url=f"{self.origin}/u/{unsubscribe}",
            reply_to=reply_address(case.mailbox.address, sign(TokenPurpose.REPLY, outreach.id, key=self.token_key)),
            counted=self._counted(case) if case.campaign.settings.count_clicks else None,
        )
        return compose(outreach, mailbox=case.mailbox, links=links, thread=_thread(case), date=self.clock.now())

    def _counted(self, case: OutreachCase) -> Callable[[str], str]:
        return partial(counted_url, outreach_id=case.outreach.id, origin=self.origin, key=self.token_key)


def _thread(case: OutreachCase) -> Thread:
    return same_thread(case.earlier_message_ids) if case.same_thread else NEW_THREAD


def _told(error: Refused | Rejected | Uncertain) -> Outcome:
    """Return what the adapter said for certain, or that it does not know; a server's words come in any charset."""
    code, detail = error.code, storable(str(error), instead="?")
    match error:
        case Refused():
            return Outcome(kind=OutcomeKind.REFUSED, code=code, detail=detail, retry_after=error.retry_after)
        case Rejected():
            return Outcome(kind=OutcomeKind.REJECTED, code=code, detail=detail, blocked=error.blocked)
        case Uncertain():
            return Outcome(kind=OutcomeKind.UNCERTAIN, code=code, detail=detail)


def _in_its_thread(case: OutreachCase) -> Outreach:
    """Return the mail; one that would answer a mail nobody got answers nothing, and does not say `Re:`."""
    if not case.same_thread or case.earlier_message_ids:
        return case.outreach
    return replace(case.outreach, subject=bare_subject(case.outreach.subject))
