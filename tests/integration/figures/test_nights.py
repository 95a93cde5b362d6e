"""One person's bad row keeps nobody else from their night."""

from typing import Any

import pytest

from tests.app import App
from tests.integration.figures.test_health import delivered
from tests.integration.inbound.world import launched


async def broken_mark(app: App) -> None:
    """Leave a row behind that cannot be read."""
    async with app.container.pool().acquire() as connection, connection.transaction():
        await connection.execute("SET LOCAL ROLE roleferry_system")
        await connection.execute(
            "INSERT INTO figure_marks (user_id, counted_to, as_of, people) VALUES ($1, 0, now(), $2)",
            app.user_id,
            {"contacted": "many"},
        )


async def test_what_fails_for_one_person_is_told_and_done_for_all_others(app: App) -> None:
    people: list[Any] = [app, *[await app.as_somebody_else() for _ in range(2)]]
    for one in people:
        await delivered(await launched(one, steps=1))
    await broken_mark(people[1])
    with pytest.raises(ExceptionGroup) as told:
        await app.container.run_nightly()()
    assert len(told.value.exceptions) == 1
    assert await app.container.run_nightly()() is False
    kept = []
    for one in people:
        async with app.container.transactions().begin(one.user_id) as uow:
            kept.append(sum(cell.sent for cell in (await uow.figures.cells()).values()))
    assert kept == [1, 0, 1]
