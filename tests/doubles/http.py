"""A vendor over real HTTP/1.1 on 127.0.0.1: answers what it is told to, fails the way vendors fail, remembers all."""

import json
import re
import socket
import struct
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType
from typing import Any, Self
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a client sent."""

    method: str
    path: str
    params: Mapping[str, str]
    query: Mapping[str, list[str]]
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """Read the body as JSON."""
        return json.loads(self.body)


class Failure(Enum):
    """How an answer goes wrong on the wire."""

    HANGS = auto()  # nothing comes, the connection stays open
    CLOSES = auto()  # the connection is closed before a byte came
    RESETS = auto()  # the connection is reset before a byte came
    BREAKS_OFF = auto()  # half of the body comes, then the connection is closed
    TRICKLES = auto()  # the body comes byte by byte, slower than any timeout likes


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the double sends back."""

    status: int = 200
    body: bytes = b""
    headers: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None


def answer_json(value: object, *, status: int = 200, headers: Mapping[str, str] | None = None) -> Answer:
    """Answer with JSON."""
    typed = {"Content-Type": "application/json", **(headers or {})}
    return Answer(status=status, body=json.dumps(value).encode(), headers=typed)


def answer_text(text: str, *, status: int = 200, content_type: str = "text/html; charset=utf-8") -> Answer:
    """Answer with a page."""
    return Answer(status=status, body=text.encode(), headers={"Content-Type": content_type})


def rate_limited(*, retry_after: str = "1") -> Answer:
    """Answer 429; `retry_after` is in seconds, or an HTTP date."""
    return answer_json({"error": "rate limited"}, status=429, headers={"Retry-After": retry_after})


def server_error(status: int = 500) -> Answer:
    """Answer with an error page that is no JSON, as a gateway in front of a vendor does."""
    return answer_text("<html><h1>Internal Server Error</h1></html>", status=status)


def truncated_json(value: object) -> Answer:
    """Answer with a whole HTTP message around half a JSON document."""
    whole = json.dumps(value).encode()
    return Answer(body=whole[: len(whole) // 2], headers={"Content-Type": "application/json"})


def wrong_schema() -> Answer:
    """Answer with JSON that no vendor's documentation mentions."""
    return answer_json([{"unexpected": [None, {"status": {"valid": "maybe"}}]}])


def failing(failure: Failure, value: object = "x" * 64) -> Answer:
    """Answer in a way that goes wrong on the wire."""
    return Answer(body=json.dumps(value).encode(), headers={"Content-Type": "application/json"}, failure=failure)


Responder = Callable[[Request], Answer]


class VendorDouble:
    """A vendor's server. Use as a context manager; `url` is its base address."""

    def __init__(self) -> None:
        """Bind a free port; nothing is served before the context is entered."""
        self.requests: list[Request] = []
        self._routes: list[tuple[str, re.Pattern[str], Responder]] = []
        self._closing = threading.Event()
        self._server = _Server(("127.0.0.1", 0), partial(_Handler, self))
        self._thread = threading.Thread(target=partial(self._server.serve_forever, poll_interval=0.01), daemon=True)

    @property
    def url(self) -> str:
        """Base address, without a slash at its end."""
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def on(self, method: str, path: str, *answers: Answer) -> None:
        """Give these answers one after the other; the last one stays. `path` may hold `{names}`; newer routes win."""
        left = list(answers)
        lock = threading.Lock()

        def next_answer(_request: Request) -> Answer:
            with lock:
                return left.pop(0) if len(left) > 1 else left[0]

        self.respond(method, path, next_answer)

    def respond(self, method: str, path: str, responder: Responder) -> None:
        """Let a function answer."""
        pattern = re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(path))
        self._routes.insert(0, (method.upper(), re.compile(pattern), responder))

    def answer(self, request: Request) -> Answer:
        """Remember the request and find its answer; 404 for what nobody expected."""
        for method, pattern, responder in self._routes:
            if method == request.method and (found := pattern.fullmatch(request.path)):
                known = Request(**{**_fields(request), "params": found.groupdict()})
                self.requests.append(known)
                return responder(known)
        self.requests.append(request)
        return answer_json({"error": f"no route for {request.method} {request.path}"}, status=404)

    def wait(self, seconds: float | None = None) -> bool:
        """Block until the double closes, or for so long; tell whether it closes."""
        return self._closing.wait(seconds)

    def __enter__(self) -> Self:
        """Start serving."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop serving and let go of every connection."""
        self._closing.set()
        self._server.shutdown()
        self._server.end_connections()
        self._server.server_close()
        self._thread.join()


def _fields(request: Request) -> dict[str, Any]:
    return {name: getattr(request, name) for name in Request.__slots__}


class _Server(ThreadingHTTPServer):
    """Remembers open connections, so that closing the double does not wait for clients that keep theirs alive."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], handler: Callable[..., BaseHTTPRequestHandler]) -> None:
        super().__init__(address, handler)
        self._open: set[socket.socket] = set()

    def process_request(self, request: Any, client_address: Any) -> None:
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        self._open.discard(request)
        super().shutdown_request(request)

    def end_connections(self) -> None:
        for connection in tuple(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Stay silent: a client that dies half-way is an everyday event."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, double: VendorDouble, *arguments: Any) -> None:
        self.double = double
        super().__init__(*arguments)

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Serve every method alike: the base class looks for `do_GET`, `do_POST` ..."""
        if name.startswith("do_"):
            return self._serve
        raise AttributeError(name)

    def log_message(self, format: str, *arguments: Any) -> None:  # noqa: A002 - the base class names it
        """Say nothing; the double remembers."""

    def _serve(self) -> None:
        parts = urlsplit(self.path)
        request = Request(
            method=self.command,
            path=parts.path,
            params={},
            query=parse_qs(parts.query, keep_blank_values=True),
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self._body(),
        )
        self._send(self.double.answer(request))

    def _body(self) -> bytes:
        if self.headers.get("Transfer-Encoding", "").lower() != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = bytearray()
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return bytes(body)

    def _send(self, answer: Answer) -> None:
        if answer.failure is not None:
            self.close_connection = True
        if answer.failure is Failure.HANGS:
            self.double.wait()
        elif answer.failure is Failure.RESETS:
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            self.connection.close()
        elif answer.failure is not Failure.CLOSES:
            self._send_head(answer)
            self._send_body(answer)

    def _send_head(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if answer.status not in {204, 304}:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()

    def _send_body(self, answer: Answer) -> None:
        if self.command == "HEAD":
            return
        if answer.failure is Failure.BREAKS_OFF:
            self.wfile.write(answer.body[: len(answer.body) // 2])
        elif answer.failure is Failure.TRICKLES:
            for byte in answer.body:
                self.wfile.write(bytes([byte]))
                if self.double.wait(1.0):
                    return
        else:
            self.wfile.write(answer.body)
