"""Every statement is valid against the migrated schema, and says which columns it wants."""

import re

import asyncpg
import pytest

from roleferry.adapters.postgres.statements import STATEMENTS


async def test_postgres_prepares_every_statement(database_url: str) -> None:
    connection = await asyncpg.connect(database_url, server_settings={"role": "roleferry_app"})
    system = await asyncpg.connect(database_url, server_settings={"role": "roleferry_system"})
    broken = {}
    for name, sql in STATEMENTS.items():
        try:
            await (system if "raw_events" in sql else connection).prepare(sql)
        except asyncpg.PostgresError as error:
            broken[name] = str(error)
    await connection.close()
    await system.close()
    assert not broken


@pytest.mark.parametrize("name", sorted(STATEMENTS))
def test_a_statement_names_its_columns(name: str) -> None:
    without_counts = re.sub(r"count\(\*\)", "", STATEMENTS[name], flags=re.IGNORECASE)
    assert not re.search(r"(?:SELECT|RETURNING)\s+(?:\w+\.)?\*", without_counts, re.IGNORECASE)
