"""Score jobs against the person: honest, deterministic, the same tomorrow (SPEC 3.5)."""

import asyncio
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from roleferry.domain.model.ids import JobId, UserId
from roleferry.domain.model.jobs.job import Job
from roleferry.domain.model.matching import Language, Match, ResumeIndex, index_posting, index_resume, match_indexed
from roleferry.domain.model.profile.preferences import Preferences
from roleferry.domain.model.profile.resume import Resume
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.ports.resumes import ResumeNotFound
from roleferry.ports.transactions import Transactions

_MOST = 2_000
"""Jobs scored in one call; a longer list is scored newest first, the rest at the next call."""
_RULES = "1"
"""Changes whenever the rules of matching do, so that kept scores go stale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchJobs:
    """Bring the kept matches of a person's jobs up to date with their résumé, preferences and the adverts."""

    transactions: Transactions
    vocabulary: Vocabulary
    language: Language

    async def __call__(self, user_id: UserId, *, job_id: JobId | None = None) -> None:
        """
        Return when every job's match (or this one's) is current.

        Raises:
            ResumeNotFound: there is no résumé to match with.
            JobNotFound: there is no such job.
        """
        async with self.transactions.begin(user_id) as uow:
            latest = await uow.resumes.latest()
            if latest is None:
                raise ResumeNotFound("upload a résumé first: a match needs one")
            preferences = await uow.preferences.find()
            key = _key(latest.resume, preferences)
            jobs: Sequence[Job] = [await uow.jobs.find(job_id)] if job_id else []
            if job_id is None:
                jobs = await uow.jobs.unmatched(key=key, limit=_MOST)
        if not jobs:
            return
        scored = await asyncio.to_thread(self._score, latest.resume, preferences, jobs)
        async with self.transactions.begin(user_id) as uow:
            await uow.jobs.save_matches(scored, key=key)

    def _score(
        self, resume: Resume, preferences: Preferences | None, jobs: Sequence[Job]
    ) -> Mapping[JobId, Mapping[str, Any]]:
        person = index_resume(resume, language=self.language, vocabulary=self.vocabulary)
        return {job.id: _kept(self._match(person, job, preferences)) for job in jobs}

    def _match(self, person: ResumeIndex, job: Job, preferences: Preferences | None) -> Match:
        advert = index_posting(job.posting, language=self.language, vocabulary=self.vocabulary)
        return match_indexed(person, advert, preferences, language=self.language)


def _kept(match: Match) -> Mapping[str, Any]:
    return asdict(match)


def _key(resume: Resume, preferences: Preferences | None) -> str:
    text = repr((_RULES, resume, preferences))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
