"""The minimal HTML beside the text: paragraphs and links, no images, no styles from elsewhere, nothing that tracks."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

_LINK = re.compile(r"https?://[^\s<>\"'\u0000-\u001f]+[^\s<>\"'.,;:!?)\]\u0000-\u001f]")
_PARAGRAPHS = re.compile(r"\n[ \t]*\n+")


def as_written(url: str) -> str:
    """Lead to where the text says."""
    return url


def html_of(text: str, *, leads_to: Callable[[str], str] = as_written) -> str:
    """Return the text as a small HTML page: every character escaped, web links made clickable and shown as written."""
    paragraphs = [part for part in _PARAGRAPHS.split(text.strip("\n")) if part.strip()]
    body = "".join(f"<p>{_lines(paragraph, leads_to)}</p>\n" for paragraph in paragraphs)
    return f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n{body}</body></html>\n'


def _lines(paragraph: str, leads_to: Callable[[str], str]) -> str:
    if "://" not in paragraph:
        return escape(paragraph).replace("\n", "<br>\n")
    return "<br>\n".join(_linked(line, leads_to) for line in paragraph.split("\n"))


def _linked(line: str, leads_to: Callable[[str], str]) -> str:
    parts: list[str] = []
    end = 0
    for link in _LINK.finditer(line):
        href, shown = escape(leads_to(link.group())), escape(link.group())
        parts += [escape(line[end : link.start()]), f'<a href="{href}">{shown}</a>']
        end = link.end()
    return "".join((*parts, escape(line[end:])))
