"""References of every kind become types: into other files, through anchors and ids, in circles, with words beside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clientsmith import Config, generate, validate
from support.generation import Generated, run

FILES = {
    "openapi.yaml": """
openapi: 3.2.0
$self: https://api.example/v1/openapi.yaml
info: {title: Shop, version: '1'}
servers: [{url: 'https://one.example'}]
paths:
  /a:
    get:
      operationId: getA
      parameters:
        - {$ref: 'other.yaml#/paths/~1x~1%7Bid%7D/get/parameters/0'}
        - {$ref: 'other.yaml#/components/parameters/P', description: overridden}
        - {name: part, in: query, schema: {$ref: '#/components/schemas/A/properties/text'}}
        - {name: odd, in: query, schema: {$ref: '#/components/schemas/A/properties/a~0b%7B'}}
      responses:
        '200':
          description: ok
          content:
            application/json: {schema: {$ref: 'https://api.example/v1/openapi.yaml#/components/schemas/A'}}
    query:
      operationId: queryA
      requestBody: {content: {application/json: {$ref: '#/components/mediaTypes/OfA'}}}
      responses: {'200': {description: ok}}
    additionalOperations:
      COPY:
        operationId: copyA
        responses:
          '200': {description: ok, content: {application/json: {schema: {$ref: '#anchored'}}}}
  /b: {$ref: '#/components/pathItems/B'}
  /c:
    get:
      operationId: getC
      parameters:
        - name: search
          in: querystring
          content:
            application/x-www-form-urlencoded:
              schema: {type: object, properties: {words: {type: string}, most: {type: integer}}}
      responses:
        '200': {description: ok, content: {application/jsonl: {itemSchema: {$ref: '#/components/schemas/A'}}}}
  /users:
    get:
      operationId: getUsers
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/UserPage'}}}}
  /trees:
    get:
      operationId: getTree
      responses:
        '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/NamedTree'}}}}
  /bare:
    get:
      operationId: getBare
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: 'schemas/bare.yaml'}}}}}
components:
  mediaTypes: {OfA: {schema: {$ref: '#/components/schemas/A'}}}
  pathItems:
    B:
      get:
        operationId: getB
        responses:
          '200': {description: ok, content: {application/json: {schema: {$ref: 'schemas/node.yaml'}}}}
  schemas:
    A:
      type: object
      xml: {name: a, wrapped: true}
      properties:
        text: {type: string, minLength: 2}
        a~b{: {type: integer}
        inner: {$ref: '#/components/schemas/A/$defs/Inner'}
        words: {$ref: '#/components/schemas/Words', description: My own words., maxLength: 4}
      $defs: {Inner: {type: object, properties: {number: {type: integer}}}}
    Words: {type: string, minLength: 1, description: Words of all.}
    Anchored: {$anchor: anchored, type: object, properties: {number: {type: integer}}}
    Page:
      $id: https://api.example/page
      type: object
      properties:
        items: {type: array, items: {$dynamicRef: '#item'}}
        total: {type: integer}
      $defs: {item: {$dynamicAnchor: item}}
    UserPage:
      $id: https://api.example/userpage
      $ref: page
      $defs:
        item: {$dynamicAnchor: item, $ref: '#/$defs/User'}
        User: {type: object, required: [name], properties: {name: {type: string}}}
    Tree:
      $id: https://api.example/tree
      $dynamicAnchor: node
      type: object
      properties:
        data: {type: string}
        children: {type: array, items: {$dynamicRef: '#node'}}
    NamedTree:
      $id: https://api.example/namedtree
      $dynamicAnchor: node
      allOf: [{$ref: tree}]
      properties: {name: {type: string}}
""",
    "other.yaml": """
paths:
  /x/{id}:
    get:
      parameters: [{name: far, in: query, schema: {$ref: 'schemas/bare.yaml#/properties/a~1b'}}]
components: {parameters: {P: {name: p, in: query, description: original, schema: {type: string}}}}
""",
    "schemas/bare.yaml": """
type: object
properties: {a/b: {type: string}, self: {$ref: bare.yaml}, other: {$ref: node.yaml}}
""",
    "schemas/node.yaml": """
type: object
properties: {next: {$ref: '#'}, back: {$ref: bare.yaml}}
""",
}


def write(files: dict[str, str], folder: Path) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder / "openapi.yaml"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    folder = tmp_path_factory.mktemp("references")
    spec = write(FILES, folder)
    assert validate(spec).diagnostics == ()
    output = folder / "out"
    return Generated(output, "shop", generate(Config(spec=str(spec), output=str(output), client_name="Shop")))


def test_every_operation_has_its_types(shop: Generated) -> None:
    assert shop.summary.diagnostics == ()
    operations = shop.manifest["operations"]
    assert [
        (one["method"], [parameter["python"] for parameter in one["parameters"]], one["responses"][0]["type"])
        for one in operations
    ] == [
        ("GET", ["far", "p", "part", "odd"], "models.A"),
        ("QUERY", [], "None"),
        ("COPY", [], "models.Anchored"),
        ("GET", [], "models.Node"),
        ("GET", ["search"], "Stream[models.A]"),
        ("GET", [], "models.UserPage"),
        ("GET", [], "models.NamedTree"),
        ("GET", [], "models.Bare"),
    ]
    assert list(operations[1]["body"]["fields"]) == ["text", "a~b{", "inner", "words"]


def test_dynamic_references_are_what_the_outer_schema_says(shop: Generated) -> None:
    said = run(
        """
        from shop import models
        page = models.UserPage.model_validate({"items": [{"name": "Ann"}], "total": 1})
        tree = models.NamedTree.model_validate({"name": "top", "children": [{"name": "low", "data": "x"}]})
        plain = models.Page.model_validate({"items": [1, "a"]})
        child = tree.children[0]
        print(type(page.items[0]).__name__, page.total, type(child).__name__, child.data, plain.items)
        """,
        shop,
    )
    assert said == "User 1 NamedTree x [1, 'a']\n"


def test_schemas_of_definitions_and_circles_through_files_are_models(shop: Generated) -> None:
    said = run(
        """
        from shop import models
        a = models.A.model_validate({"inner": {"number": 3}, "words": "abc"})
        bare = models.Bare.model_validate({"other": {"next": {"back": {"a/b": "c"}}}})
        print(type(a.inner).__name__, a.inner.number, bare.other.next.back.a_b)
        """,
        shop,
    )
    assert said == "Inner 3 c\n"


def test_words_beside_a_reference_go_over_those_of_its_target(shop: Generated) -> None:
    assert "My own words." in shop.source("models/shared_a")
    assert "overridden" in shop.source("resources/a")
    assert "original" not in shop.source("resources/a")


def test_a_query_string_that_is_a_form_is_sent_as_one(shop: Generated) -> None:
    said = run(
        """
        import httpx
        from shop import Shop
        asked = []
        def answer(request):
            asked.append(request.url.query.decode())
            return httpx.Response(200, text="", headers={"content-type": "application/jsonl"})
        with Shop(http_client=httpx.Client(transport=httpx.MockTransport(answer))) as client:
            client.c.get(search={"words": "a b", "most": 3})
        print(asked)
        """,
        shop,
    )
    assert said in ("['words=a%20b&most=3']\n", "['words=a+b&most=3']\n")


def test_fields_beside_a_reference_are_ignored_before_3_1(tmp_path: Path) -> None:
    spec = write(
        {
            "openapi.yaml": json.dumps(
                {
                    "openapi": "3.0.3",
                    "info": {"title": "Shop", "version": "1"},
                    "servers": [{"url": "https://one.example"}],
                    "paths": {},
                    "components": {
                        "schemas": {
                            "A": {
                                "type": "object",
                                "properties": {"b": {"$ref": "#/components/schemas/B", "maxLength": 1}},
                            },
                            "B": {"type": "string"},
                        }
                    },
                }
            )
        },
        tmp_path,
    )
    (told,) = validate(spec).diagnostics
    assert (told.code, told.severity.value) == ("ref-siblings", "warning")
