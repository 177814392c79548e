"""Spans of OpenTelemetry, read back from its own SDK."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from dataclasses import replace

import httpx
import pytest
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from opentelemetry.trace import SpanKind, StatusCode

from clientsmith.runtime import APIError, APITimeoutError, CallHooks, Operation, Resource
from runtime.hostile import hang, reset, respond, serve
from runtime.sample import GET, AsyncSample, Sample
from runtime.usual import ASSISTANT, get


@pytest.fixture
def exporter():
    return InMemorySpanExporter()


@pytest.fixture
def provider(exporter):
    made = TracerProvider()
    made.add_span_processor(SimpleSpanProcessor(exporter))
    yield made
    made.shutdown()


def test_a_call_makes_a_client_span_by_the_conventions(caller, provider, exporter):
    with serve(respond(ASSISTANT)) as server:
        caller.call(get, base_url=server.url, hooks=CallHooks(telemetry=provider), auth="query")
    (span,) = exporter.get_finished_spans()
    assert (span.name, span.kind) == ("GET /assistant/{id}", SpanKind.CLIENT)
    assert dict(span.attributes) == {
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "server.port": int(server.url.rpartition(":")[2]),
        "url.full": f"{server.url}/assistant/1?api_key=***",
        "url.template": "/assistant/{id}",
        "http.response.status_code": 200,
    }
    assert span.status.status_code is StatusCode.UNSET
    assert span.instrumentation_scope.name == "client"


def test_the_server_learns_about_the_span_and_the_span_about_its_parent(caller, provider, exporter):
    with (
        serve(respond(ASSISTANT)) as server,
        provider.get_tracer("test").start_as_current_span("outer") as outer,
    ):
        caller.call(get, base_url=server.url, hooks=CallHooks(telemetry=provider))
    inner, _ = exporter.get_finished_spans()
    assert inner.parent.span_id == outer.get_span_context().span_id
    traceparent = server.requests[0].headers["traceparent"]
    assert traceparent.startswith(f"00-{inner.context.trace_id:032x}-{inner.context.span_id:016x}-")


def test_each_attempt_and_redirect_has_its_span(caller, provider, exporter):
    with (
        serve(respond(ASSISTANT)) as other,
        serve(respond(None, 503), reset, respond(None, 302, location=f"{other.url}/there")) as server,
    ):
        caller.call(get, base_url=server.url, hooks=CallHooks(telemetry=provider))
    spans = exporter.get_finished_spans()
    assert [span.attributes.get("http.request.resend_count") for span in spans] == [None, 1, 2, 3]
    assert [span.attributes.get("http.response.status_code") for span in spans] == [503, None, 302, 200]
    assert [span.name for span in spans] == ["GET /assistant/{id}"] * 3 + ["GET"]
    errors = [span.attributes.get("error.type") for span in spans]
    assert errors[0] == "503"
    assert errors[1] in {f"{httpx.__name__}.ReadError", f"{httpx.__name__}.RemoteProtocolError"}
    assert errors[2:] == [None, None]
    assert [span.status.status_code is StatusCode.ERROR for span in spans] == [True, True, False, False]
    assert len({request.headers["traceparent"] for request in server.requests}) == 3
    assert "traceparent" not in other.requests[0].headers, "no other server learns of it"


def test_a_call_that_runs_out_of_time_ends_its_span(caller, provider, exporter):
    with serve(hang) as server, pytest.raises(APITimeoutError):
        caller.call(get, base_url=server.url, hooks=CallHooks(telemetry=provider), deadline=0.1)
    (span,) = exporter.get_finished_spans()
    assert span.attributes["error.type"] in {"deadline", f"{httpx.__name__}.ReadTimeout"}


def test_a_task_that_is_cancelled_ends_its_span(provider, exporter):
    async def main():
        async with AsyncSample("t", base_url=server.url, hooks=CallHooks(telemetry=provider)) as client:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.05):
                    await get(client)

    with serve(hang) as server:
        asyncio.run(main())
    (span,) = exporter.get_finished_spans()
    assert span.attributes["error.type"] == "cancelled"


def test_a_method_that_is_not_well_known_is_told_apart(provider, exporter):
    odd: Operation[None] = replace(GET, method="PURGE", pagination=None)
    with (
        serve(respond({}, 400)) as server,
        Sample("t", base_url=server.url) as client,
        pytest.raises(APIError),
    ):
        Resource(client.with_options(telemetry=provider))._send(odd, {"id": "1"})
    (span,) = exporter.get_finished_spans()
    assert span.name == "HTTP /assistant/{id}"
    assert span.attributes["http.request.method"] == "_OTHER"
    assert span.attributes["http.request.method_original"] == "PURGE"


def test_true_means_the_global_provider():
    with (
        serve(respond(ASSISTANT)) as server,
        Sample("t", base_url=server.url, hooks=CallHooks(telemetry=True)) as client,
    ):
        assert get(client).id == "1"
        assert get(client.with_options(telemetry=False)).id == "1"
    assert "traceparent" not in server.requests[0].headers, "none is set up here, so that no span is recorded"
    assert not trace.get_current_span().is_recording()


def test_nothing_of_it_is_loaded_without_asking():
    code = """
import sys
from runtime.sample import Sample
from runtime.hostile import respond, serve
from runtime.usual import ASSISTANT, get
from clientsmith.runtime import CallHooks
with serve(respond(ASSISTANT)) as server:
    with Sample("t", base_url=server.url) as client:
        get(client)
        assert not [name for name in sys.modules if name.endswith((".observation", ".telemetry"))]
    with Sample("t", base_url=server.url, hooks=CallHooks(print)) as client:
        get(client)
assert not [name for name in sys.modules if "opentelemetry" in name]
sys.modules["opentelemetry"] = None
try:
    Sample("t", hooks=CallHooks(telemetry=True))
except ImportError as error:
    print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], env=path(), capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == [
        "telemetry= needs OpenTelemetry: install the package opentelemetry-api."
    ], done.stderr


def path() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
