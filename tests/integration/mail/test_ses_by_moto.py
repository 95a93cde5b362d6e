"""SES v2 as somebody else understood it: moto's server takes our signed requests, or says why not."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator, Iterator, Sequence
from typing import Any

import httpx
import pytest
from moto.server import ThreadedMotoServer
from moto.ses.models import ses_backends

from roleferry.adapters.mail_apis import SesKeys, SesMailer
from roleferry.domain.model.sending.address import parse_address
from roleferry.ports.errors import Rejected
from roleferry.ports.mail import Mailer
from tests.contracts.mailer import Arrived, MailerContract, a_mail
from tests.doubles.mail_vendors import SECRET, quick

_REGION = "eu-west-1"
_ACCOUNT = "123456789012"
"""Moto's own."""


@pytest.fixture(scope="module")
def moto_url() -> Iterator[str]:
    """Address of a server on which one domain may send."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    url = "http://{}:{}".format(*server.get_host_and_port())
    scope = f"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261123/{_REGION}/ses/aws4_request"
    body = {"EmailIdentity": "sender.example"}
    httpx.post(f"{url}/v2/email/identities", json=body, headers={"Authorization": scope}).raise_for_status()
    yield url
    server.stop()


@pytest.fixture
async def mailer(moto_url: str) -> AsyncIterator[Mailer]:
    keys = SesKeys(access_key="AKIDEXAMPLE", secret_key=SECRET)
    made = SesMailer(wire=quick(20), keys=keys, region=_REGION, endpoint=moto_url)
    _sent().clear()
    yield made
    await made.aclose()


class TestSesByMoto(MailerContract):
    @pytest.fixture
    def mailer(self, mailer: Mailer) -> Mailer:
        return mailer

    def arrived(self) -> Sequence[Arrived]:
        return [Arrived(one.raw_data.encode(), one.destinations[0], {}) for one in _sent()]


async def test_the_id_it_gives_is_what_the_next_mail_refers_to(mailer: Mailer) -> None:
    accepted = await mailer.send(a_mail())
    (sent,) = _sent()
    assert accepted.provider_id == sent.id
    assert accepted.message_id == f"<{sent.id}@{_REGION}.amazonses.com>"


async def test_a_sender_nobody_has_verified_is_rejected_in_its_words(mailer: Mailer) -> None:
    with pytest.raises(Rejected) as caught:
        await mailer.send(a_mail(from_address=parse_address("mia@unverified.example")))
    assert caught.value.code == "MessageRejected"
    assert "Did not have authority" in str(caught.value)
    assert _sent() == []


async def test_a_request_nobody_signed_is_not_taken(moto_url: str) -> None:
    async with httpx.AsyncClient() as client:
        answer = await client.post(f"{moto_url}/v2/email/outbound-emails", json={})
    assert answer.is_error


def _sent() -> list[Any]:
    messages: list[Any] = ses_backends[_ACCOUNT][_REGION].sent_messages
    return messages
