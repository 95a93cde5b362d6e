"""
Sending through a local SMTP server beside a bare aiosmtplib loop to the same server (SPEC 12).

Every mail has an owner, a mailbox, a campaign and a reader of its own, because one mailbox sends one mail in five
minutes: what is measured is a morning on which so many people's first mail is due. All of it counts: the claim, every
gate, the intent committed before each hand-over, the composed mail, the outcome committed after it.
"""

import asyncio
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
import msgspec

from benchmarks.table import Row
from roleferry.domain.model.ids import ContactId
from roleferry.domain.model.sending.campaign import CampaignSettings
from roleferry.domain.model.sending.digest import MailToApprove, fingerprint

_MAILS = 1_600
_CONNECTIONS = 16
_NOW = datetime(2026, 3, 3, 10, 0, tzinfo=UTC)
_BODY = "Dear Reader,\n\n" + "Your advert names a queue that keeps growing; at my last job I cut one to two days. " * 5
_LINES = 29
"""As long as ours is with both forms of its text and every header."""


def rows(database_url: str, redis_url: str, home: Path, *, repeats: int) -> Iterator[Row]:
    """Yield mails a second, ours beside the bare loop's; the two take turns on one server, medians are compared."""
    ours, bare = [], []
    with _sink() as port:
        for _ in range(repeats):
            asyncio.run(_fill(database_url))
            ours.append(_worker(database_url, redis_url, home, port))
            bare.append(_bare(port))
    yield Row(
        name=f"sending: mails/s on {_CONNECTIONS} connections, bare aiosmtplib",
        value=statistics.median(ours),
        reference=statistics.median(bare),
        target=0.6,
    )


def _worker(database_url: str, redis_url: str, home: Path, port: int) -> float:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("ROLEFERRY_")},
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "ROLEFERRY_ENV": "dev",
        "ROLEFERRY_HOME": str(home),
        "ROLEFERRY_EMAIL": "smtp",
        "ROLEFERRY_SMTP_URL": f"smtp+plain://127.0.0.1:{port}",
        "ROLEFERRY_INTERNAL_RECIPIENTS": "firm.example",
        "ROLEFERRY_SENDING_CONNECTIONS": str(_CONNECTIONS),
        "ROLEFERRY_LOG_LEVEL": "error",
    }
    measured = _measured([sys.executable, "-m", "benchmarks.worker_smtp"], environment)
    if measured["mails"] != _MAILS:
        raise RuntimeError(f"{measured['mails']:.0f} of {_MAILS} mails were sent")
    return measured["per_second"]


def _bare(port: int) -> float:
    lines = "The same words on every line of this mail, as long as a line may well be.\r\n" * _LINES
    message = f"From: ada@sender.example\r\nSubject: Shorter queues\r\n\r\n{lines}"
    given = {"port": port, "mails": _MAILS, "connections": _CONNECTIONS, "message": message}
    command = [sys.executable, "-m", "benchmarks.bare_smtp", json.dumps(given)]
    return _measured(command, dict(os.environ))["per_second"]


def _measured(command: list[str], environment: Mapping[str, str]) -> Mapping[str, float]:
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, timeout=300, env=environment)
    measured: Mapping[str, float] = json.loads(done.stdout)
    return measured


@contextmanager
def _sink() -> Iterator[int]:
    command = [sys.executable, "-m", "benchmarks.sink"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield int(process.stdout.readline())
        process.stdin.close()


async def _fill(database_url: str) -> None:
    """Write so many people with one approved mail each that is due now, and set the service's clock to now."""
    connection = await asyncpg.connect(database_url)
    try:
        await connection.execute("SET ROLE roleferry_system")
        people = [_Person(number) for number in range(_MAILS)]
        for table in ("users", "contacts", "mailboxes", "campaigns", "enrollments", "outreach"):
            records = [getattr(one, table)() for one in people]
            places = ", ".join(f"${place}" for place in range(1, len(records[0]) + 1))
            insert = f"INSERT INTO {table} ({', '.join(records[0])}) VALUES ({places})"  # noqa: S608 - names of ours
            await connection.executemany(insert, [tuple(record.values()) for record in records])
        offset = (_NOW - datetime.now(UTC)).total_seconds()
        await connection.execute(
            "INSERT INTO service_state (key, value) VALUES ('clock', jsonb_build_object('offset_seconds', $1::float8))"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            offset,
        )
        await connection.execute("RESET ROLE")
        await connection.execute("ANALYZE")
    finally:
        await connection.close()


class _Person:
    """Somebody with one mail to send, as rows."""

    def __init__(self, number: int) -> None:
        self._name = f"{number}.{uuid4().hex[:12]}"
        self._user, self._contact, self._mailbox = uuid4(), ContactId(uuid4()), uuid4()
        self._campaign, self._enrollment = uuid4(), uuid4()
        self._reader = f"reader{self._name}@firm.example"

    def users(self) -> dict[str, object]:
        """Return the account."""
        return {"id": self._user, "email": f"ada{self._name}@sender.example"}

    def contacts(self) -> dict[str, object]:
        """Return the reader."""
        return self._own(self._contact, full_name="Kim Reader", email=self._reader, created_at=_NOW)

    def mailboxes(self) -> dict[str, object]:
        """Return the account to send from."""
        return self._own(
            self._mailbox,
            address=f"ada{self._name[:20]}@sender.example",
            display_name="Ada Sample",
            provider="mock",
            time_zone="Europe/London",
            postal_address="1 Sample Street, London",
            created_at=_NOW,
        )

    def campaigns(self) -> dict[str, object]:
        """Return the campaign, launched."""
        settings = msgspec.json.encode(msgspec.to_builtins(CampaignSettings())).decode()
        return self._own(
            self._campaign,
            name=f"Campaign {self._name}",
            status="active",
            tone="warm",
            settings=settings,
            mailbox_ids=[self._mailbox],
            launched_at=_NOW,
            created_at=_NOW,
        )

    def enrollments(self) -> dict[str, object]:
        """Return the reader's path."""
        return self._own(
            self._enrollment,
            campaign_id=self._campaign,
            contact_id=self._contact,
            mailbox_id=self._mailbox,
            state="active",
            reply_token=self._name,
            started_at=_NOW,
        )

    def outreach(self) -> dict[str, object]:
        """Return the mail."""
        words = {"subject": "Shorter queues", "body": _BODY, "time_zone": "Europe/London"}
        shown = MailToApprove(
            contact_id=self._contact,
            step=1,
            name="Kim Reader",
            address=self._reader,
            window=CampaignSettings().window,
            **words,
        )
        return self._own(
            uuid4(),
            campaign_id=self._campaign,
            enrollment_id=self._enrollment,
            contact_id=self._contact,
            mailbox_id=self._mailbox,
            step_id=uuid4(),
            step=1,
            step_kind="initial",
            gap_days=0,
            day=0,
            same_thread=False,
            to_address=self._reader,
            to_name="Kim Reader",
            status="scheduled",
            due_at=_NOW,
            approved_digest=fingerprint(shown).digest,
            send_key=self._name,
            message_id=f"<{self._name}@sender.example>",
            created_at=_NOW,
            **words,
        )

    def _own(self, row_id: UUID, **values: object) -> dict[str, object]:
        return {"user_id": self._user, "id": row_id, **values}
