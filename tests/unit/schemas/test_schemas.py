"""The stages that schemas go through: hoisting, discriminators, the engine, the catalog."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clientsmith.ir.types import (
    ANY,
    NONE,
    ConstrainedType,
    Constraint,
    DictType,
    ListType,
    LiteralType,
    ModelRef,
    Scalar,
    ScalarType,
    TupleType,
    UnionType,
)
from clientsmith.schemas import build_types
from clientsmith.schemas.catalog import CatalogAlias, CatalogClass, read_catalog
from clientsmith.schemas.discriminators import find_discriminators, pin_tags
from clientsmith.schemas.engine import EngineOutput, run_engine
from clientsmith.schemas.hoist import hoist

POINT = {"type": "object", "properties": {"x": {"type": "number"}}}


def tree(schema: Any = None, **components: Any) -> dict[str, Any]:
    """Return a document with one operation that takes `schema`, and components."""
    body = {"content": {"application/json": {"schema": schema}}} if schema is not None else {}
    operation = {"operationId": "send", "requestBody": body, "responses": {}}
    return {"openapi": "3.1.0", "paths": {"/a": {"post": operation}}, "components": {"schemas": components}}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def tagged(value: str, **more: Any) -> dict[str, Any]:
    return {"type": "object", "required": ["kind"], "properties": {"kind": {"const": value}, **more}}


def test_inline_objects_become_components() -> None:
    written = tree({"type": "object", "properties": {"inner": POINT, "list": {"type": "array", "items": POINT}}})
    before = copy.deepcopy(written)
    hoisted = hoist(written)
    assert written == before, "the document stays as it is"
    assert list(hoisted.tree["components"]["schemas"]) == ["SendBody", "SendBodyInner"]
    assert hoisted.tree["components"]["schemas"]["SendBody"]["properties"] == {
        "inner": ref("SendBodyInner"),
        "list": {"type": "array", "items": ref("SendBodyInner")},
    }
    assert hoisted.origins["SendBodyInner"].endswith("/schema/properties/inner")


def test_titles_name_what_they_are_on_unless_they_say_nothing() -> None:
    names = hoist(
        tree(
            {
                "type": "object",
                "properties": {"a": {**POINT, "title": "a point"}, "b": {"title": "Item", "allOf": [POINT]}},
            }
        )
    )
    assert set(names.class_names) == {"SendBody", "APoint", "SendBodyB"}


def test_taken_names_are_left_alone() -> None:
    hoisted = hoist(tree(POINT, SendBody={"type": "string"}, Model=POINT), frozenset({"Model"}))
    assert hoisted.class_names == {"SendBody": "SendBody", "Model": "ModelSchema", "SendBodyDetails": "SendBodyDetails"}


def test_references_into_schemas_are_followed() -> None:
    written = tree(
        ref("A") | {"$ref": "#/components/schemas/A/properties/b"},
        A={"type": "object", "properties": {"b": {"type": "integer"}}},
    )
    types = build_types(written)
    (found,) = types.at.values()
    assert isinstance(found, ModelRef)


def test_a_tag_is_found_without_a_discriminator() -> None:
    schemas = {"U": {"oneOf": [ref("A"), ref("B")]}, "A": tagged("a"), "B": {"allOf": [tagged("b")]}}
    (found,) = find_discriminators(schemas, {}).values()
    assert (found.property_name, found.tags) == ("kind", {"a": "A", "b": "B"})


@pytest.mark.parametrize(
    "members",
    [
        [tagged("a"), tagged("a")],
        [tagged("a"), POINT],
        [tagged("a"), {**tagged("b"), "required": []}],
        [{"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}, tagged("b")],
    ],
)
def test_no_tag_is_made_up(members: list[dict[str, Any]]) -> None:
    schemas = {"U": {"oneOf": [ref("A"), ref("B")]}, "A": members[0], "B": members[1]}
    assert find_discriminators(schemas, {}) == {}


def test_a_mapping_pins_tags() -> None:
    open_tag = {"type": "object", "properties": {"kind": {"type": "string", "description": "d"}}}
    schemas = {
        "U": {
            "oneOf": [ref("A"), ref("B")],
            "discriminator": {"propertyName": "kind", "mapping": {"x": ref("A")["$ref"], "y": "A"}},
        },
        "A": copy.deepcopy(open_tag),
        "B": copy.deepcopy(open_tag),
    }
    found = find_discriminators(schemas, {})
    assert found["U"].tags == {"x": "A", "y": "A", "B": "B"}
    pin_tags(schemas, found)
    assert schemas["A"]["properties"]["kind"]["enum"] == ["x", "y"]
    # What the document does not require is not required: a response without it is told by its shape.
    assert "required" not in schemas["B"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string"}, ScalarType(Scalar.STR)),
        ({"type": ["string", "null"]}, UnionType((ScalarType(Scalar.STR), NONE))),
        ({}, ANY),
        (True, ANY),
        ({"type": "null"}, NONE),
        ({"enum": ["a", 1, None]}, UnionType((LiteralType(("a", 1)), NONE))),
        ({"const": True}, LiteralType((True,))),
        ({"type": "array", "items": ref("A")}, ListType(ModelRef("A"))),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, DictType(ScalarType(Scalar.BOOL))),
        ({"type": "object"}, DictType(ANY)),
        ({"items": ref("A")}, ListType(ModelRef("A"))),
        (
            {"items": ref("A"), "oneOf": [{"type": "string"}, {"type": "array", "items": {}}]},
            UnionType((ScalarType(Scalar.STR), ListType(ModelRef("A")))),
        ),
        (
            {"items": ref("A"), "anyOf": [{"type": "integer"}, {"type": "array", "items": {"type": "string"}}]},
            UnionType((ScalarType(Scalar.INT), ListType(ScalarType(Scalar.STR)))),
        ),
        ({"items": ref("A"), "anyOf": [{"minItems": 1}, {"maxItems": 0}]}, ListType(ModelRef("A"))),
        ({"type": "string", "format": "date"}, ScalarType(Scalar.DATE)),
        (
            {"type": "array", "prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 2, "maxItems": 2},
            TupleType((ScalarType(Scalar.STR), ScalarType(Scalar.INT))),
        ),
        ({"prefixItems": [{}], "items": {"type": "integer"}}, ListType(ANY)),
        (
            {"prefixItems": [{}, {}], "items": False},
            ConstrainedType(ListType(ANY), (Constraint("maxLength", 2),)),
        ),
        (
            {"prefixItems": [{"type": "string"}, {"type": "integer"}], "minItems": 1, "items": False},
            ConstrainedType(
                ListType(UnionType((ScalarType(Scalar.STR), ScalarType(Scalar.INT)))),
                (Constraint("maxLength", 2), Constraint("minLength", 1)),
            ),
        ),
        ({"allOf": [True, {"type": "string"}]}, ScalarType(Scalar.STR)),
        ({"allOf": [{"minimum": 1}, {"maximum": 2}]}, ANY),
        ({"type": "string", "minItems": 1, "maximum": 2}, ScalarType(Scalar.STR)),
        ({"type": "array", "minLength": 1, "pattern": "^a$"}, ListType(ANY)),
        (ref("A"), ModelRef("A")),
        (ref("Missing"), ANY),
    ],
)
def test_types(schema: Any, expected: object) -> None:
    types = build_types(tree(schema, A=POINT))
    assert types.type_at("/paths/~1a/post/requestBody/content/application~1json/schema") == expected


def test_classes_and_bases() -> None:
    types = build_types(
        tree(A=POINT, B={"allOf": [ref("A"), {"type": "object", "required": ["y"], "properties": {"y": {}}}]})
    )
    base, derived = types.catalog.models["A"], types.catalog.models["B"]
    assert isinstance(base, CatalogClass)
    assert isinstance(derived, CatalogClass)
    assert derived.bases == ("A",)
    assert [(one.wire_name, one.required) for one in derived.fields] == [("y", True)]


def test_engine_text_is_read_as_data_only() -> None:
    """Whatever the engine might write, only types come out of it."""
    source = "from os import system as str\nA = TypeAliasType('A', __import__('os').system('x'))\n"
    engine = run_engine({"A": {"type": "string"}}, {"A": "A"}, {})
    catalog = read_catalog(EngineOutput(source, engine.models), {"/components/schemas/A": "A"})
    found = catalog.models["A"]
    assert isinstance(found, CatalogAlias)
    assert found.type == ANY
    assert catalog.unread == ("A",)


PROPERTY = st.recursive(
    st.sampled_from(
        [{"type": "string"}, {"type": "integer"}, {"enum": ["a", "b"]}, {}, ref("A"), ref("B"), {"type": "null"}]
    ),
    lambda inner: st.one_of(
        inner.map(lambda one: {"type": "array", "items": one}),
        inner.map(lambda one: {"type": "object", "additionalProperties": one}),
        st.lists(inner, min_size=1, max_size=3).map(lambda many: {"anyOf": many}),
        st.dictionaries(st.sampled_from(["a", "b", "A", "class", "$ref", "a b"]), inner, max_size=3).map(
            lambda found: {"type": "object", "properties": found}
        ),
    ),
    max_leaves=5,
)


@given(st.lists(PROPERTY, min_size=1, max_size=2))
def test_any_schema_gets_a_type_and_every_component_a_model(found: list[dict[str, Any]]) -> None:
    properties = {f"p{number}": schema for number, schema in enumerate(found)}
    types = build_types(
        tree({"type": "object", "properties": properties}, A=tagged("a"), B={"oneOf": [ref("A"), {"type": "string"}]})
    )
    assert types.catalog.unread == ()
    assert set(types.component_names.values()) <= types.catalog.models.keys()
    body = types.type_at("/paths/~1a/post/requestBody/content/application~1json/schema")
    assert isinstance(body, ModelRef)
    model = types.catalog.models[body.name]
    assert isinstance(model, CatalogClass)
    assert [one.wire_name for one in model.fields] == list(properties)
