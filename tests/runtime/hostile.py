"""A server on a loopback socket that behaves as badly as it is told to."""

from __future__ import annotations

import json
import select
import socket
import struct
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    Behaviour = Callable[["Exchange"], None]


@dataclass
class Exchange:
    """One request that came, and the connection to answer on."""

    connection: socket.socket
    method: str
    target: str
    headers: dict[str, str]
    body: bytes
    number: int
    over: threading.Event
    keep: bool = True
    abort: bool = False

    def send(self, data: bytes) -> None:
        self.connection.sendall(data)

    def left(self, within: float = 0.2) -> bool:
        """Tell whether the client closes the connection within so many seconds."""
        if not select.select([self.connection], [], [], within)[0]:
            return False
        try:
            return self.connection.recv(1, socket.MSG_PEEK) == b""
        except OSError:
            return True

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Server:
    """Answers the n-th request with the n-th behaviour; the last one holds for all further requests."""

    behaviours: list[Behaviour]
    requests: list[Exchange] = field(default_factory=list)
    connections: int = 0
    open_connections: int = 0

    def __post_init__(self) -> None:
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._threads: list[threading.Thread] = []
        self._sockets: list[socket.socket] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._over.set()
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._sockets:
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()
        self._thread.join(5)
        for thread in self._threads:
            thread.join(5)

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            with self._lock:
                self.connections += 1
                self.open_connections += 1
                self._sockets.append(connection)
            thread = threading.Thread(target=self._serve, args=(connection,), daemon=True)
            self._threads.append(thread)
            thread.start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError, ValueError), connection, connection.makefile("rb") as reader:
            while True:
                exchange = self._read(connection, reader)
                if exchange is None:
                    break
                behaviour = self.behaviours[min(exchange.number, len(self.behaviours) - 1)]
                if not getattr(behaviour, "before_the_body", False):
                    exchange.body = _read_body(exchange.headers, reader)
                behaviour(exchange)
                if not exchange.keep:
                    # Closing sends a reset where that was asked for; an orderly end before it would hide it.
                    if not exchange.abort:
                        with suppress(OSError):
                            connection.shutdown(socket.SHUT_RDWR)
                    break
        with self._lock:
            self.open_connections -= 1

    def _read(self, connection: socket.socket, reader: Any) -> Exchange | None:
        line = reader.readline()
        if not line:
            return None
        method, target, _ = line.decode().split(" ", 2)
        headers: dict[str, str] = {}
        while (line := reader.readline().strip()) != b"":
            name, _, value = line.decode("latin-1").partition(":")
            headers[name.lower()] = value.strip()
        with self._lock:
            exchange = Exchange(connection, method, target, headers, b"", len(self.requests), self._over)
            self.requests.append(exchange)
        return exchange


def _read_body(headers: dict[str, str], reader: Any) -> bytes:
    """Read a body, perhaps a chunked one (RFC 9112 §7.1); one of those that ends too early raises."""
    if headers.get("transfer-encoding") != "chunked":
        return reader.read(int(headers.get("content-length", "0")))
    chunks: list[bytes] = []
    while size := int(reader.readline(), 16):
        chunks.append(reader.read(size))
        reader.readline()
    reader.readline()
    return b"".join(chunks)


def serve(*behaviours: Behaviour) -> Server:
    return Server(list(behaviours))


def head(status: int, headers: dict[str, str]) -> bytes:
    """Return the first lines of an answer."""
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} X\r\n{lines}\r\n".encode()


def respond(body: Any = None, status: int = 200, **headers: str) -> Behaviour:
    """Answer as a well-behaved server does; a body that is not bytes goes as JSON."""
    content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
    given = {name.replace("_", "-"): value for name, value in headers.items()}
    all_headers = {"content-length": str(len(content)), "content-type": "application/json", **given}

    def behave(exchange: Exchange) -> None:
        exchange.send(head(status, all_headers) + (b"" if exchange.method == "HEAD" else content))

    return behave


def answer(make: Callable[[Exchange], Any]) -> Behaviour:
    """Answer with the JSON that a function makes of the request."""
    return lambda exchange: respond(make(exchange))(exchange)


def raw(data: bytes) -> Behaviour:
    """Send bytes and close the connection."""

    def behave(exchange: Exchange) -> None:
        exchange.send(data)
        exchange.keep = False

    return behave


def hang(exchange: Exchange) -> None:
    """Say nothing until the client goes."""
    while not exchange.over.is_set() and not exchange.left():
        pass
    exchange.keep = False


def reset(exchange: Exchange) -> None:
    """Reset the connection."""
    exchange.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    exchange.keep = False
    exchange.abort = True


def reset_after(data: bytes) -> Behaviour:
    """Send bytes, wait until the client may have read them, and reset the connection."""

    def behave(exchange: Exchange) -> None:
        exchange.send(data)
        exchange.over.wait(0.02)
        reset(exchange)

    return behave


def before_the_body(behaviour: Behaviour) -> Behaviour:
    """Answer as soon as the headers have come, whatever else the client sends."""

    def behave(exchange: Exchange) -> None:
        behaviour(exchange)

    behave.before_the_body = True  # type: ignore[attr-defined]
    return behave


def drip(data: bytes, pause: float = 0.05) -> Behaviour:
    """Send one byte at a time."""

    def behave(exchange: Exchange) -> None:
        for byte in data:
            if exchange.over.wait(pause):
                return
            exchange.send(bytes([byte]))

    return behave


def drip_headers(exchange: Exchange) -> None:
    """Send headers without end, a byte at a time."""
    drip(b"HTTP/1.1 200 OK\r\nx-long: " + b"a" * 10_000)(exchange)


def drip_body(exchange: Exchange) -> None:
    """Send a body without end, a byte at a time."""
    exchange.send(head(200, {"content-type": "application/json", "content-length": "10000"}))
    drip(b"[" + b" " * 9_999)(exchange)


def close_after(behaviour: Behaviour) -> Behaviour:
    """Close the connection after the answer, although nothing announced it."""

    def behave(exchange: Exchange) -> None:
        behaviour(exchange)
        exchange.keep = False

    return behave


def refused_port() -> int:
    """Return a port that nobody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
    return port


def wait_until(condition: Callable[[], bool]) -> bool:
    """Wait for something that a thread of the server brings about."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.002)
    return False
