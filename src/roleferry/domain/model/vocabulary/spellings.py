"""The ways one spelling varies by itself: joined, plural, singular."""

from __future__ import annotations

from collections.abc import Iterator

from roleferry.domain.model.vocabulary.tokens import keys_of

_MIN_JOINED = 5
_MIN_PLURAL = 4
_UNCOUNTED = ("ing", "ss", "us", "is", "ics", "ism", "ity", "ogy", "ment", "phy", "nce")


def variants(spelling: str) -> Iterator[str]:
    """Yield the spelling itself, then what people write for it: `Node.js` → `Nodejs`, `database` ⇄ `databases`."""
    yield spelling
    if joined := _joined(spelling):
        yield joined
    last = spelling.rsplit(" ", 1)[-1]
    if last.isalpha() and last.islower() and len(last) >= _MIN_PLURAL:
        yield from _number(spelling)


def _joined(spelling: str) -> str | None:
    """Return a spelling with a dot or hyphen inside, or of two short parts, without them."""
    marks = "." in spelling[1:] or "-" in spelling
    joined = "".join(keys_of(spelling))
    return joined if marks and " " not in spelling and joined.isalnum() and len(joined) >= _MIN_JOINED else None


def _number(spelling: str) -> Iterator[str]:
    """Yield the plural of a singular and the singular of a plural, for plain English nouns."""
    if spelling.endswith("ies"):
        yield spelling[:-3] + "y"
    elif spelling.endswith("s"):
        if not spelling.endswith(_UNCOUNTED):
            yield spelling[:-1]
    elif spelling.endswith("y") and spelling[-2] not in "aeou":
        yield spelling[:-1] + "ies"
    elif not spelling.endswith(_UNCOUNTED):
        yield spelling + "s"
