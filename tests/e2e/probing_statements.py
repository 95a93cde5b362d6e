"""Every statement that reads for a user, with arguments that would find another person's rows if anything let them."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from roleferry.adapters.postgres.statements import STATEMENTS
from roleferry.adapters.postgres.transactions import opening
from roleferry.domain.model.ids import UserId
from tests.app import App
from tests.e2e.whole_person import Person

_WRITES = re.compile(r"\b(INSERT INTO|UPDATE \w+\s|DELETE FROM)")
_ARGUMENT = re.compile(r"\$(\d+) ([^$;]+)")
_WORDS = {
    "résumé": "resume_id",
    "job": "job_id",
    "application": "application_id",
    "company": "company_id",
    "companies": "company_id",
    "contact": "contact_id",
    "mailbox": "mailbox_id",
    "campaign": "campaign_id",
    "enrollment": "enrollment_id",
    "mail": "outreach_id",
    "step": "step_id",
    "template": "template_id",
}
_LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_LATER = datetime(2026, 11, 24, 13, tzinfo=UTC)


def statements(*, writing: bool) -> dict[str, str]:
    """Return the statements whose first argument is the user: those that only read, or those that change rows."""
    return {
        name: sql
        for name, sql in STATEMENTS.items()
        if re.search(r"\$1 user\b", _comment(sql))
        and "INSERT INTO" not in sql
        and bool(_WRITES.search(sql.replace("FOR UPDATE", ""))) == writing
    }


async def found(
    app: App, acting: UserId | None, named: UserId, owner: Person, *, writing: bool = False
) -> dict[str, list[str]]:
    """Return what each statement finds, acting as somebody (None: as the system) and naming somebody as the user."""
    shown: dict[str, list[str]] = {}
    async with app.container.pool().acquire() as connection:
        await connection.execute(opening(acting))
        try:
            for name, sql in statements(writing=writing).items():
                prepared = await connection.prepare(sql)
                types = [one.name for one in prepared.get_parameters()]
                for arguments in _ways(types, _told(sql), owner):
                    rows = await prepared.fetch(named, *arguments)
                    shown.setdefault(name, []).extend(str(dict(row)) for row in rows)
        finally:
            await connection.execute("COMMIT" if writing else "ROLLBACK")
    return shown


def _comment(sql: str) -> str:
    return " ".join(line.removeprefix("--").strip() for line in sql.splitlines() if line.startswith("--"))


def _told(sql: str) -> dict[int, str]:
    return {int(number): words.strip(" ,") for number, words in _ARGUMENT.findall(_comment(sql))}


def _ways(types: list[str], told: dict[int, str], owner: Person) -> Iterator[list[Any]]:
    """Yield the arguments after the user: once, or once for each kind where the comment says no more than `id`."""
    words = [told.get(number, "") for number in range(2, len(types) + 1)]
    kinds = [_kind(word) for word in words]
    ids = [kind is None and "uuid" in of_type for kind, of_type in zip(kinds, types[1:], strict=True)]
    for kind in owner.ids if any(ids) else [""]:
        yield [
            _argument(of_type, word, own or kind, owner)
            for of_type, word, own in zip(types[1:], words, kinds, strict=True)
        ]


def _kind(word: str) -> str | None:
    return next((kind for start, kind in _WORDS.items() if word.startswith((start, f"this {start}"))), None)


def _argument(of_type: str, word: str, kind: str, owner: Person) -> Any:
    if of_type.endswith("[]"):
        return _arguments(of_type, kind, owner)
    if any(part in word for part in ("before", "after", "not")):
        return None
    return {
        "uuid": UUID(owner.ids[kind][-1]) if kind else None,
        "int4": 0 if "number" in word else 100,
        "int8": 0 if "number" in word else 100,
        "timestamptz": _LONG_AGO if "since" in word else _LATER if "now" in word else None,
        "date": _LONG_AGO.date() if "since" in word else None,
        "bool": False if "only" in word else None,
    }.get(of_type)


def _arguments(of_type: str, kind: str, owner: Person) -> list[Any]:
    if of_type == "uuid[]":
        return [UUID(one) for one in owner.ids[kind]] if kind else []
    if of_type == "text[]":
        return [f"reader0@{owner.mark}.example", f"{owner.mark}-works.example", f"{owner.mark}.example", owner.mark]
    return [1] if of_type.startswith("int") else [None]
