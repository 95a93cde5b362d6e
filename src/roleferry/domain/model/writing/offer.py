"""The offer: the note written for one application and contact, in versions (SPEC 3.7)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from roleferry.domain.model.ids import ApplicationId, ContactId, OfferId
from roleferry.domain.model.writing.claims import Claim
from roleferry.domain.model.writing.draft import Draft
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.tone import Tone


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What one person puts to one employer; immutable, every change returns the next version."""

    id: OfferId
    application_id: ApplicationId
    contact_id: ContactId | None = None
    subject: str
    body: str
    tone: Tone
    length: Length
    level: RecipientLevel
    claims: tuple[Claim, ...] = ()
    engine: str = "rules"
    engine_reason: str | None = None
    thin: bool = False
    missing: tuple[str, ...] = ()
    lint: LintReport
    version: int = 0

    @classmethod
    def of(
        cls,
        draft: Draft,
        *,
        id: OfferId,  # noqa: A002
        application_id: ApplicationId,
        contact_id: ContactId | None,
        lint: LintReport,
    ) -> Offer:
        """Return the offer a draft becomes."""
        return cls(
            id=id,
            application_id=application_id,
            contact_id=contact_id,
            subject=draft.subject,
            body=draft.body,
            tone=draft.tone,
            length=draft.length,
            level=draft.level,
            claims=draft.claims,
            thin=draft.thin,
            missing=draft.missing,
            lint=lint,
        )

    def edited(
        self, *, lint: Callable[[str, str], LintReport], subject: str | None = None, body: str | None = None
    ) -> Offer:
        """Return the next version; claims whose sentence is gone go with it, and the lint is run again."""
        subject = self.subject if subject is None else subject
        body = self.body if body is None else body
        kept = tuple(claim for claim in self.claims if claim.sentence in body)
        return replace(
            self, subject=subject, body=body, claims=kept, lint=lint(subject, body), version=self.version + 1
        )
