"""Streams of generated clients."""

from __future__ import annotations

import pytest

from support.driving import respond
from support.generation import document

SPEC = document("""
    paths:
      /chat:
        post:
          operationId: complete
          tags: [chats]
          requestBody:
            content: {application/json: {schema: {type: object, properties: {stream: {type: boolean}}}}}
          responses:
            "200":
              description: ok
              content:
                application/json: {schema: {$ref: "#/components/schemas/Answer"}}
                text/event-stream: {schema: {$ref: "#/components/schemas/Chunk"}}
      /events:
        get:
          operationId: events
          tags: [chats]
          responses: {"200": {description: ok, content: {text/event-stream: {schema: {type: string}}}}}
      /lines:
        get:
          operationId: lines
          tags: [chats]
          responses:
            "200":
              description: ok
              content:
                application/x-ndjson:
                  itemSchema: {type: object, required: [id], properties: {id: {type: integer}}}
      /whole:
        get:
          operationId: whole
          tags: [chats]
          responses:
            "200":
              description: ok
              content:
                text/event-stream:
                  itemSchema:
                    type: object
                    properties:
                      data: {type: string, contentSchema: {$ref: "#/components/schemas/Chunk"}}
    components:
      schemas:
        Answer: {type: object, required: [texts], properties: {texts: {type: array, items: {type: string}}}}
        Chunk: {type: object, required: [text], properties: {text: {type: string}}}
""").replace("openapi: 3.1.0", "openapi: 3.2.0")


def events(*data):
    return respond("".join(f"event: x\ndata: {one}\n\n" for one in data).encode(), content_type="text/event-stream")


def test_json_or_a_stream_as_it_comes(drive):
    assert drive("client.chats.complete(stream=False)", respond({"texts": ["a"]}), then="result.texts").value == ["a"]
    streamed = events('{"text": "a"}', '{"text": "b"}', "[DONE]")
    assert drive("client.chats.complete(stream=True)", streamed).value == [{"text": "a"}, {"text": "b"}]
    source = drive.generated.source("resources/chats")
    assert "-> models.Answer | Stream[models.Chunk]:" in source
    assert "-> models.Answer | AsyncStream[models.Chunk]:" in source


@pytest.mark.parametrize(
    ("call", "served", "type_", "found"),
    [
        ("events", events("a"), "Stream[ServerSentEvent]", [{"data": "a", "event": "x", "id": "", "retry": None}]),
        ("whole", events('{"text": "a"}'), "Stream[models.Chunk]", [{"text": "a"}]),
        ("lines", respond(b'{"id": 1}\n{"id": 2}', content_type="application/x-ndjson"), "", [{"id": 1}, {"id": 2}]),
    ],
)
def test_the_type_of_items(drive, call, served, type_, found):
    assert drive(f"client.chats.{call}()", served).value == found
    assert f"-> {type_}" in drive.generated.source("resources/chats")
