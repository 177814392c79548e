"""Names that a package has uses of its own for, in every place that a document has for names."""

from __future__ import annotations

import builtins
import json
import keyword
import subprocess
import sys
from pathlib import Path
from typing import Any

import pydantic
import pytest

from support.driving import Driver, respond
from support.generation import Generated, clean_environment

IMPORT_ALL = Path(__file__).parents[1] / "corpus" / "import_package.py"

PROPERTIES = list(
    dict.fromkeys(
        [
            *dir(pydantic.BaseModel), *(name.strip("_") for name in dir(pydantic.BaseModel)), *dir(type),
            *keyword.kwlist, *keyword.softkwlist, *dir(builtins), "__slots__", "__annotations__", "_private", "self",
            "cls", "Model", "models", "Any", "Field", "constant", "Literal", "Annotated", "datetime", "dt", "typing",
            "Union", "+1", "-1", "1", "", " ", "ﬁ", "fi", "é", "e\u0301", "\u202eabc", "😀", "a b", "a-b", "$ref",
            "{{ x }}", '"', "'", "\\", "\n", "a\tb", "TRUE", "null", "NONE",
        ]
    )
)  # fmt: skip

ARGUMENTS = [
    "self", "cls", "options", "request", "body", "timeout", "raw", "fields", "client", "content_type", "contentType",
    "headers", "params", "query", "path", "method", "url", "deadline", "models", "package", "max_retries", "page",
    "operation", "kwargs", "args", "None", "class", "_self", "__class__", "json", "stream", "str", "int", "list",
    "dict", "bytes", "type", "Any", "Literal", "return", "RequestOptions", "TYPE_CHECKING", "Operation", "Unpack",
    "overload", "Iterable", "_send", "result", "value", "builtins", "typing", "sort.by", "sort_by", "sort-by",
]  # fmt: skip

OPERATIONS = [
    "", "😀", "x" * 300, "getPet", "GetPet", "GETPET", "getpet", "get_pet", "get-pet", "close", "withOptions",
    "__init__", "__getattr__", "with_raw_response", "self", "class", "None", "import", "list", "list_all", "print",
    "models", "_client", "1", "1a", "../../etc", "{{ 7*7 }}", 'a"""b', "a\\", "\u202eabc", "e\u0301", "é", "名前",
]  # fmt: skip

TAGS = [
    "close", "with_options", "withOptions", "with_raw_response", "aclose", "__enter__", "__init__", "base_url",
    "timeout", "client", "Client", "models", "types", "errors", "webhooks", "_core", "resources", "fields", "", "😀",
    "😀😀", "y" * 300, "self", "class", "None", "a/b", "../..", "\u202eRTL", "é", "e\u0301", "名前", "Shop", "con",
]  # fmt: skip

SCHEMAS = [
    "client", "models", "types", "errors", "Client", "Shop", "AsyncShop", "RequestOptions", "Model", "BaseModel", "Any",
    "List", "Dict", "Optional", "Literal", "Union", "Annotated", "str", "int", "Unknown", "Discriminated", "Open",
    "Page", "Stream", "APIError", "NotFoundError", "Operation", "date", "datetime", "dt", "DateTime", "fields",
    "resources", "_core", "__init__", "class", "None", "True", "true", "pet", "Pet", "PET", "p-e-t", "Pet_", "1Pet",
    "😀", "é", "\u202eabc", "名前", "a b", "constant", "Exception", "object", "property", "X" * 300, "typing", "Field",
]  # fmt: skip

TEXT = {"type": "string"}
OK: dict[str, Any] = {"200": {"description": "ok", "content": {"application/json": {"schema": TEXT}}}}
EVENTS: dict[str, Any] = {"200": {"description": "ok", "content": {"text/event-stream": {"schema": TEXT}}}}


def reference(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def echo(schema: dict[str, Any]) -> dict[str, Any]:
    content = {"content": {"application/json": {"schema": schema}}}
    return {"requestBody": content, "responses": {"200": {"description": "ok", **content}}}


def places(place: str) -> list[dict[str, Any]]:
    return [{"name": name, "in": place, "schema": TEXT} for name in ARGUMENTS]


def paths() -> dict[str, Any]:
    found: dict[str, Any] = {
        "/props": {"post": {"operationId": "echoProps", "tags": ["props"], **echo(reference("P"))}}
    }
    for place in ("query", "header", "cookie"):
        found[f"/{place}"] = {
            "get": {"operationId": "get", "tags": [f"in {place}"], "parameters": places(place), "responses": OK},
            "put": {
                "operationId": "put",
                "tags": [f"in {place}"],
                "parameters": places(place),
                "requestBody": {
                    "content": {"application/json": {"schema": {"properties": dict.fromkeys(ARGUMENTS, TEXT)}}}
                },
                "responses": EVENTS,
            },
        }
    for number, name in enumerate(OPERATIONS):
        found[f"/untagged{number}"] = {"get": {"operationId": name, "responses": OK}}
        found[f"/tagged{number}"] = {"get": {"operationId": name, "tags": ["one"], "responses": OK}}
    for number, name in enumerate(TAGS):
        found[f"/tags{number}"] = {"get": {"operationId": f"get{number}", "tags": [name], "responses": OK}}
    for number, name in enumerate(SCHEMAS):
        found[f"/schemas{number}"] = {"post": {"operationId": name, "tags": ["schemas"], **echo(reference(name))}}
    return found


SPEC: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1"},
    "servers": [{"url": "http://127.0.0.1:9"}],
    "paths": paths(),
    "components": {
        "schemas": {
            "P": {"type": "object", "properties": dict.fromkeys(PROPERTIES, TEXT)},
            **{
                name: {"type": "object", "properties": {"a": TEXT, "next": reference(following)}}
                for name, following in zip(SCHEMAS, [*SCHEMAS[1:], SCHEMAS[0]], strict=True)
            },
        }
    },
}


@pytest.fixture(scope="module")
def operations(shop: Generated) -> list[Any]:
    """What the manifest tells of the operations."""
    found: list[Any] = shop.manifest["operations"]
    return found


def test_every_operation_is_there_and_everything_imports(shop: Generated, operations: list[Any]) -> None:
    assert len(operations) == sum(len(item) for item in SPEC["paths"].values())
    assert len({one["call"] for one in operations}) == len(operations)
    done = subprocess.run(
        [sys.executable, str(IMPORT_ALL), str(shop.folder), shop.package],
        env=clean_environment(shop.folder),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stderr, json.loads(done.stdout)) == ("", [])


def test_every_operation_can_be_called(drive: Driver, operations: list[Any]) -> None:
    for one in operations:
        if one["method"] == "GET":
            outcome = drive(f"client.{one['call']}()", respond("x"))
            assert (outcome.error, outcome.sent.path, outcome.value) == (None, one["path"], "x"), one


def test_every_property_travels(drive: Driver, operations: list[Any]) -> None:
    (one,) = [found for found in operations if found["path"] == "/props"]
    body = {name: f"{number}" for number, name in enumerate(PROPERTIES)}
    outcome = drive(f"client.{one['call']}({body!r})", respond(body))
    assert (outcome.error, outcome.sent.json, outcome.value, outcome.warnings) == (None, body, body, [])


@pytest.mark.parametrize("place", ["query", "header", "cookie"])
def test_every_parameter_is_an_argument_of_its_own(drive: Driver, operations: list[Any], place: str) -> None:
    (one,) = [found for found in operations if found["path"] == f"/{place}" and found["method"] == "GET"]
    names = [parameter["python"] for parameter in one["parameters"]]
    assert len(set(names)) == len({name.lower() for name in ARGUMENTS} if place == "header" else ARGUMENTS)
    given = ", ".join(f"{name}='{number}'" for number, name in enumerate(names))
    sent = drive(f"client.{one['call']}({given})", respond("x")).sent
    if place == "query":
        assert sent.query == "&".join(f"{parameter['name']}={n}" for n, parameter in enumerate(one["parameters"]))
    elif place == "cookie":
        assert sent.headers["cookie"].count("=") == len(names)
    else:
        told = {parameter["name"].lower(): str(number) for number, parameter in enumerate(one["parameters"])}
        assert told.items() <= sent.headers.items()
