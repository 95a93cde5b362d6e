"""Action verbs and the forms they take at the start of a task: `manage`, `managing`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionWords:
    """Base forms, their gerunds, words in -ing that are no action, and traits."""

    bases: frozenset[str]
    gerunds: frozenset[str]
    not_gerunds: frozenset[str]
    traits: frozenset[str]
    """Words for how a person is: `enthusiastic`."""

    @classmethod
    def of(cls, rows: Iterable[tuple[str, str]]) -> ActionWords:
        """Build from (role, words split by spaces) pairs; roles are `verb`, `not_gerund` and `trait`."""
        words = {role: frozenset(listed.split()) for role, listed in rows}
        gerunds = frozenset(form for base in words["verb"] for form in _gerunds(base))
        return cls(bases=words["verb"], gerunds=gerunds, not_gerunds=words["not_gerund"], traits=words["trait"])


def _gerunds(base: str) -> tuple[str, ...]:
    """Return the spellings of a verb's -ing form, British and American."""
    if base.endswith("e") and not base.endswith(("ee", "ye", "oe")):
        return (base[:-1] + "ing",)
    if base[-1] not in "aeiouwxy" and base[-2:-1] in _VOWELS and base[-3:-2] not in _VOWELS:
        return (base + "ing", base + base[-1] + "ing")
    return (base + "ing",)
