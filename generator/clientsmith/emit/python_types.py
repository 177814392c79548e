"""Types as Python source, for each place where one can stand.

A model says what a caller may get: an enumeration is open, a union of tagged models has `Unknown` among its members. A
keyword argument says what a caller should give: only the known values, models or plain mappings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final, assert_never

from clientsmith.ir import (
    AliasModel,
    ConstrainedType,
    Constraint,
    DictType,
    ListType,
    LiteralType,
    LiteralValue,
    Model,
    ModelRef,
    ObjectModel,
    Scalar,
    ScalarType,
    StreamType,
    TupleType,
    Type,
    UnionType,
)
from clientsmith.ir.types import model_names
from clientsmith.text import string_literal

_DEEPEST_ALIAS: Final = 16
_SHORT_ENUMERATION: Final = 60
_LONG_UNION: Final = 100

FIELD_ARGUMENTS: Final = {
    "minimum": "ge",
    "exclusiveMinimum": "gt",
    "maximum": "le",
    "exclusiveMaximum": "lt",
    "multipleOf": "multiple_of",
    "minLength": "min_length",
    "maxLength": "max_length",
    "pattern": "pattern",
}
"""Keyword of JSON Schema → argument of pydantic's `Field`."""


TEXT_TYPES: Final = {
    Scalar.BASE64: "Base64Bytes",
    Scalar.DATE: "Date",
    Scalar.DATE_TIME: "DateTime",
    Scalar.DECIMAL: "DecimalText",
    Scalar.TIME: "TimeOfDay",
    Scalar.UUID: "Uuid",
}
"""Types whose values travel as text → what the runtime calls them in models; callers may give the text as well."""


def standard_imports(used: AbstractSet[str]) -> list[str]:
    """Return imports of the standard library for the types of single values that a printer used."""
    lines = ["import datetime as dt"] if "dt" in used else []
    lines += ["import typing"] if "typing" in used else []
    lines += ["from decimal import Decimal"] if "Decimal" in used else []
    return [*lines, "from uuid import UUID"] if "UUID" in used else lines


def number(value: float) -> str:
    """Return a number as source; an integral one without a fraction."""
    return repr(int(value)) if float(value).is_integer() and abs(value) < 1e15 else repr(value)


def literal_value(value: LiteralValue) -> str:
    """Return a constant as source."""
    match value:
        case str():
            return string_literal(value)
        case bool() | None:
            return repr(value)
        case int() | float():
            return repr(value)


def literal(values: tuple[LiteralValue, ...]) -> str:
    """Return a `Literal` of constants as source."""
    return f"Literal[{', '.join(literal_value(value) for value in values)}]"


def field_arguments(constraints: tuple[Constraint, ...]) -> list[str]:
    """Return bounds as arguments of pydantic's `Field`."""
    arguments: list[str] = []
    for constraint in constraints:
        value = constraint.value
        source = string_literal(value) if isinstance(value, str) else number(value)
        arguments.append(f"{FIELD_ARGUMENTS[constraint.keyword]}={source}")
    return arguments


def closed_name(name: str) -> str:
    """Return what a closed form of an enumeration is called; constants of a module are all capitals."""
    return f"_{name}Value" if name.isupper() else f"_{name}"


def is_enumeration(model: Model | None) -> bool:
    """Tell whether a model is an enumeration: an alias of constants."""
    return isinstance(model, AliasModel) and isinstance(model.type, LiteralType)


def _open_base(values: tuple[LiteralValue, ...]) -> str:
    kinds = dict.fromkeys(type(value).__name__ for value in values)
    return " | ".join(kinds)


@dataclass(slots=True)
class Printer:
    """Prints types and notes which names it used, so that the imports can be written above them."""

    used: set[str] = field(default_factory=set)

    def use(self, name: str) -> str:
        """Note that a name is used and return it."""
        self.used.add(name)
        return name

    def union(self, members: Iterable[str]) -> str:
        """Print a union of printed members; each `|` is a level of nesting, of which parsers bear a few hundred."""
        listed = list(dict.fromkeys(members))
        return " | ".join(listed) if len(listed) <= _LONG_UNION else f"{self.use('typing')}.Union[{', '.join(listed)}]"

    def scalar(self, scalar: Scalar) -> str:
        """Print a type without parts."""
        match scalar:
            case Scalar.ANY:
                return self.use("Any")
            case Scalar.DATE:
                return f"{self.use('dt')}.date"
            case Scalar.DATE_TIME:
                return f"{self.use('dt')}.datetime"
            case Scalar.TIME:
                return f"{self.use('dt')}.time"
            case Scalar.DECIMAL | Scalar.UUID:
                return self.use(scalar.value)
            case Scalar.BASE64:
                return "bytes"
            case Scalar.CONTENT | Scalar.FILE:
                return self.use(scalar.value)
            case _:
                return str(scalar.value)


@dataclass(slots=True)
class ModelPrinter(Printer):
    """Prints types as they stand in the models package; outside of it `prefix` stands before the names of models."""

    prefix: str = ""

    def type(self, type_: Type, *, closed: bool = False) -> str:  # noqa: C901 - a case for each kind of type
        """Print a type; `closed` keeps a single constant closed, as the tag of a variant is."""
        match type_:
            case ScalarType(scalar):
                return self.use(TEXT_TYPES[scalar]) if scalar in TEXT_TYPES else self.scalar(scalar)
            case ModelRef(name):
                if self.prefix:
                    self.use("models")
                return f"{self.prefix}{name}"
            case LiteralType(values):
                self.use("Literal")
                return literal(values) if closed else f"{self.use('Open')}[{literal(values)}, {_open_base(values)}]"
            case ListType(item):
                return f"list[{self.type(item)}]"
            case DictType(value):
                return f"dict[str, {self.type(value)}]"
            case TupleType(items):
                return f"tuple[{', '.join(self.type(item) for item in items)}]"
            case UnionType(members, None):
                return self.union(self.type(member) for member in members)
            case UnionType():
                return self._tagged(type_)
            case ConstrainedType(inner, constraints):
                self.used |= {"Annotated", "Field"}
                return f"Annotated[{self.type(inner)}, Field({', '.join(field_arguments(constraints))})]"
            case StreamType():
                return self.use("Any")
            case _:
                assert_never(type_)

    def _tagged(self, union: UnionType) -> str:
        """Print a union whose members a property tells apart; what nobody knows is `Unknown`, if nothing else."""
        self.used |= {"Annotated", "Discriminated"}
        members = [self.type(member) for member in union.members]
        members += [self.use("Unknown")] if union.fallback is None else []
        arguments = [string_literal(union.discriminator or "")]
        if union.mapping:
            told = (f"{string_literal(tag)}: {string_literal(name)}" for tag, name in union.mapping)
            arguments.append(f"{{{', '.join(told)}}}")
        if union.fallback is not None:
            arguments.append(f"fallback={string_literal(union.fallback)}")
        return f"Annotated[{self.union(members)}, Discriminated({', '.join(arguments)})]"


@dataclass(slots=True)
class ArgumentPrinter(Printer):
    """Prints types of arguments: what a caller gives.

    `models` are all models by name; `closed` collects the named enumerations that have to be defined beside, in closed
    form.
    """

    models: Mapping[str, Model] = field(default_factory=dict[str, Model])
    closed: dict[str, tuple[LiteralValue, ...]] = field(default_factory=dict)

    def type(self, type_: Type) -> str:
        """Print a type."""
        return self.union(self._members(type_))

    def optional(self, type_: Type) -> str:
        """Print a type or None, for an argument that can be left out."""
        members = list(self._members(type_))
        if "Any" in members:
            return "Any"
        return self.union([*(member for member in members if member != "None"), "None"])

    def _members(self, type_: Type) -> Iterator[str]:  # noqa: C901 - a case for each kind of type
        match type_:
            case ScalarType(scalar) if scalar in TEXT_TYPES:
                yield self.scalar(scalar)
                yield "str"
            case ScalarType(scalar):
                yield self.scalar(scalar)
            case ModelRef(name):
                yield from self._model(name)
            case LiteralType(values):
                self.use("Literal")
                yield literal(values)
            case ListType(item):
                yield f"{self.use('Sequence')}[{self.type(item)}]"
            case DictType(value):
                yield f"{self.use('Mapping')}[str, {self.type(value)}]"
            case TupleType(items):
                yield f"tuple[{', '.join(self.type(item) for item in items)}]"
            case UnionType(members=members):
                for member in members:
                    yield from self._members(member)
            case ConstrainedType(type=inner):
                yield from self._members(inner)
            case StreamType(item):
                self.used |= {"AsyncIterable", "Iterable"}
                printed = self.type(item) if item is not None else f"{self.use('ServerSentEvent')} | str"
                yield f"Iterable[{printed}]"
                yield f"AsyncIterable[{printed}]"
                yield self.use("FileContent")
            case _:
                assert_never(type_)

    def _model(self, name: str) -> Iterator[str]:
        model = self.models.get(name)
        if isinstance(model, AliasModel) and isinstance(model.type, LiteralType):
            self.use("Literal")
            if len(printed := literal(model.type.values)) <= _SHORT_ENUMERATION:
                yield printed
            else:
                # Enumerations of the same values are one to a caller, whatever their schemas say besides.
                same = next((known for known, values in self.closed.items() if literal(values) == printed), name)
                self.closed[same] = model.type.values
                yield closed_name(same)
        elif isinstance(model, AliasModel) and not model.recursive and not leads_to_objects(model.type, self.models):
            yield from self._members(model.type)
        else:
            self.use("models")
            yield f"models.{name}"
            if accepts_objects(ModelRef(name), self.models):
                self.used |= {"Any", "Mapping"}
                yield "Mapping[str, Any]"


@dataclass(slots=True)
class ResultPrinter(Printer):
    """Prints types of results in a resource class.

    `hidden` are the builtin names that its methods hide, `stream` is what a stream is called there.
    """

    hidden: AbstractSet[str] = frozenset()
    stream: str = "Stream"

    def type(self, type_: Type) -> str:  # noqa: C901 - a case for each kind of type
        """Print a type."""
        match type_:
            case ScalarType(Scalar.BASE64):
                return self._builtin("bytes")
            case ScalarType(scalar) if scalar in TEXT_TYPES or scalar in {Scalar.ANY, Scalar.NONE, Scalar.FILE}:
                return self.scalar(scalar)
            case ScalarType(scalar):
                return self._builtin(scalar.value)
            case ModelRef(name):
                self.use("models")
                return f"models.{name}"
            case LiteralType(values):
                self.use("Literal")
                return f"{literal(values)} | {_open_base(values)}"
            case ListType(item):
                return f"{self._builtin('list')}[{self.type(item)}]"
            case DictType(value):
                return f"{self._builtin('dict')}[{self._builtin('str')}, {self.type(value)}]"
            case TupleType(items):
                return f"{self._builtin('tuple')}[{', '.join(self.type(item) for item in items)}]"
            case UnionType(members=members):
                return self.union(self.type(member) for member in members)
            case ConstrainedType(type=inner):
                return self.type(inner)
            case StreamType(item):
                return f"{self.use(self.stream)}[{self.use('ServerSentEvent') if item is None else self.type(item)}]"
            case _:
                assert_never(type_)

    def _builtin(self, name: str) -> str:
        return f"{self.use('builtins')}.{name}" if name in self.hidden else name


def leads_to_objects(type_: Type, models: Mapping[str, Model]) -> bool:
    """Tell whether a type mentions an object model, directly or through aliases."""
    seen: set[str] = set()
    stack = list(model_names(type_))
    while stack:
        name = stack.pop()
        model = models.get(name)
        if isinstance(model, ObjectModel):
            return True
        if model is not None and name not in seen:
            seen.add(name)
            stack.extend(model_names(model.type))
    return False


def accepts_objects(type_: Type, models: Mapping[str, Model], depth: int = 0) -> bool:
    """Tell whether an object model is itself one of the alternatives of a type."""
    match type_:
        case ModelRef(name):
            model = models.get(name)
            if isinstance(model, AliasModel):
                return depth < _DEEPEST_ALIAS and accepts_objects(model.type, models, depth + 1)
            return isinstance(model, ObjectModel)
        case UnionType(members=members):
            return any(accepts_objects(member, models, depth) for member in members)
        case _:
            return False
