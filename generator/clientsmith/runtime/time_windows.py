"""Walking through a listing by time."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass, replace
from typing import Any, Final

from pydantic import BaseModel

from .datetimes import rfc3339
from .pages import Advance, Answer, Position, is_last, items_at, number_of, property_of, warn_incomplete

_GROWTH: Final = 2
_LARGEST_GUESS: Final = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWindow:
    """Pagination by time: newest first, the next page is "created at or before the oldest so far".

    Several items may share a moment, and servers often keep moments finer than they show them. So the bound is one
    unit (of the digits shown) above the oldest item, and items that were given out before are left out. Where a whole
    page brings nothing new, the page size grows up to its maximum; where even that does not help, the walk steps over
    that moment, with a warning if items may have been missed.

    The server has no word for the end. It is taken to be reached by a page that is shorter than one before it, and by
    one that brings nothing new; a first page that is shorter than asked for may have been capped (see `pages`). Only
    where the oldest items lie within two units and are more than an undeclared cap, may neither show.

    Attributes:
        field: JSON name of the time in an item.
        before: query parameter for "at or before".
        limit: query parameter for the page size; None if there is none.
        key: JSON name of what identifies an item.
        size: the page size that the server takes where none is given, if the document says so.
        maximum: the largest page size that the document allows.
    """

    field: str
    before: str
    limit: str | None
    key: str
    size: float | None = None
    maximum: float | None = None

    def advance(self, position: Position, answer: Answer) -> Advance[Any]:
        """Return what is new in a page, and the position after it."""
        page = items_at(answer.value, "")
        new: list[Any] = []
        seen = set(position.seen)
        for item in page:
            identity = _identity(item, self.key)
            if identity not in seen:
                seen.add(identity)
                new.append(item)
        moments = sorted(filter(None, (_parse(property_of(item, self.field)) for item in page)), key=_Moment.order)
        if page and not moments:
            warn_incomplete(
                f"no item has a time in {self.field!r}, so that the pages after this one cannot be asked for"
            )
        if not moments:
            return Advance(new, None)
        oldest = moments[0]
        asked = self._asked(position)
        # More items after a page that was not full: the server caps pages, so that this size is all one can get.
        capped = position.capped or (bool(new) and position.short)
        if position.stepped and capped and not position.capped:
            warn_incomplete(f"{position.largest} or more items have one time, and the server gives no larger pages")
        if is_last(len(page), asked, position.largest) or (position.stepped and not new):
            return Advance(new, None)
        largest, short = max(position.largest, len(page)), asked is not None and len(page) < asked
        if new:
            values = {**position.values, self.before: _earlier(oldest.shifted(1), position.values.get(self.before))}
            return Advance(new, Position(values, frozenset(seen), largest, short=short, capped=capped))
        return Advance(new, self._past(replace(position, short=short, capped=capped), oldest, len(page), asked))

    def _asked(self, position: Position) -> int | None:
        """Return how many items a full page has, as far as that is known."""
        given = number_of(position.values.get(self.limit)) if self.limit is not None else None
        asked = number_of(self.size) if given is None else given
        return asked if asked is None or self.maximum is None else min(asked, int(self.maximum))

    def _past(self, position: Position, oldest: _Moment, size: int, asked: int | None) -> Position:
        """Return how to get past a page that brought nothing new."""
        maximum = _LARGEST_GUESS if self.maximum is None else int(self.maximum)
        full = asked is None or size >= asked
        if self.limit is not None and full and size < maximum and not position.capped:
            values = {**position.values, self.limit: min(size * _GROWTH, maximum)}
            return replace(position, values=values)
        if full or position.capped:
            warn_incomplete(f"{size} or more items have the time {oldest.text}, and a page can hold no more")
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


def _identity(item: Any, name: str) -> Any:
    key = property_of(item, name)
    if isinstance(key, (str, int)):
        return key
    # An item without a key counts as the same as one with the same content.
    content = item.model_dump(mode="json") if isinstance(item, BaseModel) else item
    return json.dumps(content, sort_keys=True, default=repr)


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
