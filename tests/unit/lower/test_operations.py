"""Operations beside one another in a resource."""

from __future__ import annotations

from pathlib import Path

from support.generation import document, generate_package

PAGE = "{kind: time-window, field: at, before: before, limit: limit, key: id}"
LIST = "{type: array, items: {type: object, properties: {id: {type: string}, at: {type: string, format: date-time}}}}"


def spec(*ids: str) -> str:
    """Return a document whose operations, all with pagination, have these ids, in this order."""
    operations = "".join(
        f"""
      /{name}:
        get:
          operationId: {name}
          tags: [things]
          parameters:
            - {{name: limit, in: query, schema: {{type: integer}}}}
            - {{name: before, in: query, schema: {{type: string, format: date-time}}}}
          x-clientsmith-pagination: {PAGE if name == "list" else "null"}
          responses: {{"200": {{description: ok, content: {{application/json: {{schema: {LIST}}}}}}}}}"""
        for name in ids
    )
    return document(f"\n    servers: [{{url: 'https://x.example'}}]\n    paths:{operations}\n")


def test_a_method_that_walks_takes_its_name(tmp_path: Path) -> None:
    generated = generate_package(spec("list", "listAll"), tmp_path)
    assert [one["call"] for one in generated.manifest["operations"]] == ["things.list", "things.list_all_2"]
    assert generated.source("resources/things").count("def list_all(") == 2


def test_a_name_that_is_taken_already_is_not_taken_again(tmp_path: Path) -> None:
    generated = generate_package(spec("listAll", "list"), tmp_path)
    assert [one["call"] for one in generated.manifest["operations"]] == ["things.list_all", "things.list"]
    assert generated.source("resources/things").count("def list_all(") == 2
    (found,) = generated.summary.diagnostics
    assert "has a method list_all already" in found.message


def test_a_reference_may_lead_through_a_path_that_is_percent_encoded(tmp_path: Path) -> None:
    generated = generate_package(
        document(
            """
            paths:
              /a/{id}:
                get:
                  operationId: first
                  responses: {"200": {description: ok, content: {application/json: {schema: {type: integer}}}}}
              /b:
                get:
                  operationId: second
                  responses: {"200": {$ref: "#/paths/~1a~1%7Bid%7D/get/responses/200"}}
            """
        ),
        tmp_path,
    )
    assert [one["responses"][0]["type"] for one in generated.manifest["operations"]] == ["int", "int"]
