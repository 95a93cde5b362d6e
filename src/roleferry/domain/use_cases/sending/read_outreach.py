"""Read one mail again, as its reader will."""

from dataclasses import dataclass

from roleferry.domain.model.ids import ApplicationId, ContactId, OutreachId, UserId
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.grounds import Grounds
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.use_cases.writing.contexts import WritingContexts
from roleferry.ports.outreach import OutreachNotFound
from roleferry.ports.resumes import ResumeNotFound
from roleferry.ports.transactions import Transactions, UnitOfWork


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOutreach:
    """Lint a mail against everything its sender can show, and the conversation's other mails."""

    transactions: Transactions
    contexts: WritingContexts
    vocabulary: Vocabulary

    async def __call__(self, user_id: UserId, outreach_id: OutreachId) -> LintReport:
        """
        Return what is found in the mail as it stands.

        Raises:
            OutreachNotFound: there is none.
        """
        async with self.transactions.begin(user_id) as uow:
            words = await uow.outreach.words(outreach_id)
            if words is None:
                raise OutreachNotFound("there is no such mail", outreach_id=outreach_id)
            return lint(
                words.subject,
                words.body,
                grounds=await self._grounds(uow, words.contact_id, words.application_id),
                find_skills=self.vocabulary.find_skills,
                first_mail=not words.same_thread,
                other_steps=words.before,
            )

    async def _grounds(
        self, uow: UnitOfWork, contact_id: ContactId, application_id: ApplicationId | None
    ) -> Grounds | None:
        recipients = await uow.recipients.of([contact_id], [application_id])
        try:
            return Grounds.of((await self.contexts.of(uow, recipients))[0]) if recipients else None
        except ResumeNotFound:
            return None
