"""What the pages tell."""

from __future__ import annotations

import json
import subprocess
from dataclasses import replace
from typing import Any

import pytest

from clientsmith.emit.docs import docs_files
from clientsmith.ir import Scalar, ScalarType, Type
from clientsmith.source import read
from unit.docs.documents import ROOT, SHOP, api_of, assistants_api
from unit.docs.reader import ReadPage, Table, read_page


@pytest.fixture(scope="module")
def shop() -> dict[str, ReadPage]:
    return {path: read_page(text) for path, text in docs_files(api_of(SHOP)).items()}


@pytest.fixture(scope="module")
def assistants() -> ReadPage:
    return read_page(docs_files(assistants_api())["docs/assistants.md"])


@pytest.fixture(scope="module")
def properties() -> dict[str, dict[str, Any]]:
    schemas = read(ROOT / "spec" / "openapi.yaml").tree["components"]["schemas"]

    def collected(name: str) -> dict[str, dict[str, Any]]:
        found: dict[str, dict[str, Any]] = {}
        for part in schemas[name].get("allOf", []):
            found |= collected(part["$ref"].rpartition("/")[2])
        return found | schemas[name].get("properties", {})

    return collected("CreateAssistant")


def table(page: ReadPage, *section: str, first: str = "") -> Table:
    found = [table for table in page.tables if table.section == section and first in {"", table.head[0]}]
    assert found, [table.section for table in page.tables]
    return found[0]


def test_the_table_of_parameters_tells_all_of_each(shop: dict[str, ReadPage]) -> None:
    assert table(shop["docs/items.md"], "items.list", "Query parameters").rows == [
        ["limit", "limit", "integer", "no", "1 to 100\ndefault 10", "How many.\nExample: 25"],
        ["before", "before", "date-time", "no", "", ""],
        ["sortBy", "sort_by", "string", "yes", "one of price, na|me", ""],
        ["old", "old", "string", "no", "", "Deprecated."],
    ]
    assert table(shop["docs/items.md"], "items.list", "Header parameters").rows == [
        ["X-Trace", "x_trace", "string", "matches ^[a-z|`]+$"]
    ]
    assert table(shop["docs/items.md"], "items.list", "Cookie parameters").rows == [["session", "string", "yes"]]
    assert table(shop["docs/orders.md"], "orders.create", "Query parameters").column("Description") == {
        "filter": "Style deepObject. Each item on its own.",
        "ids": "Style pipeDelimited.",
    }


def test_the_table_of_fields_tells_all_of_each(shop: dict[str, ReadPage]) -> None:
    fields = table(shop["docs/models/Item.md"], "Fields")
    assert fields.column("Required")["name"] == "yes"
    assert fields.column("In Python")["createdAt"] == "created_at"
    assert fields.column("Type") == {
        "id": "string",
        "name": "string",
        "price": "number",
        "createdAt": "date-time",
        "secret": "string",
        "colour": "Colour",
        "colours": "list of Colour",
        "size": "integer or null",
        "tags": "list of strings",
        "labels": "map from strings to strings",
        "kind": "Kind",
        "limit": "integer (at most 9) or string (at most 4 characters)",
        "fields": "string",
        "notes": "string",
        "sample": "string",
    }
    values = fields.column("Values")
    assert values["name"] == "1 to 40 characters"
    assert values["price"] == "more than 0\ndefault 1.5"
    assert values["colour"] == 'one of red, green, "", " blue"'
    assert values["size"] == "one of 1, 2"
    assert values["tags"] == "at most 5 items\neach: at most 3 characters"
    assert values["labels"] == "each value: at least 2 characters"
    notes = fields.column("Description")
    assert notes["createdAt"] == "Only in responses."
    assert notes["secret"] == "Only in requests."
    assert notes["size"] == "Deprecated."
    assert notes["fields"] == "First sentence of a long text. More"
    assert notes["sample"] == "Example: like this"


def test_long_descriptions_are_whole_below_the_table(shop: dict[str, ReadPage]) -> None:
    page = shop["docs/models/Item.md"]
    assert [title for level, title in page.headings if level == 3] == ["fields", "notes"]
    assert ("", "code | bar\n") in page.code
    assert ("More", "#fields-1") in page.links


def test_a_union_tells_tags_and_variants(shop: dict[str, ReadPage]) -> None:
    assert table(shop["docs/models/Kind.md"]).rows == [["book", "Book", "A book."], ["toy", "Toy", ""]]


def test_responses_and_errors_have_types_headers_and_classes(shop: dict[str, ReadPage]) -> None:
    page = shop["docs/items.md"]
    assert table(page, "items.list", "Response", first="Status").rows == [
        ["200", "application/json", "list of Item", "Some items."]
    ]
    assert page.tables[page.tables.index(table(page, "items.list", "Response")) + 1].rows == [
        ["200", "X-Total", "integer", "How many there are."]
    ]
    assert table(page, "items.list", "Errors").rows == [
        ["404", "NotFoundError", "Problem", "None."],
        ["418", "APIStatusError", "no body", "A teapot."],
        ["default", "APIStatusError", "string", "Something else."],
    ]


def test_calls_send_the_documents_example(shop: dict[str, ReadPage]) -> None:
    programs = [code for language, code in shop["docs/items.md"].code if language == "python"]
    assert any('name="It\'s",\n        price=2.5,\n        kind={"type": "book"},' in program for program in programs)
    assert any('put_file("a/b c", "name", "body")' in program for program in programs)
    commands = [code for language, code in shop["docs/items.md"].code if language == "sh"]
    assert commands[0] == (
        "curl 'https://shop.example/v2/items?sortBy=price&limit=25' \\\n"
        '  --header "Authorization: Bearer $SHOP_KEY" \\\n'
        "  --cookie session=session\n"
    )
    assert "https://shop.example/v2/items/a%2Fb%20c/files/name" in commands[2]


def test_a_command_gives_curl_what_the_operation_needs(shop: dict[str, ReadPage]) -> None:
    commands = [code for language, code in shop["docs/items.md"].code if language == "sh"]
    script = "curl() { printf '%s\\0' \"$@\"; }\n" + commands[1]
    environment = {"SHOP_KEY": "a $(b) 'c'", "SHOP_API_KEY": "d"}
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=True, env=environment, timeout=10)
    arguments = done.stdout.split("\0")
    assert arguments[:-2] == [
        "https://shop.example/v2/items",
        "--request",
        "POST",
        "--header",
        "Authorization: Bearer a $(b) 'c'",
        "--header",
        "X-Key: d",
        "--header",
        "Content-Type: application/json",
        "--data",
    ]
    assert json.loads(arguments[-2]) == {"id": "1", "name": "It's", "price": 2.5, "kind": {"type": "book"}}


def test_webhooks_have_a_page(shop: dict[str, ReadPage]) -> None:
    page = shop["docs/webhooks.md"]
    assert table(page).rows == [["Sold", "Sold", "Sold", "A Sold"], ["Refused", "Refused", "Refused", "A Refused"]]
    assert ("Sold", "../webhooks.md") in shop["docs/models/Sold.md"].links
    assert ("json", '{\n  "message": {\n    "type": "Sold"\n  }\n}\n') in page.code
    assert any('secret="the secret that you set"' in code for _, code in page.code)


def test_a_description_that_repeats_the_summary_is_left_out() -> None:
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "servers": [{"url": "https://shop.example"}],
        "paths": {
            "/a": {
                "get": {"summary": "Get *it*", "description": "Get *it*.", "responses": {"200": {"description": ""}}}
            }
        },
    }
    assert docs_files(api_of(document))["docs/a.md"].count("Get *it*") == 2  # in the table, and at the operation


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [(ScalarType(Scalar.INT), "Further fields are of this type: integer."), (None, "There are no further fields.")],
)
def test_further_properties_are_told(extra: Type | None, sentence: str) -> None:
    api = api_of(SHOP)
    models = [replace(model, extra=extra) for module in api.modules for model in module.models if model.name == "Base"]
    page = docs_files(replace(api, modules=(replace(api.modules[0], models=tuple(models)),)))
    assert sentence in page["docs/models/Base.md"]


# Where a page of the API's documentation states a bound, a default or allowed values, ours does.
def test_every_property_of_a_body_has_a_row_with_its_facts(
    assistants: ReadPage, properties: dict[str, dict[str, Any]]
) -> None:
    for operation in ("assistants.create", "assistants.update"):
        body = table(assistants, operation, "Request body", first="Field")
        values, texts = body.column("Values"), body.column("Description")
        assert list(texts) == list(properties)
        for name, schema in properties.items():
            assert ("Deprecated." in texts[name]) == bool(schema.get("deprecated")), name
            if "minimum" in schema:
                assert f"{schema['minimum']} to {schema['maximum']}" in values[name]
            if "maxLength" in schema:
                assert f"at most {schema['maxLength']} characters" in values[name]
            for value in schema.get("enum", []):
                assert value in values[name]
            if isinstance(schema.get("default"), str | int | float):
                assert (
                    f"default {str(schema['default']).replace('False', 'false').replace('True', 'true')}"
                    in values[name]
                )


def test_the_filters_of_a_list_are_told(assistants: ReadPage) -> None:
    filters = table(assistants, "assistants.list", "Query parameters").column("Values")
    assert filters.pop("limit") == "0 to 1000\ndefault 100"
    assert set(filters.values()) == {"default 1970-01-01T00:00:00.000Z"}
    assert len(filters) == 8


@pytest.mark.parametrize("name", ["create", "list", "get", "update", "delete"])
def test_every_operation_tells_its_errors(assistants: ReadPage, name: str) -> None:
    raises = table(assistants, f"assistants.{name}", "Errors").column("Raises")
    assert raises["401"] == "AuthenticationError"
    assert raises["429"] == "RateLimitError"
    assert raises["5XX"] == "ServerError"
