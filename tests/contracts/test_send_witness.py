from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import pytest
from redis.asyncio import Redis

from roleferry.adapters.arq.witness import RedisWitness
from roleferry.adapters.witness_file import FileWitness
from roleferry.ports.errors import Unavailable
from roleferry.ports.send_witness import Epoch, SendWitness
from tests.contracts.send_witness import SendWitnessContract
from tests.service import free_port


class TestRedisWitness(SendWitnessContract):
    @pytest.fixture
    async def witness(self, redis_url: str) -> AsyncIterator[SendWitness]:
        async with Redis.from_url(redis_url) as redis:
            yield RedisWitness(redis)

    async def test_says_when_redis_is_away(self) -> None:
        async with Redis(host="127.0.0.1", port=free_port()) as nowhere:
            with pytest.raises(Unavailable):
                await RedisWitness(nowhere).recall(uuid4())
            with pytest.raises(Unavailable):
                await RedisWitness(nowhere).remember(Epoch(installation=uuid4(), number=1))


class TestFileWitness(SendWitnessContract):
    @pytest.fixture
    def witness(self, tmp_path: Path) -> SendWitness:
        return FileWitness(tmp_path / "home")

    async def test_says_when_the_home_cannot_be_written(self, tmp_path: Path) -> None:
        (tmp_path / "home").write_text("a file where a folder should be")
        with pytest.raises(Unavailable):
            await FileWitness(tmp_path / "home").remember(Epoch(installation=uuid4(), number=1))
