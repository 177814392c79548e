"""Walking through the pages of a listing.

A kind of pagination is an object with `advance`: a pure function from a page to what is new in it and to the
parameters of the next page. The loops that fetch pages know nothing else, so that further kinds only need that.
"""

from __future__ import annotations

import datetime as dt
import json
import warnings
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from pydantic import BaseModel

from .datetimes import rfc3339
from .issues import callers_level
from .models import wire_names
from .narrowing import is_object
from .unions import Unknown

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

E = TypeVar("E")

_GROWTH: Final = 2
_LARGEST_GUESS: Final = 1000


class IncompleteListingWarning(UserWarning):
    """A listing cannot be walked wholly, because the API has no way to ask for the rest."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a walk stands.

    Attributes:
        values: the parameters of the next request.
        seen: the keys of the items that were given out.
        largest: the size of the largest page so far.
        stepped: whether the next request steps over a moment that holds more items than a page.
    """

    values: Mapping[str, Any]
    seen: frozenset[Any] = frozenset()
    largest: int = 0
    stepped: bool = False


@dataclass(frozen=True, slots=True)
class Advance(Generic[E]):
    """What came of a page: its new items, and where to go on; None at the end."""

    items: list[E]
    next: Position | None


class Pagination(Protocol):
    """A kind of pagination."""

    def advance(self, position: Position, page: Sequence[E]) -> Advance[E]:
        """Return what is new in a page, and the position after it.

        Args:
            position: the position that the page was fetched from.
            page: the items that came.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWindow:
    """Pagination by time: newest first, the next page is "created at or before the oldest so far".

    Several items may share a moment, and servers often keep moments finer than they show them. So the bound is one
    unit (of the digits shown) above the oldest item, and items that were given out before are left out. Where a whole
    page brings nothing new, the page size grows up to its maximum; where even that does not help, the walk steps over
    that moment, with a warning if items may have been missed.

    The end shows only in a request that brings nothing new.

    Attributes:
        field: JSON name of the time in an item.
        before: query parameter for "at or before".
        limit: query parameter for the page size; None if there is none.
        key: JSON name of what identifies an item.
        maximum: the largest page size that the document allows.
    """

    field: str
    before: str
    limit: str | None
    key: str
    maximum: float | None = None

    def advance(self, position: Position, page: Sequence[E]) -> Advance[E]:
        """Return what is new in a page, and the position after it."""
        new: list[E] = []
        seen = set(position.seen)
        for item in page:
            identity = _identity(item, self.key)
            if identity not in seen:
                seen.add(identity)
                new.append(item)
        moments = sorted(filter(None, (_moment(item, self.field) for item in page)), key=_Moment.order)
        largest = max(position.largest, len(page))
        if not page or not moments:
            if page:
                _warn(f"no item has a time in {self.field!r}, so that the pages after this one cannot be asked for")
            return Advance(new, None)
        oldest = moments[0]
        if new:
            values = {**position.values, self.before: _earlier(oldest.shifted(1), position.values.get(self.before))}
            return Advance(new, Position(values, frozenset(seen), largest))
        if position.stepped or len(page) < position.largest:
            return Advance(new, None)
        return Advance(new, self._past(position, oldest, len(page)))

    def _past(self, position: Position, oldest: _Moment, size: int) -> Position:
        """Return how to get past a page that brought nothing new."""
        asked = _number(position.values.get(self.limit)) if self.limit is not None else None
        maximum = _LARGEST_GUESS if self.maximum is None else int(self.maximum)
        # Without a limit of its own a page of one item is taken for all there is: no server has pages that small.
        full = size > 1 if asked is None else size >= asked
        if self.limit is not None and full and size < maximum:
            values = {**position.values, self.limit: min(size * _GROWTH, maximum)}
            return replace(position, values=values)
        if full:
            _warn(f"{size} or more items have the time {oldest.text}, and a page can hold no more")
        values = {**position.values, self.before: oldest.shifted(-1)}
        return replace(position, values=values, stepped=True)


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment as the server writes it."""

    value: dt.datetime
    text: str

    def order(self) -> float:
        return _aware(self.value).timestamp()

    def shifted(self, units: int) -> str:
        """Return the text of a moment some units of the last digit shown away, written in the same way."""
        digits = _fraction_digits(self.text)
        unit = dt.timedelta(microseconds=10 ** (6 - min(digits, 6)))
        try:
            value = dt.datetime.combine(self.value.date(), self.value.timetz()) + units * unit
        except OverflowError:
            return self.text
        written = value.strftime("%Y-%m-%dT%H:%M:%S").rjust(19, "0")
        fraction = f".{value.microsecond:06d}".ljust(digits + 1, "0")[: digits + 1] if digits else ""
        return written + fraction + _zone(self.text)


def _fraction_digits(text: str) -> int:
    _, dot, rest = text.partition(".")
    return len(rest) - len(rest.lstrip("0123456789")) if dot else 0


def _zone(text: str) -> str:
    rest = text[19:]
    return rest.lstrip(".0123456789") if rest.startswith(".") else rest


def _aware(value: dt.datetime) -> dt.datetime:
    return value if value.tzinfo is not None else value.replace(tzinfo=dt.UTC)


def _property(item: Any, name: str) -> Any:
    if isinstance(item, BaseModel):
        values = item.__dict__
        field = wire_names(type(item)).get(name)
        return values.get(field) if field is not None else (item.__pydantic_extra__ or {}).get(name)
    data: Any = item.data if isinstance(item, Unknown) else item
    return data.get(name) if is_object(data) else None


def _identity(item: Any, name: str) -> Any:
    key = _property(item, name)
    if isinstance(key, (str, int)):
        return key
    # An item without a key counts as the same as one with the same content.
    content = item.model_dump(mode="json") if isinstance(item, BaseModel) else item
    return json.dumps(content, sort_keys=True, default=repr)


def _moment(item: Any, name: str) -> _Moment | None:
    value = _property(item, name)
    return _parse(value)


def _parse(value: Any) -> _Moment | None:
    if isinstance(value, dt.datetime):
        return _Moment(value, rfc3339(value))
    if isinstance(value, str):
        try:
            return _Moment(dt.datetime.fromisoformat(value), value)
        except ValueError:
            return None
    return None


def _earlier(bound: str, given: Any) -> Any:
    """Return the earlier of a bound and the one that the caller gave, if he gave any."""
    own, other = _parse(bound), _parse(given)
    if own is None or other is None:
        return bound
    return given if other.order() < own.order() else bound


def _number(value: Any) -> int | None:
    return int(value) if isinstance(value, (int, float)) else None


def _warn(problem: str) -> None:
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
