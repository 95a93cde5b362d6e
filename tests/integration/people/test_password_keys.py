"""The key that seals mailbox passwords is changed while people go on; passwords stand nowhere in the clear."""

import io
import logging
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from roleferry.domain.model.ids import MailboxId
from roleferry.domain.model.sending.connections import MailProtocol
from roleferry.entrypoints.cli.reseal import reseal
from roleferry.entrypoints.container.keys import secret_box_of
from roleferry.entrypoints.settings import SettingsError, load
from tests.app import App, running_app

_CANARY = "canary-horse-battery"
_NEW = "n" * 40


async def _password(app: App, box: str) -> str:
    """Return what the mailbox would log in with."""
    mailbox_id = MailboxId(box)  # type: ignore[arg-type]  # the driver takes the text of an id
    async with app.container.transactions().begin(app.user_id) as uow:
        kept = (await uow.connections.of(mailbox_id)).smtp
    assert kept is not None
    return app.container.logins().open(mailbox_id, MailProtocol.SMTP, kept).password.reveal()


async def test_the_key_is_changed_and_the_old_one_thrown_away(
    fresh_database_url: str, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def told(**settings: str) -> tuple[int, str]:
        environment = {"ROLEFERRY_ENV": "dev", "DATABASE_URL": fresh_database_url, "REDIS_URL": redis_url, **settings}
        code = await reseal(load(environment), None)  # type: ignore[arg-type]  # it takes no options
        return code, "".join(capsys.readouterr())

    async with running_app(fresh_database_url, redis_url, tmp_path) as app:
        body = {"address": "ada@gmail.com", "password": _CANARY}
        box = (await app.post("/mailboxes", body))["id"]
        assert await _password(app, box) == _CANARY
    assert (await told(ROLEFERRY_SEALING_SECRETS=_NEW)) == (0, "2 passwords sealed anew, 0 were already\n")
    assert (await told(ROLEFERRY_SEALING_SECRETS=_NEW)) == (0, "0 passwords sealed anew, 2 were already\n")
    async with running_app(
        fresh_database_url, redis_url, tmp_path, ROLEFERRY_SECRET="x" * 40, ROLEFERRY_SEALING_SECRETS=_NEW
    ) as other:
        other.user_id = app.user_id
        assert await _password(other, box) == _CANARY
    code, words = await told(ROLEFERRY_SECRET="y" * 40)
    assert (code, "2 cannot be opened" in words) == (1, True)


async def test_a_password_stands_in_no_table_no_answer_and_no_log(
    fresh_database_url: str, redis_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    heard = io.StringIO()
    handler = logging.StreamHandler(heard)
    logging.getLogger().addHandler(handler)
    async with running_app(fresh_database_url, redis_url, tmp_path, ROLEFERRY_LOG_LEVEL="debug") as app:
        body: dict[str, Any] = {"address": "ada@sample.test", "smtp": {"host": "127.0.0.1", "password": _CANARY}}
        path = f"/mailboxes/{(await app.post('/mailboxes', body))['id']}"
        answers = [
            await app.call("PATCH", path, json={"smtp": {"host": "b.test", "port": 993, "password": _CANARY}}),
            await app.call("PATCH", path, json={"smtp": {"port": "x", "password": _CANARY}}),
            await app.call("PATCH", path, json={"imap": {"host": "b.test", "password": _CANARY}}),
            await app.call("POST", f"{path}/test", expect=200),
            await app.call("GET", path),
        ]
    logging.getLogger().removeHandler(handler)
    assert _CANARY not in "".join(one.text for one in answers)
    assert _CANARY not in heard.getvalue() + "".join(capsys.readouterr())
    connection = await asyncpg.connect(fresh_database_url)
    names = [
        row["name"]
        for row in await connection.fetch(
            "SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
    ]
    for name in names:
        rows = await connection.fetch(f"SELECT t::text AS row FROM {name} t")
        assert not [row for row in rows if _CANARY in row["row"] or _CANARY.encode().hex() in row["row"]], name
    await connection.close()
    assert len(names) > 20


def test_a_sealing_secret_that_can_be_guessed_is_refused() -> None:
    settings = load({"ROLEFERRY_SECRET": "s" * 40, "ROLEFERRY_SEALING_SECRETS": "short"})
    with pytest.raises(SettingsError, match="ROLEFERRY_SEALING_SECRETS"):
        secret_box_of(settings)
