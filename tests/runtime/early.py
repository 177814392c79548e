"""A server that does not keep bodies: it answers before it has read one, or throws away what it reads."""

from __future__ import annotations

import socket
import threading
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def early_answer(status: int, content: bytes, *, reads_all: bool = False, first: bytes = b"") -> Iterator[str]:
    """Serve on loopback; yields the address.

    Args:
        status: of every answer.
        content: the body of every answer.
        reads_all: whether the body is read to its end first; else a little of it, and the connection is closed.
        first: what is sent as soon as the headers are there.
    """
    listener = socket.create_server(("127.0.0.1", 0))

    def accept() -> None:
        with suppress(OSError):
            while True:
                connection, _ = listener.accept()
                threading.Thread(
                    target=_answer, args=(connection, status, content, reads_all, first), daemon=True
                ).start()

    threading.Thread(target=accept, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()


def _answer(connection: socket.socket, status: int, content: bytes, reads_all: bool, first: bytes) -> None:
    with suppress(OSError, ValueError), connection, connection.makefile("rb") as reader:
        left = _length(reader) if reads_all else 10_000
        connection.sendall(first)
        while left > 0 and (piece := reader.read(min(left, 1_000_000))):
            left -= len(piece)
        head = f"HTTP/1.1 {status} X\r\ncontent-length: {len(content)}\r\ncontent-type: application/json\r\n"
        connection.sendall(f"{head}connection: close\r\n\r\n".encode() + content)
        connection.shutdown(socket.SHUT_WR)
        # Closing at once with bytes unread would reset the connection, and what was answered might be lost.
        connection.settimeout(2)
        while not reads_all and connection.recv(1_000_000):
            break


def _length(reader: Any) -> int:
    length = 0
    while line := reader.readline().strip().lower():
        if line.startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
    return length
