"""Webhooks: the generated module reads what an API sends to a server of its users."""

from __future__ import annotations

from support.generation import Generated, run

SPEC = """
openapi: 3.1.0
info: {title: Phone, version: "1"}
servers: [{url: "https://phone.test"}]
paths: {/calls: {get: {responses: {"204": {description: nothing}}}}}
webhooks:
  status:
    post:
      security: [{hook: []}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/StatusEvent"}}}}
      responses: {"200": {description: ok}}
  hang:
    post:
      security: [{hook: []}]
      requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/HangEvent"}}}}
      responses: {"200": {description: ok}}
components:
  securitySchemes: {hook: {type: apiKey, in: header, name: x-secret}}
  schemas:
    StatusEvent: {type: object, required: [message], properties: {message: {$ref: "#/components/schemas/Status"}}}
    Status:
      type: object
      required: [type, status]
      properties: {type: {const: status}, status: {type: string, enum: [ringing, ended]}}
    HangEvent: {type: object, required: [message], properties: {message: {$ref: "#/components/schemas/Hang"}}}
    Hang: {type: object, required: [type], properties: {type: {const: hang}}}
"""


def test_a_message_becomes_the_model_that_its_tag_stands_for(shop: Generated):
    run(
        """
        import warnings
        from shop import models, webhooks

        body = b'{"message": {"type": "status", "status": "ringing"}}'
        event = webhooks.parse(body, {"X-Secret": "s3cret"}, secret="s3cret")
        assert isinstance(event, models.StatusEvent)
        assert event.message.status == "ringing"
        assert isinstance(webhooks.parse('{"message": {"type": "hang"}}', {}, secret=None), models.HangEvent)

        # An unknown message is kept as data, a known one with an odd value is read as far as it goes.
        unknown = webhooks.parse('{"message": {"type": "new", "x": 1}}', {}, secret=None)
        assert unknown.tag == "new" and unknown.data == {"message": {"type": "new", "x": 1}}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            odd = webhooks.parse('{"message": {"type": "status", "status": "on hold"}}', {}, secret=None)
        assert odd.message.status == "on hold" and len(caught) == 1
        """,
        shop,
    )


def test_what_does_not_carry_the_secret_is_refused(shop: Generated):
    run(
        """
        from shop import webhooks

        for headers in ({}, {"x-secret": "guess"}, {"x-secret": ""}):
            try:
                webhooks.parse(b'{"message": {"type": "hang"}}', headers, secret="s3cret")
            except webhooks.WebhookSecretError as error:
                assert "s3cret" not in str(error)
            else:
                raise AssertionError("accepted")
        for wrong in (b"<html>", b"[1]", bytes([255])):
            try:
                webhooks.parse(wrong, {}, secret=None)
            except webhooks.WebhookError:
                pass
            else:
                raise AssertionError("accepted")
        """,
        shop,
    )


def test_the_secret_of_webhooks_is_no_credential_of_the_client(shop: Generated):
    run("import inspect, shop; assert 'api_key' not in inspect.signature(shop.Shop).parameters", shop)
