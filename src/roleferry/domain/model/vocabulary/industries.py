"""Which industries a text speaks of, by words that belong to them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from roleferry.domain.model.vocabulary.spellings import variants
from roleferry.domain.model.vocabulary.tokens import Tokens, tokenize
from roleferry.domain.model.vocabulary.trie import Trie


@dataclass(frozen=True, slots=True, kw_only=True)
class IndustryCue:
    """A word or phrase, the industry it points at, and whether it settles it alone."""

    written: str
    industry: str
    strong: bool = True


@dataclass(frozen=True, slots=True)
class IndustryIndex:
    """All cues."""

    trie: Trie[IndustryCue]

    @classmethod
    def of(cls, cues: Iterable[IndustryCue]) -> IndustryIndex:
        """Build from cues, each also in its other number."""
        return cls(Trie.of((variant, cue) for cue in cues for variant in variants(cue.written)))

    def of_text(self, text: str) -> tuple[str, ...]:
        """Return the industries named, most often named first; weak cues count only where two different ones agree."""
        cues = self._cues(tokenize(text))
        weight: Counter[str] = Counter()
        for cue in dict.fromkeys(cues):
            weight[cue.industry] += 2 if cue.strong else 1
        mentions = Counter(cue.industry for cue in cues)
        known = [industry for industry, points in weight.items() if points > 1]
        return tuple(
            sorted(
                known,
                key=lambda industry: (-weight[industry], -mentions[industry], industry),
            )
        )

    def _cues(self, tokens: Tokens) -> list[IndustryCue]:
        found: list[IndustryCue] = []
        after = 0
        for at in self.trie.starts(tokens):
            matches = self.trie.matches(tokens, at) if at >= after else []
            if matches:
                after, cues = matches[0]
                found.extend(cues)
        return found
