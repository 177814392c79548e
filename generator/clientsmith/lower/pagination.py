"""Pagination, as the extension `x-clientsmith-pagination` of an operation describes it."""

from __future__ import annotations

from typing import Final

from clientsmith.ir.operations import Pagination, Parameter, Place, TimeWindow
from clientsmith.ir.types import ConstrainedType, ListType, Type
from clientsmith.lower.context import Context
from clientsmith.trees import Tree, mapping

PAGINATION_EXTENSION: Final = "x-clientsmith-pagination"
_TIME_WINDOW_KEYS: Final = ("field", "before", "limit", "key")


def lower_pagination(
    operation: Tree, pointer: str, parameters: tuple[Parameter, ...], returns: Type | None, context: Context
) -> Pagination | None:
    """Lower the pagination of an operation; None where it has none, or none that fits the operation."""
    written = operation.get(PAGINATION_EXTENSION)
    if written is None:
        return None
    facts = mapping(written)
    where = f"{pointer}/{PAGINATION_EXTENSION}"
    if facts.get("kind") != "time-window":
        context.report("pagination-unusable", "the only kind of pagination known is 'time-window'", where)
        return None
    values = [facts.get(key) for key in _TIME_WINDOW_KEYS]
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) < len(_TIME_WINDOW_KEYS):
        context.report("pagination-unusable", f"a time window needs {', '.join(_TIME_WINDOW_KEYS)}", where)
        return None
    field, before, limit, key = texts
    query = {parameter.wire_name for parameter in parameters if parameter.place is Place.QUERY}
    for name in (before, limit):
        if name not in query:
            context.report("pagination-unusable", f"the operation has no query parameter {name!r}", where)
            return None
    if not isinstance(returns, ListType):
        context.report("pagination-unusable", "a time window needs an array as the response", where)
        return None
    bounds = [_maximum(parameter.type) for parameter in parameters if parameter.wire_name == limit]
    return TimeWindow(field=field, before=before, limit=limit, key=key, maximum=bounds[0], item=returns.item)


def _maximum(type_: Type) -> int | None:
    constraints = type_.constraints if isinstance(type_, ConstrainedType) else ()
    found = [constraint.value for constraint in constraints if constraint.keyword == "maximum"]
    return int(found[0]) if found and isinstance(found[0], int | float) else None
