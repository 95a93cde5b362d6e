"""Write a note for one application, and keep it."""

from dataclasses import dataclass, replace

from roleferry.domain.model.engine import Answer, EngineAsked
from roleferry.domain.model.ids import ApplicationId, ContactId, OfferId, UserId
from roleferry.domain.model.vocabulary import Vocabulary
from roleferry.domain.model.writing.context import WritingContext
from roleferry.domain.model.writing.draft import Draft
from roleferry.domain.model.writing.findings import LintReport
from roleferry.domain.model.writing.grounds import Grounds
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.lint import lint
from roleferry.domain.model.writing.offer import Offer
from roleferry.domain.model.writing.tone import Tone
from roleferry.domain.use_cases.writing.contexts import UNKNOWN_LEVEL, WritingContexts
from roleferry.ports.clock import Clock, Ids
from roleferry.ports.llm import Llm, Style
from roleferry.ports.transactions import Transactions

_MOST_TRIES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOffer:
    """Write the first note to a contact about an application, in words that none of their colleagues has."""

    transactions: Transactions
    contexts: WritingContexts
    llm: Llm
    vocabulary: Vocabulary
    clock: Clock
    ids: Ids

    async def __call__(
        self,
        user_id: UserId,
        application_id: ApplicationId,
        *,
        contact_id: ContactId | None,
        tone: Tone,
        length: Length,
        instructions: str | None,
        engine: EngineAsked,
    ) -> OfferId:
        """
        Return the new offer's id; `instructions` are kept, and followed by a language model only.

        Raises:
            ApplicationNotFound, ContactNotFound, ResumeNotFound: something to write from does not exist.
            NothingToSay: nothing true could be written; names what is missing.
        """
        async with self.transactions.begin(user_id) as uow:
            context = await self.contexts.for_application(uow, application_id, contact_id)
            taken = await uow.offers.colleagues(application_id, but=contact_id)
        level = context.contact.level or UNKNOWN_LEVEL
        style = Style(tone=tone, length=length, level=level, variant_key=str(contact_id or application_id))
        draft = await self._draft(context, style, {_without_greeting(body) for body in taken})
        found = OfferLint(context, self.vocabulary)(draft.subject, draft.body)
        new_id = OfferId(self.ids.new())
        offer = Offer.of(draft, id=new_id, application_id=application_id, contact_id=contact_id, lint=found)
        answer = Answer.by(self.llm.engine, draft, asked=engine, reason=self.llm.why_not_llm)
        reason = answer.engine_reason.value if answer.engine_reason else None
        offer = replace(offer, engine=answer.engine.value, engine_reason=reason)
        async with self.transactions.begin(user_id) as uow:
            await uow.offers.add(offer, instructions=instructions, at=self.clock.now())
            await uow.audit.record("offer.written", entity="offer", entity_id=offer.id, engine=offer.engine)
        return offer.id

    async def _draft(self, context: WritingContext, style: Style, taken: set[str]) -> Draft:
        first = draft = await self.llm.write_offer(context, style)
        for number in range(1, _MOST_TRIES):
            if _without_greeting(draft.body) not in taken:
                return draft
            draft = await self.llm.write_offer(context, replace(style, variant_key=f"{style.variant_key}~{number}"))
        return first


class OfferLint:
    """Lint of a first note against everything its sender can show."""

    __slots__ = ("_grounds", "_vocabulary")

    def __init__(self, context: WritingContext, vocabulary: Vocabulary) -> None:
        self._grounds = Grounds.of(context)
        self._vocabulary = vocabulary

    def __call__(self, subject: str, body: str) -> LintReport:
        """Return what is found."""
        return lint(subject, body, grounds=self._grounds, find_skills=self._vocabulary.find_skills)


def _without_greeting(body: str) -> str:
    return body.partition("\n\n")[2]
