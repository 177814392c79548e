"""What a client tells about its calls while they happen."""

from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from .parameters import checked_header

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Mapping

    from .errors import APIError
    from .exchange import Call, Outcome, Step
    from .http_library import httpx
    from .telemetry import Telemetry


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEvent:
    """A request that is about to be sent.

    Attributes:
        operation_id: the operation that was called.
        method: the HTTP method.
        path: the path template of the operation, such as `/items/{id}`.
        url: the address, without credentials.
        headers: the headers, with `***` for each value that may be private.
        attempt: 1 for the first attempt of the call, 2 for its first repetition, and so on.
        added_headers: what `set_header` was told.
    """

    operation_id: str
    method: str
    path: str
    url: str
    headers: Mapping[str, str]
    attempt: int
    added_headers: dict[str, str] = field(default_factory=dict[str, str], repr=False)

    def set_header(self, name: str, value: str) -> None:
        """Send a header with this attempt; it wins over one of the same name.

        An attempt that leaves the API's own server, because of a redirect or to get a token, goes without it.

        Raises:
            ValueError: a value that cannot be sent in a header.
        """
        self.added_headers[name] = checked_header(f"Header {name!r}", value)


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseEvent:
    """An answer that came, whatever its status.

    Attributes:
        operation_id: the operation that was called.
        method: the HTTP method.
        path: the path template of the operation.
        url: the address, without credentials.
        attempt: which attempt of the call it answers, from 1 on.
        status_code: the status.
        headers: the headers, with `***` for cookies, tokens and the like.
        request_id: the id that the server gave to the request, if it did.
        elapsed: seconds from the start of the attempt until its answer was read (of a stream: until its headers came).
    """

    operation_id: str
    method: str
    path: str
    url: str
    attempt: int
    status_code: int
    headers: httpx.Headers = field(repr=False)
    request_id: str | None
    elapsed: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorEvent:
    """An attempt that got no answer, or the error that a call ends with.

    Attributes:
        operation_id: the operation that was called.
        method: the HTTP method.
        path: the path template of the operation.
        url: the address, without credentials.
        attempt: which attempt of the call it was, from 1 on.
        error: what went wrong.
        retry_in: seconds until the next attempt; None where the call ends and raises `error`.
        elapsed: seconds since the start of the call.
    """

    operation_id: str
    method: str
    path: str
    url: str
    attempt: int
    error: APIError
    retry_in: float | None
    elapsed: float


RequestHook: TypeAlias = "Callable[[RequestEvent], None]"
ResponseHook: TypeAlias = "Callable[[ResponseEvent], None]"
ErrorHook: TypeAlias = "Callable[[ErrorEvent], None]"
AsyncRequestHook: TypeAlias = "Callable[[RequestEvent], Awaitable[None] | None]"
AsyncResponseHook: TypeAlias = "Callable[[ResponseEvent], Awaitable[None] | None]"
AsyncErrorHook: TypeAlias = "Callable[[ErrorEvent], Awaitable[None] | None]"


class TracerProvider(Protocol):
    """A tracer provider of OpenTelemetry."""

    def get_tracer(self, *args: Any, **kwargs: Any) -> Any:
        """Return a tracer."""
        ...


@dataclass(frozen=True, slots=True)
class CallHooks:
    """Who is told about calls.

    Attributes:
        on_request: is told before each attempt.
        on_response: is told about each answer.
        on_error: is told about each attempt without an answer that is repeated, and about the error a call ends with.
        telemetry: whether there is an OpenTelemetry span for each attempt: True for the global tracer provider, or the
            provider to use.
    """

    on_request: AsyncRequestHook | None = None
    on_response: AsyncResponseHook | None = None
    on_error: AsyncErrorHook | None = None
    telemetry: bool | TracerProvider = False


NO_HOOKS = CallHooks()


@dataclass(frozen=True, slots=True)
class Observers:
    """Who watches the calls of a client.

    Attributes:
        hooks: what the caller wants to be told.
        logger: the log of the package.
        telemetry: makes spans.
    """

    hooks: CallHooks
    logger: logging.Logger
    telemetry: Telemetry | None


def observers_of(hooks: CallHooks, logger: logging.Logger, package: str) -> Observers:
    """Return who watches the calls of a client.

    Args:
        hooks: what the caller wants to be told.
        logger: the log of the package.
        package: its name.

    Raises:
        ImportError: `telemetry` is asked for and OpenTelemetry is not installed.
    """
    if hooks == NO_HOOKS:
        return Observers(NO_HOOKS, logger, None)
    if hooks.telemetry is False:
        return Observers(hooks, logger, None)
    from .telemetry import Telemetry  # noqa: PLC0415 - it needs a library that most programs do not have

    return Observers(hooks, logger, Telemetry(hooks.telemetry, package))


def watched(observers: Observers, call: Call, steps: Generator[Step, Outcome, Any]) -> Generator[Step, Outcome, Any]:
    """Return the steps of a call with what tells about them, if there is somebody to tell."""
    if observers.hooks is NO_HOOKS and not observers.logger.isEnabledFor(logging.INFO):
        return steps
    from .observation import observed  # noqa: PLC0415 - nobody watches most programs

    return observed(observers, call, steps)


def updated_hooks(
    hooks: CallHooks,
    on_request: AsyncRequestHook | None,
    on_response: AsyncResponseHook | None,
    on_error: AsyncErrorHook | None,
    telemetry: bool | TracerProvider | None,  # noqa: FBT001 - as `CallHooks` has it
) -> CallHooks:
    """Return hooks with what is not None changed."""
    return CallHooks(
        on_request or hooks.on_request,
        on_response or hooks.on_response,
        on_error or hooks.on_error,
        hooks.telemetry if telemetry is None else telemetry,
    )


def refuse_async(hooks: CallHooks) -> None:
    """Refuse hooks that a blocking client cannot wait for.

    Raises:
        TypeError: a hook is an asynchronous function. The message says which.
    """
    if hooks is NO_HOOKS:
        return
    from inspect import iscoroutinefunction  # noqa: PLC0415 - most clients have no hooks

    for name in ("on_request", "on_response", "on_error"):
        hook = getattr(hooks, name)
        if iscoroutinefunction(hook):
            msg = f"{name} is an asynchronous function, which a blocking client cannot wait for: pass a plain one."
            raise TypeError(msg)
