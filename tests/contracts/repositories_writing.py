"""What the repositories of résumés, offers, sequences and answers promise."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from roleferry.domain.model.ids import OfferId, ReplyId, ResumeId, SequenceStepId, SequenceTemplateId, UserId
from roleferry.domain.model.inbound.inbox import InboxReply, ReplyNotFound
from roleferry.domain.model.inbound.reading import ReplyLabel
from roleferry.domain.model.profile.resume import Extracted, PartialDate, Position, Resume
from roleferry.domain.model.sending.outreach import Outreach
from roleferry.domain.model.text import Span
from roleferry.domain.model.writing.claims import Claim, ClaimKind, Evidence, Source
from roleferry.domain.model.writing.findings import Finding, LintReport, Severity
from roleferry.domain.model.writing.length import Length
from roleferry.domain.model.writing.level import RecipientLevel
from roleferry.domain.model.writing.offer import Offer
from roleferry.domain.model.writing.steps import SequenceStep, SequenceTemplate, StepKind
from roleferry.domain.model.writing.tone import Tone
from roleferry.ports.offers import OfferChanged, OfferNotFound
from roleferry.ports.resumes import ResumeFile, ResumeNotFound
from roleferry.ports.sequences import KeptSequence, SequenceNotFound, StepChanged, StepNotFound
from roleferry.ports.transactions import Transactions
from tests.contracts.factories import NOW
from tests.contracts.job_rows import kept_application
from tests.contracts.on_transactions import OnTransactions
from tests.contracts.sending_rows import kept_mail
from tests.contracts.undoing import undone

_LINT = LintReport(findings=(Finding(code="spam_phrase", severity=Severity.WARNING, message="Say it plainly."),))


def a_resume_file(user_id: UserId, version: int) -> ResumeFile:
    resume_id = ResumeId(uuid4())
    return ResumeFile(
        id=resume_id,
        user_id=user_id,
        version=version,
        file_name="ada.txt",
        size=3,
        sha256="0" * 64,
        storage_key=f"resumes/{resume_id}",
        task_id=None,
        created_at=NOW,
    )


def a_sequence(**changes: Any) -> KeptSequence:
    steps = tuple(
        SequenceStep(
            id=SequenceStepId(uuid4()),
            kind=kind,
            day=day,
            subject="Calmer checkouts",
            body="Dear {{ contact.first_name }}",
            same_thread=day > 0,
            lint=_LINT,
        )
        for kind, day in ((StepKind.INITIAL, 0), (StepKind.NUDGE, 3))
    )
    template = SequenceTemplate(id=SequenceTemplateId(uuid4()), name="Mine", tone=Tone.WARM, steps=steps)
    return replace(KeptSequence(template=template, length=Length.SHORT), **changes)


def a_reply(mail: Outreach, **changes: Any) -> InboxReply:
    given: dict[str, Any] = {
        "id": ReplyId(uuid4()),
        "user_id": mail.user_id,
        "outreach_id": mail.id,
        "enrollment_id": mail.enrollment_id,
        "contact_id": mail.contact_id,
        "from_address": "ben@firm.example",
        "from_name": None,
        "subject": "Re: Checkout latency",
        "text": "Yes, let us talk.",
        "label": ReplyLabel.INTERESTED,
        "confidence": 0.8,
        "deciding": ("let us talk",),
        "message_id": f"<{uuid4().hex}@firm.example>",
        "received_at": NOW,
    }
    return InboxReply(**(given | changes))


class ResumeRepositoryContract(OnTransactions):
    async def test_what_was_read_comes_back_and_the_latest_one_read_counts(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        first, unread = a_resume_file(user_id, 1), a_resume_file(user_id, 2)
        name = Extracted(value="Ada Sample", span=Span(0, 10))
        held = Position(title="Engineer", company=None, start=PartialDate(year=2019), span=Span(11, 19))
        read = Resume(raw_text="Ada Sample\nEngineer", name=name, positions=(held,), missing=("education",))
        async with transactions.begin(user_id) as uow:
            for file in (first, unread):
                await uow.resumes.add(file)
            await uow.resumes.save_read(first.id, read=read, effective=replace(read, missing=()))
        async with transactions.begin(user_id) as uow:
            found, latest = await uow.resumes.find(first.id), await uow.resumes.latest()
            assert await uow.resumes.file(unread.id) == unread
        assert found == latest
        assert (found.version, found.resume) == (1, replace(read, missing=()))

    async def test_of_twenty_files_that_come_at_once_each_has_a_version_of_its_own(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        async def upload() -> int:
            async with transactions.begin(user_id) as uow:
                version = await uow.resumes.next_version()
                await uow.resumes.add(a_resume_file(user_id, version))
                return version

        assert sorted(await asyncio.gather(*(upload() for _ in range(20)))) == list(range(1, 21))

    async def test_a_resume_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        file = a_resume_file(user_id, 1)
        async with transactions.begin(user_id) as uow:
            await uow.resumes.add(file)
            await uow.resumes.save_read(file.id, read=Resume(raw_text=""), effective=Resume(raw_text=""))
        for somebody, wanted in ((other_user_id, file.id), (user_id, ResumeId(uuid4()))):
            with pytest.raises(ResumeNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.resumes.find(wanted)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.resumes.latest() is None


class OfferRepositoryContract(OnTransactions):
    async def test_an_offer_comes_back_as_it_went_and_a_stale_one_is_not_saved(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        offer = await self._kept(transactions, user_id)
        async with transactions.begin(user_id) as uow:
            found = await uow.offers.find(offer.id)
            assert found == replace(offer, version=found.version)
            await uow.offers.save(replace(found, body="Edited", version=found.version + 1), at=NOW)
        with pytest.raises(OfferChanged):
            async with transactions.begin(user_id) as uow:
                await uow.offers.save(replace(found, body="Stale", version=found.version + 1), at=NOW)
        async with transactions.begin(user_id) as uow:
            assert (await uow.offers.find(offer.id)).body == "Edited"

    async def test_an_offer_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        offer = await self._kept(transactions, user_id)
        for somebody, wanted in ((other_user_id, offer.id), (user_id, OfferId(uuid4()))):
            with pytest.raises(OfferNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.offers.find(wanted)
        async with transactions.begin(other_user_id) as uow:
            assert await uow.offers.colleagues(offer.application_id, but=None) == []

    async def _kept(self, transactions: Transactions, user_id: UserId) -> Offer:
        evidence = Evidence(kind=ClaimKind.RESULT, source=Source.RESUME, text="Cut latency", span=Span(0, 11))
        offer = Offer(
            id=OfferId(uuid4()),
            application_id=(await kept_application(transactions, user_id)).id,
            subject="Calmer checkouts",
            body="I cut latency.",
            tone=Tone.WARM,
            length=Length.SHORT,
            level=RecipientLevel.PEER,
            claims=(Claim(sentence="I cut latency.", evidence=evidence),),
            lint=_LINT,
        )
        async with transactions.begin(user_id) as uow:
            await uow.offers.add(offer, instructions=None, at=NOW)
        return offer


class SequenceRepositoryContract(OnTransactions):
    async def test_a_sequence_comes_back_with_its_steps_in_order(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        sequence = a_sequence()
        async with transactions.begin(user_id) as uow:
            await uow.sequences.add(sequence, at=NOW)
        async with transactions.begin(user_id) as uow:
            found = await uow.sequences.find(sequence.template.id)
            assert found.template.steps == sequence.template.steps
            assert (found.template.name, found.length, found.campaign_id) == ("Mine", Length.SHORT, None)
            assert await uow.sequences.of_step(sequence.template.steps[1].id) == found

    async def test_a_stale_step_is_not_saved(self, transactions: Transactions, user_id: UserId) -> None:
        sequence = a_sequence()
        step = replace(sequence.template.steps[0], subject="First", version=1)
        async with transactions.begin(user_id) as uow:
            await uow.sequences.add(sequence, at=NOW)
            await uow.sequences.save_step(step, at=NOW)
        with pytest.raises(StepChanged):
            async with transactions.begin(user_id) as uow:
                await uow.sequences.save_step(replace(step, subject="Stale"), at=NOW)
        async with transactions.begin(user_id) as uow:
            assert (await uow.sequences.find(sequence.template.id)).template.steps[0] == step

    async def test_a_sequence_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        template = (sequence := a_sequence()).template
        async with transactions.begin(user_id) as uow:
            await uow.sequences.add(sequence, at=NOW)
        for somebody, wanted in ((other_user_id, template.id), (user_id, SequenceTemplateId(uuid4()))):
            with pytest.raises(SequenceNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.sequences.find(wanted)
        with pytest.raises(StepNotFound):
            async with transactions.begin(other_user_id) as uow:
                await uow.sequences.of_step(template.steps[0].id)
        async with transactions.begin(other_user_id) as uow:
            await uow.sequences.remove(template.id)
        async with transactions.begin(user_id) as uow:
            assert (await uow.sequences.find(template.id)).template.steps == template.steps


class ReplyRepositoryContract(OnTransactions):
    async def test_an_answer_comes_back_as_it_went_and_is_kept_once(
        self, transactions: Transactions, user_id: UserId
    ) -> None:
        reply = a_reply(await kept_mail(transactions, user_id))
        copy = replace(reply, id=ReplyId(uuid4()), received_at=NOW + timedelta(hours=1))
        await undone(transactions, user_id, lambda uow: uow.replies.add(reply))
        for one, is_new in ((reply, True), (copy, False)):
            async with transactions.begin(user_id) as uow:
                assert await uow.replies.add(one) is is_new
        handled = replace(reply.relabeled(ReplyLabel.MEETING), handled=True)
        async with transactions.begin(user_id) as uow:
            assert await uow.replies.find(reply.id) == reply
            await uow.replies.save(handled)
        async with transactions.begin(user_id) as uow:
            assert await uow.replies.find(reply.id) == handled
            assert await uow.replies.role_of(reply.outreach_id) is None

    async def test_an_answer_that_is_not_yours_is_not_there(
        self, transactions: Transactions, user_id: UserId, other_user_id: UserId
    ) -> None:
        reply = a_reply(await kept_mail(transactions, user_id))
        async with transactions.begin(user_id) as uow:
            await uow.replies.add(reply)
        for somebody, wanted in ((other_user_id, reply.id), (user_id, ReplyId(uuid4()))):
            with pytest.raises(ReplyNotFound):
                async with transactions.begin(somebody) as uow:
                    await uow.replies.find(wanted)
