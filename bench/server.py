"""A server that answers each request with the same JSON, quickly enough not to blur what is measured."""

from __future__ import annotations

import socket
import sys
import threading
from pathlib import Path


def serve(connection: socket.socket, answer: bytes) -> None:
    """Answer requests without a body on one connection until the other side closes it."""
    with connection:
        received = b""
        while data := connection.recv(65536):
            received += data
            while b"\r\n\r\n" in received:
                received = received.partition(b"\r\n\r\n")[2]
                connection.sendall(answer)


def main() -> None:
    """Print the port, then serve until the process is ended."""
    body = Path(sys.argv[1]).read_bytes()
    head = f"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        while True:
            connection, _ = listener.accept()
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=serve, args=(connection, head.encode() + body), daemon=True).start()


if __name__ == "__main__":
    main()
