"""What the blocking and the asynchronous client have in common."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .decoding import declared_success, decode_success, is_stream
from .exchange import Call, carry_out
from .failures import is_success, status_error
from .hooks import CallHooks, updated_hooks, watched
from .http_library import httpx
from .operations import Operation
from .options import combine
from .pools import AsyncPool, BlockingPool
from .raw import RawResponse, accept, as_answer
from .replies import Reply
from .requests import Arguments, prepare, shown
from .retries import is_idempotent
from .settings import Configuration, as_timeout, reconfigured

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Mapping
    from typing import Self

    from .exchange import Outcome, Step
    from .hooks import AsyncErrorHook, AsyncRequestHook, AsyncResponseHook, TracerProvider
    from .operations import Response
    from .options import RequestOptions
    from .pages import Answer
    from .streams import ItemReader

P = TypeVar("P", BlockingPool, AsyncPool)
T = TypeVar("T")


class BaseClient(Generic[P]):
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
        on_request: AsyncRequestHook | None = None,
        on_response: AsyncResponseHook | None = None,
        on_error: AsyncErrorHook | None = None,
        telemetry: bool | TracerProvider | None = None,
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
            on_request: called before each attempt.
            on_response: called with each answer.
            on_error: called with each failure.
            telemetry: whether each attempt makes an OpenTelemetry span, or the tracer provider for that.

        Raises:
            ValueError: an argument that makes no sense.
            TypeError: an asynchronous hook for a blocking client.
            ImportError: telemetry without OpenTelemetry.
        """
        hooks = updated_hooks(self._configuration.observers.hooks, on_request, on_response, on_error, telemetry)
        self._check(hooks)
        configuration = reconfigured(
            self._configuration,
            base_url=base_url,
            timeout=timeout,
            deadline=deadline,
            max_retries=max_retries,
            strict=strict,
            headers=headers,
            query=query,
            hooks=hooks,
        )
        return self._derived(configuration)

    def _check(self, hooks: CallHooks) -> None:
        """Refuse hooks that this kind of client cannot call."""

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

    def _steps(self, call: Call, finish: Callable[[Call, Reply], T]) -> Generator[Step, Outcome, T]:
        """Return the steps of a call; `finish` makes its result of the answer."""
        return watched(self._configuration.observers, call, carry_out(call, finish))

    def _answered(self, call: Call, reply: Reply) -> Answer | RawResponse[Any]:
        """Return the result of a call with what finding the next page takes."""
        return as_answer(call, reply, self._result(call, reply))

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
