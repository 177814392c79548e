"""Writes that carry an idempotency key: one key per call, the same over all attempts."""

from __future__ import annotations

from contextlib import nullcontext

import pytest

from support.driving import Driver, respond
from support.generation import document, generate_package


def spec(header: str) -> str:
    return document(f"""
    paths:
      /orders:
        post:
          operationId: createOrder
          tags: [orders]
          x-clientsmith-idempotency-header: {header}
          responses: {{"204": {{description: ok}}}}
""")


def test_a_write_with_a_key_is_tried_again(tmp_path):
    with Driver(generate_package(spec("X-Once"), tmp_path)) as drive:
        for call in ("create()", "create(options=package.RequestOptions(idempotency_key='mine'))"):
            keys: list[str] = []

            def failing(exchange, keys=keys):
                keys.append(exchange.headers["x-once"])
                respond(status=500)(exchange)

            def fine(exchange, keys=keys):
                keys.append(exchange.headers["x-once"])
                respond(status=204)(exchange)

            # Keys of their own are the one thing in which the two clients differ.
            with nullcontext() if "mine" in call else pytest.raises(AssertionError, match="differ"):
                drive(f"client.orders.{call}", failing, fine)
            blocking, awaiting = keys[:2], keys[2:]
            assert len(set(blocking)) == len(set(awaiting)) == 1
            assert (set(blocking) == set(awaiting) == {"mine"}) == ("mine" in call)


def test_a_name_that_is_no_header_is_told(tmp_path):
    generated = generate_package(spec("'a b'"), tmp_path)
    assert "idempotency-unusable" in [found.code for found in generated.summary.diagnostics]
    assert "idempotency_header" not in generated.source("resources/orders")
