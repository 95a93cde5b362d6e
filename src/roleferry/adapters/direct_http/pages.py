"""Postings by address: a board's own JSON, else the page's JSON-LD, else the page as text."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace

import msgspec

from roleferry.adapters.direct_http import html_text, json_ld
from roleferry.adapters.direct_http.boards import READERS
from roleferry.adapters.direct_http.client import Answer, GuardedClient
from roleferry.domain.model.charsets import charset_named, storable
from roleferry.domain.model.jobs.boards import Board, BoardPosting, board_posting, embedded_posting
from roleferry.domain.model.jobs.page import FetchedPosting, PageError, PageRefused, PageUnreadable
from roleferry.domain.model.jobs.same_posting import canonical_url
from roleferry.ports.scraping import JobPages

_PAGES = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
_JSON = frozenset({"application/json", "text/json"})
_ENOUGH = 200
"""Characters below which a page shows nothing without a browser."""
_WALL = re.compile(
    (
        r"\b(?:sign in|log ?in|join now|create an account|enable javascript|are you a robot|"
        r"verify you are human|access denied|captcha|checking your browser)\b"
    ),
    re.IGNORECASE,
)
_EMPTY = "The page shows no posting without a browser. Paste the text instead."


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectJobPages(JobPages):
    """Fetches postings at no cost."""

    client: GuardedClient
    base_urls: Mapping[Board, str] = field(default_factory=dict)
    """Where a board is asked instead of at its vendor's own address: doubles in tests."""

    async def fetch(self, url: str) -> FetchedPosting:
        """Return the posting at an address; a board that answers oddly is read from its page."""
        known = board_posting(url)
        if known is not None:
            try:
                return await self._from_board(known)
            except (msgspec.MsgspecError, PageUnreadable):
                return await self._from_page(known.url)
        return await self._from_page(url)

    async def _from_board(self, known: BoardPosting) -> FetchedPosting:
        reader = READERS[known.board]
        address = reader.address(self.base_urls.get(known.board, reader.base_url), known)
        client = replace(
            self.client, limits=replace(self.client.limits, seconds=max(reader.seconds, self.client.limits.seconds))
        )
        answer = await client.get(address, types=_JSON, may_follow=lambda _target: False, cap=reader.cap)
        posting = await asyncio.to_thread(reader.read, answer.body, known)
        if len(posting.text) < _LEAST:
            raise PageUnreadable(_EMPTY)
        return posting

    async def _from_page(self, url: str) -> FetchedPosting:
        answer = await self.client.get(url, types=_PAGES)
        shown = embedded_posting(answer.url, answer.body.decode("latin-1"))
        if shown is not None:
            with suppress(msgspec.MsgspecError, PageError):
                return await self._from_board(shown)
        return await asyncio.to_thread(_read_page, answer)


_LEAST = 20


def _read_page(answer: Answer) -> FetchedPosting:
    """
    Read one page.

    Raises:
        PageRefused: it shows a login or a robot check instead.
        PageUnreadable: it holds next to no text.
    """
    url = canonical_url(answer.url)
    if answer.content_type == "text/plain":
        return _checked(FetchedPosting(text=_decoded(answer), canonical_url=url, source="page"))
    root = html_text.parse(answer.body, charset=answer.charset)
    if root is None:
        raise PageUnreadable(_EMPTY)
    declared = json_ld.posting_in(root, url=url)
    if declared is not None:
        return declared
    title = html_text.title_of(root)
    return _checked(FetchedPosting(text=html_text.page_text(root), canonical_url=url, source="page", title=title))


def _checked(page: FetchedPosting) -> FetchedPosting:
    if len(page.text) < _ENOUGH:
        if _WALL.search(page.text):
            raise PageRefused(
                "The site asks for a login before it shows this page. Paste the text of the posting instead."
            )
        raise PageUnreadable(_EMPTY)
    return page


def _decoded(answer: Answer) -> str:
    charset = charset_named(answer.charset or "") or "utf-8"
    try:
        text = answer.body.decode(charset, "replace")
    except (LookupError, ValueError):  # a name for bytes, not for text; or a codec that replaces nothing
        text = answer.body.decode("utf-8", "replace")
    return storable(text.replace("\0", " "))
