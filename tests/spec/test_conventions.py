"""The specification keeps the conventions that its README states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

SPEC = Path(__file__).parents[2] / "spec"
FILES = sorted(SPEC.rglob("*.yaml"))
TYPED = {"$ref", "type", "anyOf", "oneOf"}


def schemas(bundle: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    yield from bundle["components"]["schemas"].items()


def test_every_schema_and_property_is_described_and_typed(bundle: dict[str, Any]) -> None:
    faults: list[str] = []
    for name, schema in schemas(bundle):
        if not schema.get("description"):
            faults.append(f"{name} has no description")
        for key, node in schema.get("properties", {}).items():
            if not node.get("description"):
                faults.append(f"{name}.{key} has no description")
            if not TYPED & set(node):
                faults.append(f"{name}.{key} has no type")
    assert faults == []


def test_every_union_of_objects_says_which_is_which(bundle: dict[str, Any], properties) -> None:
    unions = [(name, schema) for name, schema in schemas(bundle) if "oneOf" in schema and name != "TransferMessage"]
    assert len(unions) > 20
    for name, union in unions:
        tag = union["discriminator"]["propertyName"]
        mapping = union["discriminator"]["mapping"]
        assert list(mapping.values()) == [member["$ref"] for member in union["oneOf"]], name
        for value, reference in mapping.items():
            member = reference.rpartition("/")[2]
            assert properties(member)[tag].get("const") == value, member


def test_the_telling_property_of_a_union_member_is_required(bundle: dict[str, Any], validator) -> None:
    for name, union in schemas(bundle):
        if "discriminator" not in union:
            continue
        tag = union["discriminator"]["propertyName"]
        for reference in union["discriminator"]["mapping"].values():
            member = reference.rpartition("/")[2]
            messages = [error.message for error in validator(member).iter_errors({})]
            assert f'"{tag}" is a required property' in messages, f"{member} of {name}"


def test_defaults_and_examples_of_the_schemas_are_valid(bundle: dict[str, Any], validator) -> None:
    for name, schema in schemas(bundle):
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
        assert validator("Error").is_valid(response["content"]["application/json"]["example"]), name


def test_lines_are_short_and_files_end_with_one_newline() -> None:
    for file in FILES:
        text = file.read_text(encoding="utf-8")
        assert max(map(len, text.splitlines())) <= 100, file
        assert text.endswith("\n"), file
        assert not text.endswith("\n\n"), file
        assert "\t" not in text, file
