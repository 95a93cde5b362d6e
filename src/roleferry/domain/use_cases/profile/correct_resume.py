"""Correct what was read of a résumé."""

from dataclasses import dataclass, fields, replace

from roleferry.domain.model.ids import UserId
from roleferry.domain.model.profile.corrections import Corrections
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.use_cases.profile.correcting import with_corrections
from roleferry.ports.clock import Clock
from roleferry.ports.resumes import ResumeNotFound
from roleferry.ports.transactions import Transactions


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectResume:
    """Add a person's corrections to those they made before; they outlive every new reading."""

    transactions: Transactions
    vocabulary: Vocabulary
    clock: Clock

    async def __call__(self, user_id: UserId, corrections: Corrections, *, withdrawn: frozenset[str]) -> None:
        """
        Return when kept; `withdrawn` names the fields whose correction is taken back.

        Raises:
            ResumeNotFound: there is no résumé that could be read.
        """
        now = self.clock.now()
        async with self.transactions.begin(user_id) as uow:
            latest = await uow.resumes.latest_read()
            if latest is None:
                raise ResumeNotFound("upload a résumé first")
            merged = _merged(await uow.resumes.corrections(), corrections, withdrawn)
            effective = with_corrections(latest.resume, merged, vocabulary=self.vocabulary, today=now.date())
            await uow.resumes.save_corrections(merged, at=now)
            await uow.resumes.save_read(latest.id, read=latest.resume, effective=effective)
            await uow.audit.record("resume.corrected", entity="resume", entity_id=latest.id)


def _merged(before: Corrections, now: Corrections, withdrawn: frozenset[str]) -> Corrections:
    given = {one.name: getattr(now, one.name) for one in fields(now) if getattr(now, one.name) is not None}
    return replace(before, **given, **dict.fromkeys(withdrawn, None))
