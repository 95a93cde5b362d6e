from __future__ import annotations

import asyncpg
import pytest

from roleferry.adapters.postgres.answers import PostgresAnswers
from roleferry.ports.idempotency import Answers
from tests.contracts.answers import AnswersContract


class TestPostgresAnswers(AnswersContract):
    @pytest.fixture
    def answers(self, pool: asyncpg.Pool) -> Answers:
        return PostgresAnswers(pool)
