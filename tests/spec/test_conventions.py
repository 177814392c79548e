"""The specification keeps the conventions that its README states."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from support.speclint.__main__ import lint
from support.speclint.rules import RULES, UNTAGGED
from support.speclint.sources import open_sources

SPEC = Path(__file__).parents[2] / "spec"


def test_nothing_breaks_the_conventions() -> None:
    assert [str(finding) for finding in lint(open_sources(SPEC / "openapi.yaml"))] == []


def test_folders_above_the_specification_do_not_matter(tmp_path: Path) -> None:
    shutil.copytree(SPEC, tmp_path / "schemas" / "spec")
    assert [str(finding) for finding in lint(open_sources(tmp_path / "schemas" / "spec" / "openapi.yaml"))] == []


def test_yaml_is_laid_out_alike() -> None:
    from yamllint import linter
    from yamllint.config import YamlLintConfig

    config = YamlLintConfig(file=str(SPEC / ".yamllint.yaml"))
    faults = [
        f"{file}:{fault}"
        for file in sorted(SPEC.rglob("*.yaml"))
        for fault in linter.run(file.read_text(encoding="utf-8"), config)
    ]
    assert faults == []


def test_files_are_small() -> None:
    sizes = {file.relative_to(SPEC).as_posix(): len(file.read_text().splitlines()) for file in SPEC.rglob("*.yaml")}
    assert {name: size for name, size in sizes.items() if size > 400} == {}


def test_unions_without_discriminator_are_still_there(bundle: dict[str, Any]) -> None:
    assert set(bundle["components"]["schemas"]) >= UNTAGGED


def test_defaults_of_the_schemas_are_valid(bundle: dict[str, Any], validator) -> None:
    for name, schema in bundle["components"]["schemas"].items():
        for key, node in schema.get("properties", {}).items():
            if "default" in node:
                errors = [
                    e for e in validator(name).iter_errors({key: node["default"]}) if list(e.instance_path)[:1] == [key]
                ]
                assert errors == [], f"{name}.{key}"


@pytest.mark.parametrize(
    ("schema", "examples"),
    [
        ("CreateAssistant", ["CreateBakery", "CreateClinic"]),
        ("UpdateAssistant", ["UpdateBakery"]),
        ("Assistant", ["Bakery", "UpdatedBakery"]),
        ("ServerMessage", ["StatusUpdate", "EndOfCallReport", "ToolCalls", "Transcript"]),
        ("ServerMessageReply", ["NoReply"]),
    ],
)
def test_examples_are_valid(bundle: dict[str, Any], validator, schema: str, examples: list[str]) -> None:
    for example in examples:
        value = bundle["components"]["examples"][example]["value"]
        assert [error.message for error in validator(schema).iter_errors(value)] == [], example


def test_the_example_of_a_list_is_valid(bundle: dict[str, Any], validator) -> None:
    for item in bundle["components"]["examples"]["TwoAssistants"]["value"]:
        assert validator("Assistant").is_valid(item)


def test_examples_of_errors_are_valid(bundle: dict[str, Any], validator) -> None:
    responses = bundle["components"]["responses"]
    assert len(responses) == 7
    for name, response in responses.items():
        content = response["content"]["application/json"]
        schema = content["schema"]["$ref"].rpartition("/")[2]
        examples = [example["value"] for example in content.get("examples", {}).values()] or [content["example"]]
        for example in examples:
            assert validator(schema).is_valid(example), name


# A document that keeps the conventions, and what breaks each of them: a text, what takes its place, and the line that
# the finding points at.
ROOT = """\
openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://things.example'}]
tags: [{name: Things, description: Things.}]
paths:
  /things:
    post:
      operationId: createThing
      summary: Create a thing
      description: Creates a thing.
      tags: [Things]
      requestBody:
        content:
          application/json:
            schema:
              $ref: schemas/things.yaml#/Thing
            example: {}
      responses:
        '200':
          description: The thing.
"""
THING = """\
Thing:
  description: A thing.
  type: object
  properties:
    part:
      description: A part.
      $ref: '#/Part'
Part:
  description: A part.
  oneOf:
    - $ref: '#/Bolt'
    - $ref: '#/Nut'
  discriminator:
    propertyName: type
    mapping:
      bolt: '#/Bolt'
      nut: '#/Nut'
Bolt:
  description: A bolt.
  type: object
  required: [type]
  properties:
    type:
      description: Always `bolt`.
      const: bolt
    size:
      description: The size.
      type: array
      items:
        $ref: '#/Size'
Nut:
  description: A nut.
  type: object
  required: [type]
  properties:
    type:
      description: Always `nut`.
      const: nut
    code:
      description: The code.
      type: string
      pattern: '^[a-z]+$'
Size:
  description: A size.
  type: string
  enum: [large, 'off', small]
"""
UNION_TAG = """\
  discriminator:
    propertyName: type
    mapping:
      bolt: '#/Bolt'
      nut: '#/Nut'
"""
UNION = """\
    - $ref: '#/Bolt'
    - $ref: '#/Nut'
  discriminator:
    propertyName: type
    mapping:
      bolt: '#/Bolt'
      nut: '#/Nut'
"""
UNION_TURNED = """\
    - $ref: '#/Nut'
    - $ref: '#/Bolt'
  discriminator:
    propertyName: type
    mapping:
      nut: '#/Nut'
      bolt: '#/Bolt'
"""
BREAKS = [
    ("described", "    size:\n      description: The size.\n", "    size:\n", "size:"),
    (
        "described",
        "  description: A nut.\n  type: object\n",
        "  type: object\n  description: A nut.\n",
        "description: A nut.",
    ),
    ("typed", "      type: string\n      pattern: '^[a-z]+$'\n", "", "code:"),
    ("sorted-enum", "[large, 'off', small]", "['off', large, small]", "enum: ['off', large, small]"),
    ("used", "Size:\n", "Spare:\n  description: Spare.\n  type: string\nSize:\n", "Spare:"),
    ("union", UNION_TAG, "", "Part:"),
    ("union", "      bolt: '#/Bolt'\n", "", "discriminator:"),
    ("union", UNION, UNION_TURNED, "oneOf:"),
    ("union", "      const: nut\n", "      type: string\n", "Nut:"),
    ("pattern", "'^[a-z]+$'", "'/^[a-z]+$/'", "pattern: '/^[a-z]+$/'"),
    ("pattern", "'^[a-z]+$'", "'[a-z'", "pattern: '[a-z'"),
    (
        "list-values",
        "      type: array\n",
        "      anyOf: [{type: string}]\n      type: array\n",
        "anyOf: [{type: string}]",
    ),
    ("yaml-1.1", "'off'", "off", "enum: [large, off, small]"),
    ("operation", "operationId: createThing", "operationId: addThing", "post:"),
    ("operation", "tags: [Things]", "tags: [Others]", "post:"),
    ("operation", "      description: Creates a thing.\n", "", "post:"),
    ("example", "            example: {}\n", "", "application/json:"),
]


def written(folder: Path, root: str, things: str) -> Path:
    (folder / "schemas").mkdir()
    (folder / "openapi.yaml").write_text(root, encoding="utf-8")
    (folder / "schemas" / "things.yaml").write_text(things, encoding="utf-8")
    return folder / "openapi.yaml"


def test_a_document_may_keep_all_conventions(tmp_path: Path) -> None:
    assert [str(finding) for finding in lint(open_sources(written(tmp_path, ROOT, THING)))] == []


@pytest.mark.parametrize(("code", "text", "change", "line"), BREAKS)
def test_a_broken_convention_is_told_with_its_place(
    tmp_path: Path, code: str, text: str, change: str, line: str
) -> None:
    assert (ROOT + THING).count(text) == 1
    sources = open_sources(written(tmp_path, ROOT.replace(text, change), THING.replace(text, change)))
    found = [finding for finding in RULES[code](sources) if finding.code == code]
    assert len(found) == 1
    position = found[0].position
    assert position is not None
    assert Path(position.file).read_text(encoding="utf-8").splitlines()[position.line - 1].strip() == line


def test_every_rule_is_seen_to_fail() -> None:
    assert {code for code, *_ in BREAKS} == set(RULES)
