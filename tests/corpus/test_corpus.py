"""The corpus checks tell what is whole from what is not, and do nothing twice."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from corpus.dialect import Bundle, lookup
from corpus.documents import Document, documents
from corpus.reading import read
from corpus.results import Results
from corpus.table import ledger, unexpected
from corpus.type_check import type_check

TESTS = Path(__file__).parents[1]
GOOD: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Good", "version": "1"},
    "paths": {"/a": {"get": {"responses": {"200": {"description": "ok"}}}}},
}


def run(folder: Path, cache: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "corpus", "--folder", str(folder), "--cache", str(cache), "--checks", "1,2", *more]
    paths = os.pathsep.join(part for part in (str(TESTS), os.environ.get("PYTHONPATH", "")) if part)
    environment = {**os.environ, "PYTHONPATH": paths}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def test_whole_and_broken_documents_are_told_apart(tmp_path: Path) -> None:
    folder, cache = tmp_path / "documents", tmp_path / "cache"
    folder.mkdir()
    (folder / "good.json").write_text(json.dumps(GOOD), encoding="utf-8")
    (folder / "broken.json").write_text('{"openapi": "3.1.0", "paths": 1', encoding="utf-8")
    done = run(folder, cache)
    assert "check 1: 1 of 2 documents whole" in done.stdout, done.stderr
    assert "check 2: 1 of 1 documents whole" in done.stdout
    assert (done.returncode, "broken, check 1: is not whole and not in the ledger" in done.stderr) == (1, True)
    ledger_file = tmp_path / "ledger.md"
    ledger_file.write_text("- `broken` (check 1): its list of paths is cut off\n", encoding="utf-8")
    assert run(folder, cache, "--table", "--ledger", str(ledger_file)).returncode == 0
    before = {path: path.stat().st_mtime_ns for path in (cache / "results").iterdir()}
    (folder / "broken.json").unlink()
    assert run(folder, cache).returncode == 0
    assert before == {path: path.stat().st_mtime_ns for path in (cache / "results").iterdir()}


def test_gaps_that_have_closed_leave_the_ledger(tmp_path: Path) -> None:
    path = tmp_path / "KNOWN.md"
    path.write_text("# Known\n\n- `good` (check 1): because\n", encoding="utf-8")
    document, results = Document(Path("good.json")), Results(tmp_path / "results")
    results.write(document, "1", "state", ["fault"], {})
    assert unexpected(results.all([document]), ["1"], ledger(path)) == []
    results.write(document, "1", "state", [], {})
    assert unexpected(results.all([document]), ["1"], ledger(path)) == [
        "good, check 1: is listed in the ledger and whole"
    ]


def test_operations_are_counted_by_a_reading_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text(
        "paths: {/a: {get: {}, parameters: [], x-b: {}}, /b: {$ref: '#/components/pathItems/b'}}\n"
        "components: {pathItems: {b: {post: {}, additionalOperations: {LINK: {}}}}}\n",
        encoding="utf-8",
    )
    assert Document(path).operations == {("GET", "/a"), ("POST", "/b"), ("LINK", "/b")}


@pytest.mark.parametrize(("source", "found"), [("a: int = 1\n", 0), ("a: int = 'x'\n", 1)])
def test_type_errors_are_found(tmp_path: Path, source: str, found: int) -> None:
    document = Document(Path("one.json"))
    (tmp_path / document.package).mkdir()
    (tmp_path / document.package / "__init__.py").write_text(source, encoding="utf-8")
    assert len(type_check({document: tmp_path})[document]) == found


def test_the_runtime_is_checked_once(tmp_path: Path) -> None:
    seen: set[str] = set()
    found: list[int] = []
    for name in ("one", "two"):
        document = Document(Path(f"{name}.json"))
        core = tmp_path / document.package / "_core"
        core.mkdir(parents=True)
        (core.parent / "__init__.py").write_text("from ._core import a as a\n", encoding="utf-8")
        (core / "__init__.py").write_text("a: int = 'x'\n", encoding="utf-8")
        found.append(len(type_check({document: tmp_path}, seen)[document]))
    assert found == [1, 0]


def test_documents_below_a_folder_are_found_where_they_stand(tmp_path: Path) -> None:
    for place, text in {
        "a/api.yaml": "openapi: 3.1.0\n",
        "a/part.yaml": "type: object\n",
        "b/api.json": '{"info": {}, "swagger": "2.0"}',
        "b/api.yaml": "info: {}\nswagger: '2.0'\n",
        "b/node_modules/api.yaml": "openapi: 3.1.0\n",
        f"{'c' * 90}.json": '{"openapi": "3.0.0", "paths": ',
    }.items():
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(text, encoding="utf-8")
    found = documents(tmp_path)
    assert [one.name for one in found[:3]] == ["a~api", "b~api.json", "b~api.yaml"]
    assert (len(found), len(found[3].name), found[3].path.is_file()) == (4, 72, True)


def test_yaml_is_read_by_its_core_schema(tmp_path: Path) -> None:
    path = tmp_path / "some.yaml"
    path.write_text("{200: 2024-01-02, a: yes, b: 010, c: 0o10, d: 1e3, e: ~, f: true, g: 12:30}", encoding="utf-8")
    assert read(path) == {
        "200": "2024-01-02",
        "a": "yes",
        "b": 10,
        "c": 8,
        "d": 1000,
        "e": None,
        "f": True,
        "g": "12:30",
    }


def test_references_into_other_files_and_to_anchors_are_followed(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    path = tmp_path / "api.yaml"
    path.write_text(
        "paths: {/a: {$ref: 'parts/a.yaml'}}\n"
        "x: {$ref: 'parts/s.yaml#/B'}\n"
        "y: {$ref: '#named'}\n"
        "z: {$anchor: named}\n"
        "far: {$ref: 'https://far.example/x.yaml'}\n",
        encoding="utf-8",
    )
    (tmp_path / "parts" / "a.yaml").write_text("get: {x: {$ref: 's.yaml#/A'}}\n", encoding="utf-8")
    (tmp_path / "parts" / "s.yaml").write_text("A: {$ref: '#/B'}\nB: {$ref: '../api.yaml#/z'}\n", encoding="utf-8")
    document = Document(path)
    assert document.operations == {("GET", "/a")}
    node = lookup(document.tree, document.tree["paths"]["/a"]["$ref"])["get"]["x"]
    while "$ref" in node:
        node = lookup(document.tree, node["$ref"])
    assert node == {"$anchor": "named"}
    assert lookup(document.tree, document.tree["y"]["$ref"]) == {"$anchor": "named"}
    assert document.tree["far"] == {"$ref": "https://far.example/x.yaml"}


def test_a_tag_of_the_mapping_of_a_base_means_what_is_mapped() -> None:
    reference = {"$ref": "#/components/schemas/Pet"}
    cat = {
        "allOf": [reference, {"type": "object", "required": ["lives"], "properties": {"lives": {"type": "integer"}}}]
    }
    pet = {
        "type": "object",
        "properties": {"kind": {"type": "string"}},
        "discriminator": {"propertyName": "kind", "mapping": {"cat": "#/components/schemas/Cat"}},
    }
    bundle = Bundle({"openapi": "3.0.3", "components": {"schemas": {"Pet": pet, "Cat": cat}}}, "response")
    judge = jsonschema_rs.validator_for({"allOf": [bundle.schema(reference)], "$defs": bundle.defs})
    valid = [{"kind": "cat", "lives": 9}, {"kind": "dog"}, {}, {"kind": "cat"}, {"kind": "cat", "lives": "many"}]
    assert [judge.is_valid(value) for value in valid] == [True, True, True, False, False]
