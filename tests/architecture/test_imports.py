"""The parts of the package use one another in one direction, and files stay small enough to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from architecture.rules import LIBRARIES, MODULE_LINES, PARTS, TEMPLATE_LINES, import_violations, size_violations

ROOT = Path(__file__).parents[2]
SOURCES = ROOT / "generator" / "clientsmith"
TEMPLATES = ROOT / "templates"


def listing(violations: list[str]) -> str:
    return "\n" + "\n".join(violations)


def test_imports_point_one_way() -> None:
    violations = import_violations(SOURCES)
    assert not violations, listing(violations)


def test_modules_are_small() -> None:
    assert list(SOURCES.rglob("*.py"))
    violations = size_violations(SOURCES, "*.py", MODULE_LINES)
    assert not violations, listing(violations)


def test_templates_are_small() -> None:
    assert list(TEMPLATES.rglob("*"))
    violations = size_violations(TEMPLATES, "*", TEMPLATE_LINES)
    assert not violations, listing(violations)


def test_the_table_has_no_circle() -> None:
    done: set[str] = set()
    while ready := {part for part, allowed in PARTS.items() if part not in done and allowed <= done}:
        done |= ready
    assert done == set(PARTS), f"These parts import one another in a circle: {sorted(set(PARTS) - done)}"


def test_emit_and_the_front_half_never_meet() -> None:
    """Whatever else changes in the table, this stays."""
    front = {"source", "schemas", "lower"}
    assert not PARTS["emit"] & front
    assert not any("emit" in PARTS[part] for part in front)
    assert PARTS["runtime"] == set()
    assert {library for library, places in LIBRARIES.items() if "runtime" in places} == {"pydantic", "pydantic_core"}
    assert LIBRARIES["httpx"] == {"runtime/http_library.py", "source"}


@pytest.mark.parametrize(
    ("file", "source", "told"),
    [
        ("emit/python.py", "from clientsmith.source.loader import load", "`emit` imports `source`"),
        ("emit/python.py", "from clientsmith import schemas", "`emit` imports `schemas`"),
        ("emit/python.py", "from ..lower import api", "`emit` imports `lower`"),
        ("emit/deep/python.py", "from ... import lower", "`emit` imports `lower`"),
        ("lower/api.py", "def late():\n    import clientsmith.emit.write", "`lower` imports `emit`"),
        ("source/loader.py", "import clientsmith.ir", "`source` imports `ir`"),
        ("source/loader.py", "from clientsmith.pipeline import run", "`source` imports `pipeline`"),
        ("naming.py", "from clientsmith.positions import Position", "may import nothing of ours"),
        ("config.py", "from clientsmith import __version__", "`config` imports `__version__`"),
        ("lower/models.py", "import datamodel_code_generator", "only schemas/engine.py may import"),
        ("schemas/catalog.py", "from datamodel_code_generator.model import base", "only schemas/engine.py may import"),
        ("lower/api.py", "import jinja2", "only emit may import `jinja2`"),
        ("runtime/transport.py", "import yaml", "only source may import `yaml`"),
        ("runtime/transport.py", "import httpx", "only runtime/http_library.py, source may import `httpx`"),
        ("runtime/transport.py", "from clientsmith.runtime.errors import APIError", "write this import relatively"),
        ("runtime/transport.py", "from ..naming import words", "`runtime` imports `naming`"),
        ("runtime/transport.py", "from ...secrets import token", "leads out of clientsmith"),
        ("source/remote.py", "import requests", "`requests` is new"),
        ("helpers.py", "import json", "the part `helpers` is new"),
    ],
)
def test_a_wrong_import_is_told(tmp_path: Path, file: str, source: str, told: str) -> None:
    write(tmp_path, file, source)
    violations = import_violations(tmp_path)
    assert len(violations) == 1, violations
    assert violations[0].startswith(f"{file}:")
    assert told in violations[0]


@pytest.mark.parametrize(
    ("file", "source"),
    [
        (
            "lower/api.py",
            "from clientsmith.ir import Api\nfrom clientsmith.schemas.places import places\nfrom . import models",
        ),
        ("schemas/engine.py", "from datamodel_code_generator import generate"),
        ("emit/python.py", "import jinja2\nfrom clientsmith.ir import Api"),
        (
            "runtime/transport.py",
            "import ssl\nfrom . import errors\nfrom .http_library import httpx\nfrom .models import Model",
        ),
        ("cli.py", "import typer\nfrom clientsmith.pipeline import run\nfrom clientsmith import config"),
    ],
)
def test_a_right_import_is_not_told(tmp_path: Path, file: str, source: str) -> None:
    write(tmp_path, file, source)
    assert import_violations(tmp_path) == []


def test_a_long_file_is_told(tmp_path: Path) -> None:
    write(tmp_path, "emit/long.py", "\n" * (MODULE_LINES + 1))
    write(tmp_path, "emit/full.py", "\n" * MODULE_LINES)
    (violation,) = size_violations(tmp_path, "*.py", MODULE_LINES)
    assert violation.startswith(f"emit/long.py has {MODULE_LINES + 1} lines, {MODULE_LINES} at most")


def write(root: Path, file: str, source: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(source, encoding="utf-8")
