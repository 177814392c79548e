"""Documents that the tests of the pages share, and how they become an API."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from clientsmith.config import Config
from clientsmith.ir import Api, Source
from clientsmith.lower import lower
from clientsmith.pipeline import build
from clientsmith.schemas import build_types

ROOT = Path(__file__).parents[3]


def api_of(document: dict[str, Any]) -> Api:
    """The representation of a document in the shape of OpenAPI 3.1."""
    source = Source(path="openapi.yaml", sha256="", openapi="3.1.0")
    return lower(build_types(document), source, "shop", "Shop").api


def assistants_api() -> Api:
    """The representation of the project's own document."""
    spec = str(ROOT / "spec" / "openapi.yaml")
    return build(Config(spec=spec, package="vapi_assistants", client_name="Vapi")).api


def _json(schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"application/json": {"schema": schema, **more}}


def _ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def _message(tag: str) -> dict[str, Any]:
    tagged = {"type": "object", "required": ["type"], "properties": {"type": {"const": tag}}}
    return {"type": "object", "required": ["message"], "properties": {"message": tagged}}


LONG = "First sentence of a long text. " + "More of it follows here. " * 40

SHOP: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "2.0", "description": "Sells *things*.\n\n# Not a heading of the page"},
    "servers": [{"url": "https://shop.example/v2", "description": "Production"}, {"url": "https://test.example"}],
    "tags": [{"name": "items", "description": "Things to sell."}],
    "security": [{"bearer": []}],
    "paths": {
        "/items": {
            "get": {
                "operationId": "listItems",
                "tags": ["items"],
                "summary": "List `items`",
                "x-clientsmith-pagination": {
                    "kind": "time-window",
                    "field": "createdAt",
                    "before": "before",
                    "limit": "limit",
                    "key": "id",
                },
                "parameters": [
                    {
                        "name": "limit",
                        "in": "query",
                        "description": "How many.",
                        "example": 25,
                        "schema": {"type": "integer", "minimum": 1, "maximum": 100, "default": 10},
                    },
                    {"name": "before", "in": "query", "schema": {"type": "string", "format": "date-time"}},
                    {
                        "name": "sortBy",
                        "in": "query",
                        "required": True,
                        "schema": {"type": "string", "enum": ["price", "na|me"]},
                    },
                    {"name": "old", "in": "query", "deprecated": True, "schema": {"type": "string"}},
                    {"name": "X-Trace", "in": "header", "schema": {"type": "string", "pattern": "^[a-z|`]+$"}},
                    {"name": "session", "in": "cookie", "required": True, "schema": {"type": "string"}},
                ],
                "responses": {
                    "200": {
                        "description": "Some items.",
                        "headers": {"X-Total": {"description": "How many there are.", "schema": {"type": "integer"}}},
                        "content": _json({"type": "array", "items": _ref("Item")}),
                    },
                    "404": {"description": "None.", "content": _json(_ref("Problem"), example={"detail": "None."})},
                    "418": {"description": "A teapot."},
                    "default": {"description": "Something else.", "content": {"text/plain": {}}},
                },
            },
            "post": {
                "operationId": "createItem",
                "tags": ["items"],
                "description": "Creates an item.",
                "security": [{"bearer": [], "key": []}, {}],
                "requestBody": {
                    "required": True,
                    "description": "The item.",
                    "content": _json(
                        _ref("Item"),
                        examples={
                            "one": {"value": {"id": "1", "name": "It's", "price": 2.5, "kind": {"type": "book"}}},
                            "two": {"value": {"id": "2", "name": "b", "more": 1}},
                        },
                    ),
                },
                "responses": {"201": {"description": "Created.", "content": _json(_ref("Item"))}},
            },
        },
        "/items/{id}/files/{name}": {
            "put": {
                "operationId": "putFile",
                "tags": ["items"],
                "deprecated": True,
                "summary": "Store a file",
                "security": [],
                "parameters": [
                    {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}, "example": "a/b c"},
                    {"name": "name", "in": "path", "required": True, "schema": {"type": "string"}},
                ],
                "requestBody": {"content": {"application/octet-stream": {}, "text/plain": {}}},
                "responses": {"204": {"description": "Stored."}},
            }
        },
        "/orders": {
            "post": {
                "operationId": "createOrder",
                "tags": ["orders"],
                "summary": "Order",
                "security": [{"key": []}, {"basic": []}],
                "parameters": [
                    {
                        "name": "filter",
                        "in": "query",
                        "required": True,
                        "style": "deepObject",
                        "explode": True,
                        "schema": {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
                    },
                    {
                        "name": "ids",
                        "in": "query",
                        "required": True,
                        "style": "pipeDelimited",
                        "explode": False,
                        "schema": {"type": "array", "items": {"type": "integer"}, "minItems": 2},
                    },
                ],
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/x-www-form-urlencoded": {
                            "schema": {
                                "type": "object",
                                "required": ["email", "count"],
                                "properties": {
                                    "email": {"type": "string"},
                                    "count": {"type": "integer", "minimum": 3},
                                    "note": {"type": "string", "minLength": 2, "maxLength": 9},
                                },
                            }
                        }
                    },
                },
                "responses": {"200": {"description": "A receipt.", "content": {"application/pdf": {}}}},
            }
        },
        "/upload": {
            "post": {
                "operationId": "upload",
                "tags": ["orders"],
                "requestBody": {
                    "required": True,
                    "content": {
                        "multipart/form-data": {
                            "schema": {
                                "type": "object",
                                "required": ["file", "name"],
                                "properties": {
                                    "file": {"type": "string", "format": "binary"},
                                    "name": {"type": "string"},
                                },
                            }
                        }
                    },
                },
                "responses": {"200": {"description": "Done.", "content": {"text/plain": {}}}},
            }
        },
    },
    "webhooks": {
        name: {
            "post": {
                "summary": f"A {name}",
                "security": [{"hook": []}],
                "requestBody": {"content": _json(_ref(name), example={"message": {"type": name}})},
                "responses": {"200": {"description": "Thanks."}},
            }
        }
        for name in ("Sold", "Refused")
    },
    "components": {
        "securitySchemes": {
            "hook": {"type": "apiKey", "in": "header", "name": "X-Secret"},
            "bearer": {"type": "http", "scheme": "bearer", "description": "A token.", "x-clientsmith-env": "SHOP_KEY"},
            "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
            "basic": {"type": "http", "scheme": "basic"},
        },
        "schemas": {
            "Sold": _message("Sold"),
            "Refused": _message("Refused"),
            "Base": {"type": "object", "required": ["id"], "properties": {"id": {"type": "string", "readOnly": False}}},
            "Item": {
                "description": "A thing to sell.",
                "allOf": [_ref("Base")],
                "type": "object",
                "required": ["name"],
                "properties": {
                    "name": {"type": "string", "minLength": 1, "maxLength": 40, "description": "Its name."},
                    "price": {"type": "number", "exclusiveMinimum": 0, "default": 1.5},
                    "createdAt": {"type": "string", "format": "date-time", "readOnly": True},
                    "secret": {"type": "string", "writeOnly": True},
                    "colour": _ref("Colour"),
                    "colours": {"type": "array", "items": _ref("Colour"), "default": ["red"]},
                    "size": {"type": ["integer", "null"], "enum": [1, 2, None], "deprecated": True},
                    "tags": {"type": "array", "maxItems": 5, "items": {"type": "string", "maxLength": 3}},
                    "labels": {"type": "object", "additionalProperties": {"type": "string", "minLength": 2}},
                    "kind": _ref("Kind"),
                    "limit": {"oneOf": [{"type": "integer", "maximum": 9}, {"type": "string", "maxLength": 4}]},
                    "fields": {"type": "string", "description": LONG},
                    "notes": {"type": "string", "description": "See:\n\n```\ncode | bar\n```\n\n- and\n- this"},
                    "sample": {"type": "string", "examples": ["like this"]},
                },
            },
            "item": {"type": "object", "properties": {"other": {"type": "string"}}},
            "Kind": {
                "oneOf": [_ref("Book"), _ref("Toy")],
                "discriminator": {"propertyName": "type"},
                "description": "What it is.",
            },
            "Book": {
                "type": "object",
                "required": ["type"],
                "properties": {"type": {"const": "book"}, "inner": _ref("Kind")},
                "deprecated": True,
                "description": "A book. It has pages.",
            },
            "Toy": {"type": "object", "required": ["type"], "properties": {"type": {"const": "toy"}}},
            "Colour": {"type": "string", "enum": ["red", "green", "", " blue"], "description": "Colours."},
            "Problem": {
                "type": "object",
                "required": ["detail"],
                "properties": {"detail": {"type": "string"}, "other": _ref("item")},
                "additionalProperties": {"type": "integer"},
            },
        },
    },
}
"""Every kind of thing that a page can tell."""
