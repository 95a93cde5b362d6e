"""What keeps deliveries is held to: for certain, once, in the order they were handed in, whoever comes beside."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime
from uuid import uuid4

import pytest

from roleferry.domain.model.errors import DomainError
from roleferry.ports.intake import Intake, Kept
from roleferry.ports.raw_events import RawEvent

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def an_event(name: str, *, provider: str = "email-events", proof: str | None = None, body: bytes = b"{}") -> RawEvent:
    return RawEvent(
        id=uuid4(),
        provider=provider,
        provider_event_id=name,
        content_type="application/json",
        body=body,
        received_at=NOW,
        proof=proof,
    )


class IntakeContract:
    """Subclasses give an `intake`, and `kept` tells which names are on record."""

    @pytest.fixture
    def intake(self) -> Intake:
        raise NotImplementedError

    async def kept(self, names: list[str]) -> list[str]:
        raise NotImplementedError

    async def test_what_comes_again_is_known_within_one_delivery_too(self, intake: Intake) -> None:
        one, two = uuid4().hex, uuid4().hex
        assert await intake.keep([an_event(one), an_event(two), an_event(one)]) == [Kept.NEW, Kept.NEW, Kept.KNOWN]
        assert await intake.keep([an_event(two)]) == [Kept.KNOWN]
        assert await intake.keep([an_event(two, provider="ses")]) == [Kept.NEW]

    async def test_nothing_handed_in_is_nothing_kept(self, intake: Intake) -> None:
        assert list(await intake.keep([])) == []

    async def test_a_proof_is_good_for_one_event_and_for_its_repeats(self, intake: Intake) -> None:
        name, other, token = uuid4().hex, uuid4().hex, uuid4().hex
        assert await intake.keep([an_event(name, proof=token)]) == [Kept.NEW]
        assert await intake.keep([an_event(name, proof=token)]) == [Kept.KNOWN]
        assert await intake.keep([an_event(other, proof=token)]) == [Kept.REUSED_PROOF]
        assert await self.kept([name, other]) == [name]

    async def test_a_hundred_at_once_are_each_answered_for_themselves_and_are_on_record_by_then(
        self, intake: Intake
    ) -> None:
        names = [uuid4().hex for _ in range(100)]

        async def hand_in(name: str) -> None:
            assert await intake.keep([an_event(name, body=b"\x00\xff")]) == [Kept.NEW]
            assert await self.kept([name]) == [name]

        await asyncio.gather(*(hand_in(name) for name in names))

    async def test_the_same_event_handed_in_twenty_times_at_once_is_new_once(self, intake: Intake) -> None:
        name = uuid4().hex
        outcomes = await asyncio.gather(*(intake.keep([an_event(name)]) for _ in range(20)))
        assert sorted(one for (one,) in outcomes) == [*[Kept.KNOWN] * 19, Kept.NEW]

    async def test_a_value_that_cannot_be_kept_fails_its_own_delivery_alone(self, intake: Intake) -> None:
        names = [uuid4().hex for _ in range(10)]
        odd = an_event("a\x00b")
        results = await asyncio.gather(
            *(intake.keep([an_event(name)]) for name in names), intake.keep([odd]), return_exceptions=True
        )
        assert results[:-1] == [[Kept.NEW]] * 10
        assert isinstance(results[-1], DomainError)

    async def test_a_caller_that_went_away_keeps_nobody_else_from_their_answer(self, intake: Intake) -> None:
        names = [uuid4().hex for _ in range(3)]
        tasks = [asyncio.create_task(intake.keep([an_event(name)])) for name in names]
        await asyncio.sleep(0)
        tasks[0].cancel()
        await asyncio.wait(tasks)
        assert [await task for task in tasks[1:]] == [[Kept.NEW]] * 2
