"""Asking a vendor: short, small, to one host, following no redirect."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from roleferry.ports.event_sources import Silent


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiLimits:
    """Seconds for the whole call, and bytes of its answer."""

    seconds: float = 5
    bytes: int = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiAnswer:
    """What it said; a redirect is an answer like another."""

    status: int
    body: bytes


class VendorApi:
    """Calls, each on a connection of its own: they are rare."""

    def __init__(self, limits: ApiLimits | None = None) -> None:
        self._limits = limits or ApiLimits()

    async def call(self, method: str, url: str, *, headers: Mapping[str, str] | None = None, **body: Any) -> ApiAnswer:
        """
        Return what the vendor says.

        Raises:
            Silent: nothing, too late, or more than anybody should say.
        """
        try:
            async with (
                asyncio.timeout(self._limits.seconds),
                httpx.AsyncClient(timeout=self._limits.seconds, trust_env=False, follow_redirects=False) as client,
                client.stream(method, url, headers=headers, **body) as response,
            ):
                return ApiAnswer(status=response.status_code, body=await self._body(response))
        except (TimeoutError, httpx.HTTPError, httpx.InvalidURL) as error:
            raise Silent(f"{httpx.URL(url).host} does not answer") from error

    async def _body(self, response: httpx.Response) -> bytes:
        whole = bytearray()
        async for chunk in response.aiter_bytes():
            whole += chunk
            if len(whole) > self._limits.bytes:
                raise Silent(f"{response.url.host} answers with more than {self._limits.bytes} bytes")
        return bytes(whole)
