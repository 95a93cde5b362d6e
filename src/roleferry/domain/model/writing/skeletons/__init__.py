"""The letters notes are made from: six voices, three lengths, four readers, and the three mails that follow."""

from __future__ import annotations

from collections.abc import Mapping

from roleferry.domain.model.writing.skeletons.direct import DIRECT
from roleferry.domain.model.writing.skeletons.executive import EXECUTIVE
from roleferry.domain.model.writing.skeletons.formal import FORMAL
from roleferry.domain.model.writing.skeletons.grammar import Skeleton, read_skeletons
from roleferry.domain.model.writing.skeletons.mentor import MENTOR
from roleferry.domain.model.writing.skeletons.peer import PEER
from roleferry.domain.model.writing.skeletons.warm import WARM
from roleferry.domain.model.writing.tone import Tone

_SOURCES: Mapping[Tone, str] = {
    Tone.WARM: WARM,
    Tone.DIRECT: DIRECT,
    Tone.MENTOR: MENTOR,
    Tone.PEER: PEER,
    Tone.FORMAL: FORMAL,
    Tone.EXECUTIVE: EXECUTIVE,
}
SKELETONS: tuple[Skeleton, ...] = tuple(
    skeleton for tone, source in _SOURCES.items() for skeleton in read_skeletons(tone, source)
)
_BY_NAME: Mapping[str, Skeleton] = {skeleton.name: skeleton for skeleton in SKELETONS}


def skeleton_for(tone: Tone, *, kind: str, reader: str) -> Skeleton:
    """Return the letter in this voice for this purpose and reader."""
    return _BY_NAME[f"{tone}/{kind}/{reader}"]
