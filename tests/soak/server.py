"""The server of a soak run, in a process of its own: it plays the plan of each call, and counts what arrives."""

from __future__ import annotations

import asyncio
import json
import socket
import struct
import sys
from collections import Counter
from contextlib import suppress

from soak.plan import plan

HEADERS = "content-type: application/json\r\n"
BODY = '{{"id": "{}", "createdAt": "2024-01-01T00:00:00.000Z", "name": "an assistant"}}'


class Served:
    """What arrived, and how many connections are open."""

    def __init__(self, seed: int) -> None:
        self.seed = seed
        self.arrived: Counter[int] = Counter()
        self.connections = 0
        self.open = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        self.connections += 1
        self.open += 1
        try:
            with suppress(OSError, asyncio.IncompleteReadError):
                while await self._answer(reader, writer):
                    pass
        finally:
            self.open -= 1
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines[1:])}
        await reader.readexactly(int(headers.get("content-length", "0")))
        if lines[0].startswith("GET /report"):
            report = {"arrived": self.arrived, "connections": self.connections, "open": self.open}
            _respond(writer, json.dumps(report))
            return True
        number = int(headers["x-call"])
        attempt = self.arrived[number]
        self.arrived[number] += 1
        planned = plan(self.seed, number)
        if attempt < len(planned.faults):
            return await _play(planned.faults[attempt], reader, writer)
        _respond(writer, BODY.format(number), extra="connection: close\r\n" if planned.ends else "")
        return not planned.ends


def _respond(writer: asyncio.StreamWriter, body: str | bytes, status: int = 200, extra: str = "") -> None:
    content = body if isinstance(body, bytes) else body.encode()
    writer.write(f"HTTP/1.1 {status} X\r\n{HEADERS}{extra}content-length: {len(content)}\r\n\r\n".encode() + content)


async def _play(fault: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
    """Play a fault; tell whether the connection goes on."""
    match fault:
        case "404" | "500" | "503":
            _respond(writer, '{"statusCode": 1, "message": "no"}', int(fault))
        case "503 later" | "429 later":
            _respond(writer, "{}", int(fault[:3]), "retry-after: 0\r\n")
        case "bad gzip":
            _respond(writer, b"no gzip", extra="content-encoding: gzip\r\n")
        case "html":
            _respond(writer, "<html>Bad gateway</html>")
        case "truncated json":
            _respond(writer, '{"id": "1", ')
        case "hang":
            await reader.read(1)
            return False
        case "drip":
            writer.write(f"HTTP/1.1 200 X\r\n{HEADERS}content-length: 100000\r\n\r\n".encode())
            while not reader.at_eof():
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.05)
            return False
        case _:
            await _break_off(fault, writer)
            return False
    return True


async def _break_off(fault: str, writer: asyncio.StreamWriter) -> None:
    match fault:
        case "not http":
            writer.write(b"SSH-2.0-OpenSSH_9\r\n")
        case "truncated chunk":
            writer.write(f'HTTP/1.1 200 X\r\n{HEADERS}transfer-encoding: chunked\r\n\r\n10\r\n{{"id"'.encode())
        case "reset in headers":
            writer.write(b"HTTP/1.1 200 X\r\ncontent-ty")
        case "reset in body":
            writer.write(f'HTTP/1.1 200 X\r\n{HEADERS}content-length: 99\r\n\r\n{{"id"'.encode())
        case _:
            pass
    await writer.drain()
    if fault.startswith("reset"):
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()


async def main() -> None:
    """Print the port, then serve until the process is ended."""
    served = Served(int(sys.argv[1]))
    server = await asyncio.start_server(served.serve, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
