"""Which module of the models package each model stands in.

Models that the operations of exactly the same groups reach share a module. A model refers only to models that the same
or more groups reach, so these modules never import each other in a circle.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from clientsmith.ir.models import Model, ModelModule, ObjectModel
from clientsmith.ir.operations import Group, Operation
from clientsmith.ir.types import Type, model_names
from clientsmith.ir.webhooks import Webhooks
from clientsmith.lower.module_names import module_names
from clientsmith.lower.ordering import circular, in_order, referred
from clientsmith.naming import Names


def lower_modules(
    models: dict[str, Model], groups: tuple[Group, ...], webhooks: Webhooks | None = None
) -> tuple[ModelModule, ...]:
    """Distribute models over modules.

    Args:
        models: name → model, bases before what is built on them.
        groups: all groups with their operations.
        webhooks: the webhooks, which count as one more group.

    Returns:
        Modules, those of one group first, in the order of the groups; models that nothing reaches come last, in
        `other`.
    """
    refers = {name: tuple(other for other in referred(model) if other in models) for name, model in models.items()}
    used_by: dict[str, list[str]] = {name: [] for name in models}
    roots = {group.module: list(_group_types(group)) for group in groups}
    if webhooks is not None:
        roots[Names(frozenset(roots)).take("webhooks")] = [webhook.type for webhook in webhooks.webhooks]
    for module, types in roots.items():
        for name in reach(types, refers):
            used_by[name].append(module)
    by_users: dict[tuple[str, ...], list[str]] = {}
    for name, users in used_by.items():
        by_users.setdefault(tuple(users), []).append(name)
    asked_for = [name for types in roots.values() for type_ in types for name in model_names(type_) if name in models]
    names, circles = module_names(by_users, roots, refers, asked_for), circular(models.values())
    order = {module: position for position, module in enumerate(roots)}
    keys = sorted(by_users, key=lambda users: (len(users) or len(order) + 1, [order[user] for user in users]))
    return tuple(
        ModelModule(
            name=names[users],
            used_by=users,
            models=tuple(in_order([models[name] for name in by_users[users]])),
            inherited=_inherited(by_users[users], models, circles),
        )
        for users in keys
    )


def _inherited(here: list[str], models: dict[str, Model], circles: frozenset[str]) -> tuple[str, ...]:
    """Return what inherited annotations name and pydantic reads where they are inherited.

    That is so for a class whose base stands in another module and in a circle: such a base is not complete when the
    class is made.
    """
    found: set[str] = set()
    stack = [base for name in here if isinstance(model := models[name], ObjectModel) for base in model.bases]
    while stack:
        base = models.get(stack.pop())
        if isinstance(base, ObjectModel) and base.name not in here:
            stack.extend(base.bases)
            found.update(referred(base) if base.name in circles else ())
    return tuple(sorted(found.difference(here)))


def _group_types(group: Group) -> Iterator[Type]:
    for operation in group.operations:
        yield from operation_types(operation)


def operation_types(operation: Operation) -> Iterator[Type]:
    """Yield every type that an operation mentions."""
    for parameter in operation.parameters:
        yield parameter.type
    for variant in operation.body.variants if operation.body else ():
        yield variant.type
    for response in (*operation.success, *operation.failures):
        if response.type is not None:
            yield response.type


def reach(types: Iterable[Type], refers: Mapping[str, Iterable[str]]) -> frozenset[str]:
    """Return the names of all models that types lead to, directly and through other models.

    Args:
        types: the types to start from.
        refers: model → the models that it mentions.
    """
    seen: set[str] = set()
    stack = [name for type_ in types for name in model_names(type_)]
    while stack:
        name = stack.pop()
        if name not in seen and name in refers:
            seen.add(name)
            stack.extend(refers[name])
    return frozenset(seen)
