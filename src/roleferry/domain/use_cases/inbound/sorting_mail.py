"""Sort what lies in a mailbox: ours or not, by the header first; what is not ours is forgotten at once (SPEC 8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from roleferry.domain.model.inbound.bounce_signs import may_report
from roleferry.domain.model.inbound.kept_mail import SOURCE, KeptMail
from roleferry.domain.model.inbound.message import InboundMail, read_mail
from roleferry.domain.model.warmup.words import mark_of
from roleferry.domain.use_cases.inbound.recognising import Recognise, Recognised
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.errors import PortError, Unavailable
from roleferry.ports.inbox import ArrivedMail, MailUnreadable, OpenInbox
from roleferry.ports.inboxes import DueInbox
from roleferry.ports.raw_events import RawEvent

_MOST = 1_000_000
"""Bytes read of one mail: an answer's words come first, its attachments may stay where they are."""
_KIND = "message/rfc822"
_TRIES = 4
"""How often a server that hands nothing over is asked again, before what it has is set aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedMail:
    """What is ours, ready to be kept, and which could not be read, with why."""

    ours: tuple[RawEvent, ...]
    set_aside: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SortMail:
    """Only of a mail whose header names one of ours, or that may be a report, is more than the header looked at."""

    recognise: Recognise
    wall_clock: Clock
    clock: Clock
    ids: Ids

    async def __call__(
        self, opened: OpenInbox, inbox: DueInbox, uids: Sequence[int], *, since: datetime | None
    ) -> SortedMail:
        """Look at these mails; a bad one is set aside and spoils no other."""
        found = await opened.headers(uids)
        aside = [(one, "its header cannot be read") for one in found if isinstance(one, int)]
        if aside and len(aside) == len(found) and inbox.failures < _TRIES:
            raise Unavailable("the server hands over no mail that it has")
        whole = [one for one in found if isinstance(one, ArrivedMail) and (since is None or one.at >= since)]
        mails = [read_mail(one.header) for one in whole]
        named = await self.recognise.name_ours(mails, user_id=inbox.user_id)
        ours: list[RawEvent] = []
        for one, mail, is_named in zip(whole, mails, named, strict=True):
            if not is_named and not may_report(mail) and not self._of_pool(mail):
                continue
            try:
                event = await self._event(opened, inbox, one, is_named=is_named)
            except MailUnreadable as error:
                aside.append((one.uid, str(error)))
            except PortError:
                raise
            except Exception as error:  # noqa: BLE001 - one bad mail must not stall the others: it is set aside
                aside.append((one.uid, f"it cannot be understood: {type(error).__name__}"))
            else:
                ours += [event] if event else []
        return SortedMail(ours=tuple(ours), set_aside=tuple(aside))

    async def _event(self, opened: OpenInbox, inbox: DueInbox, one: ArrivedMail, *, is_named: bool) -> RawEvent | None:
        """Return a mail as it is kept, None when it is not ours after all."""
        now = self.clock.now()
        at = now - max(self.wall_clock.now() - one.at, timedelta(0))
        raw = await _content(opened, one, or_header=is_named)
        found = await self.recognise(raw, at=at, user_id=inbox.user_id)
        if not isinstance(found, Recognised) and not self._of_pool(read_mail(raw)):
            return None
        kept = KeptMail(user_id=inbox.user_id, at=at, raw=raw)
        return RawEvent(
            id=self.ids.new(),
            provider=SOURCE,
            provider_event_id=kept.name,
            content_type=_KIND,
            body=kept.packed(),
            received_at=now,
        )

    def _of_pool(self, mail: InboundMail) -> bool:
        """Say whether it is mail of the warmup pool, or a report about one."""
        return mark_of(mail, key=self.recognise.token_key) is not None


async def _content(opened: OpenInbox, one: ArrivedMail, *, or_header: bool) -> bytes:
    """
    Return a mail's first megabyte.

    Raises:
        MailUnreadable: it cannot be had, and its header alone says nothing.
    """
    try:
        return await opened.content(one.uid, limit=_MOST)
    except MailUnreadable:
        if or_header:
            return one.header  # that somebody has answered is what stops a sequence; their words can wait
        raise
