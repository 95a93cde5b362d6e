"""An HTML reply as lines of text, with quote marks where the mail program's markup says that it quotes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from roleferry.domain.model.inbound.html_tokens import Tag, html_tokens
from roleferry.domain.model.inbound.plain_text import BLOCKS

CUT = "\x00"
"""A line that stands for the point below which everything is the earlier mail."""
SIGNED = "\x01"
"""Begins a line that the markup calls a signature."""

_QUOTE = re.compile(
    r"yahoo_quoted|protonmail_quote|zmail_extra|tutanota_quote|moz-cite-prefix|gmail_attr|"
    r"moz-email-headers|"
    r"(?:class|id|name)=[\"']?(?:x_)?(?:quote|quoted|quotedtext|quoted-text|mail_quote|replyintro|"
    r"reply-intro|mcntmcontainer)\b"
)
_CUT_HERE = re.compile(
    r"divrplyfwdmsg|stopspelling|olk_src_body_section|appendonsend|mail-editor-reference-message|"
    r"ms-outlook-mobile-reference|"
    r"replyforwardheader|mso_replyheader|_replytoheader|originalmessage"
)
_SIGNATURE = re.compile(
    r"gmail_signature|moz-signature|class=[\"']?(?:x_)?signature\b|id=[\"']?(?:x_)?signature\b|"
    r"mobile-signature|ms-outlook-mobile-signature"
)
_CONTAINERS = frozenset({"div", "blockquote", "span", "table", "pre", "section"})
_EMPTY_QUOTE = re.compile(r"margin[^;]{0,20}:\s?0 0 0 40px|border:\s?none;\s?padding:\s?0")
_SPACES = re.compile(r"[ \t\r\n\f\xa0\u200b\ufeff]+")


@dataclass(slots=True)
class _Page:
    """The lines so far and the open containers that change what a line is."""

    lines: list[str] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    stack: list[tuple[str, str]] = field(default_factory=list)
    open_tags: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)

    def end_line(self, *, even_if_empty: bool = False) -> None:
        words = _SPACES.sub(" ", "".join(self.pieces)).strip()
        if words or even_if_empty:
            self.lines.append(self._marked(words))
        self.pieces.clear()

    def _marked(self, words: str) -> str:
        if self.roles["quote"]:
            return f"> {words}"
        return f"{SIGNED}{words}" if self.roles["signature"] else words

    def open(self, tag: Tag) -> None:
        role = _role(tag)
        if role or tag.name in BLOCKS:
            self.end_line()
        if role == "cut":
            self.lines.append(CUT)
        if tag.name in _CONTAINERS:
            self.stack.append((tag.name, role))
            self.open_tags[tag.name] += 1
            self.roles[role] += 1

    def close(self, tag: Tag) -> None:
        if tag.name in BLOCKS:
            self.end_line()
        if tag.name not in _CONTAINERS or not self.open_tags[tag.name]:
            return
        while self.stack:
            name, role = self.stack.pop()
            if role:
                self.end_line()
            self.open_tags[name] -= 1
            self.roles[role] -= 1
            if name == tag.name:
                break


def reply_lines(html: str) -> list[str]:
    """Lay an HTML reply out as lines; quoted ones begin with `> `, signature ones with a mark."""
    page = _Page()
    for token in html_tokens(html):
        if isinstance(token, str):
            page.pieces.append(token)
        elif token.name == "br":
            page.end_line(even_if_empty=True)
        elif token.closing:
            page.close(token)
        else:
            page.open(token)
    page.end_line()
    return page.lines


def _role(tag: Tag) -> str:
    """Say what a tag makes of its contents: quote, signature, the start of the earlier mail, or nothing."""
    if tag.name == "blockquote":
        indent = (
            _EMPTY_QUOTE.search(tag.attributes) and "cite" not in tag.attributes and "gmail_quote" not in tag.attributes
        )
        return "" if indent else "quote"
    if tag.name in _CONTAINERS or tag.name == "hr":
        if _CUT_HERE.search(tag.attributes):
            return "cut"
        if _SIGNATURE.search(tag.attributes):
            return "signature"
        return "quote" if _QUOTE.search(tag.attributes) else ""
    return ""
