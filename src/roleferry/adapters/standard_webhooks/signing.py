"""The signature: HMAC-SHA256 over `id.timestamp.body`, base64, behind `v1,`; several may stand in one header."""

import base64
import binascii
import hmac
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from hashlib import sha256

from roleferry.ports.event_sources import Forged

TOLERANCE = timedelta(minutes=5)
"""How old, or how far ahead, a delivery may be (SPEC 7)."""
_PREFIX = "whsec_"
_LONGEST_ID = 200
_MOST_SIGNATURES = 10


def signing_key(secret: str) -> bytes:
    """Return the key of a secret: `whsec_` and base64, or any other text as its bytes."""
    if not secret.startswith(_PREFIX):
        return secret.encode()
    encoded = secret.removeprefix(_PREFIX)
    try:
        return base64.b64decode(encoded + "=" * (-len(encoded) % 4), validate=True)
    except binascii.Error:
        return secret.encode()


def sign(event_id: str, body: bytes, *, at: datetime, key: bytes) -> dict[str, str]:
    """Return the three headers of a delivery."""
    stamp = str(int(at.timestamp()))
    return {
        "webhook-id": event_id,
        "webhook-timestamp": stamp,
        "webhook-signature": f"v1,{_signature(event_id, stamp, body, key)}",
    }


def verify(headers: Mapping[str, str], body: bytes, *, now: datetime, keys: Sequence[bytes]) -> str:
    """
    Return the id of a delivery that one of the keys signed just now.

    Raises:
        Forged: a header is missing or odd, it is too old or from the future, or nobody we know signed it.
    """
    event_id, stamp = headers.get("webhook-id", ""), headers.get("webhook-timestamp", "")
    if not 0 < len(event_id) <= _LONGEST_ID or not event_id.isprintable():
        raise Forged("webhook-id is missing")
    if not (stamp.isascii() and stamp.isdigit()) or abs(int(stamp[:15]) - now.timestamp()) > TOLERANCE.total_seconds():
        raise Forged("webhook-timestamp is missing or more than five minutes off")
    wanted = [_signature(event_id, stamp, body, key) for key in keys]
    given = headers.get("webhook-signature", "").split()[:_MOST_SIGNATURES]
    shown = [one.removeprefix("v1,").encode() for one in given if one.startswith("v1,")]
    matches = [hmac.compare_digest(one, expected.encode()) for one in shown for expected in wanted]
    if not any(matches):
        raise Forged("webhook-signature does not match")
    return event_id


def _signature(event_id: str, stamp: str, body: bytes, key: bytes) -> str:
    signed = b".".join((event_id.encode(), stamp.encode(), body))
    return base64.b64encode(hmac.new(key, signed, sha256).digest()).decode()
