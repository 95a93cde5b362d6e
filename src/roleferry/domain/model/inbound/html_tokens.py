"""HTML cut into tags and words in one pass; broken, cut-off and hostile markup included.

The standard parser of Python 3.11 takes quadratic time on unclosed declarations, so it is not used on mail.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

MAX_CHARS = 600_000
_NAME = re.compile(r"/?\s?([A-Za-z][A-Za-z0-9:]{0,30})")
_OPENING = re.compile(r"<(?=[A-Za-z/!?])")
_RAW = frozenset({"style", "script", "title", "template", "xml"})


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag with its raw attributes in lower case; `closing` for `</p>`."""

    name: str
    attributes: str
    closing: bool


def html_tokens(html: str) -> Iterator[Tag | str]:
    """Yield tags and unescaped texts in order, without comments, declarations, styles and scripts."""
    html = html[:MAX_CHARS]
    at, raw = 0, ""
    while at < len(html):
        opening = _OPENING.search(html, at)
        start = opening.start() if opening else len(html)
        if start > at and not raw:
            yield unescape(html[at:start])
        if start == len(html):
            return
        end = _end_of_markup(html, start)
        if end < 0:
            if not raw:
                yield unescape(html[start:])
            return
        tag = _tag(html[start + 1 : end])
        at = end + 1
        if raw:
            raw = "" if tag and tag.closing and tag.name == raw else raw
        elif tag:
            raw = tag.name if tag.name in _RAW and not tag.closing and not tag.attributes.endswith("/") else ""
            yield tag


def _end_of_markup(html: str, start: int) -> int:
    """Find the last character of a comment or tag, -1 when it never ends; quotes are not trusted in mail."""
    if html.startswith("<!--", start):
        end = html.find("-->", start + 4)
        return end + 2 if end >= 0 else -1
    return html.find(">", start)


def _tag(inside: str) -> Tag | None:
    match = _NAME.match(inside)
    if match is None:
        return None
    return Tag(match[1].lower(), inside[match.end() : match.end() + 1000].lower().strip(), inside.startswith("/"))
