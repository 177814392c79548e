"""The base classes of generated clients."""

from __future__ import annotations

import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .decoding import declared_success, decode_success, is_stream
from .exchange import Call
from .failures import is_success, status_error
from .http_library import httpx
from .operations import Operation
from .options import combine
from .pools import AsyncPool, BlockingPool
from .raw import RawResponse, accept, as_answer
from .replies import Reply
from .requests import Arguments, prepare, shown
from .retries import is_idempotent
from .settings import DEFAULT_TIMEOUT, Configuration, Settings, as_timeout, configure, reconfigured
from .transport import run, run_async

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from types import TracebackType
    from typing import Self

    from .authentication import Auth
    from .operations import Response
    from .options import RequestOptions
    from .pages import Answer
    from .raw import AsyncRawView, RawView
    from .streaming_response import AsyncStreamingView, StreamingView
    from .streams import ItemReader

P = TypeVar("P", BlockingPool, AsyncPool)


class _BaseClient(Generic[P]):
    """What both clients share: a configuration, and everything about a call that needs no network."""

    _configuration: Configuration
    _pool: P

    def __repr__(self) -> str:
        return f"{type(self).__name__}(base_url={shown(self._configuration.base_url)!r})"

    def with_options(
        self,
        *,
        base_url: str | None = None,
        timeout: float | httpx.Timeout | None = None,
        deadline: float | None = None,
        max_retries: int | None = None,
        strict: bool | None = None,
        headers: Mapping[str, str | None] | None = None,
        query: Mapping[str, Any] | None = None,
    ) -> Self:
        """Return a client with other settings that shares this one's connections.

        Args:
            base_url: the server.
            timeout: seconds for each phase of each attempt; `httpx.Timeout(None)` for no limit.
            deadline: seconds for a whole call.
            max_retries: how many times to try again.
            strict: whether a response that does not fit raises.
            headers: further headers of every call.
            query: further query parameters of every call.

        Raises:
            ValueError: an argument that makes no sense.
        """
        configuration = reconfigured(
            self._configuration,
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            strict=strict,
            headers=headers,
            query=query,
        )
        return self._derived(configuration)

    def _derived(self, configuration: Configuration) -> Self:
        # Without the constructor, whose signature is the generated class's own; and without resources that are cached
        # on this client.
        derived = object.__new__(type(self))
        derived._configuration = configuration
        derived._pool = self._pool
        return derived

    def _prepare(
        self, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None, pool: P
    ) -> Call:
        """Return everything that is needed to carry out a call."""
        configuration = self._configuration
        chosen = combine(configuration.options, options)
        key = chosen.idempotency_key
        if key is None and operation.idempotency_header is not None:
            key = str(uuid.uuid4())
        own_server = operation.base_url is None or configuration.own_server
        request = prepare(
            operation,
            arguments,
            base_url=configuration.base_url if own_server else cast("str", operation.base_url).rstrip("/"),
            auth=configuration.auth,
            options=chosen,
            user_agent=None if pool.brings_user_agent else configuration.settings.user_agent,
            given_headers=pool.brings_headers,
            idempotency_key=key,
            client_url=configuration.base_url,
            http_auth=configuration.http_auth if chosen.auth is None else chosen.auth,
        )
        return Call(
            operation,
            request,
            configuration.timeout if chosen.timeout is None else as_timeout(chosen.timeout),
            configuration.deadline if chosen.deadline is None else chosen.deadline,
            configuration.max_retries if chosen.max_retries is None else chosen.max_retries,
            is_idempotent(operation, key),
            self._stays_open(operation),
        )

    def _stays_open(self, operation: Operation[Any]) -> Callable[[str | None], bool] | None:
        """Return what tells whether the body of a success is left to be read later."""
        if self._configuration.streaming:
            return lambda _: True
        if operation.streams and not self._configuration.raw:
            return lambda media_type: is_stream(operation, media_type)
        return None

    def _reader(self, call: Call, reply: Reply) -> ItemReader:
        """Return what makes items of the bytes of a stream."""
        from .streams import ItemReader  # noqa: PLC0415

        declared = cast("Response", declared_success(call.operation, reply.status_code, reply.content_type))
        return ItemReader(call.operation, declared, reply, strict=self._configuration.strict)

    def _open(self, call: Call, reply: Reply) -> Any:
        """Return what a method returns for an answer whose body is yet to be read."""
        raise NotImplementedError

    def _result(self, call: Call, reply: Reply) -> Any:
        """Return what a method returns for an answer, or raise the error for it."""
        configuration = self._configuration
        operation = call.operation
        if not is_success(operation, reply.status_code):
            raise status_error(operation, reply)
        if reply.body is not None:
            return self._open(call, reply)
        if configuration.raw:
            return RawResponse[Any](operation, reply, strict=configuration.strict)
        return accept(operation, reply, decode_success(operation, reply), strict=configuration.strict)


class Client(_BaseClient[BlockingPool]):
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
        http_auth: what httpx is to authenticate with, instead of the schemes that set `Authorization`.

    Raises:
        ValueError: an argument that makes no sense.
        TypeError: `http_client` is not a blocking one.
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
        http_auth: httpx.Auth | None = None,
    ) -> None:
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
            http_auth=http_auth,
        )
        self._pool = BlockingPool(http_client)

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

            return StreamingResponse(body, reply)
        from .streams import Stream  # noqa: PLC0415

        return Stream[Any](self._reader(call, reply), body, reply)

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
        return self._result(call, run(self._pool, call))

    def _answer(
        self, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None
    ) -> Answer | RawResponse[Any]:
        """Call an operation that lists things; the answer has what finding the next page takes."""
        call = self._prepare(operation, arguments, options, self._pool)
        reply = run(self._pool, call)
        return as_answer(call, reply, self._result(call, reply))


class AsyncClient(_BaseClient[AsyncPool]):
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
        http_auth: what httpx is to authenticate with, instead of the schemes that set `Authorization`.

    Raises:
        ValueError: an argument that makes no sense.
        TypeError: `http_client` is not an asynchronous one.
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

            return AsyncStreamingResponse(body, reply)
        from .streams import AsyncStream  # noqa: PLC0415

        return AsyncStream[Any](self._reader(call, reply), body, reply)

    async def _perform(
        self, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None = None
    ) -> Any:
        """Call an operation without blocking; see `Client`."""
        call = self._prepare(operation, arguments, options, self._pool)
        return self._result(call, await run_async(self._pool, call))

    async def _answer(
        self, operation: Operation[Any], arguments: Arguments, options: RequestOptions | None
    ) -> Answer | RawResponse[Any]:
        """Call an operation that lists things without blocking; see `Client`."""
        call = self._prepare(operation, arguments, options, self._pool)
        reply = await run_async(self._pool, call)
        return as_answer(call, reply, self._result(call, reply))
