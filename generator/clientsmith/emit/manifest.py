"""The manifest: what was generated from what, for later runs, tools and tests."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from clientsmith.emit.python_types import ResultPrinter
from clientsmith.ir import Api, Body, Excluded, Group, Operation, Response
from clientsmith.text import SpecText


def file_digest(text: str) -> str:
    """Return the digest of a file as the manifest gives it."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8")).hexdigest()


def manifest_text(api: Api, versions: dict[str, str], files: dict[str, str]) -> str:
    """Return the manifest of a generated tree as JSON text.

    Args:
        api: the API.
        versions: `clientsmith` → its version, and each engine's.
        files: path → text of every other file of the tree.
    """
    manifest = {
        "clientsmith": versions["clientsmith"],
        "engine": {name: version for name, version in versions.items() if name != "clientsmith"},
        "spec": {
            "path": api.source.path,
            "sha256": api.source.sha256,
            "openapi": api.source.openapi,
            "title": SpecText.reveal(api.title),
            "version": SpecText.reveal(api.version),
        },
        "package": api.package,
        "client": api.client,
        "async_client": api.async_client,
        "operations": [_operation(group, operation) for group, operation in _in_document_order(api)],
        "skipped": [],
        "excluded": [_excluded(one) for one in api.excluded],
        "files": {path: file_digest(text) for path, text in sorted(files.items())},
    }
    return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"


def _in_document_order(api: Api) -> list[tuple[Group, Operation]]:
    found = [(group, operation) for group in api.groups for operation in group.operations]
    return sorted(found, key=lambda pair: pair[1].position)


def _operation(group: Group, operation: Operation) -> dict[str, Any]:
    return {
        "id": operation.id,
        "method": operation.verb,
        "path": operation.path,
        "pointer": operation.origin,
        "call": f"{group.attribute}.{operation.method_name}",
        "parameters": [
            {
                "name": parameter.wire_name,
                "in": parameter.place.value,
                "python": parameter.name,
                "required": parameter.required,
            }
            for parameter in operation.parameters
        ],
        "body": None if operation.body is None else _body(operation.body),
        "responses": [_response(response) for response in operation.success],
    }


def _excluded(one: Excluded) -> dict[str, Any]:
    return {"id": one.id, "method": one.verb, "path": one.path, "pointer": one.origin, "reason": one.reason}


def _body(body: Body) -> dict[str, Any]:
    fields = body.variants[0].fields
    return {
        "required": body.required,
        "media_types": [variant.media_type for variant in body.variants],
        "fields": None if fields is None else {field.wire_name: field.name for field in fields},
    }


def _response(response: Response) -> dict[str, Any]:
    return {
        "status": response.status,
        "media_type": response.media_type,
        "type": "None" if response.type is None else ResultPrinter().type(response.type),
        "decode": response.decode.value,
    }
