"""Remote documents, from a real server on loopback."""

from __future__ import annotations

import gzip
import itertools
import json
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest

from clientsmith.diagnostics import SpecError
from clientsmith.source import ReadOptions, read, remote
from unit.source.documents import HEAD, read_files

OPEN = ReadOptions(allow_remote=True, allow_private_hosts=True, max_bytes=10_000)


released = threading.Event()


class Handler(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[int, dict[str, str], bytes]]] = {
        "/spec/a.yaml": (200, {}, (HEAD + "components: {schemas: {A: {$ref: 'b.json'}}}\n").encode()),
        "/spec/b.json": (200, {}, b'{"type": "string"}'),
        "/moved": (302, {"Location": "/spec/b.json"}, b""),
        "/round": (302, {"Location": "/round"}, b""),
        "/file": (302, {"Location": "file:///etc/passwd"}, b""),
        "/large": (200, {}, b"#" * 20_000),
        "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(b"#" * 50_000_000)),
        "/bombs": (200, {"Content-Encoding": "gzip, gzip"}, gzip.compress(gzip.compress(b"#" * 50_000_000))),
        "/page": (200, {"Content-Type": "text/html; charset=utf-8"}, b"<html>"),
        "/latest": (302, {"Location": "/spec/a.yaml"}, b""),
        "/local": (200, {}, (HEAD + "components: {schemas: {A: {$ref: 'FILE'}}}\n").encode()),
    }

    def do_GET(self) -> None:
        if self.path == "/drip":
            self.wfile.write(b"HTTP/1.1 200 OK\r\n")
            for letter in itertools.cycle("X-Slow: and slower\r\n"):
                self.wfile.write(letter.encode())
                if released.wait(0.05):
                    return
        if self.path.startswith("/closed"):
            given = self.headers.get("Authorization", "")
            self.pages[self.path] = (200, {}, json.dumps({"description": given}).encode())
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
        released.set()
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
        ("/bomb", "larger than"),
        ("/bombs", "encoding 'gzip, gzip'"),
        ("/page", "text/html, which is no document"),
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


def test_a_server_that_drips_is_left(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote, "_SECONDS", 0.5)
    with pytest.raises(SpecError, match=r"longer than 0\.5 seconds"):
        refer(tmp_path, f"{server}/drip", OPEN)


def test_references_are_relative_to_where_a_document_was_found(server: str) -> None:
    bundle = read(f"{server}/latest", OPEN)
    assert bundle.files == (f"{server}/spec/a.yaml", f"{server}/spec/b.json")
    assert bundle.sha256 == read(f"{server}/spec/a.yaml", OPEN).sha256


def test_a_remote_document_reaches_no_local_file(server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    local = tmp_path / "local.yaml"
    local.write_text("type: string\n")
    page = HEAD + f"components: {{schemas: {{A: {{$ref: '{local.as_uri()}'}}}}}}\n"
    monkeypatch.setitem(Handler.pages, "/local", (200, {}, page.encode()))
    with pytest.raises(SpecError, match="may only refer to remote documents"):
        read(f"{server}/local", OPEN)
    files = {"a.yaml": f"{HEAD}components: {{schemas: {{A: {{$ref: '{server}/local#/components/schemas/A'}}}}}}\n"}
    with pytest.raises(SpecError, match="may only refer to remote documents"):
        read_files(tmp_path, files, OPEN)


def test_credentials_of_a_url_are_used_and_not_told(server: str, tmp_path: Path) -> None:
    url = server.replace("://", "://user:secret@")
    assert refer(tmp_path, f"{url}/closed?key=secret", OPEN)["A"]["description"].startswith("Basic ")
    assert read(f"{url}/spec/a.yaml", OPEN).files[0] == f"{server}/spec/a.yaml"
    for options in (OPEN, ReadOptions()):
        with pytest.raises(SpecError) as caught:
            read(f"{url}/none?key=secret", options)
        assert "secret" not in str(caught.value)
        assert "/none?…" in str(caught.value)


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.216.34", True),
        ("2606:2800:220:1:248:1893:25c8:1946", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("fe80::1%eth0", False),
        ("fc00::1", False),
        ("::ffff:127.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
    ],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert remote._is_public(address) is public


def test_the_address_that_was_checked_is_the_one_that_is_asked(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that is public when it is checked, and private when it is connected to, gains nothing."""
    port = int(server.rpartition(":")[2])
    asked: list[str] = []
    original = socket.getaddrinfo

    def resolve(host: str, *rest: Any, **more: Any) -> list[Any]:
        asked.append(host)
        return original("127.0.0.1" if host == "rebound.example" else host, *rest, **more)

    monkeypatch.setattr("socket.getaddrinfo", resolve)
    with pytest.raises(SpecError, match=r"127\.0\.0\.1 of 'rebound.example' is not public"):
        refer(tmp_path, f"http://rebound.example:{port}/spec/b.json", ReadOptions(allow_remote=True))
    assert asked == ["rebound.example"]
    assert refer(tmp_path, f"http://rebound.example:{port}/spec/b.json", OPEN)["A"] == {"type": "string"}
    assert asked.count("rebound.example") == 2


def test_a_redirect_may_not_give_up_encryption() -> None:
    assert remote._next("http://a.example/x", "https://b.example/") == "https://b.example/"
    with pytest.raises(remote.RemoteError, match="from https to http"):
        remote._next("https://a.example/x", "http://a.example/x")
