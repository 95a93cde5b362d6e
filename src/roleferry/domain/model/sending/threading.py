"""How the mails of one conversation point at each other (RFC 5322 3.6.4), and what their subject is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.sending.address import ascii_domain
from roleferry.domain.model.sending.header_values import header_value

_REPLY_PREFIX = re.compile(r"\s*(?:re|aw|sv|antw|rif|res|ref|odp|vs|回复|答复)\s*(?:\[\d+\])?\s*[::]\s*", re.IGNORECASE)
_MESSAGE_ID = re.compile(r"<[^<>@\s]+@[^<>@\s]+>")
_LONGEST_CHAIN = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What a mail answers: nothing for a first one; `references` oldest first."""

    in_reply_to: str | None = None
    references: tuple[str, ...] = ()


NEW_THREAD = Thread()


def message_id_for(send_key: str, *, sender_domain: str) -> str:
    """Return our own Message-ID, which every attempt at a mail shares: a search by it can settle doubt (SPEC 6)."""
    return f"<{send_key}@{ascii_domain(sender_domain)}>"


def same_thread(earlier: Sequence[str]) -> Thread:
    """
    Return the thread of a mail that continues a conversation.

    `earlier` are the Message-IDs the earlier mails really went out with, oldest first (a provider may replace ours).
    The first mail and the latest nine are named, which keeps the header short (RFC 5322 lets a chain be trimmed).
    """
    known = tuple(dict.fromkeys(one for one in earlier if _MESSAGE_ID.fullmatch(one)))
    if not known:
        return NEW_THREAD
    chain = known if len(known) <= _LONGEST_CHAIN else (known[0], *known[-(_LONGEST_CHAIN - 1) :])
    return Thread(in_reply_to=known[-1], references=chain)


def reply_subject(subject: str) -> str:
    """Return `Re: ` and the subject, with any reply prefixes it had taken off."""
    return f"Re: {bare_subject(subject)}".rstrip()


def bare_subject(subject: str) -> str:
    """Return the subject without reply prefixes; it must be fit for a header."""
    bare = header_value(subject, name="Subject").strip()
    while (prefix := _REPLY_PREFIX.match(bare)) is not None:
        bare = bare[prefix.end() :]
    return bare
