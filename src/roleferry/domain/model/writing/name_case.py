"""A name as one would write it in a letter: résumés set it in capitals, and nobody signs a mail that way."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_PARTICLES = frozenset("van von der den de da di du del della dos das la le bin ibn al el y e zu zur ter ten".split())
_KEPT = frozenset("II III IV MBA PHD MD RN CPA PMP JD DDS BSN MSC BSC".split())
_SCOTTISH = re.compile(r"Mc(?=[a-z]{3})")


def spoken_name(name: str) -> str:
    """Return a name set in capitals in ordinary case; any other stays as it is, and so do initials and degrees."""
    if not name.isupper():
        return name
    names = [word.start() for word in _WORD.finditer(name) if word.group() not in _KEPT]
    return _WORD.sub(lambda word: _spoken(word.group(), between=word.start() in names[1:-1]), name)


def _spoken(word: str, *, between: bool) -> str:
    """Return one word of it; a particle is one only between two names, since Le and Di are names too."""
    if word in _KEPT or len(word) == 1:
        return word
    if word.lower() in _PARTICLES and between:
        return word.lower()
    said = word.capitalize()
    return f"Mc{said[2:].capitalize()}" if _SCOTTISH.match(said) else said
