"""The usual calls and answers of the tests."""

from __future__ import annotations

from clientsmith.runtime import RequestOptions

ASSISTANT = {"id": "1", "createdAt": "2024-01-01T00:00:00.000Z"}
ODD = {"id": 5, "createdAt": "2024-01-01T00:00:00.000Z"}


def get(client, **options):
    return client.assistants.get("1", options=RequestOptions(**options) if options else None)


def create(client):
    return client.assistants.create(name="x")
