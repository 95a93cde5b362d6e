"""The wall between people: nothing of one person's can be seen or moved by another, by either of its two halves."""

import json
from typing import Any
from uuid import uuid4

import httpx
import msgspec

from roleferry.domain.model.ids import UserId
from roleferry.entrypoints.http.openapi import describe, operations
from tests.app import App
from tests.architecture.test_openapi import APP
from tests.e2e.probing_statements import found, statements
from tests.e2e.trespass import Trespass, Walk
from tests.e2e.whole_person import KINDS, REPEATED, Person, as_system, rows_of, whole_people, words_of

THEIRS, OURS = "qvzkanary", "wbother"
NOT_WALKED = {
    "Drain": "does what is due of the whole service, in dev alone: other people's mails leave when they are due",
    "SetDevClock": "moves the one clock of the whole service, in dev alone",
}
REFUSALS = {401, 403, 404, 409, 422}
ALSO_SAID = {"GetReadiness": 503}
"""No worker beats in this test, and readiness says so to everybody."""

READS_BY_ID = {
    str(handler.operation_id)
    for path, method, handler in operations(APP)
    if method == "get" and any(f"{{{kind}}}" in path for kind in KINDS)
}
DOCUMENT = json.loads(msgspec.json.encode(describe(APP)))


async def two(app: App) -> tuple[Person, Person]:
    """Return a person with one of everything, and another."""
    owner, thief = await whole_people((app, THEIRS), (await app.as_somebody_else(), OURS))
    return owner, thief


async def test_no_operation_shows_or_moves_what_is_somebody_elses(app: App) -> None:
    owner, thief = await two(app)
    before, outbox = await rows_of(owner), await owner.app.get("/dev/outbox")
    walk, reached = Walk(DOCUMENT, owner, thief), set()
    faults: list[str] = []
    for path, method, handler in operations(APP):
        if handler.operation_id in NOT_WALKED:
            continue
        for request in walk.requests(path, method):
            answer = await thief.app.call(request.method, request.path, **request.options)
            reached.add(request.operation_id)
            faults += _faults(owner, request, answer)
        after = await rows_of(owner)
        faults += [f"{method} {path} changed the owner's {table}" for table in after if after[table] != before[table]]
        before = after
    assert not faults, "\n".join(faults)
    assert reached == {str(handler.operation_id) for _, _, handler in operations(APP)} - set(NOT_WALKED)
    await _work_of(thief)
    assert await rows_of(owner) == before
    assert await owner.app.get("/dev/outbox") == outbox
    assert [table for table, words in (await words_of(thief)).items() if owner.is_told_in(words)] == []
    assert await _shown_to(owner) >= READS_BY_ID


async def _shown_to(owner: Person) -> set[str]:
    """Return which reads by id the owner is answered: what the walk was refused does exist."""
    shown = set()
    for path, method, handler in operations(APP):
        names = [name for name in KINDS if f"{{{name}}}" in path]
        if method == "get" and names:
            filled = path.removeprefix("/api/v1").format(**{name: owner.ids[name][0] for name in names})
            if (await owner.app.call("GET", filled)).is_success:
                shown.add(str(handler.operation_id))
    return shown


def _faults(owner: Person, request: Trespass, answer: httpx.Response) -> list[str]:
    said = f"{request.operation_id}: {request.method} {request.path} {request.options} → {answer.status_code}"
    if answer.is_success:
        return [f"{said} tells {answer.text[:500]}"] if owner.is_told_in(answer.text) else []
    allowed = REFUSALS | {ALSO_SAID.get(request.operation_id, 404)}
    odd = answer.status_code not in allowed or owner.mark in answer.text.lower().replace(request.path.lower(), "")
    return [f"{said} {answer.text[:500]}"] if odd else []


async def _work_of(person: Person) -> None:
    sql = "SELECT id::text FROM tasks WHERE user_id = $1 AND status = 'queued' ORDER BY id"
    for row in await as_system(person.app, sql, person.app.user_id):
        await person.app.worker.run_task(row["id"])


async def test_an_answer_that_is_kept_for_a_repeat_is_kept_for_its_owner_alone(app: App) -> None:
    owner, _ = await two(app)
    thief = await app.as_somebody_else()
    body: Any = {"value": f"never@{THEIRS}.example"}
    kept = await owner.app.post("/suppressions", body, headers={"Idempotency-Key": REPEATED})
    assert kept["id"] in owner.ids["suppression_id"]
    fresh = await thief.post("/suppressions", body, headers={"Idempotency-Key": REPEATED})
    assert fresh["id"] not in owner.ids["suppression_id"]


async def test_row_level_security_alone_shows_nothing_of_somebody_elses(app: App) -> None:
    owner, _ = await two(app)
    stranger, nobody = await app.as_somebody_else(), UserId(uuid4())
    own = await found(app, app.user_id, app.user_id, owner)
    empty = await found(app, stranger.user_id, nobody, owner)
    telling = {name for name, rows in own.items() if rows != empty[name]}
    assert len(telling) >= 100, sorted(set(own) - telling)
    assert await found(app, stranger.user_id, app.user_id, owner) == empty


async def test_the_user_named_in_each_statement_alone_shows_nothing_of_somebody_elses(app: App) -> None:
    owner, _ = await two(app)
    stranger = await app.as_somebody_else()
    unwalled = await found(app, None, stranger.user_id, owner)
    assert unwalled == await found(app, stranger.user_id, stranger.user_id, owner)
    assert [name for name, rows in unwalled.items() if owner.mark in str(rows).lower()] == []


async def test_the_user_named_in_each_statement_alone_keeps_somebody_elses_rows_as_they_are(app: App) -> None:
    owner, _ = await two(app)
    before = await rows_of(owner)
    await found(app, None, UserId(uuid4()), owner, writing=True)
    assert len(statements(writing=True)) >= 20
    assert await rows_of(owner) == before
