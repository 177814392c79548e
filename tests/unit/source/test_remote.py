"""Remote documents, from a real server on loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from clientsmith.diagnostics import SpecError
from clientsmith.source import ReadOptions, read
from unit.source.documents import HEAD, read_files

OPEN = ReadOptions(allow_remote=True, allow_private_hosts=True, max_bytes=10_000)


class Handler(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/spec/a.yaml": (200, {}, (HEAD + "components: {schemas: {A: {$ref: 'b.json'}}}\n").encode()),
        "/spec/b.json": (200, {}, b'{"type": "string"}'),
        "/moved": (302, {"Location": "/spec/b.json"}, b""),
        "/round": (302, {"Location": "/round"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/large": (200, {}, b"#" * 20_000),
    }

    def do_GET(self) -> None:
        status, headers, body = self.pages.get(self.path, (404, {}, b""))
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        thread = threading.Thread(target=running.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def refer(folder: Path, url: str, options: ReadOptions) -> Any:
    bundle = read_files(folder, {"a.yaml": f"{HEAD}components: {{schemas: {{A: {{$ref: '{url}'}}}}}}\n"}, options)
    return bundle.tree["components"]["schemas"]


def test_a_remote_document_with_its_relative_references(server: str) -> None:
    bundle = read(f"{server}/spec/a.yaml", OPEN)
    assert bundle.tree["components"]["schemas"]["A"] == {"type": "string"}
    assert bundle.files == (f"{server}/spec/a.yaml", f"{server}/spec/b.json")


def test_redirects_are_followed(server: str, tmp_path: Path) -> None:
    assert refer(tmp_path, f"{server}/moved", OPEN)["A"] == {"type": "string"}


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/round", "redirected more than"),
        ("/file", "not http"),
        ("/none", "status 404"),
        ("/large", "larger than"),
    ],
)
def test_bounds(server: str, tmp_path: Path, path: str, reason: str) -> None:
    with pytest.raises(SpecError, match=reason):
        refer(tmp_path, server + path, OPEN)


def test_private_addresses_and_remote_documents_are_refused_by_default(server: str, tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="is not public"):
        refer(tmp_path, f"{server}/spec/b.json", ReadOptions(allow_remote=True))
    with pytest.raises(SpecError, match="ref-remote"):
        refer(tmp_path, f"{server}/spec/b.json", ReadOptions())


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="remote-failed"):
        refer(tmp_path, "http://127.0.0.1:9/x", OPEN)
