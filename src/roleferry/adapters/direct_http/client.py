"""The one HTTP client for addresses that people give (SPEC 8, reliability.md 3.7)."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

import httpcore

from roleferry.adapters.direct_http.bodies import read_body
from roleferry.adapters.direct_http.guard import GuardedBackend, Resolve, resolve
from roleferry.adapters.direct_http.urls import checked_url
from roleferry.domain.model.jobs.page import PageGone, PageRefused, PageUnavailable, PageUnreadable

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_WALLS = frozenset({401, 402, 403, 407, 451, 999})
_LOGIN = (
    "/login",
    "/signin",
    "/sign-in",
    "/authwall",
    "/uas/login",
    "/checkpoint",
    "/sso/",
    "/auth/",
    "/account/login",
    "/secure/auth",
)
_HEADERS = (
    (b"User-Agent", b"Mozilla/5.0 (compatible; RoleFerry/1.0)"),
    (b"Accept-Encoding", b"gzip, deflate"),
    (b"Accept-Language", b"en, *;q=0.5"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a site sent: the address it came from in the end, its type without parameters, its bytes."""

    url: str
    content_type: str
    charset: str | None
    body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one import may take."""

    seconds: float = 10.0
    bytes: int = 5 * 1024 * 1024
    redirects: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardedClient:
    """Fetch public pages: no cookies, no credentials, no proxies from the environment, a fresh connection each time."""

    limits: Limits = field(default_factory=Limits)
    allow_loopback: bool = False
    """Also addresses of this machine on any port: for tests and development only."""
    resolver: Resolve = resolve
    backend: httpcore.AsyncNetworkBackend | None = None
    ssl_context: ssl.SSLContext = field(default_factory=ssl.create_default_context)

    async def get(
        self,
        url: str,
        *,
        types: frozenset[str],
        may_follow: Callable[[str], bool] = lambda _url: True,
        cap: int | None = None,
    ) -> Answer:
        """
        Return what stands at the address, after at most three redirects to addresses that `may_follow` accepts.

        Raises:
            PageNotAllowed: the address, or one it leads to, is not public.
            PageRefused: the site wants a login or shuts us out.
            PageGone: 404 or 410.
            PageUnreadable: another type than `types`, or more than the cap.
            PageUnavailable: no answer in time, 429, or the site's own failure.
        """
        try:
            async with asyncio.timeout(self.limits.seconds):
                return await self._follow(url, types, may_follow, cap or self.limits.bytes)
        except (TimeoutError, httpcore.TimeoutException) as error:
            raise PageUnavailable("The site did not answer in time. Try again later, or paste the text.") from error
        except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.UnsupportedProtocol, OSError) as error:
            raise PageUnavailable(
                "The site cannot be reached. Check the link, try again later, or paste the text."
            ) from error

    async def _follow(self, url: str, types: frozenset[str], may_follow: Callable[[str], bool], cap: int) -> Answer:
        backend = GuardedBackend(allow_loopback=self.allow_loopback, resolver=self.resolver, inner=self.backend)
        async with httpcore.AsyncConnectionPool(
            ssl_context=self.ssl_context, network_backend=backend, max_connections=1, max_keepalive_connections=0
        ) as pool:
            target = url
            for _ in range(self.limits.redirects + 1):
                target = self._checked(target)
                answer = await self._once(pool, target, types, cap)
                if isinstance(answer, Answer):
                    return answer
                target = _next(target, answer, may_follow)
        raise PageUnavailable("The address leads on and on. Open it in a browser and copy the address it ends at.")

    def _checked(self, url: str) -> str:
        return checked_url(url, any_port=self.allow_loopback, own_names=self.allow_loopback)

    async def _once(
        self, pool: httpcore.AsyncConnectionPool, url: str, types: frozenset[str], cap: int
    ) -> Answer | str:
        """Return the answer, or where it sends us."""
        timeouts = dict.fromkeys(("connect", "read", "write", "pool"), self.limits.seconds)
        headers = [*_HEADERS, (b"Accept", ", ".join(sorted(types)).encode())]
        async with pool.stream("GET", url, headers=headers, extensions={"timeout": timeouts}) as response:
            sent = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            if response.status in _REDIRECTS and "location" in sent:
                return sent["location"]
            _check_status(response.status)
            content_type, charset = _content_type(sent, types)
            body = await read_body(response.aiter_stream(), encoding=sent.get("content-encoding", ""), cap=cap)
            return Answer(url=url, content_type=content_type, charset=charset, body=body)


def _next(url: str, location: str, may_follow: Callable[[str], bool]) -> str:
    target = urljoin(url, location)
    path = urlsplit(target).path.lower()
    if not may_follow(target) or any(mark in f"{path}/" for mark in _LOGIN):
        raise PageRefused("The site asks for a login before it shows this page. Paste the text of the posting instead.")
    return target


def _check_status(status: int) -> None:
    if status in _GONE:
        raise PageGone("There is no posting at this address any more. If you can still see it, paste its text.")
    if status in _WALLS:
        raise PageRefused("The site does not show this page to us. Paste the text of the posting instead.")
    if status != 200:  # noqa: PLR2004  (OK)
        raise PageUnavailable("The site cannot show this page now. Try again later, or paste the text.", status=status)


def _content_type(headers: Mapping[str, str], types: frozenset[str]) -> tuple[str, str | None]:
    kind, _, parameters = headers.get("content-type", "text/html").partition(";")
    name = kind.strip().lower()
    if name not in types:
        raise PageUnreadable(
            "What stands there is no web page. Paste the text of the posting instead.", content_type=name[:80]
        )
    charset = next((part.partition("=")[2] for part in parameters.split(";") if "charset" in part.lower()), "")
    return name, charset.strip(" \"'") or None
