"""What the template of a resource module prints: two classes of methods over one table of operations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from clientsmith.emit.calls import example_call
from clientsmith.emit.common_arguments import with_common_arguments
from clientsmith.emit.docstrings import method_docstring
from clientsmith.emit.late_types import LateTypes
from clientsmith.emit.operation_source import constant_name, operation_arguments, operation_source, value_key
from clientsmith.emit.python_types import (
    TEXT_TYPES,
    ArgumentPrinter,
    ResultPrinter,
    accepts_objects,
    closed_name,
    is_enumeration,
    literal,
    standard_imports,
)
from clientsmith.emit.sentences import summarised
from clientsmith.ir import Group, Model, Operation, Place, StreamType, TimeWindow, Type
from clientsmith.naming import Names
from clientsmith.text import SpecText, string_literal

_BUILTINS: Final = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str", "tuple"})
_OPTIONS: Final = "options: RequestOptions | None = None"


@dataclass(frozen=True, slots=True)
class MethodView:
    """A method. `definition` is `def` or `async def`; the arguments leave out `self`."""

    name: str
    definition: str
    overloads: tuple[str, ...]
    arguments: str
    returns: str
    text: SpecText
    call: str


@dataclass(frozen=True, slots=True)
class ResourceClassView:
    """A class of methods."""

    name: str
    base: str
    text: SpecText
    methods: tuple[MethodView, ...]


@dataclass(frozen=True, slots=True)
class OperationView:
    """A constant that describes an operation."""

    name: str
    annotation: str
    source: str


@dataclass(frozen=True, slots=True)
class ResourceView:
    """A resource module."""

    text: SpecText
    imports: tuple[str, ...]
    type_imports: tuple[str, ...]
    closed: tuple[str, ...]
    decoded: tuple[str, ...]
    classes: tuple[ResourceClassView, ...]
    constants: tuple[str, ...]
    operations: tuple[OperationView, ...]


@dataclass(slots=True)
class _Printers:
    arguments: ArgumentPrinter
    results: ResultPrinter
    late: LateTypes
    models: Mapping[str, Model]
    core: set[str]


def resource_view(group: Group, models: dict[str, Model]) -> ResourceView:
    """Return what the module of a group says."""
    methods = {operation.method_name for operation in group.operations}
    printers = _Printers(
        ArgumentPrinter(models=models),
        ResultPrinter(hidden=frozenset(methods & _BUILTINS)),
        LateTypes(Names(frozenset(closed_name(name) for name, model in models.items() if is_enumeration(model)))),
        models,
        {"AsyncResource", "Operation", "RequestOptions", "Resource"},
    )
    text = summarised(group.text, 4) or SpecText(f"Operations of `{group.attribute}`.")
    classes = (
        ResourceClassView(group.class_name, "Resource", text, _methods(group, models, printers, is_async=False)),
        ResourceClassView(
            group.async_class_name, "AsyncResource", text, _methods(group, models, printers, is_async=True)
        ),
    )
    constants, operations = _operations(group, printers)
    closed = tuple(
        f"{closed_name(name)}: TypeAlias = {literal(values)}"
        for name, values in sorted(printers.arguments.closed.items())
    )
    type_imports = tuple(_type_imports(group, printers))
    return ResourceView(
        text=text,
        imports=tuple(_imports(group, printers, for_checkers=bool(type_imports or closed))),
        type_imports=type_imports,
        closed=closed,
        decoded=tuple(f"{name}: TypeAlias = {source}" for name, source in printers.late.aliases.items()),
        classes=classes,
        constants=constants,
        operations=operations,
    )


def _methods(group: Group, models: dict[str, Model], printers: _Printers, *, is_async: bool) -> tuple[MethodView, ...]:
    found: list[MethodView] = []
    for operation in group.operations:
        found.append(_method(operation, group, models, printers, is_async=is_async))
        if operation.pagination is not None:
            found.append(_walk(operation, operation.pagination.item, models, printers, is_async=is_async))
    return tuple(found)


def _method(
    operation: Operation, group: Group, models: dict[str, Model], printers: _Printers, *, is_async: bool
) -> MethodView:
    wait = "await " if is_async else ""
    sender = "_page" if _gives_pages(operation) else "_send"
    return MethodView(
        name=operation.method_name,
        definition="async def" if is_async else "def",
        overloads=_overloads(operation, printers),
        arguments=_implementation(operation, printers),
        returns=_returns(operation, printers, is_async=is_async),
        text=method_docstring(
            operation, models, walks=False, example=example_call(operation, group, is_async=is_async)
        ),
        call=_call(operation, f"{wait}self.{sender}({_passed(operation)})", printers, is_async=is_async),
    )


def _call(operation: Operation, call: str, printers: _Printers, *, is_async: bool) -> str:
    if not _streams(operation):
        return f"return {call}"
    # The two clients have streams of their own, so that the operation itself cannot name their type.
    # Names of arguments never begin with an underscore.
    name = "_result" if any(parameter.name == "result" for parameter in operation.parameters) else "result"
    return f"{name}: {_returns(operation, printers, is_async=is_async)} = {call}; return {name}"


def _streams(operation: Operation) -> bool:
    return any(isinstance(response.type, StreamType) for response in operation.success)


def _walk(
    operation: Operation, item: Type, models: dict[str, Model], printers: _Printers, *, is_async: bool
) -> MethodView:
    iterator = "AsyncIterator" if is_async else "Iterator"
    printers.arguments.use(iterator)
    return MethodView(
        name=f"{operation.method_name}_all",
        definition="def",
        overloads=(),
        arguments=_implementation(operation, printers),
        returns=f"{iterator}[{printers.results.type(item)}]",
        text=method_docstring(operation, models, walks=True, example=None),
        call=f"return self._pages({_passed(operation)})",
    )


def _gives_pages(operation: Operation) -> bool:
    """Tell whether the method returns a page: its response is the array itself, so that nothing else is lost."""
    pagination = operation.pagination
    return pagination is not None and (isinstance(pagination, TimeWindow) or not pagination.items)


def _returns(operation: Operation, printers: _Printers, *, is_async: bool) -> str:
    if operation.returns is None:
        return "None"
    if operation.pagination is not None and _gives_pages(operation):
        page = "AsyncPage" if is_async else "Page"
        printers.core.add(page)
        return f"{page}[{printers.results.type(operation.pagination.item)}]"
    printers.results.stream = "AsyncStream" if is_async else "Stream"
    return printers.results.type(operation.returns)


def _place_arguments(operation: Operation, printers: _Printers) -> tuple[list[str], list[str]]:
    """Return positional arguments (of the path) and keyword arguments (of query, header and cookie)."""
    positional: list[str] = []
    keywords: list[str] = []
    for parameter in operation.parameters:
        if parameter.place is Place.PATH:
            positional.append(f"{parameter.name}: {printers.arguments.type(parameter.type)}")
        elif parameter.required:
            keywords.append(f"{parameter.name}: {printers.arguments.type(parameter.type)}")
        else:
            keywords.append(f"{parameter.name}: {printers.arguments.optional(parameter.type)} = None")
    keywords.sort(key=lambda argument: argument.endswith("= None"))
    return positional, keywords


@dataclass(frozen=True, slots=True)
class _BodyChoice:
    """A type that a body may have, as it is and with None, and the media types that it is for."""

    printed: str
    optional: str
    media_types: tuple[str, ...]


def _bodies(operation: Operation, printers: _Printers) -> list[_BodyChoice]:
    """Return the types that a body may have; the default one first."""
    found: dict[str, tuple[Type, list[str]]] = {}
    for variant in operation.body.variants if operation.body is not None else ():
        _, media_types = found.setdefault(printers.arguments.type(variant.type), (variant.type, []))
        media_types.append(variant.media_type)
    return [
        _BodyChoice(printed, printers.arguments.optional(type_), tuple(media_types))
        for printed, (type_, media_types) in found.items()
    ]


def _overloads(operation: Operation, printers: _Printers) -> tuple[str, ...]:
    body = operation.body
    bodies = _bodies(operation, printers)
    if body is None or (body.fields_class is None and len(bodies) == 1):
        return ()
    positional, keywords = _place_arguments(operation, printers)
    overloads: list[str] = []
    for position, one in enumerate(bodies):
        if position == 0 and body.fields_class is not None:
            also = body.fields_class if accepts_objects(body.variants[0].type, printers.models) else None
            argument = f"body: {_with_member(one.printed, also)}"
        else:
            argument = f"body: {one.printed}" if body.required or position else f"body: {one.optional} = None"
        choice = _content_type(operation, one.media_types, is_default=position == 0, printers=printers)
        overloads.append(", ".join([*positional, argument, "/", "*", *keywords, *choice, _OPTIONS]))
    if body.fields_class is not None:
        choice = _content_type(operation, bodies[0].media_types, is_default=True, printers=printers)
        fields = f"**fields: Unpack[{body.fields_class}]"
        overloads.insert(1, ", ".join([*positional, "/", "*", *keywords, *choice, _OPTIONS, fields]))
    return tuple(overloads)


def _with_member(union: str, member: str | None) -> str:
    """Return a printed union with one more member; None stays last."""
    if member is None:
        return union
    bare = union.removesuffix(" | None")
    return " | ".join([bare, member, *(["None"] if bare != union else [])])


def _content_type(
    operation: Operation, media_types: tuple[str, ...], *, is_default: bool, printers: _Printers
) -> list[str]:
    if not _chooses(operation):
        return []
    if any("*" in media_type for media_type in media_types):
        printed = "str"
    else:
        printers.arguments.use("Literal")
        printed = literal(media_types)
    return [f"content_type: {printed} | None = None" if is_default else f"content_type: {printed}"]


def _chooses(operation: Operation) -> bool:
    """Tell whether the caller may say which media type to send."""
    variants = operation.body.variants if operation.body is not None else ()
    return len(variants) > 1 or any("*" in variant.media_type for variant in variants)


def _implementation(operation: Operation, printers: _Printers) -> str:
    positional, keywords = _place_arguments(operation, printers)
    body = operation.body
    trailing: list[str] = []
    choice: list[str] = []
    if body is not None:
        bodies = _bodies(operation, printers)
        if body.fields_class is not None or len(bodies) > 1:
            positional.append("body: Any = None")
            trailing += ["**fields: Any"] if body.fields_class is not None else []
            printers.arguments.use("Any")
            choice = ["content_type: str | None = None"] if _chooses(operation) else []
        else:
            only = bodies[0]
            positional.append(f"body: {only.printed}" if body.required else f"body: {only.optional} = None")
            choice = _content_type(operation, only.media_types, is_default=True, printers=printers)
    slash = ["/"] if positional else []
    return ", ".join([*positional, *slash, "*", *keywords, *choice, _OPTIONS, *trailing])


def _passed(operation: Operation) -> str:
    passed = [constant_name(operation)]
    if operation.parameters:
        entries = [f"{string_literal(value_key(one, operation))}: {one.name}" for one in operation.parameters]
        passed.append(f"{{{', '.join(entries)}}}")
    if operation.body is not None:
        passed.append("body=body")
        passed += ["fields=fields"] if operation.body.fields_class is not None else []
        passed += ["content_type=content_type"] if _chooses(operation) else []
    return ", ".join([*passed, "options=options"])


def _operations(group: Group, printers: _Printers) -> tuple[tuple[str, ...], tuple[OperationView, ...]]:
    annotations = [_annotation(operation, printers) for operation in group.operations]
    described = [
        operation_arguments(operation, printers.late, printers.core, printers.models) for operation in group.operations
    ]
    names = [constant_name(operation) for operation in group.operations]
    constants, described = with_common_arguments(described, {*names, *printers.late.aliases})
    views = [
        OperationView(name, annotation, operation_source(arguments))
        for name, annotation, arguments in zip(names, annotations, described, strict=True)
    ]
    return tuple(f"{name} = {source}" for name, source in constants.items()), tuple(views)


def _annotation(operation: Operation, printers: _Printers) -> str:
    # At module level no method hides a builtin.
    printer = ResultPrinter()
    annotation = "None" if operation.returns is None else printer.type(operation.returns)
    if _streams(operation):
        annotation = printer.use("Any")
        printer.used &= {"Any"}
    printers.results.used |= printer.used
    return annotation


def _imports(group: Group, printers: _Printers, *, for_checkers: bool) -> list[str]:
    lines: list[str] = []
    has_fields = any(operation.body and operation.body.fields_class for operation in group.operations)
    decoded = printers.late.printer.used
    used = printers.arguments.used | printers.results.used | decoded
    classes = decoded & {"Annotated", "Literal"} | used & {"Any"}
    classes |= {"TypeAlias"} if printers.late.aliases else set()
    classes |= {"Unpack"} if has_fields else set()
    has_overloads = any(_overloads(operation, printers) for operation in group.operations)
    typing = [*(["TYPE_CHECKING"] if for_checkers else []), *sorted(classes), *(["overload"] if has_overloads else [])]
    lines += ["import typing"] if "typing" in decoded else []
    lines += [f"from typing import {', '.join(typing)}", ""] if typing else []
    lines += ["from pydantic import Field", ""] if "Field" in decoded else []
    if "models" in used:
        lines.append("from .. import models")
    core = printers.core | (decoded & {*TEXT_TYPES.values(), "Discriminated", "FileTypes", "Open", "Unknown"})
    lines.append(f"from .._core import {', '.join(sorted(core, key=str.casefold))}")
    return lines


def _type_imports(group: Group, printers: _Printers) -> list[str]:
    used = printers.arguments.used | printers.results.used
    lines: list[str] = []
    decoded = printers.late.printer.used
    core = used & {"AsyncStream", "FileContent", "FileTypes", "ServerSentEvent", "Stream"}
    if runtime_names := sorted(core - decoded):
        lines.append(f"from .._core import {', '.join(runtime_names)}")
    lines += ["import builtins"] if "builtins" in used else []
    lines += standard_imports(used)
    if collections := sorted(used & {"AsyncIterable", "AsyncIterator", "Iterable", "Iterator", "Mapping", "Sequence"}):
        lines.append(f"from collections.abc import {', '.join(collections)}")
    typing = ["Literal"] if "Literal" in used - printers.late.printer.used else []
    typing += ["TypeAlias"] if printers.arguments.closed and not printers.late.aliases else []
    if typing:
        lines.append(f"from typing import {', '.join(typing)}")
    fields = sorted({operation.body.fields_class for operation in group.operations if operation.body} - {None}, key=str)
    if fields:
        lines += ["", f"from ..fields.{group.module} import {', '.join(str(name) for name in fields)}"]
    return lines
