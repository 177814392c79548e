"""The generated package as a whole: the twin clients, what it depends on, and that its bytes depend on nothing else."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.driving import Driver, respond
from support.environments import make_environment
from support.generation import Generated, clean_environment, document, generate_package, run, write_spec

RUNTIME = Path(__file__).parents[2] / "generator" / "clientsmith" / "runtime"
SPEC = document("""
    servers: [{url: "https://shop.example"}]
    tags: [{name: things, description: Things to sell.}]
    paths:
      /things:
        get:
          operationId: listThings
          summary: List things
          tags: [things]
          parameters:
            - name: limit
              in: query
              description: How many.
              schema: {type: integer, minimum: 1, maximum: 50, default: 10}
            - {name: createdAtLt, in: query, schema: {type: string, format: date-time}}
          x-clientsmith-pagination: {kind: time-window, field: createdAt, before: createdAtLt, limit: limit, key: id}
          responses:
            "200":
              description: The things.
              content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Thing"}}}}
            "429": {description: Too many calls.}
        post:
          operationId: createThing
          tags: [things]
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: "#/components/schemas/NewThing"}, example: {name: Lamp}}}
          responses:
            "201": {description: Made., content: {application/json: {schema: {$ref: "#/components/schemas/Thing"}}}}
      /parts/{id}:
        delete:
          operationId: deletePart
          tags: [parts]
          deprecated: true
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          responses: {"204": {description: Gone.}}
    components:
      schemas:
        NewThing:
          type: object
          required: [name]
          properties: {name: {type: string}, ratio: {type: number}, kind: {enum: [b, a, c]}}
        Thing:
          allOf:
            - {$ref: "#/components/schemas/NewThing"}
            - type: object
              required: [id]
              properties: {id: {type: string}, createdAt: {type: string, format: date-time}}
""")


def digests(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_both_clients_have_the_same_methods(shop: Generated) -> None:
    code = """
        import inspect, json
        from shop import AsyncShop, Shop
        def told(cls):
            found = {}
            for name, member in vars(cls).items():
                if name.startswith("_") and name != "__init__":
                    continue
                function = getattr(member, "func", member)
                found[name] = [str(inspect.signature(function)), inspect.getdoc(function)]
            return found
        result = {"client": [told(Shop), told(AsyncShop)]}
        for name in ("things", "parts"):
            result[name] = [told(type(getattr(Shop(), name))), told(type(getattr(AsyncShop(), name)))]
        print(json.dumps(result))
    """
    found = json.loads(run(code, shop))
    assert set(found["things"][0]) == {"list", "list_all", "create"}
    for blocking, awaiting in found.values():
        plain = json.loads(json.dumps(awaiting).replace("Async", "").replace("await ", ""))
        assert plain.keys() == blocking.keys()
        for name in blocking:
            assert plain[name] == blocking[name], name


def test_methods_tell_what_they_do(drive: Driver) -> None:
    text = drive.look("package.Shop().things.list.__doc__")
    for fact in (
        "List things.",
        "`GET /things`",
        "limit: How many. 1 to 50; default 10.",
        "RateLimitError: Too many calls (429).",
    ):
        assert fact in text
    assert "Deprecated" in drive.look("package.Shop().parts.delete.__doc__")
    assert ">>> client.things.create(\n" in drive.look("package.Shop().things.create.__doc__")
    assert drive.look("package.Shop.things.__doc__") == "Things to sell."


def test_the_runtime_is_copied_byte_for_byte(shop: Generated) -> None:
    copied, source = digests(shop.path / "_core"), digests(RUNTIME)
    assert copied.items() <= source.items()
    left_out = {name for name in source.keys() - copied.keys() if not name.startswith("variants/")}
    assert left_out <= {"oauth2.py", "oauth2_tokens.py", "webhooks.py"}, (
        "only what a document has no use for may be left out"
    )


def test_nothing_names_the_generator(shop: Generated) -> None:
    for path in [*shop.path.rglob("*.py"), shop.folder / "pyproject.toml"]:
        text = path.read_text(encoding="utf-8")
        assert "clientsmith" not in text.lower(), path
        for node in ast.walk(ast.parse(text)) if path.suffix == ".py" else []:
            modules = [node.module or ""] if isinstance(node, ast.ImportFrom) and node.level == 0 else []
            modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for module in modules:
                first = module.partition(".")[0]
                known = {
                    "httpx",
                    "pydantic",
                    "pydantic_core",
                    "typing_extensions",
                    "typing_inspection",
                    "annotated_types",
                }
                assert first in sys.stdlib_module_names | known, (path, module)
    assert (shop.path / "py.typed").read_bytes() == b""


def test_httpx_and_pydantic_are_enough(shop: Generated, tmp_path: Path) -> None:
    environment = make_environment(tmp_path / "venv", ["httpx", "pydantic"])
    with Driver(shop, python=environment.python) as drive:
        assert drive.fails("__import__('clientsmith')")["type"] == "ModuleNotFoundError"
        outcome = drive("client.things.create(name='x')", respond({"id": "1", "name": "x"}, 201), then="result.id")
        assert outcome.value == "1"


def test_importing_loads_next_to_nothing(shop: Generated) -> None:
    code = """
        import sys, shop
        heavy = {"httpx", "pydantic", "shop.models", "shop.client", "asyncio"}
        print(sorted(heavy & set(sys.modules)))
        assert "Shop" in dir(shop) and "things" in dir(shop.Shop)
        try:
            shop.missing
        except AttributeError as error:
            print(error)
        try:
            shop.models.Missing
        except AttributeError as error:
            print(error)
    """
    lines = run(code, shop).splitlines()
    assert lines[0] == "[]"
    assert lines[1:] == ["module 'shop' has no attribute 'missing'", "module 'shop.models' has no attribute 'Missing'"]


GENERATE = """
import sys
from clientsmith import Config, generate
generate(Config(spec="openapi.yaml", output="out", package="shop", client_name="Shop"))
"""


def generate_elsewhere(folder: Path, python: str = sys.executable, **variables: str) -> dict[str, str]:
    write_spec(SPEC, folder)
    sources = Path(__file__).parents[2] / "generator"
    environment = clean_environment(sources, **variables)
    done = subprocess.run(
        [python, "-c", GENERATE], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return digests(folder / "out")


@pytest.fixture(scope="module")
def reference(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return generate_elsewhere(tmp_path_factory.mktemp("reference"), PYTHONHASHSEED="0", LC_ALL="C.UTF-8")


def locales() -> list[str]:
    known = (
        subprocess.run(["locale", "-a"], capture_output=True, text=True, check=False).stdout
        if shutil.which("locale")
        else ""
    )
    return ["C", *(name for name in known.split() if name.lower().startswith("tr_tr"))]


@pytest.mark.parametrize("locale", locales())
def test_the_same_bytes_anywhere(reference: dict[str, str], tmp_path: Path, locale: str) -> None:
    folder = tmp_path / "another folder"
    variables = {"LC_ALL": locale, "PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo", "COLUMNS": "20", "PYTHONUTF8": "0"}
    assert generate_elsewhere(folder, **variables) == reference


def test_nothing_of_the_machine_shows(reference: dict[str, str], shop: Generated) -> None:
    assert "clientsmith-manifest.json" in reference
    for path in shop.folder.rglob("*"):
        if path.is_file() and path.suffix in {".py", ".md", ".json", ".toml"}:
            text = path.read_text(encoding="utf-8")
            assert str(shop.folder) not in text
            assert str(Path.home()) not in text
            assert os.uname().nodename not in text or len(os.uname().nodename) < 6
            assert b"\r" not in path.read_bytes()


def other_pythons() -> list[tuple[str, str | None]]:
    found: list[tuple[str, str | None]] = []
    for version in ("3.12", "3.13"):
        places = sorted((Path.home() / ".pyenv" / "versions").glob(f"{version}.*/bin/python"))
        found.append((version, str(places[-1]) if places else shutil.which(f"python{version}")))
    return found


@pytest.mark.parametrize(("version", "python"), other_pythons())
def test_other_versions_of_python(shop: Generated, tmp_path: Path, version: str, python: str | None) -> None:
    """The package compiles there; where httpx and pydantic are installed for it, it is called, too."""
    if python is None or subprocess.run([python, "--version"], capture_output=True, check=False).returncode:
        pytest.skip(f"no Python {version} on this machine")
    script = "import compileall, sys; sys.exit(not compileall.compile_dir(sys.argv[1], quiet=1, force=True))"
    copied = shutil.copytree(shop.path, tmp_path / "shop")
    done = subprocess.run(
        [python, "-W", "error", "-c", script, str(copied)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
    has = subprocess.run([python, "-c", "import httpx, pydantic"], capture_output=True, check=False).returncode == 0
    if not has:
        pytest.skip(f"Python {version} has no httpx and pydantic: compiled only")
    with Driver(shop, python=python) as drive:
        assert drive("client.things.create(name='x')", respond({"id": "1", "name": "x"}, 201)).type == "Thing"


def test_names_come_from_the_title(tmp_path: Path) -> None:
    spec = document("components: {schemas: {A: {type: object}}}", title="The Corner-Shop REST API")
    generated = generate_package(spec, tmp_path, package=None, client_name=None)
    assert (generated.package, generated.manifest["client"]) == ("corner_shop", "CornerShop")
    assert run("from corner_shop import CornerShop, AsyncCornerShop; print(CornerShop(base_url='http://x'))", generated)


def test_a_document_without_operations_or_models(tmp_path: Path) -> None:
    generated = generate_package(document("components: {schemas: {A: {type: object}}}"), tmp_path)
    assert run("import shop; print(shop.models.A(), shop.Shop(base_url='http://x'))", generated)


@pytest.mark.parametrize(
    ("users", "words"),
    [
        (2, "Models that `r0` and `r1` share."),
        (4, "Models that `r0`, `r1`, `r2` and `r3` share."),
        (9, "Models that `r0`, `r1`, `r2` and 6 more resources share."),
    ],
)
def test_modules_of_models_say_whose_they_are(tmp_path: Path, users: int, words: str) -> None:
    answer = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}
    paths = {
        f"/r{number}": {
            "get": {
                "operationId": f"get{number}",
                "tags": [f"r{number}"],
                "responses": {"200": {"description": "ok", **(answer if number < users else {})}},
            }
        }
        for number in range(10)
    }
    thing = {"type": "object", "properties": {"id": {"type": "string"}}}
    spec = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": paths,
        "components": {"schemas": {"Thing": thing}},
    }
    assert f'"""{words}"""' in generate_package(spec, tmp_path).source("models/thing")
