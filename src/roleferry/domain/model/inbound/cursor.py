"""How far a folder has been read, and where reading goes on; by UIDs, as IMAP counts (RFC 3501, section 2.3.1.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

_SKEW = timedelta(hours=1)
"""How far a mail server's clock may be off."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderState:
    """A folder as its server tells of it: `uid_next` is what the next mail that arrives will at least be called."""

    name: str
    uid_validity: int
    uid_next: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderCursor:
    """Everything up to `last_uid` was looked at; `since` leaves out what arrived before that."""

    folder: str
    uid_validity: int
    last_uid: int
    since: datetime | None = None

    def moved_to(self, uid: int) -> FolderCursor:
        """Return the cursor after that mail; it never goes back."""
        return FolderCursor(
            folder=self.folder, uid_validity=self.uid_validity, last_uid=max(uid, self.last_uid), since=self.since
        )


def begin(state: FolderState, known: FolderCursor | None, *, connected_at: datetime | None) -> FolderCursor:
    """
    Return where to read on.

    A mailbox that was connected just now begins with the next mail: nobody's past is read. A folder that is new, or
    whose server numbers its mails anew, is read from when the mailbox was connected; what was taken in before is known
    by its own name then.
    """
    if known is not None and known.uid_validity == state.uid_validity and known.last_uid < state.uid_next:
        return known
    if connected_at is None:
        return FolderCursor(folder=state.name, uid_validity=state.uid_validity, last_uid=max(state.uid_next - 1, 0))
    since = connected_at - _SKEW
    return FolderCursor(folder=state.name, uid_validity=state.uid_validity, last_uid=0, since=since)
