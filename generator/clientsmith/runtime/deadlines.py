"""Making a deadline hold for every single read and write of a blocking call.

httpx limits each read; a server that sends a byte now and then keeps a call alive without end. So each connection's
stream is given a `read` and a `write` that never wait past the deadline of the request they are working for. The
deadline travels inside of the timeout that httpx hands down. Streams are found by documented means: the `trace`
extension tells about new connections, the `network_stream` extension of a response about others.

What remains: Python cannot interrupt the resolution of a name, and a transport of the caller's own that has no such
streams is looked after between reads only.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any, Final

from .http_library import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

_PIECE: Final = 65536
_UNLIMITED: Final = 86400.0


class PhaseTimeout(float):
    """Seconds for one phase, which also knows when the whole call has to end (on the clock of `time.monotonic`)."""

    __slots__ = ("ends_at",)

    ends_at: float


class DeadlineError(Exception):
    """The deadline of the call passed in the middle of a read or write."""


def limit(timeout: httpx.Timeout, ends_at: float) -> httpx.Timeout:
    """Return a timeout none of whose phases lasts longer than what is left until the deadline.

    Args:
        timeout: what each phase may take.
        ends_at: the deadline, on the clock of `time.monotonic`.
    """
    left = max(ends_at - time.monotonic(), 0.001)

    def phase(seconds: float | None) -> float:
        limited = PhaseTimeout(min(_UNLIMITED if seconds is None else seconds, left))
        limited.ends_at = ends_at
        return limited

    return httpx.Timeout(
        connect=phase(timeout.connect), read=phase(timeout.read), write=phase(timeout.write), pool=phase(timeout.pool)
    )


def opened_connection(event: str, info: dict[str, Any]) -> Any:
    """Return the network stream of a connection that was just opened, out of what the `trace` extension tells."""
    if event.endswith(("connect_tcp.complete", "start_tls.complete", "connect_unix_socket.complete")):
        return info.get("return_value")
    return None


def hold_to_deadline(stream: Any) -> None:
    """Give a connection's stream a `read` and a `write` that keep to the deadline of their request.

    Args:
        stream: what httpx calls a network stream; anything else is left alone.
    """
    if not hasattr(stream, "__dict__") or hasattr(stream, "held_to_deadline") or not hasattr(stream, "read"):
        return
    read: Callable[..., bytes] = stream.read
    write: Callable[..., None] = stream.write

    def read_in_time(max_bytes: int, timeout: float | None = None) -> bytes:
        return read(max_bytes, _left(timeout))

    def write_in_time(buffer: bytes, timeout: float | None = None) -> None:
        if not isinstance(timeout, PhaseTimeout):
            write(buffer, timeout)
            return
        for start in range(0, len(buffer), _PIECE):
            write(buffer[start : start + _PIECE], _left(timeout))

    stream.read = read_in_time
    stream.write = write_in_time
    stream.held_to_deadline = True


def _left(timeout: float | None) -> float | None:
    if not isinstance(timeout, PhaseTimeout):
        return timeout
    left = timeout.ends_at - time.monotonic()
    if left <= 0:
        raise DeadlineError
    return min(float(timeout), left)
