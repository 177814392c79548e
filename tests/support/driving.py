"""Calling generated clients, both of them and in a fresh process, against a server on loopback."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self
from urllib.parse import urlsplit

from runtime.hostile import Exchange, Server, respond, serve
from support.generation import Generated, clean_environment

if TYPE_CHECKING:
    from types import TracebackType

    from runtime.hostile import Behaviour

__all__ = ["Driver", "Outcome", "respond", "serve"]

_SCRIPT = Path(__file__).with_name("driver_process.py")
_OWN_HEADERS = {"host", "user-agent", "connection", "accept-encoding", "accept", "content-length"}


@dataclass(frozen=True, slots=True)
class Sent:
    """A request as the server got it; `headers` are those that tell something, names in lower case."""

    method: str
    path: str
    query: str
    headers: dict[str, str]
    body: bytes
    accept: str = field(compare=False)

    @classmethod
    def of(cls, exchange: Exchange) -> Sent:
        """Return what an exchange sent."""
        target = urlsplit(exchange.target)
        headers = {name: value for name, value in exchange.headers.items() if name not in _OWN_HEADERS}
        if headers.get("content-type", "").startswith("multipart/"):
            headers["content-type"] = headers["content-type"].partition(";")[0]
        return cls(exchange.method, target.path, target.query, headers, exchange.body, exchange.headers["accept"])

    @property
    def json(self) -> Any:
        """The body, read as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a call came to: a JSON form of the result, the name of its class, error and warnings, requests."""

    value: Any
    type: str
    error: Any
    warnings: list[Any]
    requests: list[Sent]

    @property
    def sent(self) -> Sent:
        """The only request."""
        assert self.error is None or self.requests, self.error
        (request,) = self.requests
        return request


class Driver:
    """A fresh process with a generated package; each call is made by the blocking client and by the one for asyncio.

    Args:
        generated: the package.
        client: name of the blocking client.
        python: the interpreter.
    """

    def __init__(self, generated: Generated, client: str = "Shop", python: Path | str = sys.executable) -> None:
        self.generated = generated
        self._client = client
        self._process = subprocess.Popen(
            [str(python), "-W", "error", str(_SCRIPT), generated.package],
            env=clean_environment(generated.folder),
            cwd=generated.folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        _, complaints = self._process.communicate(timeout=30)
        assert self._process.returncode == 0, complaints

    def __call__(
        self,
        call: str,
        *behaviours: Behaviour,
        then: str = "",
        client: str = "base_url=url",
        same_body: bool = True,
        **variables: str,
    ) -> Outcome:
        """Make a call with both clients, see that they behave alike, and return what it came to.

        Args:
            call: an expression over `client`, `models`, `package`, `dt` and `url` (of the server).
            behaviours: what the server does with the requests, one after the other; an empty 200 without any.
            then: what to know of `result`; an expression; the result itself without one.
            client: arguments of the client's constructor.
            same_body: whether both clients have to send the same bytes, as they do but for random boundaries.
            variables: environment variables.
        """
        request = {"call": call, "then": then, "client": client, "variables": variables}
        blocking = self._make({**request, "mode": "sync"}, behaviours)
        awaiting = self._make({**request, "mode": "async"}, behaviours)
        assert _comparable(blocking, same_body=same_body) == _comparable(awaiting, same_body=same_body), (
            "the two clients differ"
        )
        return blocking

    def look(self, expression: str) -> Any:
        """Return the value of an expression over `package` and `models`; no call is made."""
        answer = self._ask({"mode": "none", "then": expression}, "")
        assert answer["error"] is None, answer["error"]
        return answer["value"]

    def fails(self, expression: str) -> Any:
        """Return the error of an expression over `package` and `models`."""
        answer = self._ask({"mode": "none", "then": expression}, "")
        assert answer["error"] is not None, answer["value"]
        return answer["error"]

    def _make(self, request: dict[str, Any], behaviours: tuple[Behaviour, ...]) -> Outcome:
        with serve(*(behaviours or (respond(),))) as server:
            answer = self._ask(request, server.url)
            return Outcome(**_readable(answer, server), requests=[Sent.of(exchange) for exchange in server.requests])

    def _ask(self, request: dict[str, Any], url: str) -> Any:
        line = json.dumps({"variables": {}, **request, "class": self._client, "url": url})
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
            answer = self._process.stdout.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            _, complaints = self._process.communicate(timeout=30)
            raise AssertionError(complaints)
        return json.loads(answer)


def _readable(answer: Any, server: Server) -> Any:
    """Write the server's address as `URL`, which differs from call to call."""
    return json.loads(json.dumps(answer).replace(server.url, "URL"))


def _comparable(outcome: Outcome, *, same_body: bool) -> Any:
    # Python names the class in its own errors.
    error = outcome.error and {**outcome.error, "url": "", "message": outcome.error["message"].replace("Async", "")}
    kinds = outcome.type.removeprefix("Async")
    requests = outcome.requests if same_body else [replace(sent, body=b"") for sent in outcome.requests]
    return outcome.value, kinds, error, outcome.warnings, requests
