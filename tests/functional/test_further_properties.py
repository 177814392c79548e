"""Properties that an object does not name: maps, and what comes beside the fields of a model."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from support.driving import Driver, respond
from support.generation import document, generate_package

SPEC = document("""
    paths:
      /echo:
        post:
          operationId: echo
          tags: [calls]
          requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/All"}}}}
    components:
      schemas:
        All:
          type: object
          properties:
            ports: {type: object, patternProperties: {"^[0-9]+$": {type: boolean}}, additionalProperties: false}
            models: {type: object, patternProperties: {"^[a-z]+$": {type: object, properties: {size: {type: integer}}}}}
            deep: {patternProperties: {"^a": {type: object, patternProperties: {"^b": {type: number}}}}}
            several: {type: object, patternProperties: {"^i": {type: integer}, "^s": {type: string}}}
            others: {type: object, patternProperties: {"^i": {type: integer}}, additionalProperties: {type: string}}
            every: {type: object, patternProperties: {".*": {type: integer}}, additionalProperties: {type: string}}
            open: {type: object, patternProperties: {"^i": {type: integer}}, additionalProperties: true}
            nullable: {type: [object, "null"], patternProperties: {"^i": {type: integer}}}
            nullMap: {type: [object, "null"], additionalProperties: {$ref: "#/components/schemas/Named"}}
            textOrMap: {type: [object, string], additionalProperties: {type: integer}}
            untyped: {additionalProperties: {type: integer}}
            beside: {$ref: "#/components/schemas/Beside"}
            growing: {$ref: "#/components/schemas/Growing"}
            rest: {$ref: "#/components/schemas/Rest"}
            part: {$ref: "#/components/schemas/Part"}
            mapPart: {$ref: "#/components/schemas/MapPart"}
            keywords: {$ref: "#/components/schemas/Keywords"}
        Named: {type: object, properties: {name: {type: string}}}
        Beside:
          type: object
          properties: {name: {type: string}}
          patternProperties: {"^x-": {$ref: "#/components/schemas/Named"}}
          additionalProperties: false
        Growing: {type: object, properties: {name: {type: string}}, patternProperties: {"^x-": {type: integer}}}
        Rest: {type: object, properties: {name: {type: string}}, unevaluatedProperties: {type: integer}}
        Part:
          allOf:
            - {$ref: "#/components/schemas/Named"}
            - {type: object, properties: {size: {type: integer}}, additionalProperties: {type: boolean}}
        Labels: {type: object, additionalProperties: {type: integer}}
        MapPart: {allOf: [{$ref: "#/components/schemas/Labels"}, {$ref: "#/components/schemas/Named"}]}
        Keywords:
          type: object
          properties:
            allOf: {type: array, items: {type: string}}
            type: {type: string}
            properties: {type: object, additionalProperties: {type: string}}
            patternProperties: {type: string}
""")


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("ports", {"80": True}, "result.ports['80'] is True"),
        ("models", {"a": {"size": 1}}, "result.models['a'].size == 1"),
        ("deep", {"a": {"b": 1.5}}, "result.deep['a']['b'] == 1.5"),
        ("several", {"i": 1, "s": "x"}, "result.several['i'] == 1"),
        ("others", {"i": 1, "o": "x"}, "result.others['o'] == 'x'"),
        ("every", {"i": 1}, "result.every['i'] == 1"),
        ("open", {"i": 1, "o": None}, "result.open.get('o') is None"),
        ("nullable", None, "result.nullable is None"),
        ("nullable", {"i": 1}, "result.nullable['i'] == 1"),
        ("nullMap", None, "result.null_map is None"),
        ("nullMap", {"a": {"name": "x"}}, "result.null_map['a'].name == 'x'"),
        ("textOrMap", "x", "result.text_or_map == 'x'"),
        ("textOrMap", {"a": 1}, "result.text_or_map['a'] == 1"),
        ("untyped", {"a": 1}, "result.untyped['a'] == 1"),
        ("beside", {"name": "a", "x-b": {"name": "c"}}, "result.beside.model_extra['x-b'].name == 'c'"),
        ("growing", {"name": "a", "x-b": 1, "new": "c"}, "result.growing.model_extra['new'] == 'c'"),
        ("rest", {"name": "a", "b": 1}, "result.rest.model_extra['b'] == 1"),
        ("part", {"name": "a", "size": 1, "b": True}, "result.part.model_extra['b'] is True"),
        ("mapPart", {"name": "a", "b": 1}, "result.map_part.b == 1 and result.map_part.name == 'a'"),
        ("keywords", {"allOf": ["a"], "type": "b", "properties": {"c": "d"}}, "result.keywords.all_of == ['a']"),
    ],
)
def test_values_without_a_name_are_typed_and_go_back_unchanged(drive: Driver, name: str, value: Any, kind: str) -> None:
    outcome = drive(f"client.calls.echo({ {name: value}!r})", respond({name: value}), then=f"[{kind}, dump(result)]")
    assert (outcome.error, outcome.warnings) == (None, [])
    assert outcome.sent.json == {name: value}
    assert outcome.value == [True, {name: value}]


@pytest.mark.parametrize(
    ("value", "path"),
    [
        ({"ports": {"80": "open"}}, "/ports/80"),
        ({"models": {"a": {"size": "x"}}}, "/models/a/size"),
        ({"deep": {"a": {"b": "x"}}}, "/deep/a/b"),
        ({"nullable": {"i": "x"}}, "/nullable/i"),
        ({"nullMap": {"a": {"name": 1}}}, "/nullMap/a/name"),
        ({"untyped": {"a": "x"}}, "/untyped/a"),
        ({"beside": {"x-b": {"name": 1}}}, "/beside/x-b/name"),
        ({"rest": {"b": "x"}}, "/rest/b"),
        ({"part": {"b": "x"}}, "/part/b"),
        ({"mapPart": {"b": "x"}}, "/mapPart/b"),
    ],
)
def test_values_that_do_not_fit_are_told(drive: Driver, value: Any, path: str) -> None:
    then = "[[issue.path for issue in result.issues], dump(result.parse())]"
    assert drive("client.with_raw_response.calls.echo({})", respond(value), then=then).value == [[path], value]


def test_what_a_type_leaves_out_is_told(tmp_path: Path) -> None:
    summary = generate_package(SPEC, tmp_path).summary
    told = Counter(one.message for one in summary.diagnostics if one.code == "keyword-not-typed")
    assert told == {
        "Which name has which of these values is not checked: all properties have the union of their types.": 2,
        "What 'patternProperties' asks for is not checked: other properties may have any value.": 2,
    }
