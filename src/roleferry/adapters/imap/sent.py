"""A mailbox's Sent folder as a witness: a copy there proves that a mail left (SPEC 6)."""

import time
from collections import OrderedDict
from collections.abc import Callable

from roleferry.domain.model.sending.mailbox import ServerLogin
from roleferry.ports.errors import Unavailable
from roleferry.ports.inbox import FolderUse, InboxReader, LoginRefused
from roleferry.ports.mail import Evidence, OutgoingMail, Whereabouts

_FIRST_PAUSE = 60.0
_LONGEST_PAUSE = 3600.0
_MOST_REMEMBERED = 5_000
_UNKNOWN = Evidence(whereabouts=Whereabouts.UNKNOWN)


class ImapSentFolder:
    """
    Looks by Message-ID in the folder that its server marks as Sent (RFC 6154).

    That it is not there proves nothing: many servers keep no copy of what comes by SMTP. A mail in doubt is asked for
    again and again; its server is not: after a minute, then each time after twice as long, up to an hour.
    """

    def __init__(self, reader: InboxReader, *, seconds: Callable[[], float] = time.monotonic) -> None:
        self._reader = reader
        self._seconds = seconds
        self._pauses: OrderedDict[str, tuple[float, float]] = OrderedDict()

    async def find(self, mail: OutgoingMail) -> Evidence:
        """
        Return FOUND, or UNKNOWN; never ABSENT.

        Raises:
            Unavailable: the folder cannot be looked into now.
        """
        message_id = mail.message.message_id
        if mail.reading is None or not self._may_ask(message_id):
            return _UNKNOWN
        if not await self._holds(mail.reading, message_id):
            return _UNKNOWN
        self._pauses.pop(message_id, None)
        return Evidence(whereabouts=Whereabouts.FOUND, message_id=message_id)

    async def _holds(self, login: ServerLogin, message_id: str) -> bool:
        try:
            async with self._reader.open(login) as inbox:
                folder = await inbox.folder(FolderUse.SENT)
                if folder is None:
                    return False
                await inbox.look(folder)
                return await inbox.has(message_id)
        except LoginRefused as error:
            raise Unavailable(str(error)) from error

    def _may_ask(self, message_id: str) -> bool:
        now = self._seconds()
        again_at, pause = self._pauses.pop(message_id, (now, _FIRST_PAUSE / 2))
        may = now >= again_at
        longer = min(2 * pause, _LONGEST_PAUSE)
        self._pauses[message_id] = (now + longer, longer) if may else (again_at, pause)
        if len(self._pauses) > _MOST_REMEMBERED:
            self._pauses.popitem(last=False)
        return may
