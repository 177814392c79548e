"""Watching a call: its hooks, its log and its spans, around the steps of `exchange`.

A call that nobody watches never comes here.
"""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from .errors import APIError
from .exchange import Notify, Send, Wait, connection_error
from .hooks import ErrorEvent, RequestEvent, ResponseEvent
from .http_library import httpx
from .logs import CallLog
from .origins import same_origin
from .redaction import redacted_request_headers, redacted_response_headers
from .replies import Reply
from .requests import with_headers

if TYPE_CHECKING:
    from collections.abc import Generator

    from .exchange import Call, Outcome, Step
    from .hooks import Observers
    from .requests import PreparedRequest


class _State:
    """How far a call is."""

    __slots__ = ("attempt", "began", "log", "outcome", "request", "sent")

    def __init__(self, observers: Observers, call: Call) -> None:
        self.log = CallLog(observers.logger, call)
        self.began = time.monotonic()
        self.request: PreparedRequest = call.request
        self.attempt = 1
        self.sent = 0
        self.outcome: Outcome = None

    @property
    def elapsed(self) -> float:
        return time.monotonic() - self.began


def observed(observers: Observers, call: Call, steps: Generator[Step, Outcome, Any]) -> Generator[Step, Outcome, Any]:
    """Carry out the steps of a call and tell everybody who watches.

    Args:
        observers: who watches.
        call: the call.
        steps: its steps; they return what the call returns.

    Yields:
        The steps, and between them the hooks to call.

    Returns:
        What the steps return.

    Raises:
        APIError: what the steps raise.
    """
    state = _State(observers, call)
    try:
        step = next(steps)
        while True:
            try:
                outcome = yield from _passed_on(observers, call, step, state)
            except APIError as error:
                step = steps.throw(error)
            else:
                step = steps.send(outcome)
    except StopIteration as stop:
        state.log.ended(_answered(state), state.attempt, state.elapsed)
        return stop.value
    except APIError as error:
        state.log.ended(f"{_answered(state)}: {type(error).__name__}", state.attempt, state.elapsed)
        yield from _tell_error(observers, call, state, error, None)
        raise
    except GeneratorExit:
        state.log.ended("was cut short", state.attempt, state.elapsed)
        raise
    finally:
        steps.close()


def _passed_on(observers: Observers, call: Call, step: Step, state: _State) -> Generator[Step, Any, Any]:
    """Yield a step, with what is told about it; return what came of it."""
    if isinstance(step, Send):
        return (yield from _attempt(observers, call, step, state))
    if isinstance(step, Wait):
        yield from _before_retry(observers, call, step, state)
    return (yield step)


def _answered(state: _State) -> str:
    return f"answered {state.outcome.status_code}" if isinstance(state.outcome, Reply) else "failed"


def _attempt(observers: Observers, call: Call, send: Send, state: _State) -> Generator[Step, Outcome, Outcome]:
    """Send one request; tell before and after."""
    hooks, telemetry, operation = observers.hooks, observers.telemetry, call.operation
    request = state.request = send.request
    # What hooks and tracing add is for the API alone.
    own = not send.foreign and same_origin(request.url, call.request.url)
    span = None if telemetry is None else telemetry.start(call, request, state.sent)
    state.sent += 1
    state.outcome = None
    began = time.monotonic()
    try:
        if telemetry is not None and own:
            request = with_headers(request, telemetry.headers(span))
        if hooks.on_request is not None:
            event = RequestEvent(
                operation_id=operation.id,
                method=request.method,
                path=operation.path,
                url=request.shown_url,
                headers=redacted_request_headers(request.headers),
                attempt=state.attempt,
            )
            yield Notify(hooks.on_request, event)
            if event.added_headers and own:
                request = with_headers(request, event.added_headers)
        state.log.sending(request, state.attempt)
        state.outcome = yield replace(send, request=request)
    finally:
        if telemetry is not None:
            telemetry.end(span, state.outcome)
    elapsed = time.monotonic() - began
    outcome = state.outcome
    state.log.came(outcome, state.attempt, elapsed)
    if hooks.on_response is not None and isinstance(outcome, Reply):
        shown = redacted_response_headers(outcome.headers.multi_items(), outcome.secrets)
        yield Notify(
            hooks.on_response,
            ResponseEvent(
                operation_id=operation.id,
                method=outcome.method,
                path=operation.path,
                url=outcome.url,
                attempt=state.attempt,
                status_code=outcome.status_code,
                headers=httpx.Headers(shown),
                request_id=outcome.request_id,
                elapsed=elapsed,
            ),
            outcome,
        )
    return outcome


def _before_retry(observers: Observers, call: Call, wait: Wait, state: _State) -> Generator[Step, Outcome, None]:
    state.log.waiting(wait.seconds)
    if isinstance(state.outcome, httpx.TransportError) and observers.hooks.on_error is not None:
        error = connection_error(state.request, state.outcome, 0, too_late=False)
        yield from _tell_error(observers, call, state, error, wait.seconds)
    state.attempt += 1


def _tell_error(
    observers: Observers, call: Call, state: _State, error: APIError, retry_in: float | None
) -> Generator[Step, Outcome, None]:
    hook = observers.hooks.on_error
    if hook is None:
        return
    event = ErrorEvent(
        operation_id=call.operation.id,
        method=state.request.method,
        path=call.operation.path,
        url=state.request.shown_url,
        attempt=state.attempt,
        error=error,
        retry_in=retry_in,
        elapsed=state.elapsed,
    )
    yield Notify(hook, event)
