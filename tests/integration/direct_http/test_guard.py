"""Nothing a person types, and nothing a site answers, reaches a private address."""

import asyncio
import ssl
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpcore
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from roleferry.adapters.direct_http import GuardedClient, Limits
from roleferry.adapters.direct_http.guard import resolve
from roleferry.domain.model.jobs.page import PageError, PageNotAllowed, PageUnavailable
from roleferry.domain.model.public_addresses import is_public
from tests.doubles.http import Answer, VendorDouble, answer_text
from tests.integration.direct_http.hostile_addresses import HOSTILE

_HTML = frozenset({"text/html"})
_TLS = ssl.create_default_context()


class Connections(httpcore.AsyncNetworkBackend):
    """Records where a connection was opened to, and opens none."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109  (the name httpcore calls it by)
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        self.opened.append(host)
        raise httpcore.ConnectError("recorded")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(0)


def test_there_are_at_least_120_hostile_addresses() -> None:
    assert len(set(HOSTILE)) >= 120


@pytest.mark.parametrize("url", HOSTILE)
async def test_a_hostile_address_is_never_connected_to(url: str) -> None:
    connections = Connections()
    with pytest.raises((PageNotAllowed, PageUnavailable)):
        await GuardedClient(ssl_context=_TLS, backend=connections).get(url, types=_HTML)
    assert [address for address in connections.opened if not is_public(address)] == []
    assert connections.opened == []


async def test_a_name_whose_addresses_alternate_is_connected_to_only_while_public() -> None:
    connections = Connections()
    answers = iter(["93.184.216.34", "127.0.0.1"] * 500)

    async def rebinding(_host: str, _port: int) -> Sequence[str]:
        return (next(answers),)

    client = GuardedClient(ssl_context=_TLS, backend=connections, resolver=rebinding)
    for _ in range(1000):
        with pytest.raises(PageError):
            await client.get("http://rebinding.example/", types=_HTML)
    assert set(connections.opened) == {"93.184.216.34"}
    assert len(connections.opened) == 500


async def test_the_name_is_looked_up_once_for_each_connection() -> None:
    asked: list[str] = []

    async def counting(host: str, _port: int) -> Sequence[str]:
        asked.append(host)
        return ("93.184.216.34", "93.184.216.35")

    connections = Connections()
    with pytest.raises(PageUnavailable):
        await GuardedClient(ssl_context=_TLS, backend=connections, resolver=counting).get(
            "http://two.example/", types=_HTML
        )
    assert asked == ["two.example"]
    assert connections.opened == ["93.184.216.34", "93.184.216.35"]


async def test_one_private_address_among_public_ones_refuses_the_name() -> None:
    async def mixed(_host: str, _port: int) -> Sequence[str]:
        return ("93.184.216.34", "10.0.0.1")

    connections = Connections()
    with pytest.raises(PageNotAllowed):
        await GuardedClient(ssl_context=_TLS, backend=connections, resolver=mixed).get(
            "http://mixed.example/", types=_HTML
        )
    assert connections.opened == []


async def test_the_checked_address_gets_the_host_by_its_name(vendor_double: VendorDouble) -> None:
    port = int(vendor_double.url.rsplit(":", 1)[1])
    vendor_double.on("GET", "/job", answer_text("<p>hello</p>"))

    async def to_the_double(_host: str, _port: int) -> Sequence[str]:
        return ("127.0.0.1",)

    client = GuardedClient(ssl_context=_TLS, allow_loopback=True, resolver=to_the_double)
    answer = await client.get(f"http://jobs.example.com:{port}/job", types=_HTML)
    assert answer.body == b"<p>hello</p>"
    assert vendor_double.requests[0].headers["host"] == f"jobs.example.com:{port}"


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/", "http://[::ffff:127.0.0.1]:22/", "http://10.0.0.1/", "file:///etc/passwd"]
)
async def test_a_redirect_to_a_private_address_is_not_followed(vendor_double: VendorDouble, target: str) -> None:
    vendor_double.on("GET", "/job", Answer(status=302, headers={"Location": target}))
    connected: list[str] = []

    async def recording(host: str, port: int) -> Sequence[str]:
        addresses = await resolve(host, port)
        connected.extend(address for address in addresses if address != "127.0.0.1")
        return addresses

    with pytest.raises((PageNotAllowed, PageUnavailable)):
        await GuardedClient(ssl_context=_TLS, allow_loopback=True, resolver=recording).get(
            f"{vendor_double.url}/job", types=_HTML
        )
    assert len(vendor_double.requests) == 1


async def test_three_redirects_are_followed_and_a_fourth_is_not(vendor_double: VendorDouble) -> None:
    for step in range(5):
        vendor_double.on("GET", f"/{step}", Answer(status=301, headers={"Location": f"/{step + 1}"}))
    vendor_double.on("GET", "/5", answer_text("<p>arrived</p>"))
    client = GuardedClient(ssl_context=_TLS, allow_loopback=True)
    assert (await client.get(f"{vendor_double.url}/2", types=_HTML)).body == b"<p>arrived</p>"
    with pytest.raises(PageUnavailable):
        await client.get(f"{vendor_double.url}/1", types=_HTML)


async def test_without_the_setting_for_tests_loopback_is_refused(vendor_double: VendorDouble) -> None:
    with pytest.raises(PageNotAllowed):
        await GuardedClient(ssl_context=_TLS).get(vendor_double.url, types=_HTML)
    assert vendor_double.requests == []


async def test_proxies_from_the_environment_are_not_used(
    vendor_double: VendorDouble, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "https_proxy"):
        monkeypatch.setenv(name, vendor_double.url)
    connections = Connections()

    async def public(_host: str, _port: int) -> Sequence[str]:
        return ("93.184.216.34",)

    with pytest.raises(PageUnavailable):
        await GuardedClient(ssl_context=_TLS, backend=connections, resolver=public).get(
            "http://jobs.example.com/", types=_HTML
        )
    assert connections.opened == ["93.184.216.34"]
    assert vendor_double.requests == []


@given(st.text(max_size=60))
@settings(max_examples=100, deadline=None)
def test_any_text_as_an_address_ends_in_a_clear_refusal(text: str) -> None:
    async def nowhere(_host: str, _port: int) -> Sequence[str]:
        return ()

    client = GuardedClient(ssl_context=_TLS, resolver=nowhere, limits=Limits(seconds=2))
    for url in (text, f"http://{text}/", f"https://example.com/{text}"):
        with pytest.raises(PageError):
            asyncio.run(client.get(url, types=_HTML))


async def test_a_tls_handshake_names_the_host_and_checks_its_certificate(tmp_path: Path) -> None:
    certificate = _certificate_for("jobs.example.com", tmp_path)
    serving = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    serving.load_cert_chain(certificate)
    named: list[str | None] = []
    serving.sni_callback = lambda _socket, name, _context: named.append(name)
    server = await asyncio.start_server(_answer, "127.0.0.1", 0, ssl=serving)
    port = server.sockets[0].getsockname()[1]

    async def to_the_server(_host: str, _port: int) -> Sequence[str]:
        return ("127.0.0.1",)

    trusting = ssl.create_default_context(cafile=str(certificate))
    client = GuardedClient(allow_loopback=True, resolver=to_the_server, ssl_context=trusting)
    async with server:
        answer = await client.get(f"https://jobs.example.com:{port}/", types=_HTML)
        with pytest.raises(PageUnavailable):
            await client.get(f"https://other.example.com:{port}/", types=_HTML)
    assert answer.body == b"hi"
    assert named == ["jobs.example.com", "other.example.com"]


async def _answer(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi")
    await writer.drain()
    writer.close()


def _certificate_for(name: str, directory: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    path = directory / "certificate.pem"
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    private = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain)
    path.write_bytes(private + certificate.public_bytes(pem))
    return path
