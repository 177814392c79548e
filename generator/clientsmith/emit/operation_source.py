"""Operations as source: the constant that tells the runtime what to send and how to read what comes back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields

from clientsmith.emit.facts import sent_path
from clientsmith.emit.header_source import headers_source, is_more_than_text
from clientsmith.emit.late_types import LateTypes
from clientsmith.ir import (
    ANY,
    STR,
    AliasModel,
    Decode,
    Model,
    Operation,
    Pagination,
    Parameter,
    Place,
    PropertyEncoding,
    Response,
    Scalar,
    ScalarType,
    StreamType,
    Type,
)
from clientsmith.ir.types import model_names
from clientsmith.naming import pascal_case
from clientsmith.text import string_literal


def constant_name(operation: Operation) -> str:
    """Return the name of the constant that describes an operation."""
    return f"_{operation.method_name.upper().strip('_')}"


def operation_source(operation: Operation, types: LateTypes, core: set[str], models: Mapping[str, Model]) -> str:
    """Return the expression that describes an operation to the runtime.

    Args:
        operation: the operation.
        types: prints types, and notes what is to be imported.
        core: collects the names of the runtime that are used.
        models: all models by name.
    """
    stem = pascal_case(operation.method_name)
    arguments = [
        f"id={string_literal(operation.id)}",
        f"method={string_literal(operation.verb)}",
        f"path={string_literal(sent_path(operation))}",
    ]
    if operation.parameters:
        core.add("Parameter")
        written = [_parameter(one, value_key(one, operation), types, core, models) for one in operation.parameters]
        arguments.append(f"parameters={_tuple(written)}")
    if operation.body is not None:
        core.add("BodyVariant")
        arguments.append(f"body={_tuple(_body(operation, types, core))}")
        arguments += ["body_required=True"] if operation.body.required else []
    if operation.success:
        arguments.append(f"responses={_tuple(_responses(operation.success, types, core, models, f'{stem}Result'))}")
    if failures := tuple(response for response in operation.failures if _is_told(response, models)):
        arguments.append(f"failures={_tuple(_responses(failures, types, core, models, f'{stem}Error'))}")
    if operation.security:
        alternatives = [_tuple([string_literal(name) for name in names]) for names in operation.security]
        arguments.append(f"security={_tuple(alternatives)}")
    if operation.scopes:
        scopes = [
            f"{string_literal(name)}: {_tuple([string_literal(scope) for scope in asked])}"
            for name, asked in operation.scopes
        ]
        arguments.append(f"scopes={{{', '.join(scopes)}}}")
    if operation.server is not None:
        arguments.append(f"base_url={string_literal(operation.server)}")
    if operation.idempotency_header is not None:
        arguments.append(f"idempotency_header={string_literal(operation.idempotency_header)}")
    if operation.pagination is not None:
        arguments.append(f"pagination={_pagination(operation.pagination, core)}")
    return f"Operation({', '.join(arguments)})"


def _pagination(pagination: Pagination, core: set[str]) -> str:
    name = type(pagination).__name__
    core.add(name)
    facts = [(field.name, getattr(pagination, field.name)) for field in fields(pagination) if field.name != "item"]
    written = [
        f"{fact}={string_literal(value) if isinstance(value, str) else repr(value)}"
        for fact, value in facts
        if value is not None
    ]
    return f"{name}({', '.join(written)})"


def _tuple(items: list[str]) -> str:
    return f"({items[0]},)" if len(items) == 1 else f"({', '.join(items)})"


def value_key(parameter: Parameter, operation: Operation) -> str:
    """Return the name under which a call passes the value of a parameter to the runtime.

    It is the wire name, but for parameters that share theirs with one of another place; of those only the one of the
    query, which pagination sets, keeps it.
    """
    shared = sum(other.wire_name == parameter.wire_name for other in operation.parameters) > 1
    return (
        f"{parameter.place.value} {parameter.wire_name}"
        if shared and parameter.place is not Place.QUERY
        else parameter.wire_name
    )


def _parameter(parameter: Parameter, key: str, types: LateTypes, core: set[str], models: Mapping[str, Model]) -> str:
    arguments = [string_literal(parameter.wire_name), string_literal(parameter.place.value)]
    if parameter.style is not None:
        arguments.append(f"style={string_literal(parameter.style)}")
    if parameter.explode is not None:
        arguments.append(f"explode={parameter.explode}")
    if parameter.allow_reserved:
        arguments.append("allow_reserved=True")
    if parameter.media_type is not None:
        arguments.append(f"media_type={string_literal(parameter.media_type)}")
    if parameter.properties:
        core.add("Encoding")
        arguments.append(f"encoding={_tuple([_property(one) for one in parameter.properties])}")
    if key != parameter.wire_name:
        arguments.append(f"key={string_literal(key)}")
    if _renames(parameter.type, models):
        arguments.append(f"type={types.late(parameter.type, f'{pascal_case(parameter.name)}Parameter')}")
    return f"Parameter({', '.join(arguments)})"


def _renames(type_: Type, models: Mapping[str, Model]) -> bool:
    """Tell whether a type mentions, directly or not, a model whose fields have other names in Python."""
    seen: set[str] = set()
    stack = list(model_names(type_))
    while stack:
        name = stack.pop()
        model = models.get(name)
        if name in seen or model is None:
            continue
        seen.add(name)
        if isinstance(model, AliasModel):
            stack.extend(model_names(model.type))
            continue
        if any(field.name != field.wire_name for field in model.fields):
            return True
        stack += [*model.bases, *(other for field in model.fields for other in model_names(field.type))]
    return False


def _body(operation: Operation, types: LateTypes, core: set[str]) -> list[str]:
    variants: list[str] = []
    for variant in operation.body.variants if operation.body else ():
        arguments = [string_literal(variant.media_type)]
        decoded = variant.type.item or ANY if isinstance(variant.type, StreamType) else variant.type
        if decoded not in {ANY, STR, ScalarType(Scalar.CONTENT)}:
            arguments.append(types.late(decoded, f"{pascal_case(operation.method_name)}Body"))
        if variant.properties:
            core.add("Encoding")
            arguments.append(f"encoding={_tuple([_property(one) for one in variant.properties])}")
        variants.append(f"BodyVariant({', '.join(arguments)})")
    return variants


def _property(encoding: PropertyEncoding) -> str:
    arguments = [string_literal(encoding.wire_name)]
    if encoding.content_type is not None:
        arguments.append(string_literal(encoding.content_type))
    if encoding.style is not None:
        arguments.append(f"style={string_literal(encoding.style)}")
    if encoding.explode is not None:
        arguments.append(f"explode={encoding.explode}")
    if encoding.allow_reserved:
        arguments.append("allow_reserved=True")
    if encoding.headers:
        pairs = [_tuple([string_literal(name), string_literal(value)]) for name, value in encoding.headers]
        arguments.append(f"headers={_tuple(pairs)}")
    return f"Encoding({', '.join(arguments)})"


def _is_told(failure: Response, models: Mapping[str, Model]) -> bool:
    return failure.type is not None or any(is_more_than_text(header, models) for header in failure.headers)


def _responses(
    responses: tuple[Response, ...], types: LateTypes, core: set[str], models: Mapping[str, Model], stem: str
) -> list[str]:
    """Return responses as source; those that differ in nothing but their status are one."""
    core.add("Response")
    statuses: dict[tuple[str, ...], list[str]] = {}
    for response in responses:
        statuses.setdefault(_rest(response, types, core, models, stem), []).append(response.status)
    return [
        f"Response({', '.join([string_literal(' '.join(dict.fromkeys(found))), *rest])})"
        for rest, found in statuses.items()
    ]


def _rest(
    response: Response, types: LateTypes, core: set[str], models: Mapping[str, Model], stem: str
) -> tuple[str, ...]:
    headers = headers_source(response.headers, types, core, models, stem)
    return (*_body_of(response, types, core, stem), *([f"headers={_tuple(headers)}"] if headers else []))


def _body_of(response: Response, types: LateTypes, core: set[str], stem: str) -> tuple[str, ...]:
    if response.type is None or response.media_type is None:
        return ()
    decode = response.decode.name
    core.add(decode)
    rest = (string_literal(response.media_type), decode)
    if isinstance(response.type, StreamType):
        return rest if response.type.item is None else (*rest, types.late(response.type.item, f"{stem}Item"))
    return (*rest, types.late(response.type, stem)) if response.decode is Decode.JSON else rest
