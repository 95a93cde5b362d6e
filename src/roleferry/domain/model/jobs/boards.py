"""Which public job board a posting's address belongs to, and its names there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit


class Board(StrEnum):
    """The six boards whose postings can be read as data."""

    GREENHOUSE = "greenhouse"
    LEVER = "lever"
    ASHBY = "ashby"
    WORKABLE = "workable"
    SMARTRECRUITERS = "smartrecruiters"
    RECRUITEE = "recruitee"


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardPosting:
    """A posting by the names its board knows it by; `region` is `eu` for a board's European servers."""

    board: Board
    account: str
    posting_id: str
    region: str = ""

    @property
    def url(self) -> str:
        """The posting's public address in one form only."""
        host = _PUBLIC[self.board].format(account=self.account, region=f"{self.region}." if self.region else "")
        return f"https://{host}{self.posting_id}"


_PUBLIC = {
    Board.GREENHOUSE: "boards.greenhouse.io/{account}/jobs/",
    Board.LEVER: "jobs.{region}lever.co/{account}/",
    Board.ASHBY: "jobs.ashbyhq.com/{account}/",
    Board.WORKABLE: "apply.workable.com/{account}/j/",
    Board.SMARTRECRUITERS: "jobs.smartrecruiters.com/{account}/",
    Board.RECRUITEE: "{account}.recruitee.com/o/",
}
_NAME = r"[A-Za-z0-9%][A-Za-z0-9_.%~-]{0,99}"
_UUID = r"[0-9a-fA-F]{8}-[0-9a-fA-F-]{8,27}"
_FORMS: tuple[tuple[Board, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        Board.GREENHOUSE,
        re.compile(r"(?:job-)?boards\.(?:eu\.)?greenhouse\.io"),
        re.compile(rf"/({_NAME})/jobs/(\d{{1,20}})(?:/.*)?"),
    ),
    (Board.LEVER, re.compile(r"jobs\.(?:eu\.)?lever\.co"), re.compile(rf"/({_NAME})/({_UUID})(?:/.*)?")),
    (Board.ASHBY, re.compile(r"jobs\.ashbyhq\.com"), re.compile(rf"/({_NAME})/({_UUID})(?:/.*)?")),
    (Board.WORKABLE, re.compile(r"apply\.workable\.com"), re.compile(rf"/({_NAME})/j/([A-Za-z0-9]{{4,20}})(?:/.*)?")),
    (
        Board.SMARTRECRUITERS,
        re.compile(r"(?:jobs|careers)\.smartrecruiters\.com"),
        re.compile(rf"/({_NAME})/(\d{{4,20}})(?:-[^/]*)?(?:/.*)?"),
    ),
    (
        Board.RECRUITEE,
        re.compile(r"([a-z0-9][a-z0-9-]{0,62})\.recruitee\.com"),
        re.compile(rf"/(o)/({_NAME})(?:/.*)?"),
    ),
)


def board_posting(url: str) -> BoardPosting | None:
    """Return the board's names of the posting at this address, or None where it is on no known board."""
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower().rstrip(".")
    except ValueError:
        return None
    for board, hosts, paths in _FORMS:
        at, names = hosts.fullmatch(host), paths.fullmatch(parts.path)
        if at and names and parts.scheme in {"http", "https"}:
            return _posting(board, at, names, host)
    return _greenhouse_widget(parts, host)


def _posting(board: Board, at: re.Match[str], names: re.Match[str], host: str) -> BoardPosting | None:
    account = at[1] if board is Board.RECRUITEE else names[1]
    if not _harmless(account) or not _harmless(names[2]):
        return None
    posting_id = names[2].lower() if board in {Board.LEVER, Board.ASHBY} else names[2]
    region = "eu" if ".eu." in host and board is Board.LEVER else ""
    return BoardPosting(board=board, account=account, posting_id=posting_id, region=region)


def _greenhouse_widget(parts: SplitResult, host: str) -> BoardPosting | None:
    """Read `boards.greenhouse.io/embed/job_app?for=acme&token=123`."""
    query = dict(parse_qsl(parts.query))
    account, posting_id = query.get("for", ""), query.get("token", "")
    known = host.endswith("greenhouse.io") and parts.path.startswith("/embed/")
    if known and re.fullmatch(r"[A-Za-z0-9_.-]{1,100}", account) and posting_id.isdecimal():
        return BoardPosting(board=Board.GREENHOUSE, account=account, posting_id=posting_id)
    return None


_EMBEDS: tuple[tuple[Board, str, re.Pattern[str], re.Pattern[str]], ...] = (
    (
        Board.GREENHOUSE,
        "gh_jid",
        re.compile(r"\d{1,20}"),
        re.compile(
            r"greenhouse\.io/embed/job_(?:board(?:/js)?|"
            r"app)\?(?:[^\"'\s>]{0,80}&(?:amp;)?)?for=([A-Za-z0-9_.-]{1,100})"
        ),
    ),
    (
        Board.ASHBY,
        "ashby_jid",
        re.compile(_UUID),
        re.compile(r"jobs\.ashbyhq\.com/([A-Za-z0-9%][A-Za-z0-9_.%~-]{0,99})/embed"),
    ),
)


def embedded_posting(url: str, page: str) -> BoardPosting | None:
    """Return the board's names of a posting that a company shows in its own page (job-boards.md 0), or None."""
    query = dict(parse_qsl(urlsplit(url).query))
    for board, parameter, form, account in _EMBEDS:
        posting_id, found = query.get(parameter, ""), account.search(page)
        if found and form.fullmatch(posting_id) and _harmless(found[1]):
            return BoardPosting(board=board, account=found[1], posting_id=posting_id.lower())
    return None


def _harmless(token: str) -> bool:
    """Tell whether a name stays one path segment after decoding: no slash, dot-dot or control character."""
    plain = unquote(token)
    return not re.search(r"[/\\?#\x00-\x1f\x7f]|^\.+$|%", plain)
