"""Models are spread over modules that never import each other in a circle, in an order that Python can read."""

from __future__ import annotations

from graphlib import TopologicalSorter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from clientsmith.ir.models import AliasModel, Field, Model, ObjectModel
from clientsmith.ir.operations import Decode, Group, Operation, Response
from clientsmith.ir.types import ListType, ModelRef, Scalar, ScalarType, union
from clientsmith.lower.modules import lower_modules, reach
from clientsmith.lower.ordering import circular, in_order, referred
from clientsmith.text import SpecText

NOTHING = SpecText()


def model(name: str, refers: list[str], bases: tuple[str, ...] = ()) -> ObjectModel:
    types = {f"f{other}": ListType(ModelRef(other)) for other in refers}
    fields = tuple(
        Field(name=key, wire_name=key, type=type_, required=False, text=NOTHING, origin="")
        for key, type_ in types.items()
    )
    return ObjectModel(name=name, bases=bases, fields=fields, extra=None, text=NOTHING, origin="")


def alias(name: str, refers: list[str]) -> AliasModel:
    members = [ModelRef(other) for other in refers] or [ScalarType(Scalar.STR)]
    return AliasModel(name=name, type=union(*members), text=NOTHING, origin="")


def group(name: str, roots: list[str]) -> Group:
    json = {"status": "200", "media_type": "application/json", "decode": Decode.JSON, "headers": (), "origin": ""}
    responses = tuple(Response(type=ModelRef(root), text=NOTHING, **json) for root in roots)
    operation: dict[str, Any] = dict.fromkeys(("summary", "text"), NOTHING)
    operation |= dict.fromkeys(("parameters", "failures", "security"), ())
    operation |= dict.fromkeys(("body", "returns", "pagination", "idempotency_header"))
    operation |= {"id": name, "method_name": "get", "verb": "GET", "path": "/", "deprecated": False, "position": 0}
    operation |= {"success": responses, "origin": ""}
    return Group(
        attribute=name, class_name=name, async_class_name=f"A{name}", module=name, title=NOTHING, text=NOTHING,
        operations=(Operation(**operation),),
    )  # fmt: skip


@st.composite
def graphs(draw: st.DrawFn) -> tuple[dict[str, Model], tuple[Group, ...]]:
    names = [f"M{number}" for number in range(draw(st.integers(1, 10)))]
    some = st.lists(st.sampled_from(names), max_size=3, unique=True)
    models: dict[str, Model] = {}
    for index, name in enumerate(names):
        if draw(st.booleans()):
            # Bases come before what is built on them, so they cannot be in a circle.
            objects = [other for other in names[:index] if isinstance(models[other], ObjectModel)]
            bases = draw(st.lists(st.sampled_from(objects), max_size=2, unique=True)) if objects else []
            models[name] = model(name, draw(some), tuple(bases))
        else:
            models[name] = alias(name, [other for other in draw(some) if other in names[:index] or draw(st.booleans())])
    groups = tuple(group(f"g{number}", draw(some)) for number in range(draw(st.integers(0, 4))))
    return models, groups


@given(graphs())
def test_modules_hold_every_model_once_and_are_acyclic(drawn: tuple[dict[str, Model], tuple[Group, ...]]) -> None:
    models, groups = drawn
    modules = lower_modules(models, groups)
    placed = [one.name for module in modules for one in module.models]
    assert sorted(placed) == sorted(models)
    home = {one.name: module.name for module in modules for one in module.models}
    assert len(home) == len(placed)
    assert len({module.name for module in modules}) == len(modules)
    imports = {
        module.name: {home[other] for one in module.models for other in referred(one)} - {module.name}
        for module in modules
    }
    assert list(TopologicalSorter(imports).static_order()) is not None


@given(graphs())
def test_bases_come_first_and_so_does_what_is_in_no_circle(drawn: tuple[dict[str, Model], tuple[Group, ...]]) -> None:
    models, _ = drawn
    order = [one.name for one in in_order(list(models.values()))]
    assert sorted(order) == sorted(models)
    circle = circular(models.values())
    for name in order:
        one = models[name]
        if isinstance(one, ObjectModel):
            assert all(order.index(base) < order.index(name) for base in one.bases)
        for other in referred(one):
            if name not in circle and other != name:
                assert order.index(other) < order.index(name)


@given(graphs())
def test_reach_is_closed(drawn: tuple[dict[str, Model], tuple[Group, ...]]) -> None:
    models, _ = drawn
    for name in models:
        reached = reach([ModelRef(name)], {one: referred(models[one]) for one in models})
        assert name in reached
        assert all(other in reached for found in reached for other in referred(models[found]))


def names_of(models: dict[str, Model], *groups: Group) -> dict[str, set[str]]:
    return {module.name: {one.name for one in module.models} for module in lower_modules(models, groups)}


def test_a_module_is_called_after_its_resource_or_after_what_its_models_hang_on() -> None:
    parts: dict[str, Model] = {name: model(name, []) for name in ("A", "B", "Kind", "Owner", "All", "None")}
    models: dict[str, Model] = {**parts, "BigTeam": model("BigTeam", ["Owner", "Kind"])}
    groups = (group("a", ["A", "BigTeam", "Kind", "All"]), group("b", ["B", "BigTeam", "All"]), group("c", ["All"]))
    expected = {"a": {"A"}, "b": {"B"}, "big_team": {"BigTeam", "Kind", "Owner"}, "shared": {"All"}, "other": {"None"}}
    assert names_of(models, *groups) == expected


def test_the_order_of_the_document_does_not_name_modules() -> None:
    models: dict[str, Model] = {name: model(name, []) for name in ("One", "Two", "Three", "Four")}
    groups = [group(name, [*models, name]) for name in ("a", "b")]
    turned = dict(reversed(models.items()))
    assert names_of(models, *groups, group("c", [])) == names_of(turned, *reversed(groups), group("c", []))
    assert set(names_of(models, *groups, group("c", []))) == {"one"}


def test_modules_of_models_have_names_of_their_own() -> None:
    models: dict[str, Model] = {
        name: model(name, []) for name in ("Team", "APIKey", "ApiKey", "Types", "Class", "List", "Left")
    }
    groups = (
        group("team", ["Team", "Class", "List"]),
        group("b", ["Team", "APIKey", "Types"]),
        group("c", ["APIKey", "ApiKey", "Class"]),
        group("shared", ["ApiKey", "Types"]),
        group("other", ["List"]),
    )
    expected = {"shared_team", "class_", "api_key", "shared_api_key", "shared_types", "shared_list", "other_models"}
    assert set(names_of(models, *groups)) == expected
    assert set(names_of({"Mine": model("Mine", [])}, group("types", ["Mine"]))) == {"types"}
