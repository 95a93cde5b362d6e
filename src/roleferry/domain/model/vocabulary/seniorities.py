"""The rung of a title on the ladder of SPEC 3.1."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from roleferry.domain.model.jobs.posting import Seniority
from roleferry.domain.model.vocabulary.tokens import Tokens, tokenize
from roleferry.domain.model.vocabulary.trie import Trie

_MAX_CHARS = 200
_SERVED = re.compile(
    r"\bto (?:the )?(?:c[a-z]o\b|chief|president|chair|founder|board|director|managing|vice|head|vp\b).*", re.IGNORECASE
)
"""Whom an assistant serves says nothing of the assistant: `Assistant to the CEO`."""
_OWN_WORD_LAST = "partner"
"""Owns the firm only as the last word: a `Partner Success Manager` looks after partners."""
_LADDER = tuple(Seniority)


@dataclass(frozen=True, slots=True)
class SeniorityIndex:
    """Cue words and whole titles, each with its rung."""

    trie: Trie[Seniority]

    @classmethod
    def of(cls, cues: Iterable[tuple[str, Seniority]]) -> SeniorityIndex:
        """Build from (cue, rung) pairs."""
        return cls(Trie.of(cues))

    def of_title(self, title: str, is_title: Callable[[str], bool]) -> Seniority | None:
        """
        Return the rung a title names.

        The longest cue at each word counts (`product manager` is no people manager), `assistant` and `deputy` aside the
        highest rung wins, except that a beginner's word (`junior`, `intern`) decides. A title without a cue is `ic`.
        """
        found = self._rungs(_SERVED.sub("", title[:_MAX_CHARS]))
        if not found:
            return Seniority.IC if is_title(title) else None
        if Seniority.ENTRY in found:
            return Seniority.ENTRY
        return max(found, key=_LADDER.index)

    def _rungs(self, title: str) -> list[Seniority]:
        tokens = tokenize(title)
        found: list[Seniority] = []
        index = 0
        while index < len(tokens):
            matches = self.trie.matches(tokens, index)
            if matches and not _only_served(tokens, index, matches[0][0]):
                found.append(matches[0][1][0])
            index = matches[0][0] if matches else index + 1
        return found


def _only_served(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether the cue is one word that only qualifies the noun after it."""
    if end - start != 1 or tokens.keys[start] != _OWN_WORD_LAST or end >= len(tokens):
        return False
    return tokens.gaps[end].isspace() and tokens.keys[end] not in {"at", "in", "of", "for"}
