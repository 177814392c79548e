"""What was typed more loosely than the document says is told: with its place, counted, as text and as JSON."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from clientsmith import SpecError
from support.generation import document, generate_package, write_spec

SPEC = document(
    """
    servers: [{url: "http://127.0.0.1:9"}]
    paths:
      /a:
        get:
          responses:
            "200":
              description: ok
              content:
                application/json:
                  schema:
                    type: object
                    properties:
                      code: {type: string, pattern: "^(?<!x)y$"}
                      other: {not: {type: integer}}
                      fine: {type: string, pattern: "^[a-z]+$"}
    """
)


def generate(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    spec = write_spec(SPEC, folder)
    command = [sys.executable, "-m", "clientsmith", "generate", spec.name, "--output", "out", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_loose_types_are_told_with_their_place(tmp_path: Path) -> None:
    told = generate_package(SPEC, tmp_path).summary.diagnostics
    assert [(one.code, one.position.pointer.rsplit("/", 2)[1:], one.position.line) for one in told if one.position] == [
        ("pattern-not-checked", ["code", "pattern"], 16),
        ("keyword-not-typed", ["other", "not"], 17),
    ]


def test_a_report_lists_them_as_json(tmp_path: Path) -> None:
    done = generate(tmp_path, "--report", "report.json")
    assert done.returncode == 0, done.stderr
    assert "2 warnings (all in report.json): 1 keyword-not-typed, 1 pattern-not-checked" in done.stderr
    entries: list[dict[str, Any]] = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [(entry["code"], entry["file"], entry["line"]) for entry in entries] == [
        ("pattern-not-checked", "openapi.yaml", 16),
        ("keyword-not-typed", "openapi.yaml", 17),
    ]


def test_a_run_ends_with_what_was_typed_loosely(tmp_path: Path) -> None:
    done = generate(tmp_path)
    *_, warnings, loose, summary = done.stderr.splitlines()
    assert warnings == "2 warnings (all told here): 1 keyword-not-typed, 1 pattern-not-checked"
    assert loose == "typed loosely: 2 places (1 keyword-not-typed, 1 pattern-not-checked)"
    assert " 1 operation, " in summary
    dangling = tmp_path / "dangling"
    dangling.mkdir()
    text = SPEC.replace("{not: {type: integer}}", "{$ref: '#/gone'}")
    (dangling / "openapi.yaml").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "clientsmith", "generate", "openapi.yaml", "--report", "report.json"]
    done = subprocess.run(command, cwd=dangling, capture_output=True, text=True, check=False)
    assert "typed loosely: 2 places (1 pattern-not-checked, 1 ref-not-found)" in done.stderr
    entries = json.loads((dangling / "report.json").read_text(encoding="utf-8"))
    assert {entry["code"]: entry["loose"] for entry in entries} == {
        "pattern-not-checked": True,
        "ref-not-found": True,
    }


def test_a_run_without_findings_says_nothing_of_them(tmp_path: Path) -> None:
    spec = write_spec(SPEC.replace("^(?<!x)y$", "^y$").replace("not: {type: integer}", "type: integer"), tmp_path)
    command = [sys.executable, "-m", "clientsmith", "generate", spec.name]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert len(done.stderr.splitlines()) == 1


def test_a_report_lists_them_as_text(tmp_path: Path) -> None:
    generate(tmp_path, "--report", "report.txt")
    lines = (tmp_path / "report.txt").read_text(encoding="utf-8").splitlines()
    assert [line.split(":")[:2] for line in lines] == [["openapi.yaml", "16"], ["openapi.yaml", "17"]]
    assert "warning[keyword-not-typed]" in lines[1]


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    done = generate(tmp_path, "--report", "nowhere/report.txt")
    assert (done.returncode, done.stderr.count("Traceback")) == (2, 0)
    assert "cannot be written to nowhere/report.txt" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("report", ["report.json", "report.txt"])
def test_a_report_tells_of_text_that_is_none(report: str, tmp_path: Path) -> None:
    spec = write_spec({"openapi": "3.1.0", "info": {}, "paths": {"/a": {"get": {}}, "/{\ud800}": {}}}, tmp_path)
    command = [sys.executable, "-m", "clientsmith", "generate", spec.name, "--output", "out", "--report", report]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr
    assert "not-text" in (tmp_path / report).read_text(encoding="utf-8")


def test_a_report_is_written_of_a_run_that_is_refused(tmp_path: Path) -> None:
    done = generate(tmp_path, "--strict", "--report", "report.json")
    assert (done.returncode, (tmp_path / "out").exists()) == (2, False)
    assert "2 errors; nothing was generated." in done.stderr
    entries: list[dict[str, Any]] = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert [(entry["code"], entry["severity"], entry["line"]) for entry in entries] == [
        ("pattern-not-checked", "error", 16),
        ("keyword-not-typed", "error", 17),
    ]


def test_strictness_refuses_loose_types(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="pattern-not-checked"):
        generate_package(SPEC, tmp_path, strict=True)
    assert not (tmp_path / "out").exists()
