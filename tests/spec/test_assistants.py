"""Twenty assistants made for the purpose are valid, and together they use every provider and every tool."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

FILES = sorted((Path(__file__).parent / "data" / "assistants").glob("*.json"))
ASSISTANTS = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in FILES}


def nodes(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every object below a value, with the name of the property that holds it."""
    if isinstance(value, dict):
        for key, child in value.items():
            for item in child if isinstance(child, list) else [child]:
                if isinstance(item, dict):
                    yield key, item
                yield from nodes(item)


def test_there_are_twenty() -> None:
    assert len(ASSISTANTS) == 20


@pytest.mark.parametrize("name", ASSISTANTS)
def test_an_assistant_is_valid(validator, name: str) -> None:
    assert [error.message for error in validator("CreateAssistant").iter_errors(ASSISTANTS[name])] == []


@pytest.mark.parametrize(
    ("union", "holder", "tag"),
    [
        ("Transcriber", "transcriber", "provider"),
        ("LanguageModel", "model", "provider"),
        ("Voice", "voice", "provider"),
        ("Credential", "credentials", "provider"),
        ("Tool", "tools", "type"),
        ("AssistantEventHook", "hooks", "on"),
    ],
)
def test_every_variant_is_used(bundle: dict[str, Any], union: str, holder: str, tag: str) -> None:
    used = {item.get(tag) for body in ASSISTANTS.values() for key, item in nodes(body) if key == holder}
    assert set(bundle["components"]["schemas"][union]["discriminator"]["mapping"]) - used == set()


@pytest.mark.parametrize(
    ("schema", "value", "valid"),
    [
        ("AssistantHook", {"on": "call.ending", "do": [{"type": "tool", "toolId": "t"}]}, True),
        ("AssistantHook", {"on": "call.ending", "do": [{"type": "say", "exact": "Bye"}]}, False),
        ("AssistantHook", {"on": "customer.speech.timeout", "do": []}, True),
        ("SmartEndpointingPlan", {"provider": "livekit", "waitFunction": "x"}, True),
        ("SmartEndpointingPlan", {"provider": "nobody"}, False),
        ("VoicemailDetection", "off", True),
        ("VoicemailDetection", "on", False),
        ("BackgroundSound", "https://sounds.example/rain.mp3", True),
        ("MetricCondition", {"type": "comparator", "comparator": "=", "value": True, "points": 1}, True),
        ("MetricCondition", {"type": "comparator", "comparator": ">", "value": True, "points": 1}, False),
        ("CodeToolEnvironmentVariable", {"name": "LEVEL_2", "value": "x"}, True),
        ("CodeToolEnvironmentVariable", {"name": "level", "value": "x"}, False),
        ("CodeToolEnvironmentVariable", {"name": "/^LEVEL$/", "value": "x"}, False),
        ("VariableExtractionAlias", {"key": "seat_1", "value": "{{seat}}"}, True),
        ("VariableExtractionAlias", {"key": "1seat", "value": "{{seat}}"}, False),
        ("ApiRequestTool", {"type": "apiRequest", "method": "GET", "url": "u", "name": "find-it_2"}, True),
        ("ApiRequestTool", {"type": "apiRequest", "method": "GET", "url": "u", "name": "find it"}, False),
        ("FallbackDeepgramTranscriber", {"provider": "deepgram", "keywords": ["vapi:3"]}, True),
        ("FallbackDeepgramTranscriber", {"provider": "deepgram", "keywords": ["vapi:x:3"]}, False),
        ("FallbackDeepgramTranscriber", {"provider": "deepgram", "keywords": ["\u201cvapi\u201d"]}, False),
        ("FallbackDeepgramTranscriber", {"provider": "deepgram", "redaction": ["pci"]}, True),
        ("FallbackDeepgramTranscriber", {"provider": "deepgram", "redaction": "pci"}, False),
        ("FallbackDeepgramTranscriber", {"provider": "deepgram", "redaction": ["names"]}, False),
        ("ServerMessage", {"message": {"type": "status-update", "anything": [1]}}, True),
        ("ServerMessage", {"message": {"type": "no-such-message"}}, False),
        ("ServerMessage", {"type": "status-update"}, False),
    ],
)
def test_what_a_schema_takes(validator, schema: str, value: object, *, valid: bool) -> None:
    assert validator(schema).is_valid(value) is valid


def test_every_server_message_is_named(bundle: dict[str, Any]) -> None:
    schemas = bundle["components"]["schemas"]
    names = {name.partition("[")[0] for name in schemas["ServerMessageType"]["enum"]}
    assert set(schemas["ServerMessagePayload"]["discriminator"]["mapping"]) == names


def test_the_webhook_carries_the_secret(bundle: dict[str, Any]) -> None:
    alternatives = bundle["webhooks"]["serverMessage"]["post"]["security"]
    assert alternatives == [{"webhookSecret": []}, {}]
    scheme = bundle["components"]["securitySchemes"]["webhookSecret"]
    assert (scheme["type"], scheme["in"], scheme["name"]) == ("apiKey", "header", "x-vapi-secret")
