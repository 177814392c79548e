"""Operations beside one another in a resource."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.generation import document, generate_package

PAGE = "{kind: time-window, field: at, before: before, limit: limit, key: id}"
LIST = "{type: array, items: {type: object, properties: {id: {type: string}, at: {type: string, format: date-time}}}}"


def spec(*ids: str) -> str:
    """Return a document whose operations, all with pagination, have these ids, in this order."""
    operations = "".join(
        f"""
      /{name}:
        get:
          operationId: {name}
          tags: [things]
          parameters:
            - {{name: limit, in: query, schema: {{type: integer}}}}
            - {{name: before, in: query, schema: {{type: string, format: date-time}}}}
          x-clientsmith-pagination: {PAGE if name == "list" else "null"}
          responses: {{"200": {{description: ok, content: {{application/json: {{schema: {LIST}}}}}}}}}"""
        for name in ids
    )
    return document(f"\n    servers: [{{url: 'https://x.example'}}]\n    paths:{operations}\n")


@pytest.mark.parametrize("ids", [("list", "listAll"), ("listAll", "list")])
def test_methods_come_before_walks(tmp_path: Path, ids: tuple[str, str]) -> None:
    generated = generate_package(spec(*ids), tmp_path)
    calls = {one["id"]: one["call"] for one in generated.manifest["operations"]}
    assert calls == {"list": "things.list", "listAll": "things.list_all"}
    assert generated.source("resources/things").count("def list_all(") == 2
    (found,) = generated.summary.diagnostics
    assert "has a method list_all already" in found.message


def test_a_walk_is_called_after_what_it_walks(tmp_path: Path) -> None:
    assert generate_package(spec("list"), tmp_path).source("resources/things").count("def list_all(") == 2
