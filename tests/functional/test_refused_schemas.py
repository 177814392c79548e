"""Schemas that have no Python class as they are written: bases in circles or at odds, and what the engine refuses."""

from __future__ import annotations

from pathlib import Path

from support.generation import Generated, document, generate_package, run

BASES = document("""
    paths:
      /late:
        get:
          operationId: getLate
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Late"}}}}
        post:
          operationId: createLate
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Diamond"}}}}
          responses: {"204": {description: ok}}
    components:
      schemas:
        Base: {type: object, required: [id], properties: {id: {type: string}}}
        Derived: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {more: {type: integer}}}]}
        Other: {allOf: [{$ref: "#/components/schemas/Base"}, {type: object, properties: {other: {type: boolean}}}]}
        Diamond: {allOf: [{$ref: "#/components/schemas/Derived"}, {$ref: "#/components/schemas/Other"}]}
        Late: {allOf: [{$ref: "#/components/schemas/Base"}, {$ref: "#/components/schemas/Derived"}]}
        One: {allOf: [{$ref: "#/components/schemas/Two"}], type: object, properties: {one: {type: string}}}
        Two: {allOf: [{$ref: "#/components/schemas/One"}], type: object, properties: {two: {type: string}}}
    """)

CONFLICT = document("""
    paths:
      /both:
        get:
          operationId: getBoth
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Both"}}}}
    components:
      schemas:
        A: {type: object, properties: {a: {type: string}}}
        B: {type: object, properties: {b: {type: string}}}
        First: {allOf: [{$ref: "#/components/schemas/A"}, {$ref: "#/components/schemas/B"}]}
        Second: {allOf: [{$ref: "#/components/schemas/B"}, {$ref: "#/components/schemas/A"}]}
        Both: {allOf: [{$ref: "#/components/schemas/First"}, {$ref: "#/components/schemas/Second"}]}
        Never: {allOf: [false, {type: object}]}
        Nothing: {allOf: [false]}
        Holder:
          type: object
          properties: {both: {$ref: "#/components/schemas/Both"}, a: {$ref: "#/components/schemas/A"}}
    """)


def told(generated: Generated, code: str) -> list[str]:
    found = [one.position for one in generated.summary.diagnostics if one.code == code]
    return [position.pointer for position in found if position is not None]


def test_a_base_that_another_base_inherits_from_is_not_repeated(tmp_path: Path) -> None:
    code = """
        from shop.models import Derived, Late

        print(issubclass(Late, Derived), Late(id="1", more=2).model_dump_json())
    """
    assert run(code, generate_package(BASES, tmp_path)) == 'True {"id":"1","more":2}\n'


def test_a_base_that_two_bases_share_gives_its_properties_once(tmp_path: Path) -> None:
    source = generate_package(BASES, tmp_path).source("fields/late")
    fields = source.partition("class CreateLateFields")[2].split()
    assert [fields.count(name) for name in ("id:", "more:", "other:")] == [1, 1, 1]


def test_bases_that_go_in_a_circle_are_cut_and_told(tmp_path: Path) -> None:
    generated = generate_package(BASES, tmp_path)
    assert told(generated, "inheritance-circular") == ["/components/schemas/Two"]
    code = """
        from shop.models import One

        print(One(one="1", two="2").model_dump(mode="json"))
    """
    assert run(code, generated) == "{'two': '2', 'one': '1'}\n"


def test_one_refused_schema_leaves_all_others_their_types(tmp_path: Path) -> None:
    generated = generate_package(CONFLICT, tmp_path)
    assert told(generated, "schema-not-typed") == [
        "/components/schemas/Never",
        "/components/schemas/Nothing",
        "/components/schemas/Both",
    ]
    code = """
        from shop.models import First, Holder

        print(First(a="1", b="2").b, Holder(both=[1], a={"a": "x"}).a.a)
    """
    assert run(code, generated) == "2 x\n"
    assert [operation["method"] for operation in generated.manifest["operations"]] == ["GET"]


def test_a_document_of_refused_schemas_comes_out_without_types(tmp_path: Path) -> None:
    schemas = {f"Never{number}": {"title": str(number), "oneOf": [False]} for number in range(60)}
    answer = {
        "description": "ok",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Never59"}}},
    }
    generated = generate_package(
        {
            "openapi": "3.1.0",
            "info": {"title": "Shop", "version": "1"},
            "paths": {"/never": {"get": {"operationId": "getNever", "responses": {"200": answer}}}},
            "components": {"schemas": schemas},
        },
        tmp_path,
    )
    assert generated.manifest["operations"][0]["responses"][0]["type"] == "Any"
    assert len(told(generated, "schema-not-typed")) >= len(schemas)
