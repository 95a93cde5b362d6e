"""What a person newly wrote in a reply, without the mail it answers and without the signature (SPEC 7).

One pass over the lines: quote marks and announcements decide; everything below an announcement that no quote marks
follow is quoted, and between marked quotes an answer may stand. Only the first few hundred letters of a line count.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from roleferry.domain.model.inbound.quote_marks import (
    attribution_length,
    begins_header_block,
    is_banner,
    is_quoted,
    names_a_writer,
)
from roleferry.domain.model.inbound.quoted_html import CUT, SIGNED, reply_lines
from roleferry.domain.model.inbound.signature import signature_start

_MAX_CHARS = 300_000
_MAX_LINES = 10_000
_RULE = frozenset("-_=*~—– \t")
_MAX_PASSES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """New words, the signature under them, and whether anything was quoted."""

    text: str
    signature: str
    quoted: bool


def strip_text(text: str) -> Reply:
    """Take the new words out of a plain-text reply; what comes out goes through unchanged a second time."""
    return _strip(text[:_MAX_CHARS].replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").split("\n"))


def strip_html(html: str) -> Reply:
    """Take the new words out of an HTML reply, as plain text."""
    return _strip(reply_lines(html))


def _strip(lines: Sequence[str]) -> Reply:
    reply = _once(lines[:_MAX_LINES])
    for _ in range(_MAX_PASSES):
        again = _once(reply.text.split("\n"))
        if again.text == reply.text:
            break
        reply = Reply(
            text=again.text, signature=again.signature or reply.signature, quoted=reply.quoted or again.quoted
        )
    return reply


def _once(lines: Sequence[str]) -> Reply:
    kept = _unquoted(lines)
    signed = [line.removeprefix(SIGNED) for line in kept if line.startswith(SIGNED)]
    words = [line for line in kept if not line.startswith(SIGNED)]
    start = signature_start(words)
    new = _trimmed(words[:start])
    return Reply(
        text="\n".join(new),
        signature="\n".join(_trimmed([*words[start:], *signed])),
        quoted=len(kept) < len(lines),
    )


def _unquoted(lines: Sequence[str]) -> list[str]:
    """Drop quoted lines and announcements; stop where an earlier message begins unmarked."""
    kept: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        if line == CUT or is_banner(line) or begins_header_block(lines, at):
            return _without_rule(kept)
        if is_quoted(line) or (names_a_writer(line) and is_quoted("".join(lines[at + 1 : at + 2]))):
            at += 1
        elif length := attribution_length(lines, at):
            at += length
            if not _quote_follows(lines, at):
                return kept
        else:
            kept.append(line)
            at += 1
    return kept


def _quote_follows(lines: Sequence[str], at: int) -> bool:
    """Whether the next written lines carry quote marks; without them all that follows is the earlier mail."""
    following = [line for line in lines[at : at + 6] if line.strip()][:2]
    return any(is_quoted(line) for line in following)


def _without_rule(kept: list[str]) -> list[str]:
    """Drop the ruled line above an earlier message."""
    end = len(kept)
    while end and set(kept[end - 1]) <= _RULE:
        end -= 1
    return kept[:end]


def _trimmed(lines: list[str]) -> list[str]:
    first = next((at for at, line in enumerate(lines) if line.strip()), len(lines))
    last = next((at for at in range(len(lines), first, -1) if lines[at - 1].strip()), first)
    return [line.rstrip() for line in lines[first:last]]
