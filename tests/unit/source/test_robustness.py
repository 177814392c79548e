"""Whatever the input is, reading gives a result or a SpecError, and nothing else."""

# ruff: noqa: E501 (a line of YAML is cut only where its structure is)

from __future__ import annotations

import copy
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clientsmith.diagnostics import Severity, render
from clientsmith.source import ReadOptions, validate
from clientsmith.source.grammar import walk
from clientsmith.source.openapi3 import DOCUMENT
from clientsmith.trees import is_array, is_object

SEED = yaml.safe_load("""
openapi: 3.0.0
info: {title: T, version: '1'}
servers: [{url: 'https://{a}.x', variables: {a: {default: b, enum: [b]}}}]
security: [{key: []}]
tags: [{name: a}]
paths:
  /a/{id}:
    parameters: [{$ref: '#/components/parameters/Id'}]
    post:
      operationId: a
      parameters: [{name: q, in: query, schema: {type: array, items: {type: string}}, example: [a]}]
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}, examples: {x: {value: {k: c}}}}}}
      responses:
        '200': {description: d, headers: {X: {schema: {type: integer}}}, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      callbacks: {c: {'{$url}': {post: {responses: {'204': {description: d}}}}}}
components:
  securitySchemes: {key: {type: apiKey, name: k, in: header}}
  parameters: {Id: {name: id, in: path, required: true, schema: {type: string, nullable: true}}}
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/D'}]
      discriminator: {propertyName: k, mapping: {c: C, d: '#/components/schemas/D'}}
    C: {type: object, required: [k], properties: {k: {type: string, enum: [c]}, n: {type: integer, minimum: 1, exclusiveMinimum: true}}}
    D: {allOf: [{$ref: '#/components/schemas/C'}], nullable: true, example: {k: d}, additionalProperties: false}
""")
SEED_2 = yaml.safe_load("""
swagger: '2.0'
info: {title: T, version: '1'}
host: x
schemes: [https]
consumes: [application/json]
produces: [application/json]
securityDefinitions: {o: {type: oauth2, flow: implicit, authorizationUrl: 'https://x', scopes: {a: b}}}
parameters: {B: {name: b, in: body, schema: {$ref: '#/definitions/P'}}}
responses: {R: {description: d, schema: {type: file}, examples: {application/json: 1}}}
definitions: {P: {type: object, discriminator: k, properties: {k: {type: string, x-nullable: true}}}}
paths:
  /a:
    parameters: [{$ref: '#/parameters/B'}]
    post:
      parameters: [{name: f, in: formData, type: array, items: {type: string}, collectionFormat: multi}, {name: q, in: query, type: string}]
      responses: {'200': {$ref: '#/responses/R'}, default: {description: d, schema: {$ref: '#/definitions/P'}, headers: {X: {type: integer}}}}
""")
ODD: Any = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from(
        [
            "",
            "string",
            "#",
            "#/components/schemas/Pet",
            "#/paths",
            "#x",
            "a.yaml#/b",
            "/",
            "{",
            "query",
            "[",
            "http://x",
            "\x00",
            "~2",
        ]
    ),
    st.just([]),
    st.just({}),
    st.sampled_from(
        [
            [None],
            [[]],
            [1, 1],
            {"$ref": "#/components/schemas/D"},
            {"$ref": 1},
            {"x-a": 1},
            {"a": {}},
            {"type": "string"},
        ]
    ),
)
KEYS = st.sampled_from(
    (
        "$ref type enum required properties items allOf oneOf nullable example examples schema in discriminator default"
        " parameters content $id $anchor $dynamicRef name x-y a/b pattern ~"
    ).split()
)


def run(text: str | bytes, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}"
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
        upgraded, diagnostics = validate(path, ReadOptions(max_bytes=100_000))
        assert all(render(diagnostic).startswith(str(diagnostic.position or "error")) for diagnostic in diagnostics)
        if upgraded is None:
            assert any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
            return
        json.dumps(upgraded.tree, allow_nan=False).encode()
        for site in walk(upgraded.tree, DOCUMENT):
            fits = is_array(site.value) if site.type.items else is_object(site.value) or isinstance(site.value, bool)
            assert fits
            assert upgraded.position(site.pointer).line >= 1


def places(value: Any) -> list[tuple[Any, Any]]:
    found: list[tuple[Any, Any]] = []
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in members:
        found.append((value, key))
        found += places(child)
    return found


@pytest.mark.parametrize("seed", [SEED, SEED_2], ids=["3.0", "2.0"])
@settings(suppress_health_check=[HealthCheck.differing_executors], max_examples=150)
@given(data=st.data())
def test_mutated_documents(seed: Any, data: st.DataObject) -> None:
    tree = json.loads(json.dumps(seed))
    for _ in range(data.draw(st.integers(1, 4))):
        holder, key = data.draw(st.sampled_from(places(tree)))
        if isinstance(holder, dict) and data.draw(st.booleans()):
            holder[data.draw(KEYS)] = copy.deepcopy(data.draw(ODD))
        else:
            holder[key] = copy.deepcopy(data.draw(ODD))
    if data.draw(st.booleans()):
        run(json.dumps(tree), ".json")
    else:
        run(yaml.safe_dump(tree), ".yaml")


_TREES = st.recursive(
    ODD, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=15
)


@given(st.sampled_from(["openapi", "swagger", "x"]), _TREES, _TREES)
def test_random_trees(version: str, paths: Any, components: Any) -> None:
    head = {"openapi": "3.1.0"} if version == "openapi" else {"swagger": "2.0"} if version == "swagger" else {}
    run(json.dumps({**head, "paths": paths, "components": components, "definitions": components}), ".json")


@given(
    st.binary(max_size=60),
    st.sampled_from(["", "openapi: 3.1.0\n", '{"openapi": "3.1.0", "x":']),
    st.sampled_from([".yaml", ".json", ""]),
)
def test_random_bytes(data: bytes, head: str, suffix: str) -> None:
    run(head.encode() + data, suffix)


@given(st.text(max_size=30), st.text(max_size=30))
def test_random_references(ref: str, name: str) -> None:
    run(
        json.dumps(
            {
                "openapi": "3.1.0",
                "components": {"schemas": {name: {"$ref": ref}, "a": {"$ref": "#/components/schemas/b/c"}}},
            }
        ),
        ".json",
    )
