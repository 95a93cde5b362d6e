"""With which letters a match of a pattern can begin, so that most of a text need not be tried with it."""

from __future__ import annotations

from dataclasses import dataclass

LETTERS = 7
"""Letters of an opening that are looked at; more tell no more."""
_ZERO_WIDTH = frozenset("bBAZ")
_KINDS = frozenset("dDwWsS")
_ASSERTIONS = ("?=", "?!", "?<=", "?<!")

Openings = frozenset[tuple[str, bool]]
"""Letters with which something may begin, and whether what comes next may add to them."""

_NOTHING: Openings = frozenset({("", True)})
_ANYTHING: Openings = frozenset({("", False)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """One way a pattern can match: at words with these openings, or anywhere; `start`: only where the text begins."""

    pattern: str
    words: frozenset[str]
    start: bool

    @property
    def anywhere(self) -> bool:
        """Nothing is known of where it can begin."""
        return not self.words and not self.start


def alternatives_of(pattern: str) -> tuple[Alternative, ...]:
    """
    Return the alternatives of a regular expression, each with where it can begin; together they match what it matches.

    Read are groups, choices, quantifiers and assertions; back-references and flags inside the pattern are not.
    """
    reader = _Reader(pattern)
    found: list[Alternative] = []
    begun = 0
    while True:
        anchor = reader.anchor()
        openings = frozenset(letters for letters, _ in reader.sequence())
        told = all(openings) if anchor == "^" else anchor != "" and all(one[:1].isalnum() for one in openings)
        found.append(
            Alternative(
                pattern=pattern[begun : reader.at], words=openings if told else frozenset(), start=anchor == "^"
            )
        )
        if not reader.took("|"):
            return tuple(found)
        begun = reader.at


class _Reader:
    """One pass over the letters of a pattern."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self.at = 0

    def took(self, expected: str) -> bool:
        """Step over what is expected here, if it is here."""
        here = self._pattern.startswith(expected, self.at)
        self.at += len(expected) if here else 0
        return here

    def anchor(self) -> str:
        """Return the anchor an alternative begins with, or nothing."""
        return next((anchor for anchor in ("^", r"\b") if self.took(anchor)), "")

    def sequence(self) -> Openings:
        """Read up to the next alternative or the end of the group."""
        found = _NOTHING
        while self.at < len(self._pattern) and self._pattern[self.at] not in "|)":
            found = _followed(found, self._repeated(self._item()))
        return found

    def _alternatives(self) -> Openings:
        found = self.sequence()
        while self.took("|"):
            found |= self.sequence()
        self.took(")")
        return found

    def _item(self) -> Openings:
        if self.took("("):
            return self._group()
        if self.took("["):
            return self._choice()
        char = self._next()
        if char == "\\":
            escaped = self._next()
            return _NOTHING if escaped in _ZERO_WIDTH else _ANYTHING if escaped in _KINDS else _letter(escaped)
        return _ANYTHING if char == "." else _NOTHING if char in "^$" else _letter(char)

    def _group(self) -> Openings:
        if any(self.took(assertion) for assertion in _ASSERTIONS):
            self._alternatives()
            return _NOTHING
        if self.took("?P<"):
            self.at = self._pattern.index(">", self.at) + 1
        else:
            self.took("?:")
        return self._alternatives()

    def _choice(self) -> Openings:
        first = self.at
        self.at += self._pattern[first] == "^"
        self.at = self._pattern.index("]", self.at + 1)
        inside = self._pattern[first : self.at]
        self.at += 1
        inside = inside.replace("0-9", "0123456789")
        plain = inside[0] != "^" and "\\" not in inside and "-" not in inside[1:-1]
        return frozenset((char, True) for char in inside) if plain else _ANYTHING

    def _repeated(self, item: Openings) -> Openings:
        if self.took("{"):
            least = self._pattern[self.at]
            self.at = self._pattern.index("}", self.at) + 1
            mark = "*" if least in "0," else "+"
        else:
            mark = next((mark for mark in "?*+" if self.took(mark)), "")
        if mark:
            self.took("?")
        closed = frozenset((letters, False) for letters, _ in item)
        return {"": item, "?": item | _NOTHING, "*": closed | _NOTHING, "+": closed}[mark]

    def _next(self) -> str:
        self.at += 1
        return self._pattern[self.at - 1]


def _letter(char: str) -> Openings:
    return frozenset({(char, True)})


def _followed(before: Openings, after: Openings) -> Openings:
    grown = {(letters + more, grows) for letters, _ in (one for one in before if one[1]) for more, grows in after}
    return frozenset(
        (letters[:LETTERS], grows and len(letters) < LETTERS)
        for letters, grows in grown | {one for one in before if not one[1]}
    )
