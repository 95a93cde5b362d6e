"""What other trackers call the stages of an application (SPEC 3.4)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from roleferry.domain.model.jobs.application import CloseReason, Stage

_WORDS = re.compile(r"[^\W_]+")
_STAGES: Mapping[Stage, str] = {
    Stage.SAVED: (
        "saved, wishlist, bookmarked, interested, to apply, not applied, not yet applied, backlog, draft, new, "
        "considering, researching, target, todo, to do, open, watching, prospect"
    ),
    Stage.APPLIED: (
        "applied, submitted, application submitted, application sent, sent, in review, under review, waiting, "
        "pending, application received, received, awaiting response, follow up, followed up, networking, in progress"
    ),
    Stage.INTERVIEWING: (
        "interviewing, interview, interviews, phone screen, phone screening, phone interview, screening, screen, "
        "recruiter screen, recruiter call, hr screen, hr interview, intro call, technical interview, tech screen, "
        "technical screen, onsite, on site, onsite interview, assessment, take home, coding challenge, case study, "
        "first interview, second interview, final interview, final round, interview scheduled, interviewed, panel"
    ),
    Stage.OFFER: "offer, offered, offer received, offer extended, negotiating, accepted, offer accepted, hired",
}
_ENDS: Mapping[CloseReason, tuple[Stage, str]] = {
    CloseReason.REJECTED: (
        Stage.REJECTED,
        "rejected, rejection, not selected, turned down, unsuccessful, rejected by company, denied, no offer, failed",
    ),
    CloseReason.GHOSTED: (Stage.CLOSED, "ghosted, no response, no reply, never heard back"),
    CloseReason.WITHDREW: (Stage.CLOSED, "withdrew, withdrawn, i withdrew, application withdrawn, cancelled, canceled"),
    CloseReason.DECLINED: (Stage.CLOSED, "declined, offer declined, declined offer, i declined"),
    CloseReason.ROLE_CLOSED: (Stage.CLOSED, "role closed, expired, filled, position filled, job closed"),
    CloseReason.NOT_A_FIT: (Stage.CLOSED, "not a fit, not interested, not for me, ignored, discarded"),
}
_ENDED = frozenset({"closed", "archived", "archive", "done", "inactive"})


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


_KNOWN: Mapping[str, tuple[Stage, CloseReason | None]] = {
    **{_key(name): (stage, None) for stage, names in _STAGES.items() for name in names.split(",")},
    **{_key(name): (stage, reason) for reason, (stage, names) in _ENDS.items() for name in names.split(",")},
}


class UnknownStatus(ValueError):
    """A status that cannot be told; the text says what to do."""


def read_status(status: str, reason: str | None = None) -> tuple[Stage, CloseReason | None]:
    """
    Return the stage another tracker's status means, and why it ended if it did.

    Raises:
        UnknownStatus: it means nothing to us, or it ended and nothing says why.
    """
    why = _KNOWN.get(_key(reason or ""), (None, None))[1]
    key = re.sub(r"^(?:\d+ )+|(?: \d+)+$", "", _key(status))
    if key in _ENDED:
        if why is None:
            reasons = ", ".join(CloseReason)
            raise UnknownStatus(f"'{status[:60]}' needs a reason: add a column `reason` with one of {reasons}")
        return Stage.CLOSED, why
    found = _KNOWN.get(key)
    if found is None:
        stages = ", ".join(Stage)
        raise UnknownStatus(f"the status '{status[:60]}' is none we know: write one of {stages}")
    stage, said = found
    return (stage, (why or said) if stage in {Stage.CLOSED, Stage.REJECTED} else None)
