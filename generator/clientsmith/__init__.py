"""Read an OpenAPI document and write a typed Python client, its documentation and a manifest."""
