"""The certificates Amazon SNS signs with: from one pinned host alone, kept, and asked for rarely."""

import asyncio
import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.hashes import SHA1, SHA256, HashAlgorithm

from roleferry.adapters.vendor_events.api import ApiLimits, VendorApi
from roleferry.ports.errors import Unavailable
from roleferry.ports.event_sources import Forged, Silent

Kept = TypeVar("Kept")
_REGION = re.compile(r"[a-z]{2}(?:-[a-z]{2,10}){1,3}-\d{1,2}")
_PATH = re.compile(r"/SimpleNotificationService-[0-9A-Za-z]{1,80}\.pem")
_LIMITS = ApiLimits(seconds=5, bytes=64_000)
_SMALLEST_KEY = 2048
_MOST_KEPT = 16
_KEPT_FOR = timedelta(hours=24)
_NOT_AGAIN = timedelta(seconds=30)
"""After a try that failed, for the same address: whoever names what is not there must not keep us busy."""
_AT_ONCE = 4
_VERSIONS: dict[str, Callable[[], HashAlgorithm]] = {"1": SHA1, "2": SHA256}


def host_of(topic_arn: str) -> str:
    """
    Return the one host that may speak for a topic: `sns.<region>.amazonaws.com`.

    Raises:
        Forged: the topic names no region.
    """
    parts = topic_arn.split(":")
    if len(parts) != 6 or parts[0] != "arn" or parts[2] != "sns" or not _REGION.fullmatch(parts[3]):  # noqa: PLR2004
        raise Forged("the topic is none")
    return f"sns.{parts[3]}.amazonaws.com{'.cn' if parts[1] == 'aws-cn' else ''}"


class SigningCertificates:
    """
    Public keys by the address of their certificate.

    `origin` stands in for every `https://sns.<region>.amazonaws.com`; only tests give one, and no setting does.
    """

    def __init__(self, *, origin: str | None = None, sha1: bool = True) -> None:
        self._origin = origin
        self._versions = {name: made() for name, made in _VERSIONS.items() if sha1 or name != "1"}
        self._api = VendorApi(_LIMITS)
        self._kept: dict[str, tuple[RSAPublicKey, datetime]] = {}
        self._failed_until: dict[str, datetime] = {}
        self._turn = asyncio.Semaphore(_AT_ONCE)

    def origin_for(self, topic_arn: str) -> str:
        """Return the only address a topic's certificates and confirmations may lie at."""
        return self._origin or f"https://{host_of(topic_arn)}"

    def pinned(self, url: str, topic_arn: str) -> str:
        """
        Return the address of a certificate, if it is where Amazon keeps the topic's.

        Raises:
            Forged: another host, scheme, port or path, a user name, a query.
        """
        origin = self.origin_for(topic_arn)
        if not url.startswith(f"{origin}/") or not _PATH.fullmatch(url.removeprefix(origin)):
            raise Forged("its certificate does not come from Amazon SNS")
        return url

    async def fetch(self, url: str, *, now: datetime) -> None:
        """
        Have the certificate of a pinned address at hand.

        Raises:
            Unavailable: it cannot be had now.
        """
        if self._fresh(url, now) is not None:
            return
        async with self._turn:
            if self._fresh(url, now) is not None:
                return
            key = await self._asked_for(url, now) if now >= self._failed_until.get(url, now) else None
        if key is None:
            raise Unavailable("the certificate of Amazon SNS cannot be had")
        _remember(self._kept, url, (key, now + _KEPT_FOR))

    async def _asked_for(self, url: str, now: datetime) -> RSAPublicKey | None:
        try:
            answer = await self._api.call("GET", url)
            key = _key_in(answer.body, now) if answer.status == 200 else None  # noqa: PLR2004 - OK
        except Silent:
            key = None
        if key is None:
            _remember(self._failed_until, url, now + _NOT_AGAIN)
        return key

    def check(self, url: str, signed: bytes, signature: bytes, *, version: str, now: datetime) -> None:
        """
        Let a signature by the certificate's key pass.

        Raises:
            Forged: it is none, by a version we do not believe, or by a certificate we have not got.
        """
        key, algorithm = self._fresh(url, now), self._versions.get(version)
        if key is None or algorithm is None:
            raise Forged("its signature version or certificate is not believed")
        try:
            key.verify(signature, signed, PKCS1v15(), algorithm)
        except InvalidSignature as error:
            raise Forged("its signature does not match") from error

    def _fresh(self, url: str, now: datetime) -> RSAPublicKey | None:
        key, until = self._kept.get(url, (None, now))
        return key if now < until else None


def _remember(memory: "dict[str, Kept]", name: str, value: "Kept") -> None:
    while len(memory) >= _MOST_KEPT:
        memory.pop(next(iter(memory)))
    memory[name] = value


def _key_in(pem: bytes, now: datetime) -> RSAPublicKey | None:
    try:
        certificate = x509.load_pem_x509_certificate(pem)
        key = certificate.public_key()
        in_force = certificate.not_valid_before_utc <= now <= certificate.not_valid_after_utc
    except ValueError:
        return None
    return key if in_force and isinstance(key, RSAPublicKey) and key.key_size >= _SMALLEST_KEY else None
