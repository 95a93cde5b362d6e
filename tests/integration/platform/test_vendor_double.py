"""The double of a vendor is a server: it is tested over the wire, with a client that has explicit timeouts."""

import asyncio
import socket
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpx
import pytest

from tests.doubles.http import (
    Answer,
    Failure,
    Request,
    VendorDouble,
    answer_json,
    failing,
    rate_limited,
    server_error,
    truncated_json,
    wrong_schema,
)


@pytest.fixture
async def client(vendor_double: VendorDouble) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=vendor_double.url, timeout=0.2, trust_env=False) as client:
        yield client


async def test_it_answers_and_remembers_what_it_was_sent(
    vendor_double: VendorDouble, client: httpx.AsyncClient
) -> None:
    vendor_double.on("POST", "/v1/people/{id}", answer_json({"ok": True}))
    answer = await client.post("/v1/people/7?full=1", json={"a": 1}, headers={"X-Api-Key": "k"})
    (request,) = vendor_double.requests
    assert answer.json() == {"ok": True}
    assert (request.params, request.query, request.json()) == ({"id": "7"}, {"full": ["1"]}, {"a": 1})
    assert request.headers["x-api-key"] == "k"


async def test_it_gives_answers_in_turn_and_then_stays_with_the_last(
    vendor_double: VendorDouble, client: httpx.AsyncClient
) -> None:
    vendor_double.on("GET", "/x", rate_limited(retry_after="3"), server_error(), answer_json(1))
    answers = [await client.get("/x") for _ in range(4)]
    assert [answer.status_code for answer in answers] == [429, 500, 200, 200]
    assert answers[0].headers["Retry-After"] == "3"


async def test_a_function_can_answer(vendor_double: VendorDouble, client: httpx.AsyncClient) -> None:
    def echo(request: Request) -> Answer:
        return answer_json(request.path)

    vendor_double.respond("PUT", "/{a}/{b}", echo)
    assert (await client.put("/one/two")).json() == "/one/two"


async def test_what_nobody_expected_is_not_found(vendor_double: VendorDouble, client: httpx.AsyncClient) -> None:
    assert (await client.delete("/nowhere")).status_code == 404
    assert [request.method for request in vendor_double.requests] == ["DELETE"]


async def test_a_streamed_request_body_arrives_whole(vendor_double: VendorDouble, client: httpx.AsyncClient) -> None:
    async def parts() -> AsyncIterator[bytes]:
        yield b"one "
        yield b"two"

    vendor_double.on("POST", "/upload", Answer(status=204))
    await client.post("/upload", content=parts())
    assert vendor_double.requests[0].body == b"one two"


@pytest.mark.parametrize(
    ("failure", "error"),
    [
        (Failure.HANGS, httpx.ReadTimeout),
        (Failure.CLOSES, httpx.RemoteProtocolError),
        (Failure.RESETS, httpx.ReadError),
        (Failure.BREAKS_OFF, httpx.RemoteProtocolError),
        (Failure.TRICKLES, httpx.ReadTimeout),
    ],
)
async def test_it_fails_on_the_wire_and_serves_the_next_request(
    vendor_double: VendorDouble, client: httpx.AsyncClient, failure: Failure, error: type[Exception]
) -> None:
    vendor_double.on("GET", "/x", failing(failure), answer_json("well again"))
    with pytest.raises(error):
        await client.get("/x")
    assert (await client.get("/x")).json() == "well again"


async def test_half_a_document_and_a_strange_one_come_in_whole_messages(
    vendor_double: VendorDouble, client: httpx.AsyncClient
) -> None:
    vendor_double.on("GET", "/half", truncated_json({"status": "valid"}))
    vendor_double.on("GET", "/strange", wrong_schema())
    with pytest.raises(ValueError, match="line 1"):
        (await client.get("/half")).json()
    assert isinstance((await client.get("/strange")).json(), list)


async def test_it_survives_clients_that_die_half_way(vendor_double: VendorDouble, client: httpx.AsyncClient) -> None:
    vendor_double.on("POST", "/x", answer_json("served"))
    port = urlsplit(vendor_double.url).port
    for sent in (b"", b"POST", b"POST /x HTTP/1.1\r\nContent-Length: 9\r\n\r\nhal", b"\x16\x03\x01 no http\r\n\r\n"):
        with socket.create_connection(("127.0.0.1", port)) as dying:
            dying.sendall(sent)
    assert (await client.post("/x")).json() == "served"


async def test_it_serves_many_at_once(vendor_double: VendorDouble, client: httpx.AsyncClient) -> None:
    vendor_double.on("GET", "/x", answer_json(1))
    answers = await asyncio.gather(*(client.get("/x", timeout=5) for _ in range(40)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(vendor_double.requests) == 40
