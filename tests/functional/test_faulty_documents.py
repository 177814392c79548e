"""A document with faults that spoil only their own place is generated all the same, if that is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith import Config, SpecError, generate
from clientsmith.diagnostics import Severity
from support.generation import document, generate_package, run, write_spec

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
    generated = generate_package(FAULTY, tmp_path, lenient=True)
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
    generated = generate_package(FAULTY, tmp_path, lenient=True)
    parameters = generated.manifest["operations"][0]["parameters"]
    assert [(one["in"], one["name"]) for one in parameters] == [
        ("path", "shopId"),
        ("path", "item"),
        ("query", "page"),
    ]
    assert run("import shop.resources.shops, shop.fields.shops; print('ok')", generated) == "ok\n"


@pytest.mark.parametrize("setting", [{}, {"strict": True}, {"strict": True, "lenient": True}])
def test_without_leniency_or_with_strictness_nothing_is_written(setting: dict[str, bool], tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="duplicate-operation-id"):
        generate_package(FAULTY, tmp_path, **setting)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "body",
    [
        "paths: {/a: {get: {responses: {'200': {$ref: '#/components/responses/Gone'}}}}}",
        "paths: {/a: {get: {}, get: {}}}",
        "components: {schemas: {A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}}\npaths: {}",
    ],
)
def test_what_cannot_be_understood_stays_an_error(body: str, tmp_path: Path) -> None:
    spec = write_spec(document(body), tmp_path)
    with pytest.raises(SpecError):
        generate(Config(spec=str(spec), output=str(tmp_path / "out"), lenient=True))


def test_an_empty_document_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="nothing-to-generate"):
        generate_package(document("paths: {}"), tmp_path)
    assert not (tmp_path / "out").exists()
