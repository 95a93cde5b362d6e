"""AES-256-GCM (NIST SP 800-38D) with a fresh nonce a seal; the purpose is bound in, and older keys still open."""

import hashlib
import os
from collections.abc import Sequence

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from roleferry.ports.secret_box import CannotOpen, SecretBox

_VERSION = b"\x01"
_NAME, _NONCE = 4, 12
"""Bytes: of a key's name, by which the right one is found, and of the nonce."""


class AesSecretBox(SecretBox):
    """Seals with the first key; opens with any, so that keys can be changed one after the other."""

    def __init__(self, keys: Sequence[bytes]) -> None:
        self._keys = {_name(key): AESGCM(key) for key in keys}
        self._newest = _name(keys[0])

    def seal(self, text: str, *, purpose: str) -> bytes:
        nonce = os.urandom(_NONCE)
        sealed = self._keys[self._newest].encrypt(nonce, text.encode(), purpose.encode())
        return _VERSION + self._newest + nonce + sealed

    def open(self, sealed: bytes, *, purpose: str) -> str:
        version, rest = sealed[:1], sealed[1:]
        name, nonce, body = rest[:_NAME], rest[_NAME : _NAME + _NONCE], rest[_NAME + _NONCE :]
        key = self._keys.get(name)
        if version != _VERSION or key is None or len(nonce) != _NONCE:
            raise CannotOpen("not sealed with a key of ours")
        try:
            return key.decrypt(nonce, body, purpose.encode()).decode()
        except InvalidTag as error:
            raise CannotOpen("sealed for something else, or changed") from error

    def is_current(self, sealed: bytes) -> bool:
        return sealed[: len(_VERSION) + _NAME] == _VERSION + self._newest


def _name(key: bytes) -> bytes:
    return hashlib.sha256(b"name of a key" + key).digest()[:_NAME]
