"""What a cancelled call leaves behind in the pool of connections, and how it is taken back.

A task that is cancelled at certain points makes httpcore lose a connection: one that was just assigned or just opened
stays in the pool although no request uses it, and an answer whose end is interrupted keeps its connection for ever
(encode/httpcore issues 830 and 1093; httpcore2 mends the first). After as many such calls as the pool may have
connections, every further one waits in vain. There is no documented way to take a connection back, so this looks into
the pool; where that is made differently, nothing is done.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .http_library import httpx

_NEEDED = ("_requests", "_connections", "_assign_requests_to_connections", "_close_connections")


async def take_back(client: httpx.AsyncClient, request: httpx.Request) -> None:
    """Free whatever a call that has ended still holds.

    Args:
        client: the httpx client that sent the request.
        request: the request.
    """
    mounts: dict[Any, Any] = getattr(client, "_mounts", {})
    for transport in (getattr(client, "_transport", None), *mounts.values()):
        pool = getattr(transport, "_pool", None)
        if all(hasattr(pool, name) for name in _NEEDED):
            await _take_back(pool, request.extensions)


async def _take_back(pool: Any, extensions: dict[str, Any]) -> None:
    ended = [one for one in pool._requests if one.request.extensions is extensions]  # noqa: SLF001
    for one in ended:
        pool._requests.remove(one)  # noqa: SLF001
    used = {id(one.connection) for one in pool._requests}  # noqa: SLF001
    lost = [one for one in pool.connections if id(one) not in used and not (one.is_idle() or one.is_closed())]
    for connection in lost:
        pool._connections.remove(connection)  # noqa: SLF001
    # Others may wait for what has become free.
    lost += pool._assign_requests_to_connections()  # noqa: SLF001
    await pool._close_connections(lost)  # noqa: SLF001
