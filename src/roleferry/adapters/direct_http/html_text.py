"""A web page as plain text that keeps headings, list items and paragraphs; menus and scripts fall away."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError, XMLSyntaxError, iterwalk

from roleferry.domain.model.charsets import charset_named

_DROPPED = frozenset(
    (
        "script style noscript template svg canvas iframe object embed nav footer form button "
        "select option input textarea head video audio dialog map"
    ).split()
)
_BLOCKS = frozenset(
    (
        "address article aside blockquote body center dd details div dl dt fieldset figcaption "
        "figure h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td "
        "tfoot th thead tr ul"
    ).split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_SPACES = re.compile(r"[ \t\r\f\v\u00a0\u2028\u2029\n]+")
_GAPS = re.compile(r"\n{3,}")
_BREAK, _GAP, _ITEM = "\x00", "\x01", "\x02"
"""Marks between the pieces of text; the same characters in a page are dropped."""
_MAIN_ENOUGH = 400
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def parse(markup: str | bytes, *, charset: str | None = None) -> html.HtmlElement | None:
    """Return the document's root, or None where there is nothing to read; broken markup is mended."""
    written = isinstance(markup, str)
    parser = html.HTMLParser(
        encoding="utf-8" if written else _known(charset),
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    data = _CONTROL.sub(" ", markup).encode("utf-8", "replace") if isinstance(markup, str) else markup
    try:
        return html.document_fromstring(data, parser=parser)
    except (ParserError, XMLSyntaxError, ValueError, AssertionError):
        return None


def _known(charset: str | None) -> str | None:
    """Return a charset that the parser knows too, or None to let the page's declaration decide."""
    known = charset_named(charset or "")
    try:
        name = codecs.lookup(known).name if known else None
        html.HTMLParser(encoding=name)
    except LookupError:
        return None
    return name


def text_of_fragment(markup: str) -> str:
    """Return the text of a piece of HTML as boards send it."""
    root = parse(f"<div>{markup}</div>") if markup.strip() else None
    return "" if root is None else text_of(root)


def page_text(root: html.HtmlElement) -> str:
    """Return the text of a page's main part, or of all of it where no main part is marked or it holds too little."""
    for found in root.xpath("//main | //*[@role='main'] | //article"):
        text = text_of(found)
        if len(text) >= _MAIN_ENOUGH:
            return text
    return text_of(root)


def title_of(root: html.HtmlElement) -> str | None:
    """Return the page's first heading, else nothing; a tab's title is too often the site's."""
    said = next((_SPACES.sub(" ", heading.text_content()).strip() for heading in root.iter("h1")), "")
    return said[:200] or None


def text_of(root: html.HtmlElement) -> str:
    """Return an element's text, one line a block, `- ` before list items, a blank line before headings."""
    joined = "".join(_pieces(root))
    lines = (_SPACES.sub(" ", line).strip() for line in joined.split(_BREAK))
    return _GAPS.sub("\n\n", "\n".join(_unmarked(lines))).strip()


def _unmarked(lines: Iterator[str]) -> Iterator[str]:
    """Drop empty lines and turn marks into what they stand for; a mark alone belongs to the next words."""
    item = False
    for line in lines:
        if line.startswith(_GAP):
            yield ""
        item = item or _ITEM in line
        words = line.replace(_ITEM, " ").replace(_GAP, " ").strip()
        if words:
            yield f"- {words}" if item and not words.startswith(("-", "•", "*")) else words
            item = False


def _pieces(root: html.HtmlElement) -> Iterator[str]:
    """Yield text and marks in document order, without recursion."""
    depth = 0
    for event, element in iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        dropped = element is not root and (tag in _DROPPED or _is_hidden(element))
        if event == "start":
            if dropped or depth:
                depth += 1
                continue
            yield _opening(tag)
            yield _plain(element.text)
        else:
            if depth:
                depth -= 1
                if depth == 0 and element is not root:
                    yield _plain(element.tail)
                continue
            if tag in _BLOCKS:
                yield _BREAK
            if element is not root:
                yield _plain(element.tail)


def _plain(text: str | None) -> str:
    return _CONTROL.sub(" ", text or "")


def _opening(tag: str) -> str:
    if tag in _HEADINGS:
        return f"{_BREAK}{_GAP}{_BREAK}"
    if tag == "li":
        return f"{_BREAK}{_ITEM}"
    return _BREAK if tag in _BLOCKS or tag == "br" else ""


def _is_hidden(element: html.HtmlElement) -> bool:
    marks = element.attrib
    return (
        "hidden" in marks
        or marks.get("aria-hidden") == "true"
        or marks.get("role") == "navigation"
        or bool(_HIDDEN_STYLE.search(marks.get("style", "")))
    )
