"""OpenTelemetry: one client span for each attempt, by the semantic conventions for HTTP.

Loaded where a client is made with `telemetry=`; it needs the package `opentelemetry-api` then. The conventions are
those of https://opentelemetry.io/docs/specs/semconv/http/http-spans/ (stable).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from .exchange import DeadlinePassedError, UndecodableError
from .http_library import httpx
from .replies import Reply

if TYPE_CHECKING:
    from .exchange import Call, Outcome
    from .hooks import TracerProvider
    from .requests import PreparedRequest

_METHODS: Final = frozenset({"CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"})
_PORTS: Final = {"http": 80, "https": 443}


class Telemetry:
    """Makes the spans of a client.

    Args:
        provider: the tracer provider; True for the global one.
        package: the name of the package, for the instrumentation scope.

    Raises:
        ImportError: OpenTelemetry is not installed. The message says what to install.
    """

    def __init__(self, provider: TracerProvider | bool, package: str) -> None:  # noqa: FBT001 - as the client has it
        # Imported by name, so that type checkers accept the package where OpenTelemetry is not installed.
        try:
            self._trace = import_module("opentelemetry.trace")
            self._propagate = import_module("opentelemetry.propagate")
        except ImportError:
            msg = "telemetry= needs OpenTelemetry: install the package opentelemetry-api."
            raise ImportError(msg) from None
        chosen = self._trace.get_tracer_provider() if isinstance(provider, bool) else provider
        self._tracer: Any = chosen.get_tracer(package)

    def start(self, call: Call, request: PreparedRequest, resends: int) -> Any:
        """Return a span that has begun.

        Args:
            call: the call.
            request: what is about to be sent for it.
            resends: how many requests have been sent for it before.
        """
        url = httpx.URL(request.url)
        method = request.method if request.method in _METHODS else "_OTHER"
        attributes: dict[str, str | int] = {
            "http.request.method": method,
            "server.address": url.host,
            "server.port": url.port or _PORTS.get(url.scheme, 0),
            "url.full": request.shown_url,
        }
        if method != request.method:
            attributes["http.request.method_original"] = request.method
        if resends:
            attributes["http.request.resend_count"] = resends
        name = "HTTP" if method == "_OTHER" else method
        # The address of a redirect, or of where tokens come from, has nothing to do with the operation's path.
        if request.url == call.request.url:
            attributes["url.template"] = call.operation.path
            name = f"{name} {call.operation.path}"
        return self._tracer.start_span(name, kind=self._trace.SpanKind.CLIENT, attributes=attributes)

    def headers(self, span: Any) -> dict[str, str]:
        """Return the headers that make the server's spans children of a span (`traceparent` and the like)."""
        headers: dict[str, str] = {}
        self._propagate.inject(headers, context=self._trace.set_span_in_context(span))
        return headers

    def end(self, span: Any, outcome: Outcome) -> None:
        """End a span with what came of the attempt; None if it was cut short."""
        error = _error_type(outcome)
        if isinstance(outcome, Reply):
            span.set_attribute("http.response.status_code", outcome.status_code)
        if error is not None:
            span.set_attribute("error.type", error)
            span.set_status(self._trace.StatusCode.ERROR)
        span.end()


def _error_type(outcome: Outcome) -> str | None:
    match outcome:
        case Reply():
            return str(outcome.status_code) if outcome.status_code >= 400 else None
        case None:
            return "cancelled"
        case DeadlinePassedError():
            return "deadline"
        case UndecodableError():
            return "undecodable"
        case _:
            return f"{httpx.__name__}.{type(outcome).__name__}"
