"""A Google Sheet by its link, as CSV (job-boards.md 8)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from roleferry.adapters.direct_http.client import GuardedClient
from roleferry.domain.model.jobs.page import PageNotAllowed, PageRefused, PageUnreadable
from roleferry.ports.scraping import Sheets

_HOST = "docs.google.com"
_PUBLISHED = re.compile(r"/spreadsheets/(?:u/\d+/)?d/e/([A-Za-z0-9_-]{20,200})(?:/.*)?")
_SHARED = re.compile(r"/spreadsheets/(?:u/\d+/)?d/([A-Za-z0-9_-]{20,200})(?:/.*)?")
_CAP = 10 * 1024 * 1024
_TYPES = frozenset({"text/csv", "text/html"})
_NO_LINK = "This is no link to a Google Sheet. Open the sheet, choose Share, and copy the link from there."
_NOT_SHARED = (
    'The sheet is not shared. In Google Sheets choose Share, "Anyone with the link", and try '
    "again; or upload a CSV file."
)


def csv_url(link: str, *, base_url: str = f"https://{_HOST}") -> str:
    """
    Return where the sheet behind a link can be had as CSV.

    Raises:
        PageNotAllowed: it is no link to a Google Sheet.
    """
    try:
        parts = urlsplit(link.strip())
        host = parts.hostname
    except ValueError as error:
        raise PageNotAllowed(_NO_LINK) from error
    if parts.scheme not in {"http", "https"} or host != _HOST:
        raise PageNotAllowed(_NO_LINK)
    gid = _gid(parts.fragment) or _gid(parts.query) or "0"
    if published := _PUBLISHED.fullmatch(parts.path):
        return f"{base_url}/spreadsheets/d/e/{published[1]}/pub?output=csv&gid={gid}&single=true"
    if shared := _SHARED.fullmatch(parts.path):
        return f"{base_url}/spreadsheets/d/{shared[1]}/export?format=csv&gid={gid}"
    raise PageNotAllowed(_NO_LINK)


def _gid(query: str) -> str | None:
    found = parse_qs(query).get("gid", [""])[0]
    return found if found.isascii() and found.isdigit() else None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoogleSheets(Sheets):
    """Fetches shared sheets; follows only to Google's own hosts."""

    client: GuardedClient
    base_url: str = f"https://{_HOST}"

    async def fetch_csv(self, link: str) -> bytes:
        """Return the table; a sign-in page instead of one means that it is not shared."""
        answer = await self.client.get(
            csv_url(link, base_url=self.base_url), types=_TYPES, may_follow=self._is_google, cap=_CAP
        )
        if answer.content_type != "text/csv":
            raise PageRefused(_NOT_SHARED)
        if not answer.body.strip():
            raise PageUnreadable("The sheet is empty.")
        return answer.body

    def _is_google(self, url: str) -> bool:
        host = urlsplit(url).hostname or ""
        return host in {_HOST, urlsplit(self.base_url).hostname} or host.endswith(".googleusercontent.com")
