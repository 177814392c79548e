"""What is shipped works away from the checkout, in an environment that holds its declared dependencies and no more."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from support.environments import Environment, install_wheel, make_environment, requirements_of

ROOT = Path(__file__).parents[2]

SPEC = """\
openapi: 3.1.0
info: {title: Tiny, version: "1"}
servers: [{url: "http://127.0.0.1:9"}]
paths:
  /things/{id}:
    get:
      operationId: getThing
      tags: [things]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200": {description: Found., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
components: {schemas: {Thing: {type: object, required: [id], properties: {id: {type: string}}}}}
"""


def build(source: Path, target: str, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", str(folder)]
    done = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.iterdir()
    return built


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    with zipfile.ZipFile(wheel) as archive:
        (metadata,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        requirements = requirements_of(archive.read(metadata).decode())
    environment = make_environment(tmp_path_factory.mktemp("installed") / "venv", requirements)
    install_wheel(environment, wheel)
    return environment


@pytest.fixture(scope="module")
def generated(installed: Environment, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is no checkout, with a spec and what the installed command makes of it."""
    folder = tmp_path_factory.mktemp("elsewhere")
    (folder / "tiny.yaml").write_text(SPEC, encoding="utf-8")
    names = ["--output", "out", "--package", "tiny_api", "--client-name", "Tiny"]
    done = installed.run(installed.scripts / "clientsmith", "generate", "tiny.yaml", *names, cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "out"


def test_the_wheel_holds_the_package_and_the_templates_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        shipped = {name for name in archive.namelist() if ".dist-info/" not in name}
    package = {f"clientsmith/{name}" for name in files(ROOT / "generator" / "clientsmith")}
    templates = {f"clientsmith/_templates/{name}" for name in files(ROOT / "templates")}
    assert templates
    assert shipped == package | templates


def test_a_wheel_from_the_source_distribution_is_the_same(wheel: Path, tmp_path: Path) -> None:
    archive = build(ROOT, "sdist", tmp_path / "sdist")
    with tarfile.open(archive) as content:
        content.extractall(tmp_path / "unpacked", filter="data")
    (source,) = (tmp_path / "unpacked").iterdir()
    again = build(source, "wheel", tmp_path / "again")
    assert again.name == wheel.name
    assert again.read_bytes() == wheel.read_bytes()


def test_the_installed_package_is_not_the_checkout(installed: Environment, tmp_path: Path) -> None:
    script = "import clientsmith, sys; print(clientsmith.__file__); print(*sys.path, sep='\\n')"
    done = installed.run(installed.python, "-c", script, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(installed.folder))
    assert str(ROOT) not in done.stdout


def test_the_environment_has_no_development_tools(installed: Environment, tmp_path: Path) -> None:
    done = installed.run(installed.python, "-c", "import pytest", cwd=tmp_path)
    assert "No module named 'pytest'" in done.stderr


def test_the_installed_command_generates_in_any_folder(generated: Path) -> None:
    assert (generated / "clientsmith-manifest.json").is_file()
    assert (generated / "tiny_api" / "py.typed").is_file()
    assert (generated / "docs").is_dir()


def test_the_installed_command_finds_its_own_output_up_to_date(installed: Environment, generated: Path) -> None:
    names = ["--output", "out", "--package", "tiny_api", "--client-name", "Tiny"]
    command = installed.scripts / "clientsmith"
    done = installed.run(command, "check", "tiny.yaml", *names, cwd=generated.parent)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_generated_package_needs_httpx_and_pydantic_alone(generated: Path, tmp_path: Path) -> None:
    environment = make_environment(tmp_path / "venv", ["httpx", "pydantic"])
    script = """
from tiny_api import AsyncTiny, Tiny, models

with Tiny() as client:
    assert callable(client.things.get)
assert models.Thing(id="a").model_dump() == {"id": "a"}
assert AsyncTiny.__module__.startswith("tiny_api")
print("done")
"""
    done = environment.run(environment.python, "-c", script, cwd=generated)
    assert (done.returncode, done.stdout) == (0, "done\n"), done.stderr


def files(folder: Path) -> set[str]:
    paths = {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}
    # Caches of tools are no part of the source, wherever they were left.
    return {
        path.as_posix() for path in paths if not any(part == "__pycache__" or part[0] == "." for part in path.parts)
    }
