"""Legal forms at the end of company names: `Acme GmbH & Co. KG` is Acme."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from roleferry.domain.model.vocabulary.tokens import keys_of, tokenize

_MAX_FORMS = 3
_MAX_CHARS = 200
_NO_NAMES = frozenset({"", "the"})
_TRIM = " ,.-–—&("


@dataclass(frozen=True, slots=True)
class CompanySuffixes:
    """Legal forms as token keys."""

    forms: frozenset[tuple[str, ...]]
    longest: int

    @classmethod
    def of(cls, forms: Iterable[str]) -> CompanySuffixes:
        """Build from written forms, each also read without its dots."""
        written = {*forms}
        keys = frozenset(keys_of(form) for form in written | {form.replace(".", "") for form in written})
        return cls(keys - {()}, max((len(key) for key in keys), default=0))

    def strip(self, name: str) -> str:
        """Return the name without its legal form; a name that is nothing else stays as it is."""
        kept = name.strip()
        if len(kept) > _MAX_CHARS:
            return kept
        for _ in range(_MAX_FORMS):
            kept = self._once(kept) or kept
        return kept

    def _once(self, name: str) -> str | None:
        tokens = tokenize(name)
        for size in range(min(self.longest, len(tokens) - 1), 0, -1):
            if tuple(tokens.keys[-size:]) in self.forms:
                kept = name[: tokens.start(len(tokens) - size)].rstrip(_TRIM)
                return kept if kept.lower() not in _NO_NAMES else None
        return None
