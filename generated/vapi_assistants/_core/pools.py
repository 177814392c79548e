"""Pools of connections: an httpx client, made on first use, that a client shares with the clients derived from it.

Closing is the delicate part. `close()` may be called at any time, from any thread: calls that are under way end at once
with an error, and whoever waits between two attempts wakes up. httpx closes its connections, but closing a socket does
not wake a thread that waits for it, and a request that waits for a free connection would go on to open one.
"""

from __future__ import annotations

import socket
import threading
import warnings
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar
from weakref import WeakSet

from .deadlines import hold_to_deadline, opened_connection
from .http_library import httpx

if TYPE_CHECKING:
    import asyncio

C = TypeVar("C", httpx.Client, httpx.AsyncClient)

_HTTPX_USER_AGENT: Final = f"python-{httpx.__name__}/"
_DEFAULT_HEADERS: Final = frozenset({"accept", "accept-encoding", "connection", "user-agent"})
# httpx keeps 20 connections for later; more calls than that at one time would open a new one each.
_LIMITS: Final = httpx.Limits(max_connections=100, max_keepalive_connections=100)
_CLOSED: Final = "This client has been closed; make a new one."


class Pool(Generic[C]):
    """What the pools of both clients have in common.

    Args:
        given: the caller's httpx client; it is never closed here.

    Attributes:
        owned: whether the httpx client is one of ours.
        closed: whether no further call may start.
        brings_headers: names, in lower case, of headers that the caller's httpx client adds.
        brings_user_agent: whether the caller's httpx client has a `User-Agent` of its own.
    """

    _forgotten: str

    def __init__(self, given: C | None) -> None:
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

    def cut(self, headers: httpx.Headers | None = None) -> bool:
        """Tell whether closing may have cut off an answer, which has these headers.

        The end of an answer whose length is not announced looks as if the connection was closed.
        """
        if not self.closed or not self.owned:
            return False
        return headers is None or ("content-length" not in headers and "transfer-encoding" not in headers)

    def _retire(self) -> C | None:
        """Let no further call start; return the httpx client that has to be closed, if any."""
        with self._lock:
            if self.closed:
                return None
            self.closed = True
            client, self._client = self._client, None
        return client if self.owned else None

    def __del__(self) -> None:
        if self.owned and not self.closed and self._client is not None:
            warnings.warn(self._forgotten, ResourceWarning, stacklevel=2, source=self)


class BlockingPool(Pool[httpx.Client]):
    """The connections of a blocking client; see `Pool`."""

    _forgotten = "A client was not closed; use `with`, or call close()."

    def __init__(self, given: httpx.Client | None) -> None:
        super().__init__(given)
        self._streams: WeakSet[Any] = WeakSet()
        self._closing = threading.Event()

    def get(self) -> httpx.Client:
        """Return the httpx client.

        Raises:
            RuntimeError: the client was closed.
        """
        client = self._client
        if client is None:
            with self._lock:
                client = self._client
                if client is None and not self.closed:
                    client = self._client = httpx.Client(follow_redirects=False, limits=_LIMITS)
        if client is None or self.closed:
            raise RuntimeError(_CLOSED)
        return client

    def wait(self, seconds: float) -> None:
        """Wait, unless the client is closed meanwhile."""
        self._closing.wait(seconds)

    def trace(self, event: str, info: dict[str, Any]) -> None:
        """Take note of new connections (the `trace` extension of a request)."""
        stream = opened_connection(event, info)
        if stream is None:
            return
        hold_to_deadline(stream)
        if self.owned:
            with self._lock:
                self._streams.add(stream)
                late = self.closed
            if late:
                _cut(stream)

    def close(self) -> None:
        """Close all connections; calls that use them end with an error. May be called again."""
        client = self._retire()
        self._closing.set()
        if client is not None:
            with self._lock:
                streams = list(self._streams)
            for stream in streams:
                _cut(stream)
            client.close()


def _cut(stream: Any) -> None:
    """End a connection so that a thread that waits for it wakes up."""
    with suppress(OSError):
        stream.get_extra_info("socket").shutdown(socket.SHUT_RDWR)


class AsyncPool(Pool[httpx.AsyncClient]):
    """The connections of an asynchronous client; see `Pool`.

    They belong to one event loop. Where that has ended, or is at rest, another one starts with new connections.

    Attributes:
        calls: the tasks that are making a call, so that it can be ended.
    """

    _forgotten = "A client was not closed; use `async with`, or await close()."

    def __init__(self, given: httpx.AsyncClient | None) -> None:
        super().__init__(given)
        self._loop: asyncio.AbstractEventLoop | None = None
        self.calls: set[asyncio.Task[Any] | None] = set()
        self._ended: set[asyncio.Task[Any] | None] = set()

    def get(self) -> httpx.AsyncClient:
        """Return the httpx client for the event loop that runs.

        Raises:
            RuntimeError: the client was closed, or another event loop uses it at this moment.
        """
        from asyncio import get_running_loop  # noqa: PLC0415 - blocking programs do without

        loop = get_running_loop()
        client = self._client
        if client is not None and (self._loop is loop or not self.owned) and not self.closed:
            return client
        with self._lock:
            if self.closed:
                raise RuntimeError(_CLOSED)
            if self._loop is not None and self._loop is not loop and self._loop.is_running():
                msg = "Another event loop uses this client at this moment; make one client for each loop."
                raise RuntimeError(msg)
            if client is None or self._loop is not loop:
                client = self._client = httpx.AsyncClient(follow_redirects=False, limits=_LIMITS)
                self._loop = loop
                self.calls, self._ended = set(), set()
        return client

    async def close(self) -> None:
        """Close all connections; calls that use them end with an error. May be called again."""
        import asyncio  # noqa: PLC0415

        client, loop = self._retire(), self._loop
        if client is None or loop is None:
            return
        if loop is asyncio.get_running_loop():
            await self._end(client)
        elif loop.is_running():
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._end(client), loop))
        # Else nothing runs that could close the connections in order; they go with the last reference to them.

    async def wait(self, seconds: float) -> None:
        """Wait, unless the client is closed meanwhile."""
        import asyncio  # noqa: PLC0415

        task = asyncio.current_task()
        self.calls.add(task)
        try:
            await asyncio.sleep(seconds)
        except asyncio.CancelledError:
            if not self.was_ended(task):
                raise
        finally:
            self.calls.discard(task)

    def was_ended(self, task: asyncio.Task[Any] | None) -> bool:
        """Tell whether a task was cancelled because the client was closed, and by nobody else; it goes on then."""
        if task is None or task not in self._ended:
            return False
        self._ended.discard(task)
        return task.uncancel() == 0

    async def take_back(self, request: httpx.Request | None) -> None:
        """Free whatever a cancelled call still holds."""
        client = self._client
        if client is not None and request is not None:
            from .cancelled_calls import take_back  # noqa: PLC0415 - for cancelled calls alone

            await take_back(client, request)

    async def _end(self, client: httpx.AsyncClient) -> None:
        for task in self.calls:
            if task is not None:
                self._ended.add(task)
                task.cancel()
        await client.aclose()
