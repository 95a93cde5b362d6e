"""Which skills are worth naming in a note: a tool or method by its name, not a whole field of work."""

from __future__ import annotations

from roleferry.domain.model.profile.resume import Skill

_GENERIC = frozenset(
    """api apis web windows office internet safety it teams creative english german french spanish italian portuguese
    dutch mandarin chinese japanese korean arabic hindi russian polish turkish""".split()
)
"""Names that say nothing of what somebody can do, and languages, with which nobody "works"."""


def names_a_tool(skill: Skill) -> bool:
    """Tell whether the canonical name is a name, as `Kafka` and `C++` are, and not plain words, as `automation`."""
    return any(char.isupper() or char.isdigit() or char in "+#" for char in skill.name)


def telling(skill: Skill) -> bool:
    """
    Tell whether "I work with …" says something with this skill.

    A name does; of plain words only those of two or more which the person lists, as `fleet management`.
    """
    if skill.name.casefold() in _GENERIC or skill.written.casefold() in _GENERIC:
        return False
    return names_a_tool(skill) or (skill.listed and " " in skill.name and " " in skill.written)
