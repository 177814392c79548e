"""Which operations and which models mention a model."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from clientsmith.emit.docs.site import Site
from clientsmith.ir import Group, Model, ObjectModel, Operation, Type
from clientsmith.ir.types import model_names


@dataclass(slots=True)
class Uses:
    """What mentions a model directly: operations, by what they use it for, models, models built on it, webhooks."""

    requests: list[tuple[Group, Operation]] = field(default_factory=list)
    responses: list[tuple[Group, Operation]] = field(default_factory=list)
    errors: list[tuple[Group, Operation]] = field(default_factory=list)
    models: list[str] = field(default_factory=list)
    derived: list[str] = field(default_factory=list)
    webhooks: list[str] = field(default_factory=list)


def uses_of_models(site: Site) -> dict[str, Uses]:
    """Return for each model what mentions it, in the order of the document."""
    found = {name: Uses() for name in site.models}
    for group in site.api.groups:
        for operation in group.operations:
            _note_operation(group, operation, found)
    for webhook in site.api.webhooks.webhooks if site.api.webhooks is not None else ():
        for name in _names([webhook.type], found):
            found[name].webhooks.append(webhook.name)
    for model in site.models.values():
        for name in _names(_mentions(model), found):
            found[name].models.append(model.name)
        for base in model.bases if isinstance(model, ObjectModel) else ():
            if base in found:
                found[base].derived.append(model.name)
    return found


def _note_operation(group: Group, operation: Operation, found: dict[str, Uses]) -> None:
    entry = (group, operation)
    for name in _names(_requests(operation), found):
        found[name].requests.append(entry)
    for name in _names((response.type for response in operation.success), found):
        found[name].responses.append(entry)
    for name in _names((response.type for response in operation.failures), found):
        found[name].errors.append(entry)


def _names(types: Iterable[Type | None], known: dict[str, Uses]) -> list[str]:
    names = dict.fromkeys(name for type_ in types if type_ is not None for name in sorted(model_names(type_)))
    return [name for name in names if name in known]


def _requests(operation: Operation) -> Iterator[Type]:
    for parameter in operation.parameters:
        yield parameter.type
    for variant in operation.body.variants if operation.body else ():
        yield variant.type


def _mentions(model: Model) -> Iterator[Type | None]:
    if not isinstance(model, ObjectModel):
        yield model.type
        return
    for own in model.fields:
        yield own.type
    yield model.extra
