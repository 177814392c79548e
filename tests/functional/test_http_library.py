"""Packages that send their requests with httpx2 instead of httpx."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest

from clientsmith.config import ConfigError, load_config
from support.driving import Driver, respond
from support.environments import make_environment
from support.generation import Generated, document, generate_package

RUNTIME = Path(__file__).parents[2] / "generator" / "clientsmith" / "runtime"
SPEC = document("""
    servers: [{url: "https://shop.example"}]
    paths:
      /things/{id}:
        get:
          operationId: getThing
          tags: [things]
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses:
            "200": {description: It., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
    components:
      schemas:
        Thing: {type: object, required: [id], properties: {id: {type: string}}}
""")


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Generated:
    return generate_package(SPEC, tmp_path_factory.mktemp("shop"), http_library="httpx2")


def test_it_runs_where_there_is_no_httpx(shop: Generated, tmp_path: Path) -> None:
    environment = make_environment(tmp_path / "venv", ["httpx2", "pydantic"])
    with Driver(shop, python=environment.python) as drive:
        assert drive.fails("__import__('httpx')")["type"] == "ModuleNotFoundError"
        outcome = drive("client.things.get('1')", respond({"id": "1"}), then="result.id")
        assert outcome.value == "1"
        told = drive.fails("package.Shop(http_client=object())")
        assert told["message"] == "http_client must be an httpx2.Client here, not object."


def test_it_names_the_library_where_users_read(shop: Generated) -> None:
    assert "timeout: float | httpx2.Timeout | None" in shop.source("client")
    assert "http_client: httpx2.AsyncClient | None" in shop.source("client")
    assert 'dependencies = ["httpx2>=' in (shop.folder / "pyproject.toml").read_text("utf-8")
    index = (shop.folder / "docs" / "index.md").read_text("utf-8")
    assert "[httpx2](https://github.com/pydantic/httpx2)" in index
    assert "an httpx2 client of yours" in index


def test_one_module_differs_and_is_a_copy_too(shop: Generated) -> None:
    def digest(path: Path) -> str:
        return hashlib.sha256(path.read_bytes()).hexdigest()

    different = {
        path.name for path in (shop.path / "_core").glob("*.py") if digest(path) != digest(RUNTIME / path.name)
    }
    assert different == {"http_library.py"}
    variant = RUNTIME / "variants" / "http_library_httpx2.py"
    assert digest(shop.path / "_core" / "http_library.py") == digest(variant)


def test_mypy_has_nothing_to_say(shop: Generated, tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "import httpx2\nfrom shop import Shop\n\n"
        "with httpx2.Client() as http, Shop(http_client=http, timeout=httpx2.Timeout(5)) as client:\n"
        "    name: str = client.things.get('1').id\n"
        "    client.with_options(timeout=httpx2.Timeout(3))\n",
        encoding="utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-incremental", "--config-file=", str(program), str(shop.path)],
        cwd=shop.folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_another_library_is_refused() -> None:
    with pytest.raises(ConfigError, match=r"command line: http_library: Input should be 'httpx' or 'httpx2'"):
        load_config("openapi.yaml", http_library="requests")
