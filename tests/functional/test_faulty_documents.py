"""A document with faults that spoil only their own place is generated all the same, unless that is not wanted."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith import SpecError
from clientsmith.diagnostics import Severity
from support.generation import document, generate_package, run

FAULTY = document("""
    paths:
      /shops/{shopId}/items/{item}:
        get:
          operationId: getThing
          parameters:
            - {name: shop, in: path, required: true, schema: {type: string}}
            - {name: page, in: query, schema: {type: integer}}
            - {name: page, in: query, schema: {type: integer}}
            - {name: odd, in: nowhere, schema: {type: integer}}
          responses: {"200": {description: ok}}
        put:
          operationId: getThing
          requestBody:
            content:
              application/json:
                schema: {$ref: "#/components/schemas/Item"}
                example: {price: "much"}
          responses: {"200": {description: ok}}
        post:
          operationId: getThing
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
          responses: {"200": {description: ok}}
    components:
      schemas:
        Item: {type: object, properties: {price: {type: number}, name: {type: string}}}
    """)


def test_faults_are_told_as_warnings_and_everything_comes_out(tmp_path: Path) -> None:
    generated = generate_package(FAULTY, tmp_path)
    told = generated.summary.diagnostics
    assert {diagnostic.severity for diagnostic in told} == {Severity.WARNING}
    assert {
        "duplicate-operation-id",
        "duplicate-parameter",
        "example-mismatch",
        "parameter-in",
        "path-parameter-unknown",
    } <= {diagnostic.code for diagnostic in told}
    operations = generated.manifest["operations"]
    assert [operation["method"] for operation in operations] == ["GET", "PUT", "POST"]
    assert len({operation["call"] for operation in operations}) == 3


def test_the_path_alone_decides_which_path_parameters_there_are(tmp_path: Path) -> None:
    generated = generate_package(FAULTY, tmp_path)
    parameters = generated.manifest["operations"][0]["parameters"]
    assert [(one["in"], one["name"]) for one in parameters] == [
        ("path", "shopId"),
        ("path", "item"),
        ("query", "page"),
    ]
    assert run("import shop.resources.shops, shop.fields.shops; print('ok')", generated) == "ok\n"


@pytest.mark.parametrize("setting", [{"lenient": False}, {"strict": True}, {"strict": True, "lenient": True}])
def test_without_leniency_or_with_strictness_nothing_is_written(setting: dict[str, bool], tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="duplicate-operation-id"):
        generate_package(FAULTY, tmp_path, **setting)
    assert not (tmp_path / "out").exists()


DANGLING = document("""
    paths:
      /items/{id}:
        parameters: [{$ref: "#/components/parameters/Gone"}]
        put:
          operationId: putItem
          parameters:
            - {name: id, in: path, required: true, schema: {$ref: "#/components/schemas/Gone"}}
            - {name: far, in: query, schema: {$ref: "https://far.example/schemas.json#/Far"}}
            - {name: out, in: query, schema: {$ref: "../../out.yaml"}}
            - {name: file, in: query, schema: {$ref: "gone.yaml#/Page"}}
            - {name: odd, in: query, schema: {$ref: "ftp://far.example/x"}}
            - {name: wrong, in: query, schema: {$ref: "#/info/title"}}
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
            "404": {$ref: "#/components/responses/Gone"}
            default: {$ref: 5}
        post:
          operationId: postItem
          requestBody: {$ref: "#/components/requestBodies/Gone"}
          responses: {"200": {$ref: "#/components/responses/Gone"}}
      /other: {$ref: "gone.yaml#/paths/other"}
    components:
      schemas:
        Item:
          type: object
          properties: {a: {$ref: "#/components/schemas/A"}, gone: {$ref: "#/gone"}, n: {type: string}}
        A: {$ref: "#/components/schemas/B"}
        B: {$ref: "#/components/schemas/A"}
    """)


def test_references_that_lead_nowhere_are_typed_loosely(tmp_path: Path) -> None:
    generated = generate_package(DANGLING, tmp_path)
    told = generated.summary.diagnostics
    assert {diagnostic.severity for diagnostic in told} == {Severity.WARNING}
    assert {
        "ref-not-found",
        "ref-remote",
        "ref-outside",
        "file-not-found",
        "ref-scheme",
        "ref-wrong-kind",
        "ref-not-text",
        "ref-circular",
    } <= {diagnostic.code for diagnostic in told}
    assert all(diagnostic.position for diagnostic in told)
    put, post = generated.manifest["operations"]
    assert [one["python"] for one in put["parameters"]] == ["id", "far", "out", "file", "odd", "wrong"]
    assert put["responses"][0]["type"] == "models.Item"
    assert (post["call"], post["body"]) == ("items.post", None)
    said = run(
        """
        from shop import models
        item = models.Item.model_validate({"a": [1], "gone": {"x": 1}, "n": "name"})
        print(item.a, item.gone, item.n)
        """,
        generated,
    )
    assert said == "[1] {'x': 1} name\n"


def test_the_last_of_two_equal_keys_counts_as_for_parsers(tmp_path: Path) -> None:
    twice = document("paths: {/a: {get: {operationId: first}, get: {operationId: second}}}")
    generated = generate_package(twice, tmp_path)
    assert [operation["id"] for operation in generated.manifest["operations"]] == ["second"]
    (told,) = [one for one in generated.summary.diagnostics if one.code == "duplicate-key"]
    assert told.related[0][0] == "first written here"


def test_faults_of_yaml_alone_do_not_stop_a_run(tmp_path: Path) -> None:
    generated = generate_package(
        document("""
            x-base: &base [1]
            paths:
              /a:
                get:
                  <<: *base
                  operationId: a
                  parameters: [{name: p, in: query, schema: {type: number, maximum: .inf}}]
                  x-known: *unknown
                  responses: {"200": {description: !odd ok}}
            """),
        tmp_path,
    )
    assert {"yaml-merge", "yaml-alias", "yaml-tag", "not-a-number"} <= {
        one.code for one in generated.summary.diagnostics
    }
    assert generated.manifest["operations"][0]["parameters"][0]["python"] == "p"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("paths: [", "yaml-syntax"),
        ("", "empty-document"),
        ("hello", "not-openapi"),
        ("paths: {}", "not-openapi"),
        ("openapi: 4.0.0\npaths: {/a: {get: {}}}", "openapi-version"),
        (document("paths: {/a: {}}"), "nothing-to-generate"),
        (document("paths: {/a: {get: {responses: {'200': " + "[" * 250 + "]" * 250 + "}}}}"), "too-deep"),
    ],
)
def test_what_is_no_document_stops_a_run(text: str, code: str, tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=rf"error\[{code}\]"):
        generate_package(text, tmp_path)
    assert not (tmp_path / "out").exists()


def test_an_empty_document_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="nothing-to-generate"):
        generate_package(document("paths: {}"), tmp_path)
    assert not (tmp_path / "out").exists()
