"""Put the right article before a title: "a Site Reliability Engineer", "an SRE", but "Head of Platform"."""

from __future__ import annotations

import re

_NO_ARTICLE = re.compile(
    r"^(?:head|vp|vice|svp|evp|avp|chief|c[a-z]o|director of|president|owner of|interim head)\b", re.IGNORECASE
)
_SPELT_VOWEL = frozenset("AEFHILMNORSX")
_SOUNDS_LIKE_YOU = re.compile(r"^(?:uni(?!n|m)|use|user|usa|util|ux|ui\b|eu|one\b)", re.IGNORECASE)
_SILENT_H = re.compile(r"^(?:hono[u]?r|hour|heir)", re.IGNORECASE)
_LONGEST_ACRONYM = 4


def as_role(title: str) -> str:
    """Return the title with the article it takes, if it takes one."""
    title = " ".join(title.split())
    if _NO_ARTICLE.match(title):
        return title
    return f"{'an' if _vowel_sound(title) else 'a'} {title}"


def _vowel_sound(title: str) -> bool:
    first = re.split(r"[\s/,-]", title)[0]
    if first.isupper() and len(first) <= _LONGEST_ACRONYM and first != "IT":
        return first[:1] in _SPELT_VOWEL
    if _SOUNDS_LIKE_YOU.match(first):
        return False
    return first[:1].lower() in "aeiou" or _SILENT_H.match(first) is not None
