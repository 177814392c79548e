"""A small server on loopback that keeps assistants as the API does."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

FUTURE = {
    "id": "from-the-future",
    "orgId": "org",
    "createdAt": "2025-01-01T00:00:00.000Z",
    "updatedAt": "2025-01-01T00:00:00.000Z",
    "voice": {"provider": "brand-new", "voiceId": "x"},
}
"""An assistant with a voice that the document does not know."""


class Store:
    """The assistants, newest first in lists."""

    def __init__(self) -> None:
        self.assistants: dict[str, dict[str, Any]] = {}
        self.requests: list[tuple[str, str, Any]] = []
        self.lock = threading.Lock()
        self.made = 0

    def create(self, body: dict[str, Any]) -> dict[str, Any]:
        with self.lock:
            self.made += 1
            moment = f"2025-01-01T00:{self.made // 60:02}:{self.made % 60:02}.000Z"
            known = {"id": f"assistant-{self.made}", "orgId": "org", "createdAt": moment, "updatedAt": moment}
            return self.assistants.setdefault(known["id"], known | body)

    def list(self, query: dict[str, list[str]]) -> list[dict[str, Any]]:
        before = query.get("createdAtLe", ["9"])[0]
        limit = int(float(query.get("limit", ["100"])[0]))
        newest = sorted(self.assistants.values(), key=lambda item: item["createdAt"], reverse=True)
        return [item for item in newest if item["createdAt"] <= before][:limit]


def _answer(store: Store, method: str, target: str, body: Any) -> tuple[int, Any]:
    parts = urlsplit(target)
    key = parts.path.removeprefix("/assistant").strip("/")
    if not key:
        return (201, store.create(body)) if method == "POST" else (200, store.list(parse_qs(parts.query)))
    found = FUTURE if key == FUTURE["id"] else store.assistants.get(key)
    if found is None:
        return 404, {"statusCode": 404, "message": "Could not find an assistant with this id.", "error": "Not Found"}
    if method == "DELETE":
        return 200, store.assistants.pop(key, found)
    return 200, found | (body or {})


@contextmanager
def serving(*, public: bool = False) -> Iterator[tuple[str, Store]]:
    """Serve until the block ends, to callers with a token unless `public`; gives the address and the store."""
    store = Store()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

        def answer(self) -> None:
            content = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            body = json.loads(content) if content else None
            authorized = public or self.headers.get("Authorization", "").startswith("Bearer ")
            status, value = (
                _answer(store, self.command, self.path, body) if authorized else (401, {"message": "No key"})
            )
            store.requests.append((self.command, self.path, body))
            payload = json.dumps(value).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        do_GET = do_POST = do_PATCH = do_DELETE = answer  # noqa: N815 - names of the base class

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", store
        finally:
            server.shutdown()
            thread.join()
