from __future__ import annotations

from uuid import uuid4

import pytest

from roleferry.ports.send_witness import Epoch, SendWitness


class SendWitnessContract:
    @pytest.fixture
    def witness(self) -> SendWitness:
        raise NotImplementedError

    async def test_knows_of_nothing_it_was_not_told(self, witness: SendWitness) -> None:
        assert await witness.recall(uuid4()) == 0

    async def test_keeps_the_highest_number_of_each_installation(self, witness: SendWitness) -> None:
        one, other = uuid4(), uuid4()
        for number in (7, 12, 9):
            await witness.remember(Epoch(installation=one, number=number))
        await witness.remember(Epoch(installation=other, number=3))
        assert (await witness.recall(one), await witness.recall(other)) == (12, 3)
