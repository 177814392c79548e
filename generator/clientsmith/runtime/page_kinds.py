"""Kinds of pagination by cursor, by number, and by address."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from pydantic import BaseModel

from .pages import Advance, Answer, Position, is_last, items_at, number_of, value_at, warn_incomplete

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK: Final = re.compile(r'\s*<([^<>]*)>((?:\s*;\s*[^\s=;,"]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]*))?)*)\s*(?:,|$)')
_RELATION: Final = re.compile(r';\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]*))', re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cursor:
    """Pagination by a cursor: each answer has the text that the next page is asked for with.

    An answer without a cursor is the last. A page may be shorter than asked for, or empty, although more follow.

    Attributes:
        parameter: the query parameter for the cursor.
        cursor: JSON pointer to the cursor in the body; None where a property of the last item is the cursor.
        key: JSON name of that property.
        items: JSON pointer to the items in the body.
        more: JSON pointer to whether there are more pages, if the body says so.
    """

    parameter: str
    cursor: str | None = None
    key: str | None = None
    items: str = ""
    more: str | None = None

    def advance(self, position: Position, answer: Answer) -> Advance[Any]:
        """Return the items of an answer, and the position after it."""
        items = items_at(answer.value, self.items)
        if self.more is not None and value_at(answer.value, self.more) is not True:
            return Advance(items, None)
        if self.cursor is not None:
            cursor = value_at(answer.value, self.cursor)
        else:
            cursor = value_at(items[-1], f"/{self.key}") if items else None
        if not isinstance(cursor, (str, int)) or cursor == "" or isinstance(cursor, bool):
            return Advance(items, None)
        if cursor in position.seen:
            warn_incomplete(f"the server gave the cursor {cursor!r} twice")
            return Advance(items, None)
        values = {**position.values, self.parameter: cursor}
        return Advance(items, Position(values, position.seen | {cursor}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """Pagination by number: of the page, or of items to skip.

    The end is where the body says so (`more`, `pages`, `total`), else where the size of the pages does (see `pages`).

    Attributes:
        parameter: the query parameter for the number.
        counts_items: whether it counts the items before the page (offset) instead of the pages.
        first: the number of the first page.
        items: JSON pointer to the items in the body.
        limit: query parameter for the page size; None if there is none.
        size: the page size that the server takes where none is given, if the document says so.
        maximum: the largest page size that the document allows.
        more: JSON pointer to whether there are more pages, if the body says so.
        pages: JSON pointer to how many pages there are, if the body says so.
        total: JSON pointer to how many items there are, if the body says so.
    """

    parameter: str
    counts_items: bool = False
    first: int = 0
    items: str = ""
    limit: str | None = None
    size: float | None = None
    maximum: float | None = None
    more: str | None = None
    pages: str | None = None
    total: str | None = None

    def advance(self, position: Position, answer: Answer) -> Advance[Any]:
        """Return the items of an answer, and the position after it."""
        items = items_at(answer.value, self.items)
        given = number_of(position.values.get(self.parameter))
        current = self.first if given is None else given
        fingerprint = _fingerprint(items)
        if items and fingerprint in position.seen:
            # Some servers give the last page for every number beyond it, others do not know the parameter.
            if fingerprint != position.last:
                warn_incomplete("the server gave an earlier page again")
            return Advance([], None)
        following = current + (len(items) if self.counts_items else 1)
        if not items or self._ends(position, answer, len(items), following):
            return Advance(items, None)
        values = {**position.values, self.parameter: following}
        seen = position.seen | {fingerprint}
        return Advance(items, Position(values, seen, max(position.largest, len(items)), last=fingerprint))

    def _ends(self, position: Position, answer: Answer, size: int, following: int) -> bool:
        more = None if self.more is None else value_at(answer.value, self.more)
        if isinstance(more, bool):
            return not more
        pages = None if self.pages is None else number_of(value_at(answer.value, self.pages))
        if pages is not None:
            return following >= pages + self.first
        total = None if self.total is None else number_of(value_at(answer.value, self.total))
        if total is not None and self.counts_items:
            return following >= total + self.first
        given = None if self.limit is None else number_of(position.values.get(self.limit))
        asked = number_of(self.size) if given is None else given
        if asked is not None and self.maximum is not None:
            asked = min(asked, int(self.maximum))
        return is_last(size, asked, position.largest)


@dataclass(frozen=True, slots=True, kw_only=True)
class NextLink:
    """Pagination by address: each answer has the address of the next page.

    Attributes:
        url: JSON pointer to the address in the body; None where it is in the header `Link` with the relation `next`
            (RFC 8288).
        items: JSON pointer to the items in the body.
    """

    url: str | None = None
    items: str = ""

    def advance(self, position: Position, answer: Answer) -> Advance[Any]:
        """Return the items of an answer, and the position after it."""
        items = items_at(answer.value, self.items)
        if self.url is None:
            found = next(_next_links(answer.headers.get_list("link")), None)
        else:
            found = value_at(answer.value, self.url)
        if not isinstance(found, str) or not found:
            return Advance(items, None)
        if found in position.seen:
            warn_incomplete("the server gave the same address of a next page twice")
            return Advance(items, None)
        return Advance(items, replace(position, seen=position.seen | {found}, url=found))


def _next_links(fields: list[str]) -> Iterator[str]:
    for field in fields:
        for link in _LINK.finditer(field):
            relation = _RELATION.search(link[2])
            if relation is not None and "next" in (relation[1] or relation[2] or "").lower().split():
                yield link[1]


def _fingerprint(items: list[Any]) -> str:
    plain = [item.model_dump(mode="json") if isinstance(item, BaseModel) else item for item in items]
    # A digest, because a walk keeps those of all its pages.
    return blake2b(json.dumps(plain, sort_keys=True, default=repr).encode(), digest_size=16).hexdigest()
