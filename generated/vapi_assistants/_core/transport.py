"""The two drivers: they carry out what `exchange` asks for, blocking and not, over a pool of connections."""

from __future__ import annotations

import threading
import time
import warnings
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from .deadlines import DeadlineError, hold_to_deadline, trace
from .exchange import Call, DeadlinePassedError, Send, UndecodableError, Wait, exchange
from .http_library import httpx
from .replies import Reply
from .requests import PreparedRequest, QuietURL

if TYPE_CHECKING:
    from collections.abc import Callable

    from .exchange import Outcome

C = TypeVar("C", httpx.Client, httpx.AsyncClient)

_HTTPX_USER_AGENT: Final = f"python-{httpx.__name__}/"
_DEFAULT_HEADERS: Final = frozenset({"accept", "accept-encoding", "connection", "user-agent"})


class Pool(Generic[C]):
    """An httpx client, made on first use, that a client shares with the clients derived from it.

    Args:
        make: makes the httpx client.
        given: the caller's httpx client; it is never closed here.
    """

    def __init__(self, make: Callable[[], C], given: C | None) -> None:
        self._make: Callable[[], C] = make
        self._client: C | None = given
        self._lock = threading.Lock()
        self.owned = given is None
        self.closed = False
        self.brings_headers: frozenset[str] = frozenset()
        self.brings_user_agent = False
        if given is not None:
            names = frozenset(name.lower() for name in given.headers)
            has_auth = given.auth is not None
            self.brings_headers = (names - _DEFAULT_HEADERS) | (
                frozenset({"authorization"}) if has_auth else frozenset()
            )
            self.brings_user_agent = not given.headers.get("user-agent", _HTTPX_USER_AGENT).startswith(
                _HTTPX_USER_AGENT
            )

    def get(self) -> C:
        """Return the httpx client.

        Raises:
            RuntimeError: the client was closed.
        """
        if self.closed:
            msg = "This client has been closed; make a new one."
            raise RuntimeError(msg)
        client = self._client
        if client is None:
            with self._lock:
                client = self._client
                if client is None:
                    client = self._make()
                    self._client = client
        return client

    def retire(self) -> C | None:
        """Mark the pool as closed; return the httpx client that has to be closed, if any."""
        with self._lock:
            if self.closed:
                return None
            self.closed = True
            client, self._client = self._client, None
        return client if self.owned else None

    def __del__(self) -> None:
        if self.owned and not self.closed and self._client is not None:
            message = "A client was not closed; use `with`, or call close()."
            warnings.warn(message, ResourceWarning, stacklevel=2, source=self)


def make_client() -> httpx.Client:
    """Make the blocking httpx client of a client that was given none."""
    return httpx.Client(follow_redirects=False)


def make_async_client() -> httpx.AsyncClient:
    """Make the httpx client of an asynchronous client that was given none."""
    return httpx.AsyncClient(follow_redirects=False)


def run(pool: Pool[httpx.Client], call: Call) -> Reply:
    """Carry out a call, blocking.

    Args:
        pool: the connections.
        call: the call.

    Returns:
        The answer, whatever its status.

    Raises:
        APIError: there is no answer.
    """
    steps = exchange(call)
    step = next(steps)
    while True:
        outcome: Outcome = None
        if isinstance(step, Wait):
            time.sleep(step.seconds)
        else:
            outcome = _send(pool.get(), step)
        try:
            step = steps.send(outcome)
        except StopIteration as stop:
            reply: Reply = stop.value
            return reply


async def run_async(pool: Pool[httpx.AsyncClient], call: Call) -> Reply:
    """Carry out a call without blocking; see `run`."""
    import asyncio  # noqa: PLC0415 - blocking programs do without

    steps = exchange(call)
    step = next(steps)
    while True:
        outcome: Outcome = None
        if isinstance(step, Wait):
            await asyncio.sleep(step.seconds)
        else:
            outcome = await _send_async(pool.get(), step)
        try:
            step = steps.send(outcome)
        except StopIteration as stop:
            reply: Reply = stop.value
            return reply


def _send(client: httpx.Client, step: Send) -> Outcome:
    try:
        request = _request(client, step)
        response = client.send(request, stream=True, auth=None) if step.foreign else client.send(request, stream=True)
        hold_to_deadline(response.extensions.get("network_stream"))
        if _stays_open(step, response):
            return _open_reply(step, response)
        try:
            if step.ends_at is None and "content-encoding" not in response.headers:
                return _reply(step, response, response.read())
            chunks: list[bytes] = []
            for chunk in response.iter_raw():
                chunks.append(chunk)
                if step.ends_at is not None and time.monotonic() >= step.ends_at:
                    raise DeadlineError
            return _decoded(step, response, b"".join(chunks))
        finally:
            response.close()
    except httpx.TransportError as error:
        return _outcome(step, error)
    except DeadlineError:
        return DeadlinePassedError()


async def _send_async(client: httpx.AsyncClient, step: Send) -> Outcome:
    import asyncio  # noqa: PLC0415

    try:
        left = None if step.ends_at is None else step.ends_at - time.monotonic()
        async with asyncio.timeout(left):
            request = _request(client, step)
            response = await (
                client.send(request, stream=True, auth=None) if step.foreign else client.send(request, stream=True)
            )
            if _stays_open(step, response):
                return _open_reply(step, response)
            try:
                if "content-encoding" not in response.headers:
                    return _reply(step, response, await response.aread())
                return _decoded(step, response, b"".join([chunk async for chunk in response.aiter_raw()]))
            finally:
                await response.aclose()
    except httpx.TransportError as error:
        return _outcome(step, error)
    except TimeoutError as error:
        if _is_of_body(step, error):
            raise
        return DeadlinePassedError()


def _outcome(step: Send, error: httpx.TransportError) -> Outcome:
    if _is_of_body(step, error):
        raise error
    return error


def _is_of_body(step: Send, error: Exception) -> bool:
    """Tell whether an error was raised by what the caller gave to be sent, and so belongs to the caller."""
    content = step.request.content
    return content is not None and not isinstance(content, bytes) and content.failure is error


def _request(client: httpx.Client | httpx.AsyncClient, step: Send) -> httpx.Request:
    prepared = step.request
    headers = {name: text for name, text in prepared.headers.items() if text is not None}
    content: Any = prepared.content
    if content is not None and not isinstance(content, bytes):
        if content.size is not None:
            headers.setdefault("Content-Length", str(content.size))
        content = content.blocking() if isinstance(client, httpx.Client) else content.awaiting()
    if step.foreign or _is_plain(client):
        own = {name.lower().encode() for name in headers}
        given = () if step.foreign else [pair for pair in client.headers.raw if pair[0].lower() not in own]
        all_headers: list[tuple[Any, Any]] = [*given, *headers.items()]
        request = httpx.Request(
            prepared.method,
            prepared.url,
            headers=all_headers,
            content=content,
            extensions={"timeout": step.timeout.as_dict()},
        )
    else:
        request = client.build_request(
            prepared.method,
            prepared.url,
            headers=headers,
            content=content,
            timeout=step.timeout,
        )
    for name, text in prepared.headers.items():
        if text is None:
            request.headers.pop(name, None)
    if prepared.url != prepared.shown_url:
        request.url = QuietURL(prepared.url, prepared.shown_url)
    if step.ends_at is not None and isinstance(client, httpx.Client):
        request.extensions["trace"] = trace
    return request


def _is_plain(client: httpx.Client | httpx.AsyncClient) -> bool:
    """Tell whether the httpx client would add nothing but its headers, so that it need not build the request."""
    return type(client) in {httpx.Client, httpx.AsyncClient} and not client.params and not client.cookies


def _stays_open(step: Send, response: httpx.Response) -> bool:
    return (
        step.stays_open is not None
        and 200 <= response.status_code < 300
        and step.stays_open(response.headers.get("content-type"))
    )


def _open_reply(step: Send, response: httpx.Response) -> Reply:
    return replace(_reply(step, response, b""), body=response, ends_at=step.ends_at)


def _reply(step: Send, response: httpx.Response, content: bytes) -> Reply:
    request: PreparedRequest = step.request
    headers = response.headers
    return Reply(
        response.status_code,
        headers,
        content,
        request.method,
        request.shown_url,
        headers.get("content-type"),
        secrets=request.secrets,
    )


def _decoded(step: Send, response: httpx.Response, raw: bytes) -> Outcome:
    """Undo the content codings of a body, so that a broken one can still be shown."""
    try:
        content = httpx.Response(response.status_code, headers=response.headers, content=raw).content
    except httpx.DecodingError:
        return UndecodableError(_reply(step, response, raw))
    return _reply(step, response, content)
