"""Types of the generated code, as a small algebra.

Emitting decides how each one is written in a model, a signature or a page.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TypeAlias

LiteralValue: TypeAlias = "str | int | float | bool | None"


class Scalar(Enum):
    """A type without parts. The value is how the Python type is called.

    `BASE64` is bytes that travel as text, `CONTENT` what can be sent as the bytes of a body, `FILE` what can be a file
    of a multipart body.
    """

    ANY = "Any"
    BASE64 = "base64"
    BOOL = "bool"
    BYTES = "bytes"
    CONTENT = "FileContent"
    DATE = "date"
    DATE_TIME = "datetime"
    DECIMAL = "Decimal"
    FILE = "FileTypes"
    FLOAT = "float"
    INT = "int"
    NONE = "None"
    STR = "str"
    TIME = "time"
    UUID = "UUID"


@dataclass(frozen=True, slots=True)
class ScalarType:
    """A type without parts."""

    scalar: Scalar


@dataclass(frozen=True, slots=True)
class ModelRef:
    """A class or an alias of the models package, by name."""

    name: str


@dataclass(frozen=True, slots=True)
class LiteralType:
    """One of several constants (`enum`), or exactly one (`const`)."""

    values: tuple[LiteralValue, ...]


@dataclass(frozen=True, slots=True)
class ListType:
    """A JSON array with items of one type."""

    item: Type


@dataclass(frozen=True, slots=True)
class TupleType:
    """A JSON array whose items have a type each (`prefixItems`)."""

    items: tuple[Type, ...]


@dataclass(frozen=True, slots=True)
class DictType:
    """A JSON object whose values have one type (`additionalProperties`)."""

    value: Type


@dataclass(frozen=True, slots=True)
class UnionType:
    """One of several types.

    `discriminator` is the property that tells which model it is, `mapping` the values of it that models do not say
    themselves, and `fallback` the model that stands for all values that no other stands for.
    """

    members: tuple[Type, ...]
    discriminator: str | None = None
    mapping: tuple[tuple[str, str], ...] = ()
    fallback: str | None = None


@dataclass(frozen=True, slots=True)
class StreamType:
    """Items that come one by one; without a type of their own they are server-sent events."""

    item: Type | None


@dataclass(frozen=True, slots=True)
class Constraint:
    """A bound on a value, by the JSON Schema keyword that sets it (`maxLength`, `minimum`, …)."""

    keyword: str
    value: str | int | float


@dataclass(frozen=True, slots=True)
class ConstrainedType:
    """A type whose values have to keep to bounds."""

    type: Type
    constraints: tuple[Constraint, ...]


Type: TypeAlias = (
    ScalarType | ModelRef | LiteralType | ListType | TupleType | DictType | UnionType | ConstrainedType | StreamType
)

ANY = ScalarType(Scalar.ANY)
NONE = ScalarType(Scalar.NONE)
STR = ScalarType(Scalar.STR)


def children(type_: Type) -> tuple[Type, ...]:
    """Return the types that a type is directly made of."""
    match type_:
        case ListType(item):
            return (item,)
        case StreamType(item):
            return () if item is None else (item,)
        case DictType(value):
            return (value,)
        case TupleType(items):
            return items
        case UnionType(members=members):
            return members
        case ConstrainedType(type=inner):
            return (inner,)
        case ScalarType() | ModelRef() | LiteralType():
            return ()


def unbounded(type_: Type) -> Type:
    """Return a type without the bounds on its values: what a type checker sees of it."""
    match type_:
        case ConstrainedType(type=inner):
            return unbounded(inner)
        case ListType(item):
            return ListType(unbounded(item))
        case DictType(value):
            return DictType(unbounded(value))
        case TupleType(items):
            return TupleType(tuple(unbounded(item) for item in items))
        case UnionType(members=members):
            return replace(type_, members=tuple(unbounded(member) for member in members))
        case StreamType(item):
            return StreamType(None if item is None else unbounded(item))
        case ScalarType() | ModelRef() | LiteralType():
            return type_


def model_names(type_: Type) -> frozenset[str]:
    """Return the names of all models that a type mentions."""
    if isinstance(type_, ModelRef):
        return frozenset({type_.name})
    return frozenset(name for child in children(type_) for name in model_names(child))


def is_nullable(type_: Type) -> bool:
    """Tell whether null is one of the values of a type, as far as the type itself says."""
    match type_:
        case UnionType(members=members):
            return any(is_nullable(member) for member in members)
        case LiteralType(values):
            return None in values
        case ConstrainedType(type=inner):
            return is_nullable(inner)
        case _:
            return type_ in {NONE, ANY}


def union(*members: Type) -> Type:
    """Return the union of types: flat, each member once, `None` last; `Any` swallows the rest."""
    flat: list[Type] = []
    for member in members:
        parts = member.members if isinstance(member, UnionType) and member.discriminator is None else (member,)
        flat.extend(part for part in parts if part not in flat)
    if ANY in flat:
        return ANY
    if NONE in flat:
        flat.remove(NONE)
        flat.append(NONE)
    return flat[0] if len(flat) == 1 else UnionType(tuple(flat))


def without_none(type_: Type) -> Type:
    """Return a type without `None` among its members."""
    if isinstance(type_, UnionType) and type_.discriminator is None and NONE in type_.members:
        return union(*(member for member in type_.members if member != NONE))
    return type_
