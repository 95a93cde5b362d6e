"""A mail out of a person's own mailbox, as it is kept until a worker reads it."""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from uuid import UUID

from roleferry.domain.model.ids import UserId

SOURCE = "mailbox"
"""Under which name such mails wait among all that came in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMail:
    """Whose mailbox it came to, when, and its bytes; a huge one without its end."""

    user_id: UserId
    at: datetime
    raw: bytes

    def packed(self) -> bytes:
        """Return it as one piece."""
        told = {"user_id": self.user_id.hex, "at": self.at.isoformat(), "raw": b64encode(self.raw).decode()}
        return json.dumps(told).encode()

    @property
    def name(self) -> str:
        """Name it by its owner and every byte of it, whatever number its server gives it."""
        return blake2b(self.user_id.bytes + self.raw, digest_size=24).hexdigest()


def unpacked(packed: bytes) -> KeptMail:
    """
    Return what was packed.

    Raises:
        ValueError, KeyError, TypeError: it was not.
    """
    told = json.loads(packed)
    at = datetime.fromisoformat(told["at"])
    return KeptMail(user_id=UserId(UUID(told["user_id"])), at=at, raw=b64decode(told["raw"], validate=True))
