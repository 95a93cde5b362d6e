"""All cues a line holds, found once for the several rules that ask; and whose voice they are."""

from __future__ import annotations

from functools import lru_cache

from roleferry.domain.model.jobs.reading.asked_cues import ASKED
from roleferry.domain.model.jobs.reading.cue import Cue, CueIndex
from roleferry.domain.model.jobs.reading.duty_cues import DUTY
from roleferry.domain.model.jobs.reading.other_cues import LAW, OFFER, OTHER, PERK

_CUES = CueIndex.of((*DUTY, *ASKED, *OTHER))
_LINES_KEPT = 512
"""More than an advert has."""


@lru_cache(maxsize=_LINES_KEPT)
def cues_in(said: str) -> tuple[Cue, ...]:
    """Return the cues of every side that plain text holds."""
    return tuple(_CUES.found_in(said))


def is_boilerplate(said: str) -> bool:
    """Tell whether plain text is the law's, the perks' or the application form's voice, not the job's."""
    return is_legal(said) or is_perk(said)


def is_legal(said: str) -> bool:
    """Tell whether plain text is about equal opportunity, privacy or accommodation."""
    return LAW in cues_in(said)


def is_perk(said: str) -> bool:
    """Tell whether plain text names something an employee is given."""
    found = cues_in(said)
    return PERK in found or OFFER in found
