"""Mail through vendors' APIs over real HTTP, and every way in which they can fail."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from roleferry.adapters.mail_apis.wire import _told_apart
from roleferry.domain.model.sending.address import parse_address
from roleferry.ports.errors import PortError, Refused, Rejected, Uncertain
from roleferry.ports.mail import Mailer
from tests.contracts.mailer import Arrived, MailerContract, a_mail, outcome_of
from tests.doubles.http import (
    Answer,
    Failure,
    VendorDouble,
    answer_json,
    failing,
    rate_limited,
    server_error,
    truncated_json,
    wrong_schema,
)
from tests.doubles.mail_vendors import VENDORS, Vendor, quick, serve


@pytest.fixture(params=VENDORS)
def vendor(request: pytest.FixtureRequest) -> Vendor:
    name: str = request.param
    return VENDORS[name]


@pytest.fixture
async def mailer(vendor: Vendor, vendor_double: VendorDouble) -> AsyncIterator[Mailer]:
    wire = quick()
    serve(vendor_double, vendor)
    yield vendor.build(vendor_double.url, wire)
    await wire.aclose()


class TestVendors(MailerContract):
    @pytest.fixture(autouse=True)
    def _double(self, vendor_double: VendorDouble, vendor: Vendor) -> None:
        self.double, self.vendor = vendor_double, vendor

    @pytest.fixture
    def mailer(self, mailer: Mailer) -> Mailer:
        return mailer

    def arrived(self) -> Sequence[Arrived]:
        assert all(self.vendor.is_authentic(request) for request in self.double.requests)
        return [self.vendor.arrived(request) for request in self.double.requests]


async def test_the_send_key_travels_with_the_mail(mailer: Mailer, vendor: Vendor, vendor_double: VendorDouble) -> None:
    mail = a_mail()
    await mailer.send(mail)
    assert [vendor.key(request) for request in vendor_double.requests] == [mail.send_key]


async def test_every_answer_it_documents_says_what_is_known(
    mailer: Mailer, vendor: Vendor, vendor_double: VendorDouble
) -> None:
    for answer, known in vendor.says_no:
        vendor_double.requests.clear()
        vendor_double.on("POST", vendor.path, answer)
        assert await outcome_of(mailer, a_mail()) == known, answer
        assert len(vendor_double.requests) == 1


BREAKAGES = {
    "closed before an answer": (failing(Failure.CLOSES), "uncertain"),
    "reset before an answer": (failing(Failure.RESETS), "uncertain"),
    "a success that breaks off": (failing(Failure.BREAKS_OFF), "uncertain"),
    "half a JSON document": (truncated_json({"id": "x" * 40}), "uncertain"),
    "another form": (wrong_schema(), "uncertain"),
    "an empty success": (Answer(status=200), "uncertain"),
    "a gateway's page": (server_error(502), "uncertain"),
    "a failure of its own": (server_error(500), "uncertain"),
    "somewhere else": (Answer(status=302, headers={"Location": "/elsewhere"}), "uncertain"),
    "too many requests": (rate_limited(retry_after="7"), "refused"),
    "an error without a form": (Answer(status=400, body=b"\xff\x00"), "rejected"),
}


@pytest.mark.parametrize("what", BREAKAGES)
async def test_every_breakage_says_what_is_known(
    mailer: Mailer, vendor: Vendor, vendor_double: VendorDouble, what: str
) -> None:
    answer, known = BREAKAGES[what]
    vendor_double.on("POST", vendor.path, answer)
    assert await outcome_of(mailer, a_mail()) == known
    assert len(vendor_double.requests) == 1


@pytest.mark.parametrize("failure", [Failure.HANGS, Failure.TRICKLES])
async def test_a_vendor_that_is_too_slow_leaves_doubt(
    vendor: Vendor, vendor_double: VendorDouble, failure: Failure
) -> None:
    wire = quick(0.2)
    answer = failing(failure)
    vendor_double.on("POST", vendor.path, Answer(status=200, body=answer.body, failure=failure))
    assert await outcome_of(vendor.build(vendor_double.url, wire), a_mail()) == "uncertain"
    assert len(vendor_double.requests) == 1
    await wire.aclose()


async def test_nobody_listening_is_a_refusal(vendor: Vendor) -> None:
    with VendorDouble() as gone:
        url = gone.url
    wire = quick()
    assert await outcome_of(vendor.build(url, wire), a_mail()) == "refused"
    await wire.aclose()


@pytest.mark.parametrize(
    ("asked", "least", "most"),
    [
        ("7", 7, 7),
        ("in an hour", 3500, 3600),
        ("Wed, 21 Oct 2015 07:28:00 GMT", 0, 0),
    ],
    ids=["seconds", "date", "past date"],
)
async def test_it_waits_as_long_as_it_is_asked_to(
    mailer: Mailer, vendor: Vendor, vendor_double: VendorDouble, asked: str, least: int, most: int
) -> None:
    if asked == "in an hour":
        asked = format_datetime(datetime.now(UTC) + timedelta(hours=1))
    vendor_double.on("POST", vendor.path, rate_limited(retry_after=asked))
    with pytest.raises(Refused) as caught:
        await mailer.send(a_mail())
    assert caught.value.retry_after is not None
    assert least <= caught.value.retry_after.total_seconds() <= most


@pytest.mark.parametrize("asked", ["", "soon", "-1", "9" * 400, "Wed, 99 Foo"])
async def test_a_wait_that_makes_no_sense_is_none(
    mailer: Mailer, vendor: Vendor, vendor_double: VendorDouble, asked: str
) -> None:
    vendor_double.on("POST", vendor.path, rate_limited(retry_after=asked))
    with pytest.raises(Refused) as caught:
        await mailer.send(a_mail())
    assert caught.value.retry_after is None


async def test_an_international_address_is_rejected_before_any_call(
    mailer: Mailer, vendor_double: VendorDouble
) -> None:
    with pytest.raises(Rejected, match="international"):
        await mailer.send(a_mail(to_address=parse_address("zoë@firm.example")))
    assert vendor_double.requests == []


async def test_ses_says_which_message_id_went_out(vendor_double: VendorDouble) -> None:
    wire, ses = quick(), VENDORS["ses"]
    vendor_double.on("POST", ses.path, answer_json({"MessageId": "0100-0000"}))
    accepted = await ses.build(vendor_double.url, wire).send(a_mail())
    assert accepted.message_id == "<0100-0000@eu-west-1.amazonses.com>"
    assert vendor_double.requests[0].json()["ConfigurationSetName"] == "roleferry"
    await wire.aclose()


NEVER_ARRIVED = {
    "PoolTimeout": Refused, "ConnectTimeout": Refused, "ConnectError": Refused, "ProxyError": Refused,
    "UnsupportedProtocol": Rejected, "LocalProtocolError": Rejected,
}  # fmt: skip


def _kinds(kind: type[httpx.HTTPError]) -> list[type[httpx.HTTPError]]:
    below = [found for child in kind.__subclasses__() for found in _kinds(child)]
    return [kind, *below]


@pytest.mark.parametrize("kind", [*_kinds(httpx.TransportError), httpx.TooManyRedirects, httpx.DecodingError])
async def test_every_exception_of_the_client_is_told_apart_and_the_unknown_is_doubt(
    kind: type[httpx.RequestError],
) -> None:
    expected: type[PortError] = NEVER_ARRIVED.get(kind.__name__, Uncertain)
    with pytest.raises(expected):
        async with _told_apart():
            raise kind("x")
