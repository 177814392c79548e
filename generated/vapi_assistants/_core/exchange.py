"""One call from its first attempt to its answer: retries, redirects and the deadline, without any input or output.

`exchange` is a generator. It yields what is to be done next; a blocking or an asynchronous driver does it and sends
back what came of it. So there is one piece of logic for both clients.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias

from .deadlines import limit
from .errors import APIConnectionError, APITimeoutError, RedirectError, ResponseDecodeError, reason
from .http_library import httpx
from .origins import same_origin
from .redaction import redacted
from .replies import Reply
from .requests import PreparedRequest, shown
from .retries import delay_after_failure, delay_after_status

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .operations import Operation

_MAX_REDIRECTS: Final = 10
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
# What a request keeps when it is redirected to another origin: nothing that may identify the caller.
_HARMLESS_HEADERS: Final = frozenset({"accept", "user-agent"})


@dataclass(frozen=True, slots=True)
class Call:
    """What `exchange` needs to know about a call.

    Attributes:
        operation: the operation.
        request: its request.
        timeout: the time for each phase of each attempt.
        deadline: seconds for the whole call; None for no limit.
        max_retries: how many times to try again.
        idempotent: whether the request may be sent again although it may have been processed.
        stays_open: tells by media type whether the body of a success (2xx) is left to be read later; None for never.
        foreign: whether it goes to another server than the client's from the start.
    """

    operation: Operation[Any]
    request: PreparedRequest
    timeout: httpx.Timeout
    deadline: float | None
    max_retries: int
    idempotent: bool
    stays_open: Callable[[str | None], bool] | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True)
class Send:
    """Send a request and read the answer.

    Attributes:
        request: what to send.
        timeout: the time for each phase.
        ends_at: when to stop in any case, on the clock of `time.monotonic`; None for never.
        foreign: whether it goes to another origin than the client's, so that nothing of the client may go along.
        stays_open: see `Call`.
    """

    request: PreparedRequest
    timeout: httpx.Timeout
    ends_at: float | None
    foreign: bool
    stays_open: Callable[[str | None], bool] | None = None


class Other(Protocol):
    """Something else to do, which knows how; see `tokens`."""

    def perform(self) -> Any:
        """Do it, blocking; return what came of it."""
        ...

    async def perform_async(self) -> Any:
        """Do it without blocking; return what came of it."""
        ...


@dataclass(frozen=True, slots=True)
class Wait:
    """Wait for so many seconds."""

    seconds: float


class DeadlinePassedError(Exception):
    """The deadline passed while the driver was at work."""


class UndecodableError(Exception):
    """The content coding of an answer (gzip, …) is broken."""

    def __init__(self, reply: Reply) -> None:
        super().__init__()
        self.reply = reply


Outcome: TypeAlias = "Reply | httpx.TransportError | DeadlinePassedError | UndecodableError | None"
Step: TypeAlias = "Send | Wait | Other"


def exchange(call: Call) -> Generator[Step, Outcome, Reply]:
    """Carry out a call.

    Args:
        call: the call.

    Yields:
        What the driver has to do. It sends back the answer, or what went wrong; None after a wait.

    Returns:
        The last answer, whatever its status.

    Raises:
        APIConnectionError: no answer came.
        APITimeoutError: no answer came in time.
        ResponseDecodeError: the content coding of the answer is broken.
        RedirectError: the answer leads somewhere that this request must not follow.
    """
    ends_at = None if call.deadline is None else time.monotonic() + call.deadline
    request = call.request
    if request.pending is None:
        return (yield from _attempts(call, request, ends_at))
    request = yield from _authorized(call, request, ends_at)
    reply = yield from _attempts(call, request, ends_at)
    if reply.status_code == 401 and request.can_be_sent and same_origin(reply.url, request.url):
        # The server did not do what a request with a refused token asks for, so that any may be sent once more.
        renewed = yield from _authorized(call, request, ends_at)
        if renewed is not request:
            return (yield from _attempts(call, renewed, ends_at))
    return reply


def _authorized(call: Call, request: PreparedRequest, ends_at: float | None) -> Generator[Step, Any, PreparedRequest]:
    from .tokens import authorize  # noqa: PLC0415 - most programs have a token

    return (yield from authorize(request, timeout=call.timeout, ends_at=ends_at, max_retries=call.max_retries))


def _attempts(call: Call, request: PreparedRequest, ends_at: float | None) -> Generator[Step, Outcome, Reply]:
    """Send a request until there is an answer to go by, or no more retry."""
    attempt = 0
    redirects = 0
    foreign = call.foreign
    while True:
        timeout = call.timeout if ends_at is None else limit(call.timeout, ends_at)
        outcome = yield Send(request, timeout, ends_at, foreign, call.stays_open)
        if isinstance(outcome, Reply):
            redirected = _redirected(call, request, outcome) if outcome.status_code in _REDIRECTS else None
            if redirected is not None:
                redirects += 1
                if redirects > _MAX_REDIRECTS:
                    raise _redirect_error(outcome, f"redirects more than {_MAX_REDIRECTS} times")
                foreign = foreign or not same_origin(request.url, redirected.url)
                request = redirected
                continue
            delay = delay_after_status(outcome.status_code, outcome.headers, attempt, idempotent=call.idempotent)
        elif isinstance(outcome, httpx.TransportError):
            delay = delay_after_failure(outcome, attempt, idempotent=call.idempotent)
            if ends_at is not None and time.monotonic() >= ends_at:
                raise deadline_error(call, request, attempt) from outcome
        elif isinstance(outcome, UndecodableError):
            raise _undecodable(outcome.reply)
        else:
            raise deadline_error(call, request, attempt)
        too_late = ends_at is not None and delay is not None and time.monotonic() + delay >= ends_at
        if delay is None or attempt >= call.max_retries or too_late or not request.can_be_sent:
            if isinstance(outcome, Reply):
                return outcome
            read_once = delay is not None and not request.can_be_sent
            raise connection_error(request, outcome, attempt, too_late=too_late, read_once=read_once) from outcome
        attempt += 1
        yield Wait(delay)


def _redirected(call: Call, request: PreparedRequest, reply: Reply) -> PreparedRequest | None:
    """Return the request to follow a redirect with (RFC 9110 §15.4); None where the redirect itself is the result.

    A request that goes to another origin takes along no credentials, no header but the harmless ones, and no body. One
    whose method would have to change is not followed, except for 303, which says to fetch the result.
    """
    location = reply.headers.get("location")
    if location is None or any(str(reply.status_code) in declared.statuses for declared in call.operation.responses):
        return None
    try:
        target = httpx.URL(request.url).join(location)
    except (httpx.InvalidURL, ValueError):
        raise _redirect_error(reply, "redirects to something that is not an address") from None
    if target.scheme not in {"http", "https"}:
        raise _redirect_error(reply, f"redirects to the scheme {target.scheme!r}")
    safe = request.method in {"GET", "HEAD"}
    url = str(target.copy_with(fragment=None))
    show = redacted(shown(str(target.copy_with(query=None, fragment=None))), request.secrets)
    if reply.status_code == 303 and not safe:
        headers = {name: text for name, text in request.headers.items() if name.lower() != "content-type"}
        request = replace(request, method="GET", headers=headers, content=None)
    elif not safe and (reply.status_code in {301, 302} and request.method == "POST"):
        raise _redirect_error(reply, f"redirects a POST to {show}; check base_url")
    elif not request.can_be_sent:
        raise _redirect_error(reply, f"redirects to {show}, but the body can be read only once; check base_url")
    if same_origin(request.url, url):
        return replace(request, url=url, shown_url=show)
    if request.method not in {"GET", "HEAD"}:
        raise _redirect_error(reply, f"redirects a {request.method} to another server, {show}; check base_url")
    harmless = {name: text for name, text in request.headers.items() if name.lower() in _HARMLESS_HEADERS}
    return replace(request, url=url, shown_url=show, headers=harmless, content=None, pending=None)


def _redirect_error(reply: Reply, what: str) -> RedirectError:
    return RedirectError(
        f"{reply.method} {reply.url} answered {reason(reply.status_code)} and {redacted(what, reply.secrets)}.",
        **reply.for_error(),
    )


def _undecodable(reply: Reply) -> ResponseDecodeError:
    coding = reply.headers.get("content-encoding")
    return ResponseDecodeError(
        f"{reply.method} {reply.url} answered {reason(reply.status_code)} with a body that is not the {coding!r} "
        "it is said to be.",
        **reply.for_error(),
    )


def _tries(attempt: int) -> str:
    return f" after {attempt + 1} attempts" if attempt else ""


def deadline_error(call: Call, request: PreparedRequest, attempt: int) -> APITimeoutError:
    """Return the error for a call whose deadline passed, after so many retries."""
    return APITimeoutError(
        f"{request.method} {request.shown_url} had no answer within the deadline of {call.deadline:g} s"
        f"{_tries(attempt)}.",
        method=request.method,
        url=request.shown_url,
    )


def closed_error(request: PreparedRequest) -> APIConnectionError:
    """Return the error for a call during which the client was closed."""
    return APIConnectionError(
        f"{request.method} {request.shown_url} was ended because the client was closed.",
        method=request.method,
        url=request.shown_url,
    )


def connection_error(
    request: PreparedRequest,
    failure: httpx.TransportError,
    attempt: int,
    *,
    too_late: bool = False,
    read_once: bool = False,
) -> APIConnectionError:
    """Return the error for a call that ended without a whole answer, after so many retries."""
    tries = _tries(attempt)
    if too_late:
        tries += ", and the deadline leaves no time for another"
    elif read_once:
        tries += ", and the body, an iterator or a stream, cannot be sent again"
    if isinstance(failure, httpx.TimeoutException):
        phases: dict[type[httpx.TimeoutException], str] = {
            httpx.ConnectTimeout: "no connection",
            httpx.ReadTimeout: "no answer",
            httpx.WriteTimeout: "the body not taken",
            httpx.PoolTimeout: "no free connection in the pool",
        }
        phase = phases.get(type(failure), "no answer")
        return APITimeoutError(
            f"{request.method} {request.shown_url} timed out{tries}: {phase} in time.",
            method=request.method,
            url=request.shown_url,
        )
    cause = redacted(str(failure) or type(failure).__name__, request.secrets)
    return APIConnectionError(
        f"{request.method} {request.shown_url} failed{tries}: {cause}",
        method=request.method,
        url=request.shown_url,
    )
