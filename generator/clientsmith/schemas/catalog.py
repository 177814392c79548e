"""What the engine called each schema, and which type it gave to it, read back from the source that it wrote.

The source is read as data: only the forms that a type can have are understood. Anything else becomes `Any`, so nothing
that a spec could smuggle through the engine reaches a generated file.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final

from clientsmith.ir.types import (
    ANY,
    NONE,
    ConstrainedType,
    Constraint,
    DictType,
    ListType,
    LiteralType,
    LiteralValue,
    ModelRef,
    Scalar,
    ScalarType,
    TupleType,
    Type,
    union,
)
from clientsmith.naming import Names
from clientsmith.schemas.engine import TYPES_CLASS, EngineModel, EngineOutput
from clientsmith.schemas.inline_names import engine_name

_SCALARS: Final = {
    "Any": Scalar.ANY,
    "Base64Str": Scalar.BASE64,
    "Decimal": Scalar.DECIMAL,
    "None": Scalar.NONE,
    "bool": Scalar.BOOL,
    "bytes": Scalar.BYTES,
    "date": Scalar.DATE,
    "datetime": Scalar.DATE_TIME,
    "float": Scalar.FLOAT,
    "int": Scalar.INT,
    "str": Scalar.STR,
    "time": Scalar.TIME,
    "UUID": Scalar.UUID,
}
_CONSTRAINTS: Final = {
    "ge": "minimum",
    "gt": "exclusiveMinimum",
    "le": "maximum",
    "lt": "exclusiveMaximum",
    "multiple_of": "multipleOf",
    "min_length": "minLength",
    "max_length": "maxLength",
    "pattern": "pattern",
}


@dataclass(frozen=True, slots=True)
class CatalogField:
    """A field of a class: the property's name, its type without "may be absent", and whether it is required."""

    wire_name: str
    type: Type
    required: bool


@dataclass(frozen=True, slots=True)
class CatalogClass:
    """A class: its bases, own fields, and the type of further properties where the schema gives one."""

    name: str
    pointer: str
    bases: tuple[str, ...]
    fields: tuple[CatalogField, ...]
    extra: Type | None


@dataclass(frozen=True, slots=True)
class CatalogAlias:
    """A name for another type."""

    name: str
    pointer: str
    type: Type


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything that the engine made, under the names that it gave.

    Attributes:
        models: name → class or alias, in the order of the source; bases come before what is built on them.
        types: key of an asked-for type → that type.
        unread: names, and keys of types, whose definition had a form that is not understood, typed as `Any`.
    """

    models: dict[str, CatalogClass | CatalogAlias]
    types: dict[str, Type]
    unread: tuple[str, ...]


@dataclass(slots=True)
class _Reader:
    models: dict[str, EngineModel]
    renamed: dict[str, str] = field(default_factory=dict)
    imported: dict[str, str] = field(default_factory=dict)
    helpers: dict[str, ast.expr] = field(default_factory=dict)
    nulls: set[str] = field(default_factory=set)
    unread: list[str] = field(default_factory=list)
    current: str = ""


def read_catalog(output: EngineOutput, wanted: dict[str, str]) -> Catalog:
    """Read the engine's source.

    Args:
        output: what the engine wrote.
        wanted: pointer of a component in the engine's document → the name that it shall have.

    Returns:
        All classes and aliases, those of components under the names asked for.
    """
    reader = _Reader(_last_of_each(output.models))
    _choose_names(reader, wanted)
    module = ast.parse(output.source)
    for node in module.body:
        if isinstance(node, ast.ImportFrom):
            reader.imported.update({alias.asname or alias.name: alias.name for alias in node.names})
        elif (alias := _alias_definition(node)) and not _is_component(reader, alias[0]):
            reader.helpers[alias[0]] = alias[1]
        elif alias and _is_null(alias[1]):
            reader.nulls.add(alias[0])
    models: dict[str, CatalogClass | CatalogAlias] = {}
    types: dict[str, Type] = {}
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            read = _read_class(node, reader)
            if node.name == TYPES_CLASS:
                types = {entry.wire_name: entry.type for entry in _types_of(read)}
            elif isinstance(read, CatalogAlias) or not _is_root(node):
                models[read.name] = read
        elif (alias := _alias_definition(node)) and alias[0] not in reader.helpers:
            name = reader.renamed[alias[0]]
            reader.current = name
            models[name] = CatalogAlias(name, reader.models[alias[0]].pointer, _read_type(alias[1], reader))
    return Catalog(models, types, tuple(dict.fromkeys(reader.unread)))


def _types_of(read: CatalogClass | CatalogAlias) -> tuple[CatalogField, ...]:
    return read.fields if isinstance(read, CatalogClass) else ()


def _last_of_each(models: Iterable[EngineModel]) -> dict[str, EngineModel]:
    return {model.name: model for model in models}


def _choose_names(reader: _Reader, wanted: dict[str, str]) -> None:
    """Give each component the name asked for.

    Where the engine made several classes for one component, the one that has its name stands for it, else the last.
    """
    standing: dict[str, str] = {}
    for model in reader.models.values():
        if model.pointer in wanted and standing.get(model.pointer) != wanted[model.pointer]:
            standing[model.pointer] = model.name
    others: dict[str, tuple[str]] = {}
    for name, model in sorted(reader.models.items(), key=lambda item: (item[1].pointer, item[0])):
        stem = name.rstrip("0123456789")
        if standing.get(model.pointer) == name:
            reader.renamed[name] = wanted[model.pointer]
        elif model.pointer in wanted and stem in wanted.values() and stem != wanted[model.pointer]:
            # A variant of a union together with what stands beside the union: called after both.
            others[name] = (f"{stem}{wanted[model.pointer]}",)
        else:
            others[name] = (engine_name(model.pointer, wanted, name),)
    reader.renamed.update(Names(frozenset(wanted.values())).share(others))


def _is_component(reader: _Reader, name: str) -> bool:
    model = reader.models.get(name)
    return model is not None and model.pointer.count("/") == 3


def _alias_definition(node: ast.stmt) -> tuple[str, ast.expr] | None:
    """Return name and value of `Name = TypeAliasType("Name", value)`."""
    match node:
        case ast.Assign(
            targets=[ast.Name(id=name)],
            value=ast.Call(func=ast.Name(id="TypeAliasType"), args=[_, value]),
        ):
            return name, value
        case _:
            return None


def _is_root(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Subscript) for base in node.bases)


def _read_class(node: ast.ClassDef, reader: _Reader) -> CatalogClass | CatalogAlias:
    model = reader.models.get(node.name)
    name = reader.renamed.get(node.name, node.name)
    pointer = model.pointer if model else ""
    reader.current = name
    for base in node.bases:
        if isinstance(base, ast.Subscript):
            return CatalogAlias(name, pointer, _read_type(base.slice, reader))
    wire_names = {entry.name: entry for entry in model.fields} if model else {}
    fields: list[CatalogField] = []
    extra: Type | None = ANY
    for statement in node.body:
        match statement:
            case ast.AnnAssign(target=ast.Name(id=attribute), annotation=annotation) if attribute in wire_names:
                entry = wire_names[attribute]
                reader.current = attribute if node.name == TYPES_CLASS else name
                fields.append(CatalogField(entry.wire_name, _read_type(annotation, reader), entry.required))
            case ast.Assign(targets=[ast.Name(id="__annotations__")], value=ast.Dict(values=[annotation])):
                extra = _read_extra(annotation, reader)
            case ast.Assign(targets=[ast.Name(id="model_config")], value=ast.Call(keywords=keywords)):
                forbidden = any(word.arg == "extra" and _constant(word.value) == "forbid" for word in keywords)
                extra = None if forbidden else extra
            case _:
                pass
    bases = tuple(
        reader.renamed[base.id] for base in node.bases if isinstance(base, ast.Name) and base.id in reader.renamed
    )
    return CatalogClass(name, pointer, bases, tuple(fields), extra)


def _read_extra(annotation: ast.expr, reader: _Reader) -> Type:
    read = _read_type(annotation, reader)
    return read.value if isinstance(read, DictType) else ANY


def _constant(node: ast.expr) -> object:
    return node.value if isinstance(node, ast.Constant) else None


def _read_type(node: ast.expr, reader: _Reader) -> Type:
    match node:
        case ast.Constant(value=None):
            return NONE
        case ast.Constant(value=str(text)):
            return _read_type(ast.parse(text, mode="eval").body, reader)
        case ast.Name(id=name):
            return _read_name(name, reader)
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            parts = [part for part in (left, right) if not _is_missing(part)]
            return union(*(_read_type(part, reader) for part in parts))
        case ast.Subscript(value=ast.Name(id=name), slice=index):
            return _read_subscript(name, index, reader)
        case _:
            return _unread(reader)


def _is_null(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is None


def _is_missing(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == "MISSING"


def _unread(reader: _Reader) -> Type:
    reader.unread.append(reader.current)
    return ANY


def _read_name(name: str, reader: _Reader) -> Type:
    if name in reader.helpers:
        return _read_type(reader.helpers[name], reader)
    if name in reader.nulls:
        return NONE  # `Nothing | None` is no type to Python where `Nothing` stands for None
    if name in reader.renamed:
        return ModelRef(reader.renamed[name])
    scalar = _SCALARS.get(reader.imported.get(name, name))
    if scalar is not None:
        return ScalarType(scalar)
    if name in {"dict", "Dict"}:
        return DictType(ANY)
    return ListType(ANY) if name in {"list", "List"} else _unread(reader)


def _read_subscript(name: str, index: ast.expr, reader: _Reader) -> Type:
    parts = index.elts if isinstance(index, ast.Tuple) else [index]
    match reader.imported.get(name, name):
        case "Union":
            return union(*(_read_type(part, reader) for part in parts if not _is_missing(part)))
        case "Optional":
            return union(_read_type(parts[0], reader), NONE)
        case "list" | "List" | "Sequence" | "set" | "Set":
            return ListType(_read_type(parts[0], reader))
        case "dict" | "Dict" | "Mapping":
            return DictType(_read_type(parts[-1], reader))
        case "tuple" | "Tuple":
            if any(_constant(part) is Ellipsis for part in parts):
                return ListType(_read_type(parts[0], reader))
            return TupleType(tuple(_read_type(part, reader) for part in parts))
        case "Literal":
            return _read_literal(parts, reader)
        case "Annotated":
            return _constrained(_read_type(parts[0], reader), parts[1:])
        case _:
            return _unread(reader)


def _read_literal(parts: list[ast.expr], reader: _Reader) -> Type:
    values: list[LiteralValue] = []
    for part in parts:
        try:
            value = ast.literal_eval(part)
        except ValueError:
            return _unread(reader)
        if not isinstance(value, str | int | float | bool | None):
            return _unread(reader)
        values.append(value)
    plain = tuple({(type(value), value): value for value in values if value is not None}.values())
    if not plain:
        return NONE
    return union(LiteralType(plain), NONE) if None in values else LiteralType(plain)


def _constrained(type_: Type, metadata: list[ast.expr]) -> Type:
    constraints: list[Constraint] = []
    for call in metadata:
        if isinstance(call, ast.Call):
            for word in call.keywords:
                keyword = _CONSTRAINTS.get(word.arg or "")
                value = _number_or_text(word.value)
                if keyword and value is not None:
                    constraints.append(Constraint(keyword, value))
    return apply_constraints(type_, tuple(constraints))


def _number_or_text(node: ast.expr) -> str | int | float | None:
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if isinstance(value, str | int | float) and not isinstance(value, bool) else None


def apply_constraints(type_: Type, constraints: tuple[Constraint, ...]) -> Type:
    """Put bounds on the members of a type that they can hold for; null and models are left alone."""
    if not constraints:
        return type_
    if not isinstance(type_, ScalarType | ListType | DictType):
        members = getattr(type_, "members", None)
        if members is None or getattr(type_, "discriminator", None) is not None:
            return type_
        return union(*(apply_constraints(member, constraints) for member in members))
    fitting = tuple(constraint for constraint in constraints if _applies(constraint.keyword, type_))
    return ConstrainedType(type_, fitting) if fitting else type_


def _applies(keyword: str, type_: ScalarType | ListType | DictType) -> bool:
    if isinstance(type_, ListType | DictType):
        return keyword in {"minLength", "maxLength"}
    if type_.scalar is Scalar.STR:
        return keyword in {"minLength", "maxLength", "pattern"}
    return type_.scalar in {Scalar.INT, Scalar.FLOAT} and keyword not in {"minLength", "maxLength", "pattern"}
