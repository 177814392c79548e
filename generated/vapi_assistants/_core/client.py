"""The base classes of generated clients."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

from .base_client import BaseClient
from .exchange import Call
from .hooks import NO_HOOKS, CallHooks, refuse_async
from .http_library import httpx
from .operations import Operation
from .pools import AsyncPool, BlockingPool
from .raw import RawResponse
from .replies import Reply
from .requests import Arguments
from .settings import DEFAULT_TIMEOUT, Settings, configure
from .transport import run, run_async

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .authentication import Auth
    from .options import RequestOptions
    from .pages import Answer
    from .raw import AsyncRawView, RawView
    from .streaming_response import AsyncStreamingView, StreamingView


class Client(BaseClient[BlockingPool]):
    """Base of blocking clients. One client may be shared by any number of threads.

    Args:
        settings: facts of the API.
        auth: its security schemes with their credentials.
        base_url: the server, instead of the document's.
        timeout: seconds for each phase (connect, read, write, pool) of each attempt, or an `httpx.Timeout`.
        deadline: seconds for a whole call, with its retries and waits.
        max_retries: how many times to try again where that cannot do harm.
        strict: raise `ResponseValidationError` where a response does not fit the document, instead of warning.
        http_client: an httpx client to use; its headers, proxies and so on hold, and it is not closed by this client.
        hooks: who is told about calls.
        http_auth: what httpx is to authenticate with, instead of the schemes that set `Authorization`.

    Raises:
        ValueError: an argument that makes no sense.
        TypeError: `http_client` or a hook is not a blocking one.
        ImportError: `hooks` asks for telemetry and OpenTelemetry is not installed.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        auth: tuple[Auth, ...] = (),
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        deadline: float | None = None,
        max_retries: int = 2,
        strict: bool = False,
        http_client: httpx.Client | None = None,
        hooks: CallHooks = NO_HOOKS,
        http_auth: httpx.Auth | None = None,
    ) -> None:
        self._check(hooks)
        if http_client is not None and not isinstance(http_client, httpx.Client):  # pyright: ignore[reportUnnecessaryIsInstance]
            msg = f"http_client must be an {httpx.__name__}.Client here, not {type(http_client).__name__}."
            raise TypeError(msg)
        self._configuration = configure(
            settings,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            strict=strict,
            http_client=http_client,
            hooks=hooks,
            http_auth=http_auth,
        )
        self._pool = BlockingPool(http_client)

    def _check(self, hooks: CallHooks) -> None:
        refuse_async(hooks)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections; those of an `http_client` that you passed stay open. May be called again.

        Calls that are under way in other threads end with an `APIConnectionError`. The connections are shared with
        clients made by `with_options`, so that closing one closes all.
        """
        self._pool.close()

    @property
    def with_raw_response(self) -> RawView:
        """This client with methods that return `RawResponse`: status, headers and bytes beside the value."""
        return cast("RawView", self._derived(replace(self._configuration, raw=True)))

    @property
    def with_streaming_response(self) -> StreamingView:
        """This client with methods that return `StreamingResponse`, for bodies too large for memory; use `with`."""
        return cast("StreamingView", self._derived(replace(self._configuration, streaming=True)))

    def _open(self, call: Call, reply: Reply) -> Any:
        from .open_bodies import OpenBody  # noqa: PLC0415 - most programs stream nothing

        body = OpenBody(call, reply, self._pool)
        if self._configuration.streaming:
            from .streaming_response import StreamingResponse  # noqa: PLC0415

            return StreamingResponse(body, call.operation, reply, strict=self._configuration.strict)
        from .streams import Stream  # noqa: PLC0415

        return Stream[Any](self._reader(call, reply), body)

    def _perform(self, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None = None) -> Any:
        """Call an operation.

        Args:
            operation: the operation.
            arguments: what the caller passed.
            options: settings of the call.

        Returns:
            What the operation returns; a `RawResponse` if the client was asked for those.

        Raises:
            APIError: the call failed; the subclass says how.
            TypeError: arguments that the operation does not take.
            ValueError: values that would change what the request means.
        """
        call = self._prepare(operation, arguments, options, self._pool)
        return run(self._pool, self._steps(call, self._result))

    def _answer(
        self, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None
    ) -> Answer | RawResponse[Any]:
        """Call an operation that lists things; the answer has what finding the next page takes."""
        call = self._prepare(operation, arguments, options, self._pool)
        return run(self._pool, self._steps(call, self._answered))


class AsyncClient(BaseClient[AsyncPool]):
    """Base of asynchronous clients, for asyncio. One client may be shared by any number of tasks of an event loop.

    Args:
        settings: facts of the API.
        auth: its security schemes with their credentials.
        base_url: the server, instead of the document's.
        timeout: seconds for each phase (connect, read, write, pool) of each attempt, or an `httpx.Timeout`.
        deadline: seconds for a whole call, with its retries and waits.
        max_retries: how many times to try again where that cannot do harm.
        strict: raise `ResponseValidationError` where a response does not fit the document, instead of warning.
        http_client: an httpx client to use; its headers, proxies and so on hold, and it is not closed by this client.
        hooks: who is told about calls.
        http_auth: what httpx is to authenticate with, instead of the schemes that set `Authorization`.

    Raises:
        ValueError: an argument that makes no sense.
        TypeError: `http_client` is not an asynchronous one.
        ImportError: `hooks` asks for telemetry and OpenTelemetry is not installed.
    """

    def __init__(
        self,
        settings: Settings,
        *,
        auth: tuple[Auth, ...] = (),
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = DEFAULT_TIMEOUT,
        deadline: float | None = None,
        max_retries: int = 2,
        strict: bool = False,
        http_client: httpx.AsyncClient | None = None,
        hooks: CallHooks = NO_HOOKS,
        http_auth: httpx.Auth | None = None,
    ) -> None:
        if http_client is not None and not isinstance(http_client, httpx.AsyncClient):  # pyright: ignore[reportUnnecessaryIsInstance]
            msg = f"http_client must be an {httpx.__name__}.AsyncClient here, not {type(http_client).__name__}."
            raise TypeError(msg)
        self._configuration = configure(
            settings,
            auth=auth,
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            strict=strict,
            http_client=http_client,
            hooks=hooks,
            http_auth=http_auth,
        )
        self._pool = AsyncPool(http_client)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close all connections; those of an `http_client` that you passed stay open. May be called again.

        Calls that are under way in other tasks end with an `APIConnectionError`. The connections are shared with
        clients made by `with_options`, so that closing one closes all.
        """
        await self._pool.close()

    @property
    def with_raw_response(self) -> AsyncRawView:
        """This client with methods that return `RawResponse`: status, headers and bytes beside the value."""
        return cast("AsyncRawView", self._derived(replace(self._configuration, raw=True)))

    @property
    def with_streaming_response(self) -> AsyncStreamingView:
        """This client with methods that return `AsyncStreamingResponse`; use `async with await …`."""
        return cast("AsyncStreamingView", self._derived(replace(self._configuration, streaming=True)))

    def _open(self, call: Call, reply: Reply) -> Any:
        from .open_bodies import AsyncOpenBody  # noqa: PLC0415 - most programs stream nothing

        body = AsyncOpenBody(call, reply, self._pool)
        if self._configuration.streaming:
            from .streaming_response import AsyncStreamingResponse  # noqa: PLC0415

            return AsyncStreamingResponse(body, call.operation, reply, strict=self._configuration.strict)
        from .streams import AsyncStream  # noqa: PLC0415

        return AsyncStream[Any](self._reader(call, reply), body)

    async def _perform(
        self, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None = None
    ) -> Any:
        """Call an operation without blocking; see `Client`."""
        call = self._prepare(operation, arguments, options, self._pool)
        return await run_async(self._pool, self._steps(call, self._result))

    async def _answer(
        self, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None
    ) -> Answer | RawResponse[Any]:
        """Call an operation that lists things without blocking; see `Client`."""
        call = self._prepare(operation, arguments, options, self._pool)
        return await run_async(self._pool, self._steps(call, self._answered))
