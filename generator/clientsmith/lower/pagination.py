"""Pagination, as the configuration or the extension `x-clientsmith-pagination` describes it, or as it is guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Final

from clientsmith.ir.models import AliasModel, Model, ObjectModel
from clientsmith.ir.operations import Parameter, Place, Response
from clientsmith.ir.pagination import Cursor, NextLink, Numbered, Pagination, TimeWindow
from clientsmith.ir.types import ConstrainedType, ListType, ModelRef, Type, without_none
from clientsmith.lower.context import Context
from clientsmith.lower.models import all_fields
from clientsmith.lower.pagination_guess import guess_pagination
from clientsmith.positions import pointer_join, pointer_tokens
from clientsmith.trees import Tree, mapping

PAGINATION_EXTENSION: Final = "x-clientsmith-pagination"

_DEEPEST_ALIAS: Final = 16


@dataclass(frozen=True, slots=True)
class _Kind:
    """Keys of a kind: required ones, optional ones, and of both those that are parameters and JSON pointers."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    parameters: tuple[str, ...] = ()
    pointers: tuple[str, ...] = ()


_KINDS: Final[Mapping[str, _Kind]] = {
    "time-window": _Kind(("field", "before", "limit", "key"), parameters=("before", "limit")),
    "cursor": _Kind(
        ("parameter",), ("cursor", "key", "items", "more"), ("parameter",), pointers=("cursor", "items", "more")
    ),
    "page": _Kind(
        ("parameter",), ("items", "limit", "more", "pages"), ("parameter", "limit"), ("items", "more", "pages")
    ),
    "offset": _Kind(
        ("parameter",), ("items", "limit", "more", "total"), ("parameter", "limit"), ("items", "more", "total")
    ),
    "link": _Kind(optional=("items",), pointers=("items",)),
    "next-url": _Kind(("url",), ("items",), pointers=("url", "items")),
}


class _UnusableError(Exception):
    """The extension does not fit its operation; says why."""


def lower_pagination(
    operation: Tree,
    pointer: str,
    *,
    names: tuple[str, ...],
    parameters: tuple[Parameter, ...],
    success: tuple[Response, ...],
    returns: Type | None,
    models: Mapping[str, Model],
    context: Context,
) -> Pagination | None:
    """Lower the pagination of an operation; None where it has none, or none that fits the operation.

    Args:
        operation: the operation, as the document has it.
        pointer: where it stands.
        names: what the configuration may call it.
        parameters: its parameters.
        success: its successful responses.
        returns: what it returns.
        models: all models by name.
        context: the document.
    """
    configured = context.pagination.find(*names)
    written = operation.get(PAGINATION_EXTENSION) if configured is None else configured
    where = pointer_join(pointer, PAGINATION_EXTENSION) if configured is None else pointer
    if written is False:
        return None
    if written is None:
        if not context.pagination.guess or not pointer.endswith("/get"):
            return None
        query = {name: _schema(parameter, context) for name, parameter in _query(parameters).items()}
        written = guess_pagination(query, success, _bare(returns, models), lambda type_: _fields(type_, models))
        if written is None:
            return None
    guessed = configured is None and PAGINATION_EXTENSION not in operation
    try:
        pagination = _lower(mapping(written), parameters, returns, models, context)
    except _UnusableError as reason:
        if not guessed:
            context.report("pagination-unusable", str(reason), where)
        return None
    if guessed:
        said = ", ".join(f"{key}: {value}" for key, value in mapping(written).items())
        context.report("pagination-guessed", f"this listing is taken to be paged by {{{said}}}", pointer, is_note=True)
    return pagination


def report_unused_rules(context: Context) -> None:
    """Tell which entries of the configuration name no operation."""
    for key in context.pagination.by_operation:
        if key not in context.pagination.used:
            message = f"the configuration says how {key!r} is paged, but no operation is called so"
            context.report("pagination-unusable", message, "/paths")


def _lower(
    facts: Tree, parameters: tuple[Parameter, ...], returns: Type | None, models: Mapping[str, Model], context: Context
) -> Pagination:
    name = facts.get("kind")
    kind = _KINDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise _UnusableError(f"`kind` must be one of {', '.join(_KINDS)}, not {name!r}")
    texts = _texts(facts, str(name), kind)
    query = _query(parameters)
    for key in kind.parameters:
        if key in texts and texts[key] not in query:
            raise _UnusableError(f"the operation has no query parameter {texts[key]!r} (`{key}`)")
    for key in kind.pointers:
        if key in texts and key != "items":
            _type_at(returns, texts[key], key, models)
    item = _item(_type_at(returns, texts.get("items", ""), "items", models), models)
    if item is None:
        where = f"at {texts['items']!r} of the response" if texts.get("items") else "as the response; give `items`"
        raise _UnusableError(f"there is no array {where}")
    return _pagination(str(name), texts, item, {name: _schema(query[name], context) for name in query})


def _query(parameters: tuple[Parameter, ...]) -> dict[str, Parameter]:
    return {parameter.wire_name: parameter for parameter in parameters if parameter.place is Place.QUERY}


def _fields(type_: Type | None, models: Mapping[str, Model]) -> dict[str, Type]:
    """Return the properties of an object type, each with its bare type."""
    model = _model(type_, models)
    found = all_fields(model.name, dict(models)) if model is not None else ()
    return {field.wire_name: _bare(field.type, models) or field.type for field in found}


def _pagination(name: str, texts: dict[str, str], item: Type, schemas: dict[str, Tree]) -> Pagination:
    limit = schemas.get(texts.get("limit", ""), {})
    size, maximum = _count(limit.get("default")), _count(limit.get("maximum"))
    match name:
        case "time-window":
            return TimeWindow(**texts, size=size, maximum=maximum, item=item)
        case "cursor":
            if ("cursor" in texts) == ("key" in texts):
                raise _UnusableError("a cursor needs either `cursor` (a place in the body) or `key` (of the last item)")
            return Cursor(**texts, item=item)
        case "page":
            counted = schemas[texts["parameter"]]
            least = _count(counted.get("minimum"), least=0)
            first = _count(counted.get("default", least if least in {0, 1} else None), least=0)
            first = 1 if first is None else first
            numbered = Numbered(parameter=texts["parameter"], first=first, size=size, maximum=maximum, item=item)
            return _with_places(numbered, texts)
        case "offset":
            offset = Numbered(parameter=texts["parameter"], counts_items=True, size=size, maximum=maximum, item=item)
            return _with_places(offset, texts)
        case _:
            return NextLink(**texts, item=item)


def _with_places(numbered: Numbered, texts: dict[str, str]) -> Numbered:
    return replace(
        numbered,
        items=texts.get("items"),
        limit=texts.get("limit"),
        more=texts.get("more"),
        pages=texts.get("pages"),
        total=texts.get("total"),
    )


def _texts(facts: Tree, name: str, kind: _Kind) -> dict[str, str]:
    known = (*kind.required, *kind.optional)
    texts: dict[str, str] = {}
    for key, value in facts.items():
        if key == "kind":
            continue
        if key not in known:
            close = get_close_matches(key, known, 1)
            hint = f"did you mean {close[0]!r}?" if close else f"known are {', '.join(known)}"
            raise _UnusableError(f"pagination of the kind {name!r} has no {key!r}; {hint}")
        if not isinstance(value, str):
            raise _UnusableError(f"`{key}` must be text")
        if key in kind.pointers and not (value.startswith("/") or (key == "items" and value == "")):
            raise _UnusableError(f"`{key}` must be a JSON pointer into the response, such as '/{value}'")
        texts[key] = value
    missing = [key for key in kind.required if key not in texts]
    if missing:
        raise _UnusableError(f"pagination of the kind {name!r} needs {', '.join(missing)}")
    return texts


def _schema(parameter: Parameter, context: Context) -> Tree:
    node, where = context.resolve({"$ref": f"#{parameter.origin}"}, parameter.origin)
    return context.resolve(node.get("schema"), pointer_join(where, "schema"))[0]


def _count(value: object, least: int = 1) -> int | None:
    return int(value) if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= least else None


def _type_at(returns: Type | None, pointer: str, key: str, models: Mapping[str, Model]) -> Type | None:
    """Return the type at a JSON pointer of the response."""
    found = returns
    for name in pointer_tokens(pointer) if pointer else ():
        model = _model(found, models)
        fields = {field.wire_name: field.type for field in all_fields(model.name, dict(models))} if model else {}
        if name not in fields:
            raise _UnusableError(f"the response has no property at {pointer!r} (`{key}`)")
        found = fields[name]
    return found


def _model(type_: Type | None, models: Mapping[str, Model]) -> ObjectModel | None:
    bare = _bare(type_, models)
    model = models.get(bare.name) if isinstance(bare, ModelRef) else None
    return model if isinstance(model, ObjectModel) else None


def _item(type_: Type | None, models: Mapping[str, Model]) -> Type | None:
    bare = _bare(type_, models)
    return bare.item if isinstance(bare, ListType) else None


def _bare(type_: Type | None, models: Mapping[str, Model]) -> Type | None:
    for _ in range(_DEEPEST_ALIAS):
        if type_ is None:
            return None
        type_ = without_none(type_)
        model = models.get(type_.name) if isinstance(type_, ModelRef) else None
        if isinstance(type_, ConstrainedType):
            type_ = type_.type
        elif isinstance(model, AliasModel):
            type_ = model.type
        else:
            break
    return type_
