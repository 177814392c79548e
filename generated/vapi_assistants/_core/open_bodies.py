"""Bodies of responses that are read as they come: errors become those of a call, and the deadline holds."""

from __future__ import annotations

import time
import warnings
from typing import TYPE_CHECKING, Any, Final, cast

from .deadlines import DeadlineError
from .errors import ResponseDecodeError, reason
from .exchange import closed_error, connection_error, deadline_error
from .http_library import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .errors import APIError
    from .exchange import Call
    from .pools import AsyncPool, Pool
    from .replies import Reply

_FORGOTTEN: Final = "A streamed response was not closed; use `with`, or read it to its end."
_FORGOTTEN_ASYNC: Final = "A streamed response was not closed; use `async with`, or read it to its end."


def _error(failure: Exception, call: Call, reply: Reply, pool: Pool[Any]) -> APIError:
    if pool.cut():
        return closed_error(call.request)
    too_late = reply.ends_at is not None and time.monotonic() >= reply.ends_at
    if isinstance(failure, httpx.TransportError) and not too_late:
        return connection_error(call.request, failure, 0)
    if isinstance(failure, httpx.DecodingError):
        message = (
            f"{reply.method} {reply.url} answered {reason(reply.status_code)} with a body that is not the content "
            "coding it is said to be."
        )
        return ResponseDecodeError(message, **reply.for_error())
    return deadline_error(call, call.request, 0)


class OpenBody:
    """The body of a response whose connection is open.

    Args:
        call: the call.
        reply: its answer, with an open body.
        pool: where the connection belongs.
    """

    def __init__(self, call: Call, reply: Reply, pool: Pool[Any]) -> None:
        self._pool = pool
        self._call = call
        self._reply = reply
        self._response = cast("httpx.Response", reply.body)

    def pieces(self, size: int | None = None) -> Iterator[bytes]:
        """Yield the bytes, content codings undone; in pieces of `size` if it is given.

        Raises:
            APIConnectionError: the connection broke.
            APITimeoutError: nothing came in time, or the deadline passed.
            ResponseDecodeError: the content coding is broken.
        """
        ends_at = self._reply.ends_at
        try:
            for piece in self._response.iter_bytes(size):
                yield piece
                if ends_at is not None and time.monotonic() >= ends_at:
                    raise DeadlineError  # noqa: TRY301 - it ends as one that a read raises
            if self._pool.cut(self._reply.headers):
                raise closed_error(self._call.request)
        except (httpx.TransportError, httpx.DecodingError, DeadlineError) as failure:
            raise _error(failure, self._call, self._reply, self._pool) from failure
        finally:
            self.close()

    def close(self) -> None:
        """Close the connection, or give it back where the body was read to its end."""
        self._response.close()

    def forget(self) -> None:
        """Close the connection, and warn if nobody did it before."""
        if not self._response.is_closed:
            warnings.warn(_FORGOTTEN, ResourceWarning, stacklevel=2, source=self)
            self._response.close()

    __del__ = forget


class AsyncOpenBody:
    """The body of a response whose connection is open, read without blocking; see `OpenBody`."""

    def __init__(self, call: Call, reply: Reply, pool: AsyncPool) -> None:
        from asyncio import get_running_loop  # noqa: PLC0415 - blocking programs do without

        self._loop = get_running_loop()
        self._pool = pool
        self._call = call
        self._reply = reply
        self._response = cast("httpx.Response", reply.body)

    async def pieces(self, size: int | None = None) -> AsyncIterator[bytes]:
        """Yield the bytes; see `OpenBody.pieces`."""
        import asyncio  # noqa: PLC0415 - blocking programs do without

        ends_at = self._reply.ends_at
        iterator = self._response.aiter_bytes(size)
        try:
            while True:
                async with asyncio.timeout(None if ends_at is None else max(0.0, ends_at - time.monotonic())):
                    piece = await anext(iterator, None)
                if piece is None:
                    if self._pool.cut(self._reply.headers):
                        raise closed_error(self._call.request)
                    return
                yield piece
        except (httpx.TransportError, httpx.DecodingError, TimeoutError) as failure:
            raise _error(failure, self._call, self._reply, self._pool) from failure
        except asyncio.CancelledError:
            await self._pool.take_back(self._response.request)
            raise
        finally:
            await self.close()

    async def close(self) -> None:
        """Close the connection, or give it back where the body was read to its end."""
        from asyncio import CancelledError  # noqa: PLC0415

        try:
            await self._response.aclose()
        except CancelledError:
            await self._pool.take_back(self._response.request)
            raise

    def forget(self) -> None:
        """Have the connection closed, and warn if nobody did it before."""
        if not self._response.is_closed:
            warnings.warn(_FORGOTTEN_ASYNC, ResourceWarning, stacklevel=2, source=self)
            if self._loop.is_running():
                self._loop.call_soon_threadsafe(
                    lambda loop, closing: loop.create_task(closing()), self._loop, self.close
                )

    __del__ = forget
