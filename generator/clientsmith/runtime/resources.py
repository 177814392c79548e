"""The base classes of generated resources: groups of operations on a client."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeVar, cast

from .pages import AsyncPage, Page, Position
from .raw import RawResponse
from .requests import Arguments

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from .client import AsyncClient, Client
    from .operations import Operation
    from .options import RequestOptions
    from .pages import Advance

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
        arguments = Arguments(values, body, fields, content_type)
        result: T = self._client._perform(operation, arguments, options)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        return result

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
        operation: Operation[Any],
        values: Mapping[str, Any] = _NO_VALUES,
        *,
        options: RequestOptions | None = None,
    ) -> Iterator[Any]:
        """Call an operation that lists things; walk through all pages."""
        page = self._fetch(operation, Position(values), options)
        _refuse_raw(page)
        while True:
            yield from page
            if not page.has_next_page:
                return
            page = page.next_page()

    def _fetch(self, operation: Operation[Any], position: Position, options: RequestOptions | None) -> Page[Any]:
        while True:
            arguments = Arguments(position.values, url=position.url)
            answer = self._client._answer(operation, arguments, options)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            if isinstance(answer, RawResponse):
                return cast("Page[Any]", answer)
            if operation.pagination is None:
                return Page[Any](answer.value)
            advance: Advance[Any] = operation.pagination.advance(position, answer)
            if advance.next is None:
                return Page(advance.items)
            if advance.items:
                return Page(advance.items, partial(self._fetch, operation, advance.next, options))
            position = advance.next


def _refuse_raw(page: Any) -> None:
    if isinstance(page, RawResponse):
        msg = "All pages together have no one raw response; ask for them page by page."
        raise TypeError(msg)


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
        arguments = Arguments(values, body, fields, content_type)
        result: T = await self._client._perform(operation, arguments, options)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
        return result

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
        operation: Operation[Any],
        values: Mapping[str, Any] = _NO_VALUES,
        *,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[Any]:
        """Call an operation that lists things; walk through all pages."""
        page = await self._fetch(operation, Position(values), options)
        _refuse_raw(page)
        while True:
            for item in page:
                yield item
            if not page.has_next_page:
                return
            page = await page.next_page()

    async def _fetch(
        self, operation: Operation[Any], position: Position, options: RequestOptions | None
    ) -> AsyncPage[Any]:
        while True:
            arguments = Arguments(position.values, url=position.url)
            answer = await self._client._answer(operation, arguments, options)  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
            if isinstance(answer, RawResponse):
                return cast("AsyncPage[Any]", answer)
            if operation.pagination is None:
                return AsyncPage[Any](answer.value)
            advance: Advance[Any] = operation.pagination.advance(position, answer)
            if advance.next is None:
                return AsyncPage(advance.items)
            if advance.items:
                return AsyncPage(advance.items, partial(self._fetch, operation, advance.next, options))
            position = advance.next
