"""Names of a document that meet in Python: each comes out, and each goes by its own name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from support.driving import Driver
from support.generation import Generated, document, generate_package, run

SPEC = document(
    """
    paths:
      /items:
        post:
          tags: [Shop]
          operationId: createItem
          parameters:
            - {name: name, in: query, schema: {type: string}}
          requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/NewItem"}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}}
      /responses:
        get:
          tags: [response]
          responses: {"204": {description: none}}
    components:
      schemas:
        NewItem:
          type: object
          required: [name]
          properties:
            name: {type: string}
            options: {type: array, items: {type: string}}
            note: {type: string, description: 'Says "none"\\ or \\"'}
        Item:
          allOf:
            - {$ref: "#/components/schemas/NewItem"}
            - {type: object, required: [note, id], properties: {id: {type: integer}}}
    """
)


def test_keywords_of_body_and_query_are_kept_apart(shop: Generated, drive: Driver) -> None:
    parameters = shop.manifest["operations"][0]["parameters"]
    assert [one["python"] for one in parameters] == ["name_query"]
    assert shop.manifest["operations"][0]["body"]["fields"] == {"name": "name", "options": "options", "note": "note"}


def test_resources_do_not_take_names_of_clients_or_of_the_runtime(shop: Generated) -> None:
    assert "class ShopResource(Resource):" in shop.source("resources/shop")
    assert "class ResponseResource(Resource):" in shop.source("resources/response")
    assert (
        run("import shop; shop.Shop(base_url='http://localhost'); import shop.resources.response; print('ok')", shop)
        == "ok\n"
    )


def test_a_class_that_changes_a_field_stands_for_itself(shop: Generated) -> None:
    told = run(
        """
        from shop import models
        from shop._core import Model
        fields = models.Item.model_fields
        print(models.Item.__bases__ == (Model,), [n for n, f in fields.items() if f.is_required()], sorted(fields))
        """,
        shop,
    )
    assert told == "True ['name', 'note', 'id'] ['id', 'name', 'note', 'options']\n"


def test_docstrings_may_end_in_escaped_quotes(shop: Generated) -> None:
    assert 'Says "none"' in shop.source("models/shop")


def inline(schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {
            "/item": {
                "get": {
                    "operationId": "getItem",
                    "responses": {"200": {"description": "ok", "content": {"application/json": {"schema": schema}}}},
                }
            }
        },
    }


def test_members_of_a_union_are_called_after_what_sets_them_apart(tmp_path: Path) -> None:
    text = {"type": "string"}
    spec = inline(
        {
            "anyOf": [
                {"type": "object", "required": ["sha"], "properties": {"sha": text, "note": text}},
                {"type": "object", "required": ["uuid"], "properties": {"uuid": text, "note": text}},
                {"type": "object", "properties": {"note": text}},
            ]
        }
    )
    source = generate_package(spec, tmp_path).source("models/item")
    for name in ("GetItemResponseWithSha", "GetItemResponseWithUuid", "GetItemResponseVariant"):
        assert f"class {name}(Model):" in source


def test_modules_do_not_hide_builtins(tmp_path: Path) -> None:
    spec = document(
        "paths: {/a: {get: {tags: [list], responses: {'200': {description: ok, content: {application/json: {schema: "
        "{type: object, properties: {a: {type: string}}}}}}}}}}"
    )
    generated = generate_package(spec, tmp_path)
    assert (generated.path / "models" / "list_.py").exists()
    assert generated.manifest["operations"][0]["call"].startswith("list.")
