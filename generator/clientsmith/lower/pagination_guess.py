"""Well-known shapes of listings, recognised by the names of parameters and of properties of the response.

A guess has to be right or harmless: where a name could mean two things of which one would lose items, there is no rule.
So the number of the first page has to be in the document, `count` is not taken for a total, and whether there are more
pages is only asked of the body where the cursor itself does not tell.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from clientsmith.ir.operations import Response
from clientsmith.ir.types import ListType, Scalar, ScalarType, Type
from clientsmith.positions import pointer_join
from clientsmith.trees import Tree

Fields: TypeAlias = Callable[[Type | None], Mapping[str, Type]]
"""Gives the properties of an object type with their bare types; nothing for other types."""

_TEXT: Final = frozenset({Scalar.STR, Scalar.ANY})
_CURSOR: Final = frozenset({Scalar.STR, Scalar.INT, Scalar.ANY})
_NUMBER: Final = frozenset({Scalar.INT, Scalar.FLOAT})
_TRUTH: Final = frozenset({Scalar.BOOL})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """A shape. Names are without case and signs; places are ends of paths into the response, parted by slashes.

    Attributes:
        kind: the kind of pagination.
        parameters: query parameters, one of which there has to be.
        places: where in the response the cursor or address stands.
        beside: properties one of which has to stand beside it.
        needs_more: whether the response has to say by a boolean whether there is more.
        key: the property of an item that is the cursor.
        link: whether the response has to declare the header `Link`.
    """

    kind: str
    parameters: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    needs_more: bool = False
    key: str | None = None
    link: bool = False


_CURSORS: Final = tuple(
    """
    cursor nextcursor pagecursor aftercursor after pageafter pagetoken nextpagetoken nexttoken continuationtoken
    startingafter startafter startcursor marker
    """.split()
)
_AFTER: Final = ("startingafter", "startafter", "after", "afterid")

RULES: Final = (
    _Rule(
        kind="next-url",
        places=(
            *("nextpageuri", "nextpageurl", "nexturl", "nexturi", "nextlink", "odatanextlink", "nexthref"),
            *("links/next", "links/next/href"),
        ),
    ),
    _Rule(
        kind="cursor",
        parameters=_CURSORS,
        places=(
            *("nextcursor", "nextpagetoken", "nexttoken", "nextpagecursor", "nextmarker", "continuationtoken"),
            *("nextcontinuationtoken", "cursors/after", "cursors/next", "cursor/next", "next/after"),
        ),
    ),
    _Rule(kind="cursor", parameters=_CURSORS, places=("endcursor",), needs_more=True),
    _Rule(kind="cursor", parameters=_AFTER, places=("lastid",), needs_more=True),
    _Rule(kind="cursor", parameters=_AFTER, needs_more=True, key="id"),
    _Rule(kind="cursor", parameters=_CURSORS, places=("next",)),
    _Rule(kind="next-url", places=("next",), beside=("previous", "prev", "first", "last", "self")),
    _Rule(kind="link", link=True),
    _Rule(kind="page", parameters=("page", "pagenumber", "pageno", "pagenum", "pageindex")),
    _Rule(kind="offset", parameters=("offset", "skip", "startat")),
)
"""The shapes, those that say most first."""

_LIMITS: Final = ("limit", "perpage", "pagesize", "size", "maxresults", "pagelimit", "top", "take", "count")
_MORE: Final = ("hasmore", "hasnext", "hasnextpage", "hasmoreitems", "hasmoreresults", "more")
_PAGES: Final = ("totalpages", "pagecount", "numpages", "lastpage")
_TOTAL: Final = ("total", "totalcount", "totalitems", "totalresults", "totalrecords", "totalelements")
_ITEMS: Final = ("data", "items", "results", "records", "entries", "values", "value", "content", "list", "objects")
_CONTAINERS: Final = frozenset(
    """
    data result response meta metadata pagination paging page pageinfo links cursor cursors next responsemetadata
    resultinfo
    """.split()
)
_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class _Place:
    pointer: str
    path: str
    type: Type


def guess_pagination(
    query: Mapping[str, Tree], success: tuple[Response, ...], returns: Type | None, fields: Fields
) -> dict[str, str] | None:
    """Guess how a listing is paged.

    Args:
        query: schemas of the query parameters, by wire name.
        success: the successful responses.
        returns: the bare type that the operation returns.
        fields: gives the properties of a type.

    Returns:
        What the extension would say; None where no shape is recognised.
    """
    places = list(_places(returns, fields, "", "", _DEEPEST))
    items = _items(returns, places)
    if items is None:
        return None
    parameters = {_plain(name): name for name in query}
    links = any(header.wire_name.lower() == "link" for response in success for header in response.headers)
    for rule in RULES:
        facts = _facts(rule, parameters, places, has_link=links)
        if facts is not None and _starts_clearly(facts, query):
            return {"kind": rule.kind, **facts, **({"items": items} if items else {})}
    return None


def _facts(
    rule: _Rule, parameters: Mapping[str, str], places: list[_Place], *, has_link: bool
) -> dict[str, str] | None:
    """Return what the extension would say by a rule, but for kind and items; None where the rule does not hold."""
    facts: dict[str, str] = {}
    parameter = _first(rule.parameters, parameters)
    if (rule.parameters and parameter is None) or (rule.link and not has_link):
        return None
    if parameter is not None:
        facts["parameter"] = parameter
    if rule.places:
        found = _at(places, rule.places, _TEXT if rule.kind == "next-url" else _CURSOR)
        if found is None or (rule.beside and not _has_beside(found, places, rule.beside)):
            return None
        facts["url" if rule.kind == "next-url" else "cursor"] = found.pointer
    if rule.needs_more:
        more = _at(places, _MORE, _TRUTH)
        if more is None:
            return None
        facts["more"] = more.pointer
    if rule.key is not None:
        facts["key"] = rule.key
    if rule.kind in {"page", "offset"}:
        facts |= _size(rule.kind, parameters, places)
        if rule.kind == "offset" and "limit" not in facts:
            return None
    return facts


def _size(kind: str, parameters: Mapping[str, str], places: list[_Place]) -> dict[str, str]:
    facts: dict[str, str] = {}
    limit = _first(_LIMITS, parameters)
    if limit is not None:
        facts["limit"] = limit
    name, names = ("pages", _PAGES) if kind == "page" else ("total", _TOTAL)
    count = _at(places, names, _NUMBER)
    if count is not None:
        facts[name] = count.pointer
    return facts


def _starts_clearly(facts: Mapping[str, str], query: Mapping[str, Tree]) -> bool:
    """Tell whether the document says how the first page is counted, where pages or items are counted."""
    if "cursor" in facts or "key" in facts or "parameter" not in facts:
        return True
    schema = query[facts["parameter"]]
    first = schema.get("default", schema.get("minimum"))
    if _plain(facts["parameter"]).startswith("page"):
        return first in {0, 1} if isinstance(first, (int, float)) else False
    return bool(schema.get("default", 0) == 0)


def _places(type_: Type | None, fields: Fields, pointer: str, path: str, depth: int) -> Iterator[_Place]:
    for name, field in fields(type_).items():
        plain = _plain(name)
        place = _Place(pointer_join(pointer, name), f"{path}/{plain}", field)
        yield place
        if plain in _CONTAINERS and depth > 1:
            yield from _places(field, fields, place.pointer, place.path, depth - 1)


def _items(returns: Type | None, places: list[_Place]) -> str | None:
    """Return where the items are: the response itself, its only array, or the one of several with a usual name."""
    if isinstance(returns, ListType):
        return ""
    lists = [place for place in places if isinstance(place.type, ListType)]
    top = [place for place in lists if place.path.count("/") == 1] or lists
    if len(top) == 1:
        return top[0].pointer
    usual = {place.path.rpartition("/")[2]: place.pointer for place in reversed(top)}
    return _first(_ITEMS, usual)


def _at(places: list[_Place], paths: tuple[str, ...], scalars: frozenset[Scalar]) -> _Place | None:
    for path in paths:
        for place in places:
            fits = isinstance(place.type, ScalarType) and place.type.scalar in scalars
            if fits and place.path.endswith(f"/{path}"):
                return place
    return None


def _has_beside(place: _Place, places: list[_Place], names: tuple[str, ...]) -> bool:
    parent = place.path.rpartition("/")[0]
    return any(other.path == f"{parent}/{name}" for other in places for name in names)


def _first(names: tuple[str, ...], known: Mapping[str, str]) -> str | None:
    return next((known[name] for name in names if name in known), None)


def _plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())
