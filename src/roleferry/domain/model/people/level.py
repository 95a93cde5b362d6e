"""Whom a title makes of somebody: who decides, who leads, who hires, who works beside you (SPEC 3.6)."""

from __future__ import annotations

import re

from roleferry.domain.model.writing.level import RecipientLevel

_RECRUITER = re.compile(
    r"\b(?:recruit\w*|recrut\w*|talent|sourcer|sourcing specialist|head ?hunter|human resources|hr|hrbp"
    r"|people (?:ops|operations|partner|business partner|and culture|& culture|team|manager|lead|generalist)"
    r"|staffing|personal(?:referent|leiter|abteilung)\w*)\b",
    re.IGNORECASE,
)
_SERVES = re.compile(
    r"\b(?:assistant|secretary|aide|chief of staff|referent)\b(?:.*\b(?:to|of|for)\b.*)?", re.IGNORECASE
)
_EXECUTIVE = re.compile(
    r"\b(?:c[a-z]{1,2}o|ciso|chief\b.*\bofficer|chief (?:architect|scientist|economist)|(?:co-?)?founder|owner"
    r"|president|managing (?:director|partner)|general manager|chair(?:man|woman|person)?|partner|board member"
    r"|(?:[se]?vp|vice president)|executive director|principal partner|geschäftsführer\w*|vorstand\w*|gérant\w*)\b",
    re.IGNORECASE,
)
_NOT_EXECUTIVE = re.compile(
    r"\b(?:product owner|process owner|business partner|channel partner|partner (?:manager|engineer|success))\b",
    re.IGNORECASE,
)
_LINE_MANAGER = re.compile(
    r"\b(?:manager|director|head|lead|leader|supervisor|superintendent|foreman|team ?lead"
    r"|teamleiter\w*|leiter\w*|leitung|chef de|jefe|dean|principal of|matron|charge nurse|chief|responsable)\b",
    re.IGNORECASE,
)
_MANAGES_NO_PEOPLE = re.compile(
    r"\b(?:(?:product|project|program|programme|account|community|office|case|content|social media"
    r"|brand|partner|category|customer success|technical account|delivery|release|property|portfolio|key account"
    r"|marketing|relationship) manager"
    r"|lead (?:generation|engineer|developer|designer|scientist|analyst)|account director|art director)\b",
    re.IGNORECASE,
)
_LONGEST = 200


def level_of(role_title: str | None) -> RecipientLevel | None:
    """
    Return the level a title stands for, or None without a title.

    Whoever hires for a living is a recruiter even at the top (`Chief People Officer` is an executive, `VP Talent` a
    recruiter); a title of rank is an executive or a line manager unless it leads a thing and no people (`Product
    Manager`); everybody else is a peer.
    """
    title = (role_title or "").strip()[:_LONGEST]
    if not title:
        return None
    if _RECRUITER.search(title):
        return RecipientLevel.RECRUITER
    if _SERVES.search(title):
        return RecipientLevel.PEER
    if _EXECUTIVE.search(_NOT_EXECUTIVE.sub(" ", title)):
        return RecipientLevel.EXECUTIVE
    if _LINE_MANAGER.search(_MANAGES_NO_PEOPLE.sub(" ", title)):
        return RecipientLevel.LINE_MANAGER
    return RecipientLevel.PEER
