"""What mypy and pyright, both at their strictest, say of generated packages and of calls to them."""

from __future__ import annotations

import json
import re
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from support.generation import generate_package

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FEATURES = ("auth", "bodies", "names", "package", "parameters", "responses", "schemas", "uploads")
FOR_PYRIGHT = (*FEATURES, "hostile_names")
"""mypy alone takes the name of a method, such as `models`, for what annotations of its class mean by it."""


def feature(name: str) -> Any:
    """Return the document of another test module of this folder."""
    return runpy.run_path(str(HERE / f"test_{name}.py"))["SPEC"]


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the committed package, those of several feature documents, and the files of calls."""
    folder = tmp_path_factory.mktemp("workspace")
    for name in FOR_PYRIGHT:
        generated = generate_package(feature(name), folder / "documents" / name, package=f"shop_{name}")
        (folder / generated.package).symlink_to(generated.path)
    (folder / "vapi_assistants").symlink_to(ROOT / "generated" / "vapi_assistants")
    for file in (HERE / "typed").glob("*.py"):
        (folder / file.name).write_bytes(file.read_bytes())
    checked = ["right_calls.py", "wrong_calls.py", "vapi_assistants", *(f"shop_{name}" for name in FOR_PYRIGHT)]
    settings = {
        "typeCheckingMode": "strict",
        "include": checked,
        "pythonVersion": "3.11",
        "reportMissingModuleSource": False,
    }
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def marked(file: Path) -> set[int]:
    """Return the numbers of the lines that are marked as wrong."""
    return {number for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if "# wrong" in line}


def complaints(found: list[tuple[str, int, str]]) -> tuple[dict[int, str], list[str]]:
    """Split what a checker found into that of the file of wrong calls, by line, and the rest."""
    wrong = {line: message for file, line, message in found if file == "wrong_calls.py"}
    return wrong, [f"{file}:{line}: {message}" for file, line, message in found if file != "wrong_calls.py"]


def assert_exact(found: list[tuple[str, int, str]]) -> None:
    wrong, rest = complaints(found)
    assert rest == []
    expected = marked(HERE / "typed" / "wrong_calls.py")
    assert {line: message for line, message in wrong.items() if line not in expected} == {}, "refused, but right"
    assert expected - wrong.keys() == set(), "accepted, but wrong"


def test_pyright(workspace: Path) -> None:
    command = [sys.executable, "-m", "basedpyright", "--outputjson", "--pythonpath", sys.executable]
    done = subprocess.run(command, cwd=workspace, capture_output=True, text=True, check=False, timeout=300)
    found = [
        (Path(one["file"]).name, one["range"]["start"]["line"] + 1, one["message"])
        for one in json.loads(done.stdout)["generalDiagnostics"]
        if one["severity"] == "error"
    ]
    assert_exact(found)


def test_mypy(workspace: Path) -> None:
    targets = ["right_calls.py", "wrong_calls.py", "vapi_assistants", *(f"shop_{name}" for name in FEATURES)]
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "--no-incremental", *targets]
    done = subprocess.run(command, cwd=workspace, capture_output=True, text=True, check=False, timeout=300)
    pattern = re.compile(r"^(.*?):(\d+): error: (.*)$", re.MULTILINE)
    found = [(Path(file).name, int(line), message) for file, line, message in pattern.findall(done.stdout)]
    assert found, done.stdout + done.stderr
    assert_exact(found)
