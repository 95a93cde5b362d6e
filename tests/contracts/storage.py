from __future__ import annotations

import asyncio

import pytest

from roleferry.ports.storage import FileNotFound, Storage

KEY = "resumes/019ab7c2-7a11-7f3e-8a52-5d1f0a9b2c31/1"


class StorageContract:
    @pytest.fixture
    def storage(self) -> Storage:
        raise NotImplementedError

    @pytest.mark.parametrize("data", [b"", b"text", bytes(range(256)) * 4096], ids=["empty", "short", "a megabyte"])
    async def test_gives_back_what_was_put(self, storage: Storage, data: bytes) -> None:
        await storage.put(KEY, data)
        assert await storage.get(KEY) == data

    async def test_a_second_put_replaces_the_first(self, storage: Storage) -> None:
        await storage.put(KEY, b"first, and longer")
        await storage.put(KEY, b"second")
        assert await storage.get(KEY) == b"second"

    async def test_says_when_nothing_is_there(self, storage: Storage) -> None:
        with pytest.raises(FileNotFound):
            await storage.get(KEY)

    async def test_what_was_deleted_is_gone_and_deleting_it_again_is_nothing(self, storage: Storage) -> None:
        await storage.put(KEY, b"text")
        await storage.delete(KEY)
        await storage.delete(KEY)
        with pytest.raises(FileNotFound):
            await storage.get(KEY)

    async def test_keys_do_not_meet(self, storage: Storage) -> None:
        await asyncio.gather(*(storage.put(f"{KEY}/{n}", str(n).encode()) for n in range(20)))
        assert [await storage.get(f"{KEY}/{n}") for n in range(20)] == [str(n).encode() for n in range(20)]
