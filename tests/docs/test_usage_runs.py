"""The commands, programs and documents that the pages about clientsmith show."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from clientsmith import Config, generate
from docs.server import serving

DOCS = Path(__file__).parents[2] / "docs"


def blocks(page: str, *languages: str) -> list[tuple[str, str]]:
    """The language and text of each block of code of a page."""
    text = (DOCS / page).read_text(encoding="utf-8")
    found = re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [(language, block) for language, block in found if language in languages]


def test_the_usage_page_works_from_top_to_bottom(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    names: dict[str, Any] = {}
    with serving(public=True) as (address, store):
        store.assistants["4711"] = {"id": "4711", "price": 2}
        for language, block in blocks("usage.md", "yaml", "toml", "sh", "python"):
            match language:
                case "yaml":
                    document = block.replace("https://shop.example", f"{address}/assistant").replace("/items/", "/")
                    Path("openapi.yaml").write_text(document)
                case "toml":
                    Path("pyproject.toml").write_text(block)
                case "sh":
                    subprocess.run(["sh", "-e", "-c", block], check=True, env=os.environ | {"PATH": path}, timeout=60)
                case _:
                    monkeypatch.syspath_prepend(str(tmp_path / "client"))
                    exec(block, names)
    assert json.loads(Path("bundle.json").read_text())["info"]["title"] == "Shop"
    assert {entry.name for entry in Path("client").iterdir()} == {
        "shop",
        "docs",
        "pyproject.toml",
        "clientsmith-manifest.json",
    }
    assert names["item"].price == 2


def test_the_fault_on_the_usage_page_is_what_is_told(tmp_path: Path) -> None:
    document = blocks("usage.md", "yaml")[0][1]
    (tmp_path / "openapi.yaml").write_text(document.replace("schemas/Item'", "schemas/Itm'"))
    command = [sys.executable, "-m", "clientsmith", "validate", "openapi.yaml"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 2
    assert blocks("usage.md", "text")[0][1] in done.stderr


def test_the_extensions_do_what_their_page_says(tmp_path: Path) -> None:
    auth, pages, keys = (block for _, block in blocks("extensions.md", "yaml"))
    head = "openapi: 3.1.0\ninfo: {title: Shop, version: '1'}\nservers: [{url: https://shop.example}]\n"
    listing = pages + (
        "      responses:\n        '200':\n          description: Items.\n          content:\n"
        "            application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Item'}}}\n"
    )
    item = "  schemas:\n    Item: {type: object, properties: {id: {type: string}, createdAt: {type: string}}}\n"
    ordering = keys.removeprefix("paths:\n") + "      responses: {'204': {description: Ordered.}}\n"
    (tmp_path / "openapi.yaml").write_text(head + listing + ordering + auth + item)
    summary = generate(Config(spec=str(tmp_path / "openapi.yaml"), output=str(tmp_path / "out"), package="shop"))
    assert summary.diagnostics == ()
    index = (tmp_path / "out" / "docs" / "index.md").read_text()
    assert "SHOP_TOKEN" in index
    assert "client.items.list_all(" in index
    orders = (tmp_path / "out" / "shop" / "resources" / "orders.py").read_text()
    assert 'idempotency_header="Idempotency-Key"' in orders
