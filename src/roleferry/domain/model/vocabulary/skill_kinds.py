"""What kind of skill a listed one is, by its field and by whether it bears a name."""

from __future__ import annotations

import re
from collections.abc import Collection

from roleferry.domain.model.vocabulary.skill import SkillKind

_BY_FIELD = {
    "language": SkillKind.LANGUAGE,
    "spoken language": SkillKind.SPOKEN,
    "certification": SkillKind.CERTIFICATION,
    "soft": SkillKind.SOFT,
    "software": SkillKind.TOOL,
    "framework": SkillKind.TOOL,
}
_PROPER = re.compile(r"[A-Z][a-z]{2}|[a-z][A-Z]|[A-Za-z]\d|[+#]")
"""A name, as `Kafka`, `dbt 2` and `C++` are; `SEO` and `automation` name no product."""


def kind_of(name: str, field: str, *, general: Collection[str] = ()) -> SkillKind:
    """Return the kind of a skill: what its whole field is, else a tool where it bears a name, else a domain."""
    if name in general:
        return SkillKind.GENERAL
    if field == "framework" and name.islower() and " " in name:
        return SkillKind.DOMAIN
    return _BY_FIELD.get(field) or (SkillKind.TOOL if _PROPER.search(name) else SkillKind.DOMAIN)
