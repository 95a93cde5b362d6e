"""Words the product knows, and how it finds them in a text."""

from roleferry.domain.model.vocabulary.skill import Caution, SkillEntry, SkillKind, SkillMention
from roleferry.domain.model.vocabulary.vocabulary import Vocabulary

__all__ = ["Caution", "SkillEntry", "SkillKind", "SkillMention", "Vocabulary"]
