"""Say the names of an advert's header as one would: no shouting, and no way of working within a place."""

from __future__ import annotations

import re

from roleferry.domain.model.jobs.reading.places import is_place

_PLACE_IN_BRACKETS = re.compile(r"(?P<name>[^()]{1,80}?)\s*\((?P<place>[^()]{1,80})\)$")
_MODES = frozenset({"remote", "hybrid", "on-site", "onsite"})
_SMALL = frozenset("of and the for in at to with or".split())
_MAY_ABBREVIATE = 3

_MODE = (
    r"(?:(?:fully|100 ?%|partly|partially|mostly|temporarily)[ -])?(?:remote|hybrid|on[- ]?site|in[- ]office|"
    r"home ?office|work from home|wfh)(?:[ -](?:only|first|work|working|role|position|possible|friendly|option))?"
)
_MODE_IN_BRACKETS = re.compile(rf"\s*[(\[][^()\[\]]*\b{_MODE}\b[^()\[\]]*[)\]]", re.IGNORECASE)
_MODE_PART = re.compile(
    rf"(?:^|\s*(?:[,/|;·•]|\s[-–—]|\bor\b|\band\b)\s*){_MODE}(?:\s*[(\[][^()\[\]]*\bdays?\b[^()\[\]]*[)\]])?"
    r"(?:\s*[-–—:,]?\s*(?:\d|one|two|three|four)(?:[-–]\d)? days?\b[^,;|]*)?"
    r"(?=\s*(?:$|[,/|;·•(]|\s[-–—]|\bor\b|\band\b|\bin\b|\bwithin\b))",
    re.IGNORECASE,
)
_BETWEEN = " ,/|;·•-–—"


def calm(title: str) -> str:
    """Return a shouted title as one would say it; short words may be abbreviations and stay."""
    if not title.isupper() or len(title.split()) == 1:
        return title
    return re.sub(r"[^\W\d_]+", lambda word: _calm_word(word.group()), title)


def _calm_word(word: str) -> str:
    if word.lower() in _SMALL:
        return word.lower()
    return word if len(word) <= _MAY_ABBREVIATE else word.capitalize()


def name_before_bracketed_place(part: str) -> tuple[str, str] | None:
    """Return "Acme Robotics (Remote, US)" as the name and its place; None where the brackets hold anything else."""
    aside = _PLACE_IN_BRACKETS.match(part)
    if aside is None or not is_place(aside["place"]) or is_place(aside["name"]) or "," in aside["name"]:
        return None
    place = _without_remote(aside["place"])
    return (aside["name"], place) if place else None


def _without_remote(place: str) -> str:
    """Return "Remote, US" as US, and a mode that stands alone as nothing."""
    kept = [part for part in place.split(", ") if part.lower() not in _MODES]
    return ", ".join(kept)


def without_mode(place: str) -> str | None:
    """Return "Berlin (Remote)" as Berlin, "Remote - Germany" as Germany; None where only a way of working is named."""
    bare = _MODE_IN_BRACKETS.sub("", place)
    kept = _MODE_PART.sub("", bare).strip(_BETWEEN)
    unwrapped = kept[1:-1] if kept.startswith("(") and kept.endswith(")") else kept
    return unwrapped.strip(_BETWEEN) or None
