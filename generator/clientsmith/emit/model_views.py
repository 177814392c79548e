"""What the templates of the models package print."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from clientsmith.emit.facts import compose
from clientsmith.emit.python_types import TEXT_TYPES, ModelPrinter, field_arguments, literal_value
from clientsmith.emit.sentences import ended, summarised
from clientsmith.ir import (
    ANY,
    AliasModel,
    Api,
    ConstrainedType,
    Constraint,
    Field,
    Model,
    ModelModule,
    ObjectModel,
    Type,
)
from clientsmith.ir.types import NONE, LiteralType, UnionType, is_nullable, model_names, union
from clientsmith.text import SpecText, string_literal

_TYPING: Final = ("Annotated", "Any", "Literal", "TypeAlias")
_MARKS: Final = ("Discriminated", "FileTypes", "Model", "Open", "ReadOnly", "SetByServer", "Unknown")
_LINE_LENGTH: Final = 120
_SPELLED_OUT: Final = 4
"""Up to so many resources are named that share the models of a module."""
_OVERRIDES: Final = "  # pyright: ignore[reportIncompatibleVariableOverride]"
_CORE: Final = (*sorted([*TEXT_TYPES.values(), *_MARKS]), "constant")


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a class: its line of source, and what its docstring says, if anything."""

    source: str
    text: SpecText


@dataclass(frozen=True, slots=True)
class ClassView:
    """A class. `is_empty` where it has neither docstring nor fields."""

    name: str
    bases: str
    text: SpecText
    fields: tuple[FieldView, ...]
    is_empty: bool
    is_alias: bool = False


@dataclass(frozen=True, slots=True)
class AliasView:
    """A name for a type."""

    source: str
    text: SpecText
    is_alias: bool = True


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module of the models package."""

    text: str
    imports: tuple[str, ...]
    definitions: tuple[ClassView | AliasView, ...]


@dataclass(frozen=True, slots=True)
class PackageModule:
    """A module as the lazy package lists it: its name and the names in it."""

    name: str
    models: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PackageView:
    """The models package itself."""

    title: SpecText
    modules: tuple[PackageModule, ...]
    names: tuple[str, ...]


def package_view(api: Api) -> PackageView:
    """Return what `models/__init__.py` says."""
    modules = tuple(
        PackageModule(module.name, tuple(sorted(model.name for model in module.models))) for module in api.modules
    )
    return PackageView(api.title, modules, tuple(sorted(name for module in modules for name in module.models)))


def module_view(module: ModelModule, home: dict[str, str]) -> ModuleView:
    """Return what a module of models says.

    Args:
        module: the module.
        home: name of each model of the package → the module that it stands in.
    """
    printer = ModelPrinter()
    later = {model.name for model in module.models}
    definitions: list[ClassView | AliasView] = []
    for model in module.models:
        if isinstance(model, ObjectModel):
            definitions.append(_class(model, printer, later))
        else:
            definitions.append(_alias(model, printer))
        later.remove(model.name)
    return ModuleView(_module_text(module), tuple(_imports(module, home, printer)), tuple(definitions))


def _module_text(module: ModelModule) -> str:
    match module.used_by:
        case ():
            return "Models that no operation uses."
        case (user,):
            return f"Models of `{user}`."
        case (*users, last) if len(module.used_by) <= _SPELLED_OUT:
            return f"Models that {', '.join(f'`{user}`' for user in users)} and `{last}` share."
        case users:
            listed = ", ".join(f"`{user}`" for user in users[: _SPELLED_OUT - 1])
            return f"Models that {listed} and {len(users) - _SPELLED_OUT + 1} more resources share."


def _class(model: ObjectModel, printer: ModelPrinter, later: AbstractSet[str]) -> ClassView:
    if not model.bases:
        printer.use("Model")
    fields = tuple(FieldView(field_source(field, printer, later), field_text(field)) for field in model.fields)
    text = summarised(model.text, 4)
    text = compose("Deprecated. ", text) if model.deprecated else text
    if model.extra is not None and model.extra != ANY:
        # Where pydantic, and so type checkers, expect the type of what comes beyond the fields.
        annotation = _in_time(f"dict[str, {printer.type(model.extra)}]", model.extra, later)
        fields += (FieldView(_overriding(f"__pydantic_extra__: {annotation}"), SpecText()),)
    return ClassView(model.name, ", ".join(model.bases) or "Model", text, fields, is_empty=not fields and not text)


def _in_time(annotation: str, type_: Type, later: AbstractSet[str]) -> str:
    """Quote an annotation that names what the module defines further down."""
    if not model_names(type_) & later:
        return annotation
    return string_literal(annotation) if "'" in annotation else f"'{annotation}'"


def field_source(field: Field, printer: ModelPrinter, later: AbstractSet[str] = frozenset()) -> str:
    """Return the line that declares a field.

    Args:
        field: the field.
        printer: prints its type.
        later: the models that the module defines after this line.
    """
    type_, constraints = _outer_constraints(field.type)
    arguments = [f"alias={string_literal(field.wire_name)}"] if field.wire_name != field.name else []
    arguments += field_arguments(constraints)
    # One class stands for what is sent and for what comes back, and no response has a writeOnly property (OpenAPI 3.0
    # §4.7.24.1). Keywords of a method ask for it all the same.
    required = field.required and not field.write_only
    if field.constant is not None and isinstance(type_, LiteralType):
        annotation = printer.type(type_, closed=True) + ("" if required else " | None")
    else:
        annotation = printer.type(type_ if required or is_nullable(type_) else union(type_, NONE))
    if arguments:
        printer.used |= {"Annotated", "Field"}
        annotation = f"Annotated[{annotation}, Field({', '.join(arguments)})]"
    set_by_server = required and field.read_only and field.constant is None
    if set_by_server:
        printer.used |= {"ReadOnly", "SetByServer"}
        annotation = f"ReadOnly[{annotation}]"
    annotation = _in_time(annotation, field.type, later)
    if field.constant is not None:
        printer.use("constant")
        optional = "" if required else ", required=False"
        source = f"{field.name}: {annotation} = constant({literal_value(field.constant)}{optional})"
        return _overriding(source) if field.narrows else source
    if set_by_server:
        return f"{field.name}: {annotation} = SetByServer()"
    return f"{field.name}: {annotation}" if required else f"{field.name}: {annotation} = None"


def _overriding(source: str) -> str:
    """Return a line with the comment that lets it override what a base says; it has to stay on the line of the name."""
    indented = len(source) + 4
    return f"{source}{_OVERRIDES}" if indented <= _LINE_LENGTH else f"{source}{_OVERRIDES}  # fmt: skip"


def _outer_constraints(type_: Type) -> tuple[Type, tuple[Constraint, ...]]:
    """Take the bounds off a type where they can stand beside its alias: on the type itself or on all of it but null."""
    match type_:
        case ConstrainedType(inner, constraints):
            return inner, constraints
        case UnionType((ConstrainedType(inner, constraints), last), None) if last == NONE:
            return union(inner, NONE), constraints
        case _:
            return type_, ()


def field_text(field: Field) -> SpecText:
    """Return what a field's docstring says: deprecation, description, default."""
    text = ended(field.text)
    if field.deprecated:
        text = compose("Deprecated. ", text) if text else SpecText("Deprecated.")
    if field.default is not None:
        text = compose(text, "\n\n" if text else "", "Default: `", field.default, "`")
    return text


def _alias(model: AliasModel, printer: ModelPrinter) -> AliasView:
    source = printer.type(model.type)
    printer.use("TypeAlias")
    if model.recursive:
        printer.use("TypeAliasType")
        return AliasView(f'{model.name} = TypeAliasType("{model.name}", {string_literal(source)})', ended(model.text))
    return AliasView(f"{model.name}: TypeAlias = {source}", ended(model.text))


def _imports(module: ModelModule, home: dict[str, str], printer: ModelPrinter) -> list[str]:
    lines = ["import typing"] if "typing" in printer.used else []
    if typing := [name for name in _TYPING if name in printer.used]:
        lines.append(f"from typing import {', '.join(typing)}")
    lines.append("")
    if "Field" in printer.used:
        lines.append("from pydantic import Field")
    if "TypeAliasType" in printer.used:
        lines.append("from typing_extensions import TypeAliasType")
    lines.append("")
    if core := [name for name in _CORE if name in printer.used]:
        lines.append(f"from .._core import {', '.join(core)}")
    mentioned = _mentioned(module.models)
    elsewhere: dict[str, list[str]] = {}
    for name in sorted(mentioned.union(module.inherited)):
        if home.get(name, module.name) != module.name:
            # `X as X` tells linters that a name is imported for others to find.
            elsewhere.setdefault(home[name], []).append(name if name in mentioned else f"{name} as {name}")
    lines.extend(f"from .{other} import {', '.join(names)}" for other, names in sorted(elsewhere.items()))
    return lines


def _mentioned(models: tuple[Model, ...]) -> frozenset[str]:
    found: set[str] = set()
    for model in models:
        if isinstance(model, ObjectModel):
            found.update(model.bases)
            for field in model.fields:
                found |= model_names(field.type)
            found |= model_names(model.extra) if model.extra is not None else set()
        else:
            found |= model_names(model.type)
    return frozenset(found)


def homes(api: Api) -> dict[str, str]:
    """Return the module of each model."""
    return {model.name: module.name for module in api.modules for model in module.models}


def all_models(api: Api) -> dict[str, Model]:
    """Return all models by name."""
    return {model.name: model for module in api.modules for model in module.models}
