"""Operations beside one another in a resource."""

from __future__ import annotations

from pathlib import Path

import pytest

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


@pytest.mark.parametrize("ids", [("list", "listAll"), ("listAll", "list")])
def test_methods_come_before_walks(tmp_path: Path, ids: tuple[str, str]) -> None:
    generated = generate_package(spec(*ids), tmp_path)
    calls = {one["id"]: one["call"] for one in generated.manifest["operations"]}
    assert calls == {"list": "things.list", "listAll": "things.list_all"}
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


def test_a_walk_is_called_after_what_it_walks(tmp_path: Path) -> None:
    assert generate_package(spec("list"), tmp_path).source("resources/things").count("def list_all(") == 2


CONTENT = """
            paths:
              /things:
                get:
                  operationId: list
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json: %s
                        %s: {schema: {type: array, items: {type: string}}}
            components:
              examples: {Words: {value: [a, b]}}
"""


@pytest.mark.parametrize("other", ["'*/*'", "application/*", "application/json; charset=utf-8"])
@pytest.mark.parametrize(
    ("described", "kind"),
    [
        ("{}", "list[str]"),
        ("{example: [a]}", "list[str]"),
        ('{examples: {words: {$ref: "#/components/examples/Words"}}}', "list[str]"),
        ("{examples: {one: {value: [a]}, wrapped: {value: {data: [a]}}}}", "Any"),
        ("{schema: {}}", "Any"),
        ("{schema: {type: integer}}", "int"),
    ],
)
def test_json_without_a_schema_has_that_of_what_it_is_a_case_of(
    tmp_path: Path, other: str, described: str, kind: str
) -> None:
    generated = generate_package(document(CONTENT % (described, other)), tmp_path)
    (operation,) = generated.manifest["operations"]
    assert {one["media_type"]: one["type"] for one in operation["responses"]}["application/json"] == kind


@pytest.mark.parametrize(("example", "kind"), [("{id: a}", "models.Thing"), ("{data: {id: a}}", "Any"), ("{}", "Any")])
def test_an_example_without_any_property_of_a_schema_is_of_something_else(
    tmp_path: Path, example: str, kind: str
) -> None:
    thing = "{title: Thing, type: object, properties: {id: {type: string}}}"
    text = document(CONTENT % (f"{{example: {example}}}", "'*/*'")).replace(
        "{type: array, items: {type: string}}", thing
    )
    (operation,) = generate_package(text, tmp_path).manifest["operations"]
    assert operation["responses"][0]["type"] == kind


def test_what_is_no_json_takes_no_schema_of_others(tmp_path: Path) -> None:
    text = document(CONTENT % ("{}", "text/json")).replace("application/json", "application/xml")
    (operation,) = generate_package(text, tmp_path).manifest["operations"]
    assert [one["type"] for one in operation["responses"]] == ["str", "list[str]"]


def test_a_property_leaves_its_name_to_one_that_is_required_and_not_described(tmp_path: Path) -> None:
    generated = generate_package(
        document(
            """
            paths:
              /posts:
                post:
                  operationId: create
                  tags: [posts]
                  requestBody:
                    required: true
                    content: {application/json: {schema: {$ref: "#/components/schemas/Post"}}}
                  responses: {"200": {description: ok}}
            components:
              schemas:
                Post: {type: object, required: [id, firstName], properties: {_id: {type: string}, firstName: {}}}
            """
        ),
        tmp_path,
    )
    assert generated.manifest["operations"][0]["body"]["fields"] == {"_id": "id_2", "firstName": "first_name"}
