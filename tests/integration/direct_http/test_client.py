"""The client over real HTTP: every way a site can fail ends in time, in memory and in words."""

import gzip
import zlib

import pytest

from roleferry.adapters.direct_http import GuardedClient, Limits
from roleferry.domain.model.jobs.page import PageError, PageGone, PageRefused, PageUnavailable, PageUnreadable
from tests.doubles.http import (
    Answer,
    Failure,
    VendorDouble,
    answer_json,
    answer_text,
    failing,
    rate_limited,
    server_error,
)

_HTML = frozenset({"text/html"})
_CLIENT = GuardedClient(allow_loopback=True, limits=Limits(seconds=0.5))


async def _get(double: VendorDouble, answer: Answer, client: GuardedClient = _CLIENT) -> bytes:
    double.on("GET", "/job", answer)
    return (await client.get(f"{double.url}/job", types=_HTML)).body


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (answer_text("", status=404), PageGone),
        (answer_text("", status=410), PageGone),
        (answer_text("", status=401), PageRefused),
        (answer_text("", status=403), PageRefused),
        (answer_text("", status=999), PageRefused),
        (Answer(status=302, headers={"Location": "/login?next=/job"}), PageRefused),
        (Answer(status=302, headers={"Location": "/authwall?trk=x"}), PageRefused),
        (rate_limited(), PageUnavailable),
        (server_error(), PageUnavailable),
        (server_error(503), PageUnavailable),
        (Answer(status=204), PageUnavailable),
        (answer_json({"no": "page"}), PageUnreadable),
        (Answer(body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"}), PageUnreadable),
        (Answer(body=b"x", headers={"Content-Type": "text/html", "Content-Encoding": "br"}), PageUnreadable),
        (Answer(body=b"no gzip", headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}), PageUnreadable),
        (failing(Failure.HANGS), PageUnavailable),
        (failing(Failure.CLOSES), PageUnavailable),
        (failing(Failure.RESETS), PageUnavailable),
        (
            Answer(body=b"<p>half of it</p>", headers={"Content-Type": "text/html"}, failure=Failure.BREAKS_OFF),
            PageUnavailable,
        ),
        (Answer(body=b"<p>slow</p>", headers={"Content-Type": "text/html"}, failure=Failure.TRICKLES), PageUnavailable),
    ],
)
async def test_a_failure_is_named_and_says_what_to_do(
    vendor_double: VendorDouble, answer: Answer, error: type[PageError]
) -> None:
    with pytest.raises(error) as caught:
        await _get(vendor_double, answer)
    assert "." in caught.value.detail
    assert "127.0.0.1" not in caught.value.detail


async def test_a_zip_bomb_is_stopped_at_the_cap(vendor_double: VendorDouble) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(PageUnreadable):
        await _get(
            vendor_double,
            Answer(body=bomb, headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}),
            GuardedClient(allow_loopback=True),
        )


async def test_a_page_beyond_five_megabytes_is_not_read(vendor_double: VendorDouble) -> None:
    with pytest.raises(PageUnreadable):
        await _get(vendor_double, answer_text("x" * (5 * 1024 * 1024 + 1)), GuardedClient(allow_loopback=True))


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_compressed_page_is_read(vendor_double: VendorDouble, encoding: str) -> None:
    body = gzip.compress(b"<p>hello</p>") if encoding == "gzip" else zlib.compress(b"<p>hello</p>")
    answer = Answer(body=body, headers={"Content-Type": "text/html; charset=utf-8", "Content-Encoding": encoding})
    assert await _get(vendor_double, answer) == b"<p>hello</p>"


async def test_no_cookie_and_no_credential_is_ever_sent(vendor_double: VendorDouble) -> None:
    vendor_double.on("GET", "/job", Answer(status=302, headers={"Location": "/there", "Set-Cookie": "session=1"}))
    vendor_double.on("GET", "/there", answer_text("<p>hello</p>"))
    await _CLIENT.get(f"{vendor_double.url}/job", types=_HTML)
    for request in vendor_double.requests:
        assert not {"cookie", "authorization", "proxy-authorization"} & set(request.headers)
