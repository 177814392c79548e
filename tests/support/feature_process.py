"""Runs the Python of one feature against a server on loopback; see `features`.

Reads a JSON list of blocks from standard input, and writes them with what came of them to standard output.
"""

from __future__ import annotations

import ast
import datetime as dt
import json
import re
import sys
import threading
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import shop
from shop import models

_OWN_HEADERS = {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length", "transfer-encoding"}
_JSON = {"Content-Type": "application/json"}
_BOUNDARY = re.compile(rb"boundary=([\w-]+)")


class Handler(BaseHTTPRequestHandler):
    """Notes what is sent, and answers what it was told to."""

    protocol_version = "HTTP/1.1"
    sent: list[str] = []  # noqa: RUF012 - one server
    answers: list[tuple[int, dict[str, str], bytes]] = []  # noqa: RUF012

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""

    def _handle(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length") or 0))
        lines = [f"{self.command} {self.path}"]
        content_type = self.headers.get("content-type", "").encode()
        for name, value in self.headers.items():
            if name.lower() not in _OWN_HEADERS and not (name.lower() == "content-type" and b"json" in content_type):
                lines.append(f"{name.title()}: {value.partition('; boundary')[0]}")
        if (found := _BOUNDARY.search(content_type)) is not None:
            body = body.replace(found[1], b"boundary").replace(b"\r\n", b"\n").strip()
        text = body.decode("utf-8", "backslashreplace")
        self.sent.append("\n".join([*lines, *([text] if text else [])]))
        status, headers, content = self.answers.pop(0) if self.answers else (200, _JSON, b"{}")
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = do_HEAD = do_OPTIONS = do_QUERY = do_COPY = _handle  # noqa: N815


def answer(
    value: Any, status: int = 200, content_type: str = "application/json", headers: dict[str, str] | None = None
) -> None:
    """Say what the server answers to the next call."""
    content = value if isinstance(value, str) else json.dumps(value)
    Handler.answers.append((status, {"Content-Type": content_type, **(headers or {})}, content.encode()))


def _told(statement: ast.stmt, names: dict[str, Any]) -> list[str]:
    Handler.sent.clear()
    answered = bool(Handler.answers)
    shown: Any = None
    try:
        if isinstance(statement, ast.Expr):
            shown = eval(compile(ast.Expression(statement.value), "feature", "eval"), names)
        else:
            exec(compile(ast.Module([statement], []), "feature", "exec"), names)
    except Exception as error:
        if type(error) is NameError or (type(error) is AttributeError and "has no attribute" in str(error)):
            raise  # an example that has gone stale, and nothing to tell
        return [*_comments(Handler.sent), f"# {type(error).__name__}: {str(error).partition(chr(10))[0]}"]
    sent = _comments(Handler.sent)
    is_answer = isinstance(statement, ast.Expr) and ast.unparse(statement).startswith("answer(")
    if shown is None or is_answer or (Handler.sent and not answered):
        return sent
    return [*sent, *(f"# {line}" for line in repr(shown).split("\n"))]


def _comments(sent: list[str]) -> list[str]:
    return [
        f"# {'sends ' if not number else '      '}{line}".rstrip()
        for text in sent
        for number, line in enumerate(text.split("\n"))
    ]


def _run(block: str, names: dict[str, Any]) -> str:
    lines = block.rstrip("\n").split("\n")
    written: list[str] = []
    position = 0
    for statement in ast.parse(block).body:
        end = statement.end_lineno or 0
        written += lines[position:end]
        position = end
        written += _told(statement, names)
    return "\n".join([*written, *lines[position:]]) + "\n"


def main() -> None:
    """Run all blocks."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    url = f"http://127.0.0.1:{server.server_address[1]}"
    with shop.Shop(base_url=url) as client:
        names: dict[str, Any] = {
            "url": url,
            "answer": answer,
            "client": client,
            "models": models,
            "package": shop,
            "shop": shop,
            "dt": dt,
            "Decimal": Decimal,
            "UUID": UUID,
        }
        blocks = [_run(block, names) for block in json.loads(sys.stdin.read())]
    sys.stdout.write(json.dumps(blocks).replace(url, "https://shop.example"))


main()
