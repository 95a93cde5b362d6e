from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.app import App, running_app
from tests.contracts.outreach import OutreachRepositoryContract


class TestPostgresOutreach(OutreachRepositoryContract):
    @pytest.fixture
    async def service(self, fresh_database_url: str, redis_url: str, tmp_path: Path) -> AsyncIterator[App]:
        async with running_app(fresh_database_url, redis_url, tmp_path) as running:
            yield running
