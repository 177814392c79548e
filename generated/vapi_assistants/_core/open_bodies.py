"""Bodies of responses that are read as they come: errors become those of a call, and the deadline holds."""

from __future__ import annotations

import time
import warnings
from typing import TYPE_CHECKING, cast

from .deadlines import DeadlineError
from .errors import ResponseDecodeError, reason
from .exchange import connection_error, deadline_error
from .http_library import httpx

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .errors import APIError
    from .exchange import Call
    from .replies import Reply

_FORGOTTEN = "A streamed response was not closed; use `with`, or read it to its end."


def _error(failure: Exception, call: Call, reply: Reply) -> APIError:
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
    """

    def __init__(self, call: Call, reply: Reply) -> None:
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
        except (httpx.TransportError, httpx.DecodingError, DeadlineError) as failure:
            raise _error(failure, self._call, self._reply) from failure
        finally:
            self.close()

    def close(self) -> None:
        """Close the connection, or give it back where the body was read to its end."""
        self._response.close()

    def __del__(self) -> None:
        if not self._response.is_closed:
            warnings.warn(_FORGOTTEN, ResourceWarning, stacklevel=2, source=self)
            self._response.close()


class AsyncOpenBody:
    """The body of a response whose connection is open, read without blocking; see `OpenBody`."""

    def __init__(self, call: Call, reply: Reply) -> None:
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
                    return
                yield piece
        except (httpx.TransportError, httpx.DecodingError, TimeoutError) as failure:
            raise _error(failure, self._call, self._reply) from failure
        finally:
            await self.close()

    async def close(self) -> None:
        """Close the connection, or give it back where the body was read to its end."""
        await self._response.aclose()

    def __del__(self) -> None:
        if not self._response.is_closed:
            warnings.warn(_FORGOTTEN, ResourceWarning, stacklevel=2, source=self)
