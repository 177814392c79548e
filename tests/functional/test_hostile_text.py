"""Text of a document that tries to become code, in every place that a document has for text."""

from __future__ import annotations

import ast
import json
import tokenize
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from support.driving import Driver, respond
from support.generation import Generated, generate_package, run

ATTACKS = [
    '"""\nimport os; os.environ["INJECTED"] = "1"\n"""',
    '&quot;&quot;&quot;\nimport os; os.environ["INJECTED"] = "1"\n&#34;&#34;&#34; \\d',
    'x"""',
    'x\\"""',
    'x"',
    "x\\",
    "\\N{BULLET} \\x00 \\u1234 \\",
    "{{ 7 * 7 }}{{ ''.__class__.__mro__ }}",
    "{% for x in [] %}{% endfor %}{# #}",
    "line\r\nbreak\rhere\x0bthere\x0cand\x1c\x1d\x1e\x85\u2028\u2029end",
    "null\x00\x07\x1b[31mred\x1b[0m\x7f",
    "\u202eright to left\u202c \u2066iso\u2069 \ufeff \u200f",
    "</script><script>alert(1)</script><!-- `x` ```\n```python\n| a | b |",
    "import os\n__import__('os').system('touch INJECTED')",
    "# -*- coding: rot13 -*-",
    "../../../../INJECTED",
    "/etc/INJECTED",
    "..\\..\\INJECTED.py",
    "%s %(x)s {x} ${x} $x",
    "f'{1/0}'",
    "*" * 500,
    "a" * 3000,
    "   \n\n  leading",
    "\u202e\x00",
    "",
]


def hostile(attack: str) -> dict[str, Any]:
    """Return a document that has an attack wherever text goes."""
    example = {attack: attack, "name": attack}
    model = {
        "type": "object",
        "title": attack,
        "description": attack,
        "deprecated": True,
        "required": ["name"],
        "example": {"name": attack},
        "properties": {
            "name": {"type": "string", "description": attack, "default": attack, "examples": [attack]},
            "kind": {
                "type": "string",
                "title": attack,
                "description": attack,
                "enum": [attack, f"{attack}2", "x" * 60],
            },
            "tag": {"const": attack, "description": attack},
            "short": {"enum": [attack, "b"]},
            f"p{attack}": {"type": "string", "description": attack, "pattern": attack},
            "inner": {"type": "object", "title": attack, "properties": {attack or "e": {"type": "string"}}},
        },
    }
    variants = [
        {"type": "object", "required": [f"t{attack}"], "properties": {f"t{attack}": {"const": f"{attack}{n}"}}}
        for n in "12"
    ]
    operation = {
        "operationId": f"call{attack}",
        "tags": [f"tag{attack}"],
        "summary": attack,
        "description": attack,
        "security": [{f"key{attack}": []}],
        "parameters": [
            {
                "name": f"q{attack}",
                "in": "query",
                "description": attack,
                "schema": {"type": "string", "default": attack},
            },
            {
                "name": "X-Plain",
                "in": "header",
                "description": attack,
                "schema": {"type": "string", "enum": [attack, "a"]},
            },
            {"name": f"c{attack}", "in": "cookie", "example": attack, "schema": {"type": "string"}},
        ],
        "requestBody": {
            "description": attack,
            "content": {
                "application/json": {
                    "schema": {"$ref": "#/components/schemas/M"},
                    "examples": {attack: {"summary": attack, "description": attack, "value": example}},
                }
            },
        },
        "responses": {
            "200": {
                "description": attack,
                "headers": {"X-Head": {"description": attack, "schema": {"type": "string"}}},
                "content": {"application/json": {"schema": {"$ref": "#/components/schemas/M"}, "example": example}},
            },
            "201": {"description": attack, "content": {"application/json": {"schema": {"oneOf": variants}}}},
            "404": {"description": attack, "content": {"application/json": {"schema": {"enum": [attack, "b"]}}}},
        },
    }
    return {
        "openapi": "3.1.0",
        "info": {"title": f"Shop {attack}", "version": attack, "description": attack},
        "servers": [{"url": f"http://127.0.0.1:9/{attack}", "description": attack}],
        "tags": [{"name": f"tag{attack}", "description": attack}],
        "paths": {"/plain": {"post": operation, "description": attack}},
        "components": {
            "schemas": {
                "M": model,
                f"N{attack}": {"type": "object", "description": attack, "properties": {"m": {"type": "string"}}},
            },
            "securitySchemes": {
                f"key{attack}": {
                    "type": "apiKey",
                    "in": "header",
                    "name": "X-Key",
                    "description": attack,
                    "x-clientsmith-env": f"E{attack}",
                }
            },
        },
    }


@pytest.fixture(scope="module", params=range(len(ATTACKS)), ids=lambda index: f"attack{index}")
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Generated:
    folder = tmp_path_factory.mktemp("attacked")
    return generate_package(hostile(ATTACKS[request.param]), folder, package=None, client_name=None)


TEMPLATES = Path(__file__).parent.parent.parent / "templates"
OWN_TEXT = "".join(path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*.jinja"))


def python_files(generated: Generated) -> list[Path]:
    return [path for path in generated.path.rglob("*.py") if "_core" not in path.parts]


def test_nothing_of_it_becomes_code(attacked: Generated) -> None:
    foreign = {"os", "system", "alert", "script", "environ", "__import__", "touch"}
    for path in python_files(attacked):
        data = path.read_bytes()
        tree = ast.parse(data)
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        attributes = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        assert not foreign & (names | attributes | imported), path
        comments = [one.string for one in tokenize.tokenize(BytesIO(data).readline) if one.type == tokenize.COMMENT]
        assert all("pyright: ignore" in comment or comment in OWN_TEXT for comment in comments)
        assert not any(isinstance(node, ast.JoinedStr) for node in ast.walk(tree) if path.name != "__init__.py")


def test_no_control_characters_reach_a_file(attacked: Generated) -> None:
    for path in attacked.folder.rglob("*"):
        if path.is_file() and "_core" not in path.parts:
            text = path.read_bytes().decode("utf-8")
            bad = {
                c
                for c in text
                if (ord(c) < 32 and c != "\n") or 0x7F <= ord(c) < 0xA0 or c in "\u2028\u2029\u202e\u2066\ufeff"
            }
            assert path.suffix == ".json" or not bad, path
            assert "\r" not in text


def test_files_stay_where_they_belong(attacked: Generated) -> None:
    files = [path.relative_to(attacked.folder.parent) for path in attacked.folder.parent.rglob("*") if path.is_file()]
    for path in files:
        assert path.parts[0] in {"openapi.yaml", "out"}
        assert all(part.replace("_", "").replace("-", "").replace(".", "").isalnum() for part in path.parts), path
        assert all(len(part) < 200 for part in path.parts), path


def test_the_package_works(attacked: Generated) -> None:
    client = attacked.manifest["client"]
    operation = attacked.manifest["operations"][0]
    with Driver(attacked, client) as drive:
        for name in drive.look("sorted(package.models._HOMES)"):
            drive.look(f"models.{name}.__doc__")
        code = f"list(__import__('inspect').signature(package.{client}).parameters)"
        credential = drive.look(code)[0]
        body = {"name": "n"}
        outcome = drive(
            f"client.{operation['call']}({body!r})", respond(body), client=f"base_url=url, {credential}='k'"
        )
        assert outcome.error is None
        assert outcome.sent.headers["x-key"] == "k"
        assert (outcome.sent.json, outcome.value) == (body, body)


def test_enumerations_and_tags_keep_their_text(tmp_path: Path) -> None:
    values = [attack for attack in ATTACKS if attack]
    spec = hostile("x")
    spec["components"]["schemas"]["M"]["properties"]["kind"]["enum"] = values
    generated = generate_package(spec, tmp_path)
    code = f"""
        import json, typing, shop
        from shop import models
        for value in json.loads({json.dumps(json.dumps(values))}):
            assert models.M(name="n", kind=value).model_dump(mode="json")["kind"] == value
    """
    run(code, generated)


def test_a_template_cannot_be_reached(tmp_path: Path) -> None:
    generated = generate_package(hostile("{{ 7 * 7 }}"), tmp_path)
    for path in generated.folder.rglob("*"):
        assert (
            path.is_dir()
            or "49" not in path.read_text(encoding="utf-8")
            or path.suffix == ".json"
            or "_core" in path.parts
        )
