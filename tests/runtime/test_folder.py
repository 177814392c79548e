"""The folder as a whole: it travels into generated packages, so it stands alone."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import clientsmith.runtime

FOLDER = Path(clientsmith.runtime.__file__).parent
ALLOWED = {"httpx", "pydantic", "pydantic_core"}


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.py")), ids=lambda path: path.name)
def test_a_module_imports_only_what_a_generated_package_has(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            modules = {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level <= 1, f"line {node.lineno} imports from outside of the folder"
            modules = set() if node.level else {(node.module or "").partition(".")[0]}
        else:
            continue
        assert modules <= ALLOWED | sys.stdlib_module_names, f"line {node.lineno}"


def test_it_works_under_another_name_and_loads_nothing_that_it_does_not_need(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "package" / "_core", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "package" / "__init__.py").write_text("")
    code = """
import sys, httpx, pydantic
before = set(sys.modules)
import package._core as core
new = {name.partition(".")[0] for name in set(sys.modules) - before}
print(sorted(new & {"asyncio", "clientsmith", "difflib", "inspect", "email"}))
print("package._core.leniency" in sys.modules, all(hasattr(core, name) for name in core.__all__))
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.split("\n")[:2] == ["[]", "False True"]


def test_warnings_point_at_the_line_that_called_the_generated_package(tmp_path):
    shutil.copytree(FOLDER, tmp_path / "package" / "_core", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "package" / "__init__.py").write_text("")
    sample = (Path(__file__).parent / "sample.py").read_text("utf-8").replace("clientsmith.runtime", "package._core")
    (tmp_path / "package" / "client.py").write_text(sample, "utf-8")
    (tmp_path / "program.py").write_text(
        """
import asyncio, warnings, httpx
from package.client import AsyncSample, Sample
answer = lambda request: httpx.Response(200, json={"id": 5, "createdAt": "2024-01-01T00:00:00Z"})
warnings.simplefilter("always")
with warnings.catch_warnings(record=True) as caught:
    Sample("t", http_client=httpx.Client(transport=httpx.MockTransport(answer))).assistants.get("1")  # line 7
    async def main():
        http = httpx.AsyncClient(transport=httpx.MockTransport(answer))
        await AsyncSample("t", http_client=http).assistants.get("1")  # line 10
    asyncio.run(main())
print([(warning.filename.rpartition("/")[2], warning.lineno) for warning in caught])
"""
    )
    run = subprocess.run([sys.executable, "program.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[('program.py', 7), ('program.py', 10)]"
