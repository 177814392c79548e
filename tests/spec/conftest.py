"""What the tests of the specification share: the bundle, and validators over it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from clientsmith.source import read

if TYPE_CHECKING:
    from collections.abc import Callable

    Properties = Callable[[str], dict[str, dict[str, Any]]]
    Validator = Callable[[str], jsonschema_rs.Draft202012Validator]

SPEC = Path(__file__).parents[2] / "spec"


@pytest.fixture(scope="session")
def bundle() -> dict[str, Any]:
    """The specification as one document."""
    return read(SPEC / "openapi.yaml").tree


@pytest.fixture(scope="session")
def validator(bundle: dict[str, Any]) -> Validator:
    """A function from the name of a schema to its validator."""

    def make(name: str) -> jsonschema_rs.Draft202012Validator:
        schema = {"$ref": f"#/components/schemas/{name}", "components": bundle["components"]}
        return jsonschema_rs.Draft202012Validator(schema)

    return make


@pytest.fixture(scope="session")
def properties(bundle: dict[str, Any]) -> Properties:
    """A function from the name of a schema to its properties, those of its bases included."""

    def collect(name: str) -> dict[str, dict[str, Any]]:
        schema = bundle["components"]["schemas"][name]
        found: dict[str, dict[str, Any]] = {}
        for base in schema.get("allOf", []):
            found |= collect(base["$ref"].rpartition("/")[2])
        return found | schema.get("properties", {})

    return collect
