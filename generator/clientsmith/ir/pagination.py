"""How listings are walked through. The classes and their facts are called as in the runtime."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from clientsmith.ir.types import Type


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWindow:
    """Pages found by time: wire names of the item's time, of the filter, of the page size, of the item's key."""

    field: str
    before: str
    limit: str
    key: str
    size: int | None = None
    maximum: int | None = None
    item: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Pages found by a cursor, which is at a JSON pointer of the body or a property of the last item."""

    parameter: str
    cursor: str | None = None
    key: str | None = None
    items: str | None = None
    more: str | None = None
    item: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Pages found by their number, or by how many items are before them; the rest are JSON pointers and sizes."""

    parameter: str
    counts_items: bool | None = None
    first: int | None = None
    items: str | None = None
    limit: str | None = None
    size: int | None = None
    maximum: int | None = None
    more: str | None = None
    pages: str | None = None
    total: str | None = None
    item: Type


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLink:
    """Pages whose address is given, at a JSON pointer of the body or in the header `Link` (None)."""

    url: str | None = None
    items: str | None = None
    item: Type


Pagination: TypeAlias = TimeWindow | Cursor | Numbered | NextLink
