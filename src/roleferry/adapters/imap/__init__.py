"""A person's own mailbox, looked into by IMAP (RFC 3501, 2177, 6154)."""

from roleferry.adapters.imap.reader import ImapReader, ImapTimes
from roleferry.adapters.imap.sent import ImapSentFolder

__all__ = ["ImapReader", "ImapSentFolder", "ImapTimes"]
