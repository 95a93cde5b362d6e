"""One POST to a vendor, at most once, with every way it can go wrong told apart (SPEC 6)."""

import asyncio
import contextlib
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any, TypeVar

import httpx
import msgspec

from roleferry.domain.model.sending.outcome import Fault
from roleferry.ports.errors import Refused, Rejected, Uncertain
from roleferry.ports.mail import OutgoingMail

_LARGEST = 1_000_000
_LONGEST = 300
_SECONDS = re.compile(r"\d{1,9}")
_IDLE_SECONDS = 5.0
_SERVER_ERRORS = 500
Shape = TypeVar("Shape")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApiTimes:
    """Seconds per phase of a call; `total` ends it whatever trickles in."""

    connect: float = 5
    pool: float = 5
    write: float = 15
    read: float = 30
    total: float = 60

    @property
    def longest_request(self) -> timedelta:
        """Return the longest a call can take, closing included."""
        return timedelta(seconds=self.total + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a vendor said; `body` is None if it broke off."""

    status: int
    headers: Mapping[str, str]
    body: bytes | None

    def read(self, shape: type[Shape]) -> Shape:
        """
        Return the body of a success.

        Raises:
            Uncertain: it broke off or says something else, so nobody knows whether the mail was taken.
        """
        try:
            return msgspec.json.decode(self.body or b"", type=shape)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise Uncertain("the vendor's answer made no sense", code=Fault.PROTOCOL.value) from error

    def error(self, shape: type[Shape], default: Shape) -> Shape:
        """Return the body of an error, or the default where it has another form: the status says enough."""
        with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
            return msgspec.json.decode(self.body or b"", type=shape)
        return default

    @property
    def retry_after(self) -> timedelta | None:
        """Return how long the vendor asks us to wait: seconds or a date (RFC 9110 10.2.3)."""
        asked = self.headers.get("retry-after", "").strip()
        if _SECONDS.fullmatch(asked):
            return timedelta(seconds=int(asked))
        with contextlib.suppress(ValueError, TypeError):
            return max(parsedate_to_datetime(asked) - datetime.now(UTC), timedelta(0))
        return None

    def refused(self, code: str, detail: str) -> Refused:
        """Return the error of a mail that was not accepted now."""
        return Refused(detail[:_LONGEST], code=code, retry_after=self.retry_after)


class Wire:
    """Posts, over kept connections that are never trusted for long."""

    def __init__(self, times: ApiTimes | None = None) -> None:
        self.times = times or ApiTimes()
        timeout = httpx.Timeout(
            connect=self.times.connect, pool=self.times.pool, write=self.times.write, read=self.times.read
        )
        limits = httpx.Limits(max_connections=64, keepalive_expiry=_IDLE_SECONDS)
        self._client = httpx.AsyncClient(timeout=timeout, limits=limits, trust_env=False, follow_redirects=False)

    async def post(self, url: str, *, headers: Mapping[str, str], **body: Any) -> Answer:
        """
        Post once and return the answer, whatever its status.

        Raises:
            Refused: the vendor was never reached.
            Rejected: the request could not even be written.
            Uncertain: it may have arrived.
        """
        try:
            async with (
                asyncio.timeout(self.times.total),
                _told_apart(),
                self._client.stream("POST", url, headers=headers, **body) as response,
            ):
                return Answer(status=response.status_code, headers=response.headers, body=await _body(response))
        except TimeoutError as error:
            raise Uncertain("the vendor did not answer in time", code=Fault.READ_TIMEOUT.value) from error

    async def aclose(self) -> None:
        """Close every connection."""
        await self._client.aclose()


async def _body(response: httpx.Response) -> bytes | None:
    """Return the body, None if it breaks off or never ends."""
    whole = bytearray()
    try:
        async for chunk in response.aiter_bytes():
            whole += chunk
            if len(whole) > _LARGEST:
                return None
    except (httpx.HTTPError, httpx.StreamError):
        return None
    return bytes(whole)


@contextlib.asynccontextmanager
async def _told_apart() -> AsyncIterator[None]:
    try:
        yield
    except httpx.PoolTimeout as error:
        raise Refused("too many mails are being handed over", code=Fault.POOL_TIMEOUT.value) from error
    except httpx.ConnectTimeout as error:
        raise Refused("the vendor cannot be reached in time", code=Fault.CONNECT_TIMEOUT.value) from error
    except (httpx.ConnectError, httpx.ProxyError) as error:
        raise Refused("the vendor cannot be reached", code=Fault.CONNECTION_REFUSED.value) from error
    except (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.InvalidURL) as error:
        raise Rejected("the request could not be written", code=Fault.LOCAL.value) from error
    except httpx.WriteTimeout as error:
        raise Uncertain("the vendor took too long to take the mail", code=Fault.WRITE_TIMEOUT.value) from error
    except httpx.ReadTimeout as error:
        raise Uncertain("the vendor did not answer in time", code=Fault.READ_TIMEOUT.value) from error
    except httpx.RemoteProtocolError as error:
        raise Uncertain("the vendor's answer made no sense", code=Fault.PROTOCOL.value) from error
    except httpx.HTTPError as error:
        raise Uncertain("the connection was lost", code=Fault.RESET.value) from error


def unknown(answer: Answer) -> Uncertain:
    """Return the error of an answer that is documented neither as accepted nor as not."""
    what = "failed" if answer.status >= _SERVER_ERRORS else "gave an unexpected answer"
    return Uncertain(f"the vendor {what} ({answer.status})", code=str(answer.status))


def checked(mail: OutgoingMail) -> OutgoingMail:
    """
    Return the mail if vendors take it.

    Raises:
        Rejected: an address in it is international, which none of their documentation allows.
    """
    if mail.message.needs_smtputf8:
        raise Rejected("this mail vendor does not take international addresses", code="no_smtputf8")
    return mail


def shown(name: str, address: str) -> str:
    """Return a name and an address as one text, the name in quotes."""
    escaped = name.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}" <{address}>' if name.strip() else address
