"""Pages of listings, and what a kind of pagination is.

A kind of pagination is an object with two pure functions: which items an answer has, and where to go on after it. The
loops that fetch pages know nothing else, so that further kinds only need that.

When is a page the last one? Kinds whose server says so (a cursor, a link, a count) go by that alone: a page may be
shorter than asked for although more follow. The others have only the size of the pages to go by, and servers may cap
it below what was asked for, without saying so. So a page that is shorter than what was asked for proves nothing by
itself. It does prove something beside a longer page of the same walk: a server that could fill that one cut nothing
off this one. Hence the rule of `is_last`: a page ends the walk if an earlier page was longer, or if it is empty or has
a single item where more were asked for, since no server caps pages at one. What this costs: one request more for a
listing of two or more items that fits on its first page. Taking a short first page for the last would save that, and
would silently lose all but the first page wherever a server has a cap. A listing of several pages, where each request
counts most, needs no request more. What remains: a server that cuts a page first and leaves items out of it afterwards
needs one of the kinds where it says itself whether there is more.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from pydantic import BaseModel

from .issues import callers_level
from .models import wire_names
from .narrowing import is_array, is_object
from .unions import Unknown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from .http_library import httpx

E = TypeVar("E")

_NO_KEYS: Final[frozenset[Any]] = frozenset()


class IncompleteListingWarning(UserWarning):
    """A listing cannot be walked wholly, because the API has no way to ask for the rest."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a walk stands.

    Attributes:
        values: the parameters of the next request.
        seen: keys of what was given out, or followed, before.
        largest: the size of the largest page so far.
        stepped: whether the next request steps over items that cannot be asked for.
        short: whether the page before was smaller than asked for.
        capped: whether the server was seen to give smaller pages than asked for.
        url: the whole address of the next request, where the server gave one.
        last: the key of the page before.
    """

    values: Mapping[str, Any]
    seen: frozenset[Any] = _NO_KEYS
    largest: int = 0
    stepped: bool = False
    short: bool = False
    capped: bool = False
    url: str | None = None
    last: Any = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What came from a position: the decoded body, the headers, and the address that was asked."""

    value: Any
    headers: httpx.Headers
    url: str


@dataclass(frozen=True, slots=True)
class Advance(Generic[E]):
    """What came of a page: its new items, and where to go on; None at the end."""

    items: list[E]
    next: Position | None


class Pagination(Protocol):
    """A kind of pagination."""

    def advance(self, position: Position, answer: Answer) -> Advance[Any]:
        """Return what is new in an answer, and the position after it.

        Args:
            position: the position that the answer came from.
            answer: the answer.
        """
        ...


def is_last(size: int, asked: int | None, largest: int) -> bool:
    """Tell whether a page is surely the last one; see the text of this module.

    Args:
        size: how many items came.
        asked: how many were asked for, if that is known.
        largest: how many the largest page before had.
    """
    return size < largest or size == 0 or (size == 1 and asked != 1)


def property_of(item: Any, name: str) -> Any:
    """Return a property of a decoded object by its JSON name; None where it has none, or nothing readable."""
    if isinstance(item, BaseModel):
        values = item.__dict__
        field = wire_names(type(item)).get(name)
        return values.get(field) if field is not None else (item.__pydantic_extra__ or {}).get(name)
    data: Any = item.data if isinstance(item, Unknown) else item
    return data.get(name) if is_object(data) else None


def value_at(value: Any, pointer: str) -> Any:
    """Return what a JSON pointer (RFC 6901) leads to in a decoded body; None where it leads nowhere."""
    for part in pointer.split("/")[1:]:
        value = property_of(value, part.replace("~1", "/").replace("~0", "~"))
    return value


def items_at(value: Any, pointer: str) -> list[Any]:
    """Return the items of a page; none where there is no array."""
    found = value_at(value, pointer)
    return list(found) if is_array(found) else []


def number_of(value: Any) -> int | None:
    """Return a number as an integer; None for anything else."""
    return int(value) if isinstance(value, (int, float)) else None


def warn_incomplete(problem: str) -> None:
    """Warn, at the caller's line, that items may be missing."""
    warnings.warn(f"The listing may be incomplete: {problem}.", IncompleteListingWarning, stacklevel=callers_level())


class Page(list[E]):
    """One page of a listing: a list of its items, which knows how to get the next page."""

    def __init__(self, items: Sequence[E], next_page: Callable[[], Page[E]] | None = None) -> None:
        super().__init__(items)
        self._next_page = next_page

    @property
    def has_next_page(self) -> bool:
        """Whether there may be more. Some listings tell their end only by an empty page."""
        return self._next_page is not None

    def next_page(self) -> Page[E]:
        """Fetch the next page.

        Raises:
            LookupError: this is the last page.
        """
        if self._next_page is None:
            msg = "This is the last page; ask has_next_page first."
            raise LookupError(msg)
        return self._next_page()


class AsyncPage(list[E]):
    """One page of a listing: a list of its items, which knows how to get the next page without blocking."""

    def __init__(self, items: Sequence[E], next_page: Callable[[], Awaitable[AsyncPage[E]]] | None = None) -> None:
        super().__init__(items)
        self._next_page = next_page

    @property
    def has_next_page(self) -> bool:
        """Whether there may be more. Some listings tell their end only by an empty page."""
        return self._next_page is not None

    async def next_page(self) -> AsyncPage[E]:
        """Fetch the next page.

        Raises:
            LookupError: this is the last page.
        """
        if self._next_page is None:
            msg = "This is the last page; ask has_next_page first."
            raise LookupError(msg)
        return await self._next_page()
