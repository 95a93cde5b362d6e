from __future__ import annotations

from pathlib import Path

import pytest

from roleferry.adapters.memory.storage import MemoryStorage
from roleferry.adapters.object_storage import local_storage
from roleferry.ports.storage import Storage
from tests.contracts.storage import StorageContract


class TestMemoryStorage(StorageContract):
    @pytest.fixture
    def storage(self) -> Storage:
        return MemoryStorage()


class TestLocalStorage(StorageContract):
    @pytest.fixture
    def storage(self, tmp_path: Path) -> Storage:
        return local_storage(tmp_path / "files")
