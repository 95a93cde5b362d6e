"""What its owner has approved, to the letter: a digest over every mail, and what changed since, in words (SPEC 3.8)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256

from roleferry.domain.model.errors import Conflict, FieldError
from roleferry.domain.model.ids import ContactId
from roleferry.domain.model.sending.window import SendingWindow
from roleferry.domain.model.sending.words import count_in_words

_PARTS = ("recipient", "subject", "body", "window")
_MOST_CHANGES = 100


class ApprovalChanged(Conflict):
    """The campaign is not what you approved; look at the preview again."""

    code = "campaign.changed_since_preview"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailToApprove:
    """One mail as the preview shows it."""

    contact_id: ContactId
    step: int
    name: str
    """Who it is for, as shown to the owner."""
    address: str
    subject: str
    body: str
    window: SendingWindow
    time_zone: str


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """One mail's parts, hashed: enough to say which of them changed, too little to read."""

    contact_id: ContactId
    step: int
    name: str
    parts: tuple[str, str, str, str]
    """Recipient, subject, body, window."""

    @property
    def digest(self) -> str:
        """Return the digest of this mail alone; it must still be true when the mail goes."""
        parts = '", "'.join(self.parts)
        return _sha(f'["{self.contact_id}", {self.step}, "{parts}"]')


@dataclass(frozen=True, slots=True)
class Approval:
    """What one preview showed; kept until launch, under its digest."""

    fingerprints: tuple[Fingerprint, ...]

    @property
    def digest(self) -> str:
        """Return the digest over everything shown, whatever order it was given in."""
        return _sha("\n".join(fingerprint.digest for fingerprint in self.fingerprints))


def fingerprint(mail: MailToApprove) -> Fingerprint:
    """Return one mail's fingerprint."""
    parts = (_sha(mail.address), _sha(mail.subject), _sha(mail.body), _window(mail.window, mail.time_zone))
    return Fingerprint(mail.contact_id, mail.step, mail.name, parts)


@lru_cache(maxsize=1024)
def _window(window: SendingWindow, time_zone: str) -> str:
    hours = [sorted(window.days), f"{window.opens:%H:%M}", f"{window.closes:%H:%M}", window.skip_holidays]
    return _sha(json.dumps([*hours, time_zone]))


def approval_of(mails: Iterable[MailToApprove]) -> Approval:
    """Return what a preview of these mails lets its owner approve."""
    return Approval(tuple(sorted(map(fingerprint, mails), key=_place)))


def digest_over(digests: Mapping[tuple[ContactId, int], str]) -> str:
    """Return an approval's digest from those of its mails, by person and step."""
    return _sha("\n".join(digests[place] for place in sorted(digests, key=lambda place: (str(place[0]), place[1]))))


def changes(approved: Approval, current: Approval) -> tuple[str, ...]:
    """Return in words what differs, mail by mail; empty if nothing does."""
    before = {_place(one): one for one in approved.fingerprints}
    after = {_place(one): one for one in current.fingerprints}
    return tuple(
        sentence
        for place in sorted(before.keys() | after.keys())
        if (sentence := _change(before.get(place), after.get(place))) is not None
    )


def check_approved(digest: str, *, approved: Approval | None, current: Approval) -> None:
    """
    Let a launch pass if its digest is that of the campaign as it is now.

    Raises:
        ApprovalChanged: it is not; says what changed, if the preview it stems from is known.
    """
    if digest == current.digest:
        return
    sentences = changes(approved, current) if approved is not None else ()
    what = count_in_words(len(sentences), "mail") + " changed" if sentences else "the approved preview is not known"
    errors = tuple(FieldError("digest", sentence) for sentence in sentences[:_MOST_CHANGES])
    raise ApprovalChanged(f"{what}; look at the preview again and launch with its digest", errors=errors)


def _change(before: Fingerprint | None, after: Fingerprint | None) -> str | None:
    if before is None:
        return None if after is None else f"Step {after.step} to {after.name} is new."
    if after is None:
        return f"Step {before.step} to {before.name} is gone."
    differing = [part for part, old, new in zip(_PARTS, before.parts, after.parts, strict=True) if old != new]
    return f"Step {after.step} to {after.name}: the {' and the '.join(differing)} changed." if differing else None


def _place(fingerprint: Fingerprint) -> tuple[str, int]:
    return (str(fingerprint.contact_id), fingerprint.step)


def _sha(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
