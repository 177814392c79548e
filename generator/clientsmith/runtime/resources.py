"""The base classes of generated resources: groups of operations on a client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeVar

from .pagination import AsyncPage, Page, Position

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from .client import AsyncClient, Client
    from .operations import Operation
    from .options import RequestOptions

T = TypeVar("T")
E = TypeVar("E")

_NO_VALUES: Final[Mapping[str, Any]] = {}


class Resource:
    """A group of operations.

    Args:
        client: the client that carries them out.
    """

    def __init__(self, client: Client) -> None:
        self._client = client

    def _send(
        self,
        operation: Operation[T],
        values: Mapping[str, Any] = _NO_VALUES,
        *,
        body: Any = None,
        fields: Mapping[str, Any] | None = None,
        content_type: str | None = None,
        options: RequestOptions | None = None,
    ) -> T:
        """Call an operation; see `requests.prepare` for the arguments."""
        return self._client._perform(operation, values, body, fields, content_type, options)  # pyright: ignore[reportPrivateUsage]

    def _page(
        self,
        operation: Operation[list[E]],
        values: Mapping[str, Any] = _NO_VALUES,
        *,
        options: RequestOptions | None = None,
    ) -> Page[E]:
        """Call an operation that lists things; return its first page."""
        return self._fetch(operation, Position(values), options)

    def _pages(
        self,
        operation: Operation[list[E]],
        values: Mapping[str, Any] = _NO_VALUES,
        *,
        options: RequestOptions | None = None,
    ) -> Iterator[E]:
        """Call an operation that lists things; walk through all pages."""
        page = self._fetch(operation, Position(values), options)
        while True:
            yield from page
            if not page.has_next_page:
                return
            page = page.next_page()

    def _fetch(self, operation: Operation[list[E]], position: Position, options: RequestOptions | None) -> Page[E]:
        while True:
            items: Any = self._send(operation, position.values, options=options)
            if operation.pagination is None or not isinstance(items, list):
                return items if not isinstance(items, list) else Page[E](items)  # pyright: ignore[reportUnknownArgumentType]
            found: list[E] = items
            advance = operation.pagination.advance(position, found)
            following = advance.next
            if following is None:
                return Page(advance.items)
            if advance.items:
                return Page(advance.items, lambda: self._fetch(operation, following, options))
            position = following


class AsyncResource:
    """A group of operations, without blocking.

    Args:
        client: the client that carries them out.
    """

    def __init__(self, client: AsyncClient) -> None:
        self._client = client

    async def _send(
        self,
        operation: Operation[T],
        values: Mapping[str, Any] = _NO_VALUES,
        *,
        body: Any = None,
        fields: Mapping[str, Any] | None = None,
        content_type: str | None = None,
        options: RequestOptions | None = None,
    ) -> T:
        """Call an operation; see `requests.prepare` for the arguments."""
        return await self._client._perform(operation, values, body, fields, content_type, options)  # pyright: ignore[reportPrivateUsage]

    async def _page(
        self,
        operation: Operation[list[E]],
        values: Mapping[str, Any] = _NO_VALUES,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncPage[E]:
        """Call an operation that lists things; return its first page."""
        return await self._fetch(operation, Position(values), options)

    async def _pages(
        self,
        operation: Operation[list[E]],
        values: Mapping[str, Any] = _NO_VALUES,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[E]:
        """Call an operation that lists things; walk through all pages."""
        page = await self._fetch(operation, Position(values), options)
        while True:
            for item in page:
                yield item
            if not page.has_next_page:
                return
            page = await page.next_page()

    async def _fetch(
        self, operation: Operation[list[E]], position: Position, options: RequestOptions | None
    ) -> AsyncPage[E]:
        while True:
            items: Any = await self._send(operation, position.values, options=options)
            if operation.pagination is None or not isinstance(items, list):
                return items if not isinstance(items, list) else AsyncPage[E](items)  # pyright: ignore[reportUnknownArgumentType]
            found: list[E] = items
            advance = operation.pagination.advance(position, found)
            following = advance.next
            if following is None:
                return AsyncPage(advance.items)
            if advance.items:
                return AsyncPage(advance.items, lambda: self._fetch(operation, following, options))
            position = following
