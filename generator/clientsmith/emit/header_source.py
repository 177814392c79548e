"""Headers of responses as source: what the runtime needs to read them as values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from clientsmith.emit.late_types import LateTypes
from clientsmith.ir import (
    ANY,
    STR,
    AliasModel,
    DictType,
    Header,
    ListType,
    LiteralType,
    Model,
    ModelRef,
    TupleType,
    Type,
)
from clientsmith.ir.types import unbounded, union, without_none
from clientsmith.naming import pascal_case
from clientsmith.text import string_literal

_DEEPEST_ALIAS: Final = 20


def headers_source(
    headers: tuple[Header, ...], types: LateTypes, core: set[str], models: Mapping[str, Model], stem: str
) -> list[str]:
    """Return the headers that are more than text, each as an expression.

    Args:
        headers: the headers of a response.
        types: prints types, and notes what is to be imported.
        core: collects the names of the runtime that are used.
        models: all models by name.
        stem: what names of their types begin with.
    """
    found: list[str] = []
    for header in headers:
        if not is_more_than_text(header, models):
            continue
        type_, form = _form(header, models)
        core.add("ResponseHeader")
        arguments = [
            string_literal(header.wire_name),
            types.late(type_, f"{stem}{pascal_case(header.wire_name)}"),
            *([string_literal(form)] if form != "text" else []),
            *([f"delimiter={string_literal(header.delimiter)}"] if header.delimiter != "," else []),
        ]
        found.append(f"ResponseHeader({', '.join(arguments)})")
    return found


def is_more_than_text(header: Header, models: Mapping[str, Model]) -> bool:
    """Tell whether reading a header as what the document says makes something else of it than its text."""
    type_, form = _form(header, models)
    return form != "text" or not _is_text(type_)


def _form(header: Header, models: Mapping[str, Model]) -> tuple[Type, str]:
    """Return the type that is read, without bounds, which are the server's to keep, and how the text is taken apart."""
    whole = without_none(unbounded(header.type))
    if header.is_json:
        return whole, "json"
    resolved = without_none(unbounded(_resolved(whole, models)))
    match resolved:
        case ListType(item):
            return item, "list"
        case TupleType(items):
            return union(*items), "list"
        case DictType() | ModelRef():
            return whole, "pairs" if header.explode else "names"
        case _:
            return resolved, "text"


def _is_text(type_: Type) -> bool:
    return type_ in {ANY, STR} or (isinstance(type_, LiteralType) and all(isinstance(one, str) for one in type_.values))


def _resolved(type_: Type, models: Mapping[str, Model]) -> Type:
    for _ in range(_DEEPEST_ALIAS):
        model = models.get(type_.name) if isinstance(type_, ModelRef) else None
        if not isinstance(model, AliasModel):
            break
        type_ = without_none(unbounded(model.type))
    return type_
