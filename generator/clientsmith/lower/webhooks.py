"""Webhooks (OpenAPI 3.1 §4.8.1, `webhooks`), and the property that tells one from another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from clientsmith.ir.models import Model, ObjectModel
from clientsmith.ir.types import LiteralType, ModelRef, Type, UnionType
from clientsmith.ir.webhooks import Webhook, Webhooks
from clientsmith.lower.context import Context, examples_of, text_of
from clientsmith.lower.media_types import is_json
from clientsmith.lower.models import all_fields
from clientsmith.positions import pointer_join
from clientsmith.schemas.places import OperationPlace, webhooks
from clientsmith.trees import Tree, mapping, sequence

_DEEPEST: Final = 2
"""How many properties may lead to the one that tells webhooks apart: the envelope's, and its own."""

Path = tuple[str, ...]


def lower_webhooks(models: dict[str, Model], context: Context) -> Webhooks | None:
    """Lower the webhooks of a document; None where it has none that carry JSON."""
    found: list[Webhook] = []
    headers: list[str] = []
    for place in webhooks(context.tree):
        webhook = _webhook(place, context)
        if webhook is not None:
            found.append(webhook)
            headers.extend(_secret_headers(place, context))
    if not found:
        return None
    tag, tags = _telling(found, models)
    if not tag and len({webhook.type for webhook in found}) > 1:
        context.report(
            "webhooks-alike", "no property tells the webhooks apart; all are read as the first", found[0].origin
        )
    return Webhooks(
        tag=tag,
        secret_header=headers[0] if headers else None,
        webhooks=tuple(replace(webhook, tags=tags.get(webhook.name, ())) for webhook in found),
    )


def _webhook(place: OperationPlace, context: Context) -> Webhook | None:
    body, where = context.resolve(place.operation.get("requestBody"), pointer_join(place.pointer, "requestBody"))
    for media_type, written in mapping(body.get("content")).items():
        content = mapping(written)
        if is_json(media_type) and "schema" in content:
            pointer = pointer_join(where, "content", media_type)
            return Webhook(
                name=place.path,
                tags=(),
                type=context.types.type_at(pointer_join(pointer, "schema")),
                summary=text_of(place.operation, "summary"),
                text=text_of(place.operation),
                examples=examples_of(content, pointer, context),
                origin=place.pointer,
            )
    return None


def _secret_headers(place: OperationPlace, context: Context) -> Iterator[str]:
    """Yield the headers of the security schemes of a webhook that are a key in a header."""
    schemes = mapping(mapping(context.tree.get("components")).get("securitySchemes"))
    for requirement in sequence(place.operation.get("security")):
        for name in mapping(requirement):
            scheme, _ = context.resolve(schemes.get(name), pointer_join("/components/securitySchemes", name))
            if scheme.get("type") == "apiKey" and scheme.get("in") == "header" and isinstance(scheme.get("name"), str):
                yield scheme["name"]


def webhook_schemes(tree: Tree) -> frozenset[str]:
    """Return the security schemes that webhooks name: credentials of the API, not of the client."""
    return frozenset(
        name
        for place in webhooks(tree)
        for requirement in sequence(place.operation.get("security"))
        for name in mapping(requirement)
    )


def _telling(found: list[Webhook], models: dict[str, Model]) -> tuple[Path, dict[str, tuple[str, ...]]]:
    """Return the path to the property whose constants tell webhooks apart, and the constants of each webhook.

    Webhooks whose bodies are all of one type need none.
    """
    if len({webhook.type for webhook in found}) == 1:
        return (), {}
    constants = {webhook.name: dict(_constants(webhook.type, models, ())) for webhook in found}
    first = constants[found[0].name]
    for path in sorted(first, key=len):
        tags = {name: paths.get(path, ()) for name, paths in constants.items()}
        values = [value for own in tags.values() for value in own]
        if all(tags.values()) and len(values) == len(set(values)):
            return path, tags
    return (), {}


def _constants(type_: Type, models: dict[str, Model], path: Path) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield the properties of a type that have only certain strings as values, and those strings."""
    model = models.get(type_.name) if isinstance(type_, ModelRef) else None
    if model is not None and not isinstance(model, ObjectModel):
        yield from _constants(model.type, models, path)
        return
    if isinstance(type_, UnionType) and path:
        yield from _constants_of_union(type_, models, path)
    if model is None or len(path) >= _DEEPEST:
        return
    for field in all_fields(model.name, models):
        here = (*path, field.wire_name)
        if isinstance(field.type, LiteralType) and field.required:
            yield here, tuple(str(value) for value in field.type.values)
        else:
            yield from _constants(field.type, models, here)


def _constants_of_union(
    type_: UnionType, models: dict[str, Model], path: Path
) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield what every member of a union has, with the values of all of them."""
    members = [dict(_constants(member, models, path)) for member in type_.members]
    for here in members[0]:
        if all(here in member for member in members):
            yield here, tuple(dict.fromkeys(value for member in members for value in member[here]))
