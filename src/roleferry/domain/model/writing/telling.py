"""Which skills are worth naming in a note: a tool or method by its name, not a whole field of work."""

from __future__ import annotations

from roleferry.domain.model.profile.resume import Skill
from roleferry.domain.model.vocabulary import SkillKind

_WORKED_WITH = frozenset({SkillKind.LANGUAGE, SkillKind.TOOL})
_NOT_SAID = frozenset({SkillKind.SOFT, SkillKind.SPOKEN, SkillKind.CERTIFICATION, SkillKind.GENERAL})
"""Nobody "works with" patience, German or a certificate, and everybody with Windows."""


def names_a_tool(skill: Skill) -> bool:
    """Tell whether it is called by a name, as `Kafka` and `C++` are, and not by plain words, as `automation`."""
    return skill.category in _WORKED_WITH or any(
        char.isupper() or char.isdigit() or char in "+#" for char in skill.name
    )


def telling(skill: Skill) -> bool:
    """
    Tell whether "I work with …" says something with this skill.

    A name does; of plain words only those of two or more which the person lists, as `fleet management`.
    """
    if skill.category in _NOT_SAID:
        return False
    return names_a_tool(skill) or (skill.listed and " " in skill.name and " " in skill.written)
