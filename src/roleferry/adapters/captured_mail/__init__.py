"""Mail that reaches nobody: every message becomes a file in the outbox folder, to be read and answered in dev."""

import asyncio
import json
from datetime import timedelta
from pathlib import Path
from typing import Any

from roleferry.ports.mail import Accepted, Evidence, MailCapability, Mailer, OutgoingMail, Whereabouts
from roleferry.ports.outbox import CapturedMail, Outbox


class CapturedMailer(Mailer):
    """Writes `<outreach id>.<n>.eml` and a `.json` beside it; a second mail of one step would be a second file."""

    capability = MailCapability(
        provider="mock",
        is_real=False,
        idempotent=False,
        can_prove_absence=True,
        keeps_message_id=True,
        reports_delivery=True,
        longest_request=timedelta(seconds=5),
    )

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def send(self, mail: OutgoingMail) -> Accepted:
        return await asyncio.to_thread(self._write, mail)

    async def find(self, mail: OutgoingMail) -> Evidence:
        found = await asyncio.to_thread(self._files, str(mail.user_id), str(mail.outreach_id))
        if not found:
            return Evidence(whereabouts=Whereabouts.ABSENT)
        return Evidence(whereabouts=Whereabouts.FOUND, provider_id=found[0].name, message_id=mail.message.message_id)

    async def aclose(self) -> None:
        return

    def _write(self, mail: OutgoingMail) -> Accepted:
        folder = self._folder / str(mail.user_id)
        folder.mkdir(parents=True, exist_ok=True)
        number = len(self._files(str(mail.user_id), str(mail.outreach_id)))
        path = folder / f"{mail.outreach_id}.{number}.eml"
        path.write_bytes(mail.mime)
        note = {
            "outreach_id": str(mail.outreach_id),
            "provider_id": path.name,
            "message_id": mail.message.message_id,
            "sent_at": mail.message.date.isoformat(),
            "sender": str(mail.message.from_address),
            "recipient": str(mail.message.to_address),
            "subject": mail.message.subject,
        }
        partial = path.with_suffix(".partial")
        partial.write_text(json.dumps(note), encoding="utf-8")
        partial.rename(path.with_suffix(".json"))
        return Accepted(provider_id=path.name, message_id=mail.message.message_id)

    def _files(self, user_id: str, outreach_id: str) -> list[Path]:
        return sorted((self._folder / user_id).glob(f"{outreach_id}.*.eml"))


class CapturedOutbox(Outbox):
    """The files of one person, oldest first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    async def mails(self, user_id: str) -> list[CapturedMail]:
        return await asyncio.to_thread(self._read, user_id)

    def _read(self, user_id: str) -> list[CapturedMail]:
        notes = [self._mail(user_id, path) for path in (self._folder / user_id).glob("*.json")]
        return sorted(notes, key=lambda mail: (mail.sent_at, mail.provider_id))

    @staticmethod
    def _mail(user_id: str, path: Path) -> CapturedMail:
        note: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        raw = path.with_suffix(".eml").read_bytes().decode("utf-8", "replace")
        return CapturedMail(user_id=user_id, raw=raw, **note)
