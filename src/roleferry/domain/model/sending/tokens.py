"""Signed names of one mail: in its Message-ID, its reply address and its unsubscribe link.

A token is letters and digits only, survives lower-casing, and cannot be made or changed without the key. A token
made for one purpose opens nothing else.
"""

from __future__ import annotations

import hmac
from base64 import b32decode, b32encode
from enum import StrEnum
from hashlib import blake2b
from uuid import UUID

from roleferry.domain.model.ids import CampaignId, ContactId, OutreachId

_ID_BYTES = 16
_ALPHABET = frozenset("abcdefghijklmnopqrstuvwxyz234567")


class TokenPurpose(StrEnum):
    """What a token opens."""

    REPLY = "reply"
    UNSUBSCRIBE = "unsubscribe"
    CLICK = "click"
    WARMUP = "warmup"


_MAC_BYTES = {
    TokenPurpose.REPLY: 8,
    TokenPurpose.UNSUBSCRIBE: 16,
    TokenPurpose.CLICK: 16,
    TokenPurpose.WARMUP: 16,
}
"""A reply token shares the 64 bytes of a local part with the mailbox's own name, so its proof is shorter."""


def send_key(campaign_id: CampaignId, contact_id: ContactId, step: int) -> str:
    """
    Return the key of one step to one person: the same for every attempt, fit for any provider's tag.

    It is the idempotency key, the provider tag and part of the Message-ID; 32 lower-case letters and digits.
    """
    name = b"".join((campaign_id.bytes, contact_id.bytes, step.to_bytes(2)))
    return _text(blake2b(name, digest_size=20, person=b"send_key").digest())


def sign(purpose: TokenPurpose, outreach_id: OutreachId, *, key: bytes) -> str:
    """Return the token of one mail for one purpose."""
    return _text(outreach_id.bytes + _mac(purpose, outreach_id.bytes, key))


def open_token(purpose: TokenPurpose, token: str, *, key: bytes) -> OutreachId | None:
    """Return whose token it is, or None if it is not one of ours for this purpose."""
    raw = _bytes(token)
    if raw is None or len(raw) != _ID_BYTES + _MAC_BYTES[purpose]:
        return None
    name, mac = raw[:_ID_BYTES], raw[_ID_BYTES:]
    if not hmac.compare_digest(mac, _mac(purpose, name, key)):
        return None
    return OutreachId(UUID(bytes=name))


def _mac(purpose: TokenPurpose, name: bytes, key: bytes) -> bytes:
    return hmac.digest(key, f"{purpose}:".encode() + name, "sha256")[: _MAC_BYTES[purpose]]


def _text(raw: bytes) -> str:
    return b32encode(raw).decode().rstrip("=").lower()


def _bytes(token: str) -> bytes | None:
    lowered = token.strip().lower()
    if not lowered or not _ALPHABET.issuperset(lowered):
        return None
    try:
        raw = b32decode(lowered.upper() + "=" * (-len(lowered) % 8))
    except ValueError:
        return None
    return raw if _text(raw) == lowered else None
