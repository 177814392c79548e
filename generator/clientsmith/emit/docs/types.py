"""Types in words, with links: `list of [Tool](models/Tool.md)`, `number or null`."""

from __future__ import annotations

import json
from typing import Final, assert_never

from clientsmith.emit.docs.site import Page
from clientsmith.emit.facts import allowed_values, bounds_in_words, constraints_of
from clientsmith.emit.markdown import code, inline
from clientsmith.ir import (
    NONE,
    AliasModel,
    ConstrainedType,
    DictType,
    ListType,
    LiteralType,
    LiteralValue,
    ModelRef,
    ObjectModel,
    Scalar,
    ScalarType,
    StreamType,
    TupleType,
    Type,
    UnionType,
)
from clientsmith.ir.types import without_none
from clientsmith.text import SpecText, json_literal

SCALARS: Final = {
    Scalar.ANY: "any",
    Scalar.BOOL: "boolean",
    Scalar.BYTES: "binary",
    Scalar.CONTENT: "binary",
    Scalar.DATE: "date",
    Scalar.DATE_TIME: "date-time",
    Scalar.FILE: "file",
    Scalar.FLOAT: "number",
    Scalar.INT: "integer",
    Scalar.NONE: "null",
    Scalar.STR: "string",
}

_COUNTABLE: Final = frozenset({"boolean", "date", "date-time", "file", "number", "integer", "string"})
_MANY_VALUES: Final = 20
"""Of an enumeration with a page of its own, so many values are listed elsewhere at most."""


def type_words(type_: Type, page: Page) -> str:
    """Return a type in words, quoted for Markdown."""
    match type_:
        case ScalarType(scalar):
            return SCALARS[scalar]
        case ModelRef(name):
            return page.model(name)
        case LiteralType(values):
            return _kinds(values)
        case ListType(item):
            return f"list of {_plural(item, page)}"
        case DictType(value):
            return f"map from strings to {_plural(value, page)}"
        case TupleType(items):
            return f"list of exactly {len(items)}: {', '.join(_part(item, page) for item in items)}"
        case UnionType(members=members):
            # What holds for the only member besides null stands beside the type, as for any other type.
            several = len([member for member in members if member != NONE]) > 1
            words = [_member(member, page) if several else type_words(member, page) for member in members]
            return enumerated(list(dict.fromkeys(words)), "or")
        case ConstrainedType(type=inner):
            return type_words(inner, page)
        case StreamType(item):
            return f"stream of {'server-sent events' if item is None else _plural(item, page)}"
        case _:
            assert_never(type_)


def _part(type_: Type, page: Page) -> str:
    words = type_words(type_, page)
    return f"({words})" if isinstance(type_, UnionType) else words


def _plural(type_: Type, page: Page) -> str:
    words = _part(type_, page)
    return f"{words}s" if words in _COUNTABLE else words


def _member(member: Type, page: Page) -> str:
    if isinstance(member, LiteralType):
        return enumerated([value_code(value) for value in member.values], "or")
    limits = limits_of(member)
    return f"{type_words(member, page)} ({', '.join(limits)})" if limits else type_words(member, page)


def _kinds(values: tuple[LiteralValue, ...]) -> str:
    names = {bool: "boolean", int: "integer", float: "number", str: "string", type(None): "null"}
    return enumerated(list(dict.fromkeys(names[type(value)] for value in values)), "or")


def enumerated(words: list[str], conjunction: str) -> str:
    """Return words with commas, and a conjunction before the last one; empty where there are none."""
    if not words:
        return ""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {conjunction} {words[-1]}"


def value_code(value: LiteralValue) -> str:
    """Return an allowed value as code: text as it is, anything else as JSON; text that is hard to see as JSON, too."""
    if isinstance(value, str) and value.strip() == value and value.isprintable() and value:
        return code(value)
    return code(json_literal(value))


def json_code(text: SpecText) -> str:
    """Return a JSON value as code; a string as allowed values are shown, without its quotes."""
    value = json.loads(SpecText.reveal(text))
    return value_code(value) if isinstance(value, str) else code(text)


def limits_of(type_: Type) -> list[str]:
    """Return the bounds of a value, and of the items or values in it, in words."""
    bare = without_none(type_)
    found = _own_limits(bare)
    inner = bare.type if isinstance(bare, ConstrainedType) else bare
    if isinstance(inner, ListType):
        found += [f"each: {limit}" for limit in limits_of(inner.item)]
    elif isinstance(inner, DictType):
        found += [f"each value: {limit}" for limit in limits_of(inner.value)]
    return found


def _own_limits(type_: Type) -> list[str]:
    if not isinstance(type_, ConstrainedType):
        return []
    plain_bounds = tuple(constraint for constraint in constraints_of(type_) if constraint.keyword != "pattern")
    patterns = [constraint.value for constraint in constraints_of(type_) if constraint.keyword == "pattern"]
    words = [inline(bound) for bound in bounds_in_words(ConstrainedType(type_.type, plain_bounds))]
    return words + [f"matches {code(str(pattern))}" for pattern in patterns]


def facts_of(type_: Type, default: SpecText | None, page: Page) -> list[str]:
    """Return what limits a value beside its type: bounds, allowed values, also of a named enumeration, default."""
    looked_up, name = _look_up(type_, page)
    found = limits_of(looked_up)
    values = tuple(value for value in allowed_values(looked_up) if value is not None)
    if values:
        found.append(_values_in_words(values, name, page))
    if default is not None:
        found.append(f"default {json_code(default)}")
    return found


def _values_in_words(values: tuple[LiteralValue, ...], name: str, page: Page) -> str:
    if len(values) == 1:
        return f"always {value_code(values[0])}"
    if name and len(values) > _MANY_VALUES:
        return f"one of the {len(values)} values of {page.model(name)}"
    return f"one of {', '.join(value_code(value) for value in values)}"


def _look_up(type_: Type, page: Page) -> tuple[Type, str]:
    """Return a type with the name of an enumeration or bounded scalar replaced by what it stands for, and the name."""
    match type_:
        case ModelRef(name):
            model = page.site.resolve(name)
            if isinstance(model, AliasModel) and isinstance(model.type, LiteralType | ConstrainedType):
                return model.type, name
            return type_, ""
        case ListType(item):
            found, name = _look_up(item, page)
            return ListType(found), name
        case ConstrainedType(inner, constraints):
            found, name = _look_up(inner, page)
            return ConstrainedType(found, constraints), name
        case UnionType(members, None) if NONE in members and not isinstance(without_none(type_), UnionType):
            return _look_up(without_none(type_), page)
        case _:
            return type_, ""


def is_object(type_: Type, page: Page) -> bool:
    """Tell whether a type is one model with fields."""
    return isinstance(type_, ModelRef) and isinstance(page.site.resolve(type_.name), ObjectModel)
