"""Operations and the groups that they form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from clientsmith.ir.api import AuthScheme, Server
from clientsmith.ir.models import Model
from clientsmith.ir.operations import Group, Operation
from clientsmith.ir.types import Scalar, ScalarType
from clientsmith.lower.bodies import lower_body
from clientsmith.lower.context import Context, text_of
from clientsmith.lower.grouping import Grouping, Member, group_operations
from clientsmith.lower.pagination import lower_pagination, report_unused_rules
from clientsmith.lower.parameters import lower_parameters
from clientsmith.lower.responses import lower_responses, returned
from clientsmith.lower.security import lower_scopes, lower_security
from clientsmith.lower.servers import own_server
from clientsmith.naming import Names
from clientsmith.pins import NO_PINS, Pins
from clientsmith.positions import pointer_join
from clientsmith.source.openapi3 import METHODS
from clientsmith.text import SpecText
from clientsmith.trees import Tree

IDEMPOTENCY_EXTENSION: Final = "x-clientsmith-idempotency-header"
"""Extension of an operation: the header that makes it safe to send again."""

_HEADER_NAME: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")


@dataclass(frozen=True, slots=True)
class _Scope:
    models: dict[str, Model]
    auth: tuple[AuthScheme, ...]
    servers: tuple[Server, ...]
    context: Context
    fields_classes: Names = field(default_factory=Names)


def lower_groups(
    client: str,
    models: dict[str, Model],
    auth: tuple[AuthScheme, ...],
    servers: tuple[Server, ...],
    context: Context,
    *,
    pins: Pins = NO_PINS,
) -> tuple[Group, ...]:
    """Lower all operations, grouped by their first tag, else by the first segment of their path.

    Groups come in the order of the document's tags, then of first use; operations in document order.

    Args:
        client: name of the client class, which no class of a group may have.
        models: all models by name.
        auth: the security schemes that the client can apply.
        servers: the servers of the document.
        context: the document.
        pins: names that are decided already.
    """
    scope = _Scope(models, auth, servers, context)
    groups = tuple(_group(group, scope) for group in group_operations(context.tree, client, pins))
    report_unused_rules(context)
    return groups


def _group(group: Grouping, scope: _Scope) -> Group:
    return Group(
        attribute=group.attribute,
        class_name=group.class_name,
        async_class_name=group.async_class_name,
        module=group.module,
        title=SpecText(group.title),
        text=group.text,
        operations=tuple(_lower(member, group.names, scope) for member in group.members),
    )


def _lower(member: Member, names: Names, scope: _Scope) -> Operation:
    place, name = member.place, member.method
    context, written, pointer = scope.context, place.operation, place.pointer
    wanted = place.operation_id or f"{place.verb} {place.path}"
    body = lower_body(place, scope.models, scope.fields_classes, context)
    parameters = lower_parameters(place, body, context)
    success, failures = lower_responses(written, place.verb, pointer, context)
    returns = returned(success)
    pagination = lower_pagination(
        written,
        pointer,
        names=(wanted, f"{place.verb.upper()} {place.path}"),
        parameters=parameters,
        success=success,
        returns=returns,
        models=scope.models,
        context=context,
    )
    if pagination is not None and f"{name}_all" in names:
        context.report("pagination-unusable", f"the resource has a method {name}_all already", pointer)
        pagination = None
    elif pagination is not None:
        names.reserve(f"{name}_all")
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
        scopes=lower_scopes(written, scope.auth, context),
        server=own_server(place, scope.servers),
        position=member.position,
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
