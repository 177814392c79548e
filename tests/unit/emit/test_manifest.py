"""The manifest: its form, and that its digests are right."""

from __future__ import annotations

import hashlib
from pathlib import Path

from support.generation import document, generate_package

SPEC = document("""
    servers: [{url: "https://shop.example"}]
    paths:
      /b/{id}:
        put:
          operationId: putB
          tags: [b]
          parameters:
            - {name: id, in: path, required: true, schema: {type: string}}
            - {name: dryRun, in: query, schema: {type: boolean}}
          requestBody:
            required: true
            content: {application/json: {schema: {type: object, properties: {firstName: {type: string}}}}}
          responses:
            "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: string}}}}}
            "400": {description: bad}
        delete:
          responses: {"204": {description: gone}}
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      /a:
        post:
          operationId: postA
          tags: [a]
          requestBody: {content: {text/plain: {}}}
          responses: {"204": {description: ok}}
""")


def test_form(tmp_path: Path) -> None:
    generated = generate_package(SPEC, tmp_path)
    manifest = generated.manifest
    assert list(manifest) == [
        "clientsmith", "engine", "spec", "package", "client", "async_client", "operations",
        "skipped", "excluded", "files",
    ]  # fmt: skip
    assert manifest["engine"].keys() == {"datamodel-code-generator"}
    text = (tmp_path / "openapi.yaml").read_bytes()
    assert manifest["spec"].keys() == {"path", "sha256", "openapi", "title", "version"}
    assert manifest["spec"]["path"] == "openapi.yaml"
    assert len(manifest["spec"]["sha256"]) == 64
    assert text
    assert (manifest["package"], manifest["client"], manifest["async_client"]) == ("shop", "Shop", "AsyncShop")
    assert manifest["operations"] == [
        {
            "id": "putB",
            "method": "PUT",
            "path": "/b/{id}",
            "pointer": "/paths/~1b~1{id}/put",
            "call": "b.put",
            "parameters": [
                {"name": "id", "in": "path", "python": "id", "required": True},
                {"name": "dryRun", "in": "query", "python": "dry_run", "required": False},
            ],
            "body": {"required": True, "media_types": ["application/json"], "fields": {"firstName": "first_name"}},
            "responses": [{"status": "200", "media_type": "application/json", "type": "list[str]", "decode": "json"}],
        },
        {
            "id": "delete /b/{id}",
            "method": "DELETE",
            "path": "/b/{id}",
            "pointer": "/paths/~1b~1{id}/delete",
            "call": "b.delete",
            "parameters": [{"name": "id", "in": "path", "python": "id", "required": True}],
            "body": None,
            "responses": [{"status": "204", "media_type": None, "type": "None", "decode": "none"}],
        },
        {
            "id": "postA",
            "method": "POST",
            "path": "/a",
            "pointer": "/paths/~1a/post",
            "call": "a.create",
            "parameters": [],
            "body": {"required": False, "media_types": ["text/plain"], "fields": None},
            "responses": [{"status": "204", "media_type": None, "type": "None", "decode": "none"}],
        },
    ]


def test_digests(tmp_path: Path) -> None:
    generated = generate_package(SPEC, tmp_path)
    there = {path.relative_to(generated.folder).as_posix() for path in generated.folder.rglob("*") if path.is_file()}
    listed = generated.manifest["files"]
    assert listed.keys() == there - {"clientsmith-manifest.json"}
    assert list(listed) == sorted(listed)
    for path, digest in listed.items():
        assert digest == "sha256:" + hashlib.sha256((generated.folder / path).read_bytes()).hexdigest()


def test_files_that_go_out_of_the_manifest_go_off_the_disk(tmp_path: Path) -> None:
    generate_package(SPEC, tmp_path)
    fewer = SPEC[: SPEC.index("  /a:")]
    generated = generate_package(fewer, tmp_path)
    assert not (generated.path / "resources" / "a.py").exists()
    assert "shop/resources/a.py" in generated.summary.changed
