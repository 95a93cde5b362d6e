from __future__ import annotations

import asyncio

import pytest

from roleferry.domain.model.ids import UserId
from roleferry.ports.idempotency import Answers, KeptAnswer

ANSWER = KeptAnswer(fingerprint=b"one", status=201, headers={"content-type": "application/json"}, body=b'{"id":1}')


class AnswersContract:
    @pytest.fixture
    def answers(self) -> Answers:
        raise NotImplementedError

    async def test_of_twenty_who_take_a_key_at_once_one_gets_it(self, answers: Answers, user_id: UserId) -> None:
        taken = await asyncio.gather(*(answers.take(user_id, "key", b"one") for _ in range(20)))
        assert sum(taken) == 1

    async def test_gives_back_what_was_kept(self, answers: Answers, user_id: UserId) -> None:
        await answers.take(user_id, "key", b"one")
        unfinished = await answers.find(user_id, "key")
        assert unfinished is not None
        assert unfinished.status is None
        await answers.keep(user_id, "key", ANSWER)
        assert await answers.find(user_id, "key") == ANSWER
        assert not await answers.take(user_id, "key", b"one")

    async def test_a_key_given_back_can_be_taken_again(self, answers: Answers, user_id: UserId) -> None:
        await answers.take(user_id, "key", b"one")
        await answers.release(user_id, "key")
        assert await answers.find(user_id, "key") is None
        assert await answers.take(user_id, "key", b"two")

    async def test_the_same_key_of_somebody_else_is_another_key(
        self, answers: Answers, user_id: UserId, other_user_id: UserId
    ) -> None:
        await answers.take(user_id, "key", b"one")
        await answers.keep(user_id, "key", ANSWER)
        assert await answers.find(other_user_id, "key") is None
        assert await answers.take(other_user_id, "key", b"one")
