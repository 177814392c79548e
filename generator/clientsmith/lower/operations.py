"""Operations and the groups that they form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from clientsmith.ir.api import AuthScheme
from clientsmith.ir.models import Model
from clientsmith.ir.operations import Group, Operation
from clientsmith.ir.types import Scalar, ScalarType
from clientsmith.lower.bodies import lower_body
from clientsmith.lower.context import Context, text_of
from clientsmith.lower.method_names import group_key, method_name
from clientsmith.lower.pagination import lower_pagination
from clientsmith.lower.parameters import lower_parameters
from clientsmith.lower.responses import lower_responses, returned
from clientsmith.lower.security import lower_security
from clientsmith.naming import MODULE_NAMES, SHADOWED_TYPES, Names, pascal_case, snake_case
from clientsmith.positions import pointer_join
from clientsmith.schemas.places import OperationPlace, operations
from clientsmith.source.openapi3 import METHODS
from clientsmith.text import SpecText
from clientsmith.trees import Tree, mapping, sequence

IDEMPOTENCY_EXTENSION: Final = "x-clientsmith-idempotency-header"
"""Extension of an operation: the header that makes it safe to send again."""

_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CLIENT_ATTRIBUTES: Final = frozenset({"close", "with_options", "with_raw_response", "with_streaming_response", "self"})
_RESOURCE_ATTRIBUTES: Final = frozenset({"self"})


@dataclass(frozen=True, slots=True)
class _Scope:
    models: dict[str, Model]
    auth: tuple[AuthScheme, ...]
    context: Context
    fields_classes: Names = field(default_factory=Names)


@dataclass(slots=True)
class _Group:
    title: str
    text: SpecText
    operations: list[Operation] = field(default_factory=list)
    names: Names = field(default_factory=lambda: Names(_RESOURCE_ATTRIBUTES))


def lower_groups(
    client: str, models: dict[str, Model], auth: tuple[AuthScheme, ...], context: Context
) -> tuple[Group, ...]:
    """Lower all operations, grouped by their first tag, else by the first segment of their path.

    Groups come in the order of the document's tags, then of first use; operations in document order.

    Args:
        client: name of the client class, which no class of a group may have.
        models: all models by name.
        auth: the security schemes that the client can apply.
        context: the document.
    """
    scope = _Scope(models, auth, context)
    groups = {tag["name"]: _Group(tag["name"], text_of(tag)) for tag in _tags(context.tree)}
    for position, place in enumerate(operations(context.tree)):
        title = _title(place)
        group = groups.setdefault(title, _Group(title, SpecText()))
        group.operations.append(_lower(place, position, group, scope))
    used = [group for group in groups.values() if group.operations]
    attributes = Names(_CLIENT_ATTRIBUTES)
    classes = Names(MODULE_NAMES | {client, f"Async{client}"})
    return tuple(_group(group, attributes, classes) for group in used)


def _tags(tree: Tree) -> list[Tree]:
    named = [mapping(tag) for tag in sequence(tree.get("tags"))]
    return [tag for tag in named if isinstance(tag.get("name"), str)]


def _title(place: OperationPlace) -> str:
    tag = next(iter(sequence(place.operation.get("tags"))), None)
    return tag if isinstance(tag, str) and tag.strip() else group_key(place.path)


def _group(group: _Group, attributes: Names, classes: Names) -> Group:
    attribute = attributes.take(snake_case(group.title, "default"))
    class_name = pascal_case(group.title, "Default")
    class_name = classes.take(class_name, f"{class_name}Resource")
    return Group(
        attribute=attribute,
        class_name=class_name,
        async_class_name=classes.take(f"Async{class_name}"),
        # `from . import list` would hide what annotations mean.
        module=f"{attribute}_" if attribute in SHADOWED_TYPES else attribute,
        title=SpecText(group.title),
        text=group.text,
        operations=tuple(group.operations),
    )


def _lower(place: OperationPlace, position: int, group: _Group, scope: _Scope) -> Operation:
    context, written, pointer = scope.context, place.operation, place.pointer
    wanted = place.operation_id or f"{place.verb} {place.path}"
    body = lower_body(place, scope.models, scope.fields_classes, context)
    parameters = lower_parameters(place, body, context)
    success, failures = lower_responses(written, pointer, context)
    returns = returned(success)
    name = group.names.take(
        method_name(place.operation_id, place.verb, place.path, group.title), snake_case(wanted, "call")
    )
    pagination = lower_pagination(
        written, pointer, parameters=parameters, returns=returns, models=scope.models, context=context
    )
    if pagination is not None and f"{name}_all" in group.names:
        context.report("pagination-unusable", f"the resource has a method {name}_all already", pointer)
        pagination = None
    elif pagination is not None:
        group.names.take(f"{name}_all")
    return Operation(
        id=wanted,
        method_name=name,
        verb=place.verb.upper() if place.verb in METHODS else place.verb,
        path=place.path,
        summary=text_of(written, "summary"),
        text=text_of(written),
        deprecated=written.get("deprecated") is True,
        parameters=parameters,
        body=body,
        success=success,
        failures=failures,
        returns=None if returns == ScalarType(Scalar.NONE) else returns,
        pagination=pagination,
        idempotency_header=_idempotency_header(written, pointer, context),
        security=lower_security(written, scope.auth, context),
        position=position,
        origin=pointer,
    )


def _idempotency_header(operation: Tree, pointer: str, context: Context) -> str | None:
    """Return the header of an operation's idempotency key, as the extension says."""
    header = operation.get(IDEMPOTENCY_EXTENSION)
    if header is None:
        return None
    if not isinstance(header, str) or not _HEADER_NAME.fullmatch(header):
        where = pointer_join(pointer, IDEMPOTENCY_EXTENSION)
        context.report("idempotency-unusable", f"{header!r} is no header name such as 'Idempotency-Key'", where)
        return None
    return header
