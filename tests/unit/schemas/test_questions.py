"""What the engine is asked: each distinct schema once, and no class that is the sum of its properties."""

from __future__ import annotations

from typing import Any

import pytest

from clientsmith.ir.types import ANY, NONE, DictType, ListType, LiteralType, ModelRef, Scalar, ScalarType, UnionType
from clientsmith.schemas import build_types
from clientsmith.schemas.catalog import CatalogClass
from clientsmith.schemas.questions import Questions, find_questions

STRING = {"type": "string"}
TEXT = ScalarType(Scalar.STR)


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def thing(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def questions(schemas: dict[str, Any], **places: Any) -> Questions:
    return find_questions(schemas, {name: name for name in schemas}, places)


def types_of(**schemas: Any) -> dict[str, Any]:
    tree = {"openapi": "3.1.0", "paths": {}, "components": {"schemas": schemas}}
    return build_types(tree).catalog.models


def test_a_schema_that_stands_in_many_places_is_asked_for_once() -> None:
    asked = questions({"A": thing(a=STRING, b=STRING), "B": thing(c=STRING, a=ref("A"))}, place=STRING)
    assert list(asked.types.values()) == [STRING, {}, ref("A")]
    key = asked.places["place"]
    assert list(asked.pointers(key)) == [
        "place",
        "/components/schemas/A/properties/a",
        "/components/schemas/A/properties/b",
        "/components/schemas/B/properties/c",
    ]


def test_a_plain_class_is_put_together_in_the_order_of_its_properties() -> None:
    schema = {**thing(b=STRING, a={"type": "integer"}), "required": ["a", "gone"], "additionalProperties": STRING}
    found = types_of(A=schema)["A"]
    assert isinstance(found, CatalogClass)
    assert [(one.wire_name, one.type, one.required) for one in found.fields] == [
        ("b", TEXT, False),
        ("a", ScalarType(Scalar.INT), True),
    ]
    assert found.extra == TEXT


@pytest.mark.parametrize(("further", "extra"), [(True, ANY), (False, None), ({}, ANY)])
def test_further_properties_of_a_plain_class(further: Any, extra: Any) -> None:
    assert types_of(A={**thing(a=STRING), "additionalProperties": further})["A"].extra == extra


def test_a_class_that_may_be_null_is_so_wherever_it_is_referred_to() -> None:
    schemas = {"A": {**thing(a=STRING), "type": ["object", "null"]}, "B": thing(a=ref("A"))}
    assert "A" in questions(schemas).classes
    (field,) = types_of(**schemas)["B"].fields
    assert field.type == UnionType((ModelRef("A"), NONE))


@pytest.mark.parametrize(
    "schema",
    [
        {"allOf": [ref("Base"), thing(more=STRING)]},
        {"allOf": [ref("Alias"), thing(more=STRING)]},
        {"anyOf": [ref("Base"), ref("Other")], "properties": {"more": STRING}},
        thing(inside={"type": "array", "items": {"allOf": [ref("Base"), thing(more=STRING)]}}),
    ],
)
def test_what_others_are_built_on_stays_whole(schema: Any) -> None:
    schemas = {"Base": thing(a=STRING), "Other": thing(a=STRING), "Alias": ref("Base"), "Built": schema}
    asked = questions(schemas)
    assert "Base" not in asked.classes
    assert asked.schemas["Base"] == schemas["Base"]


def test_what_the_engine_merges_inside_of_properties_stays_whole() -> None:
    owner = {"Owner": thing(pet=ref("Pet")), "Pet": thing(name=STRING), "Other": thing(name=STRING)}
    once = {**owner, "Built": {"allOf": [ref("Owner"), thing(house=ref("Other"))]}}
    assert {"Pet", "Other"} <= questions(once).classes.keys()
    twice = {**owner, "Built": {"allOf": [ref("Owner"), thing(pet=ref("Other"))]}}
    assert not {"Pet", "Other"} & questions(twice).classes.keys()


def test_what_a_class_of_its_own_is_made_for_stays_in_its_place() -> None:
    schema = thing(a=STRING, odd={"type": "object", "properties": {}, "additionalProperties": False})
    assert not questions({"A": schema}).classes


def test_an_object_with_items_is_an_array_or_a_mapping() -> None:
    models = types_of(A=thing(list={"type": "object", "items": STRING}))
    (field,) = models["A"].fields
    assert field.type == UnionType((ListType(TEXT), DictType(ANY)))
    assert models.keys() == {"A"}


def test_items_of_what_is_no_array_are_nothing() -> None:
    models = types_of(A=thing(count={"type": "integer", "items": STRING}, kind={"type": "string", "items": STRING}))
    assert [field.type for field in models["A"].fields] == [ScalarType(Scalar.INT), TEXT]


def test_an_enumeration_beside_items_is_one_of_the_items() -> None:
    models = types_of(A=thing(list={"type": "array", "enum": ["a", "b"], "items": STRING}))
    (field,) = models["A"].fields
    assert field.type == ListType(LiteralType(("a", "b")))
    assert models.keys() == {"A"}
