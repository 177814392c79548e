"""What the checks let through; what they find is shown by tests/negative."""

from __future__ import annotations

from pathlib import Path

import pytest

from clientsmith.diagnostics import render
from clientsmith.source import check, upgrade
from unit.source.documents import HEAD, read_files

PET = """\
components:
  schemas:
    Pet:
      oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
      discriminator: {propertyName: kind, mapping: {cat: Cat, dog: '#/components/schemas/Dog'}}
    Base: {type: object, required: [kind], properties: {kind: {type: string}}}
    Cat: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {kind: {const: cat}, lives: {type: integer}}}]}
    Dog: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {kind: {const: dog}, lives: {type: string}}}]}
"""


def findings(folder: Path, text: str, head: str = HEAD) -> list[str]:
    bundle = upgrade(read_files(folder, {"a.yaml": head + text}))
    return [render(diagnostic) for diagnostic in (*bundle.diagnostics, *check(bundle))]


SOUND = {
    "path parameters": """\
paths:
  /a/{id}.{ext}:
    parameters: [{name: id, in: path, required: true, schema: {}}]
    get:
      parameters: [{name: ext, in: path, required: true, content: {text/plain: {}}}]
      responses: {2XX: {description: d}, default: {description: d}}
""",
    "tagged union": PET
    + "    It: {$ref: '#/components/schemas/Pet', examples: [{kind: cat, lives: 9}, {kind: dog, lives: nine}]}\n",
    "null": "components:\n  schemas:\n    A: {type: [string, 'null'], enum: [a, null], default: null}\n",
    "whole numbers": "components:\n  schemas:\n    A: {type: integer, examples: [1.0], enum: [1, 2.0]}\n",
    "one direction": """\
components:
  schemas:
    A: {required: [id, pw], properties: {id: {readOnly: true}, pw: {writeOnly: true}}, examples: [{}]}
""",
    "pattern of ECMA-262": """\
components:
  schemas:
    A: {type: string, pattern: '^(?=a)\\p{L}+$', examples: [abc]}
""",
    "endless schema": """\
components:
  schemas:
    A: {allOf: [{$ref: '#/components/schemas/B'}], examples: [{}]}
    B: {oneOf: [{$ref: '#/components/schemas/A'}]}
""",
    "parameter": """\
components:
  parameters:
    A: {name: a, in: query, schema: {type: array, items: {type: integer}}, example: [1]}
""",
    "not JSON": """\
components:
  responses:
    A: {description: d, content: {application/xml: {schema: {type: object}, example: <a/>}}}
""",
    "data": "components:\n  examples:\n    A: {value: {$ref: 'nothing', openapi: 1}}\nx-a: {get: {operationId: 1}}\n",
}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_nothing_is_found_in_sound_documents(tmp_path: Path, text: str) -> None:
    assert findings(tmp_path, text) == []


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("{kind: cat, lives: x}", "at 'lives' \"x\" is not of type integer."),
        ("{kind: cow}", "'kind' is \"cow\", which is none of cat, dog."),
        ("{lives: 9}", "the property 'kind', which tells the variants apart, is missing."),
        ("5", "5 fits none of the variants."),
    ],
)
def test_a_union_is_judged_by_the_variant_that_the_tag_names(tmp_path: Path, value: str, message: str) -> None:
    text = f"{PET}    It: {{$ref: '#/components/schemas/Pet', examples: [{value}]}}\n"
    (finding,) = findings(tmp_path, text)
    assert finding.splitlines()[0].endswith(f"The example does not fit its schema: {message}")


def test_a_union_without_discriminator_is_judged_by_its_constants(tmp_path: Path) -> None:
    text = """\
components:
  schemas:
    A:
      anyOf:
        - {properties: {kind: {const: a}, n: {type: integer}}, additionalProperties: false}
        - {properties: {kind: {const: b}, n: {type: string}}, additionalProperties: false}
      examples: [{kind: b, n: 5}]
"""
    (finding,) = findings(tmp_path, text)
    assert "at 'n' 5 is not of type string" in finding


@pytest.mark.parametrize("key", ["4026531835", "007", "+5", "0"])
def test_names_of_digits_are_no_places_in_a_list(tmp_path: Path, key: str) -> None:
    text = f"""\
components:
  schemas:
    A:
      type: object
      additionalProperties: {{type: object, properties: {{n: {{type: integer}}}}}}
      examples: [{{'{key}': {{n: x}}, b: {{n: 1}}}}]
"""
    (finding,) = findings(tmp_path, text)
    assert f"at '{key}.n' \"x\" is not of type integer" in finding


def test_an_example_used_by_several_schemas_is_judged_by_each(tmp_path: Path) -> None:
    text = """\
components:
  examples: {One: {value: 1}}
  parameters:
    A: {name: a, in: query, schema: {type: string}, examples: {x: {$ref: '#/components/examples/One'}}}
    B: {name: b, in: query, schema: {type: integer}, examples: {x: {$ref: '#/components/examples/One'}}}
    C: {name: c, in: query, schema: {type: boolean}, examples: {x: {$ref: '#/components/examples/One'}}}
"""
    assert [finding.partition(": ")[2].splitlines()[0] for finding in findings(tmp_path, text)] == [
        "error[example-mismatch]: The example 'x' does not fit its schema: 1 is not of type boolean.",
        "error[example-mismatch]: The example 'x' does not fit its schema: 1 is not of type string.",
    ]


def test_a_mapping_leads_to_names_only(tmp_path: Path) -> None:
    told = findings(tmp_path, PET.replace("cat: Cat", "cat: Cat, bird: [Bird], 7: 7"))
    assert any("'mapping' of the Discriminator Object must be an object of texts" in one for one in told)


def test_the_url_of_a_server_is_one(tmp_path: Path) -> None:
    told = findings(tmp_path, "", HEAD.replace("https://x.example", "https://[x.example"))
    assert any("The URL of the server, 'https://[x.example', is no valid URI reference" in one for one in told)
