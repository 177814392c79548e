"""Books and what they cost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack, overload

from .. import models
from .._core import (
    AsyncPage,
    AsyncResource,
    BodyVariant,
    JSON,
    Operation,
    Page,
    Parameter,
    RequestOptions,
    Resource,
    Response,
    TimeWindow,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ..fields.books import CreateBookFields


class Books(Resource):
    """Books and what they cost."""

    def list(
        self,
        *,
        limit: int | None = None,
        added_before: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Page[models.Book]:
        """List books.

        `GET /books`

        Args:
            limit: How many. 1 to 50; default 10.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The books.
        """
        return self._page(_LIST, {"limit": limit, "addedBefore": added_before}, options=options)

    def list_all(
        self,
        *,
        limit: int | None = None,
        added_before: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> Iterator[models.Book]:
        """List books: walk through all pages.

        `GET /books`

        Args:
            limit: How many. 1 to 50; default 10.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            An iterator over the items of all pages.
        """
        return self._pages(_LIST, {"limit": limit, "addedBefore": added_before}, options=options)

    @overload
    def create(
        self, body: models.NewBook | Mapping[str, Any] | CreateBookFields, /, *, options: RequestOptions | None = None
    ) -> models.Book: ...
    @overload
    def create(
        self, /, *, options: RequestOptions | None = None, **fields: Unpack[CreateBookFields]
    ) -> models.Book: ...
    def create(self, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any) -> models.Book:
        """Add a book.

        `POST /books`

        Args:
            body: All fields at once, as a model or a mapping, instead of the keywords.
            title: At most 200 characters.
            sub_title: What stands below the title.
            language: One of "de", "en", "fr"; default "en".
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The book.

        Raises:
            BadRequestError: Something is wrong with it (400).

        Example:
            >>> client.books.create(
            ...     title="Emma",
            ...     price={"kind": "fixed", "amount": 9.5},
            ... )
        """
        return self._send(_CREATE, body=body, fields=fields, options=options)

    def delete(self, isbn: str, /, *, options: RequestOptions | None = None) -> None:
        """Remove a book.

        `DELETE /books/{isbn}`

        Args:
            isbn: Matches `^[0-9]+$`.
            options: Settings of this call: headers, timeout, retries and more.
        """
        return self._send(_DELETE, {"isbn": isbn}, options=options)


class AsyncBooks(AsyncResource):
    """Books and what they cost."""

    async def list(
        self,
        *,
        limit: int | None = None,
        added_before: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncPage[models.Book]:
        """List books.

        `GET /books`

        Args:
            limit: How many. 1 to 50; default 10.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The books.
        """
        return await self._page(_LIST, {"limit": limit, "addedBefore": added_before}, options=options)

    def list_all(
        self,
        *,
        limit: int | None = None,
        added_before: dt.datetime | str | None = None,
        options: RequestOptions | None = None,
    ) -> AsyncIterator[models.Book]:
        """List books: walk through all pages.

        `GET /books`

        Args:
            limit: How many. 1 to 50; default 10.
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            An iterator over the items of all pages.
        """
        return self._pages(_LIST, {"limit": limit, "addedBefore": added_before}, options=options)

    @overload
    async def create(
        self, body: models.NewBook | Mapping[str, Any] | CreateBookFields, /, *, options: RequestOptions | None = None
    ) -> models.Book: ...
    @overload
    async def create(
        self, /, *, options: RequestOptions | None = None, **fields: Unpack[CreateBookFields]
    ) -> models.Book: ...
    async def create(self, body: Any = None, /, *, options: RequestOptions | None = None, **fields: Any) -> models.Book:
        """Add a book.

        `POST /books`

        Args:
            body: All fields at once, as a model or a mapping, instead of the keywords.
            title: At most 200 characters.
            sub_title: What stands below the title.
            language: One of "de", "en", "fr"; default "en".
            options: Settings of this call: headers, timeout, retries and more.

        Returns:
            The book.

        Raises:
            BadRequestError: Something is wrong with it (400).

        Example:
            >>> await client.books.create(
            ...     title="Emma",
            ...     price={"kind": "fixed", "amount": 9.5},
            ... )
        """
        return await self._send(_CREATE, body=body, fields=fields, options=options)

    async def delete(self, isbn: str, /, *, options: RequestOptions | None = None) -> None:
        """Remove a book.

        `DELETE /books/{isbn}`

        Args:
            isbn: Matches `^[0-9]+$`.
            options: Settings of this call: headers, timeout, retries and more.
        """
        return await self._send(_DELETE, {"isbn": isbn}, options=options)


_LIST: Operation[list[models.Book]] = Operation(
    id="listBooks",
    method="GET",
    path="/books",
    parameters=(Parameter("limit", "query"), Parameter("addedBefore", "query")),
    responses=(Response("200", "application/json", JSON, lambda: list[models.Book]),),
    security=(("token",),),
    pagination=TimeWindow(field="addedAt", before="addedBefore", limit="limit", key="isbn", size=10, maximum=50),
)
_CREATE: Operation[models.Book] = Operation(
    id="createBook",
    method="POST",
    path="/books",
    body=(BodyVariant("application/json", lambda: models.NewBook),),
    body_required=True,
    responses=(Response("201", "application/json", JSON, lambda: models.Book),),
    failures=(Response("400", "application/json", JSON, lambda: models.Problem),),
    security=(("token",),),
)
_DELETE: Operation[None] = Operation(
    id="deleteBook",
    method="DELETE",
    path="/books/{isbn}",
    parameters=(Parameter("isbn", "path"),),
    responses=(Response("204"),),
    security=(("token",),),
)
