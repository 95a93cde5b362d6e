"""The words of an HTML mail, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterable

from roleferry.domain.model.inbound.html_tokens import Tag, html_tokens

BLOCKS = frozenset(
    (
        "p div br tr li ul ol dl dd dt table h1 h2 h3 h4 h5 h6 hr blockquote pre section article header footer body"
    ).split()
)
_SPACES = re.compile(r"[ \t\r\n\f\xa0\u200b\ufeff]+")


def text_of_html(html: str) -> str:
    """Return the visible words of an HTML text, a line for each block."""
    return "\n".join(lines_of(html_tokens(html)))


def lines_of(tokens: Iterable[Tag | str]) -> list[str]:
    """Lay tokens out as lines: a block begins a line, spaces collapse, an empty paragraph stays an empty line."""
    lines: list[list[str]] = [[]]
    for token in tokens:
        if isinstance(token, str):
            lines[-1].append(token)
        elif token.name == "br" or (token.name in BLOCKS and "".join(lines[-1]).strip()):
            lines.append([])
    return [_SPACES.sub(" ", "".join(pieces)).strip() for pieces in lines]
