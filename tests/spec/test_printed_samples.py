"""Bodies that older documentation prints are valid, exactly as printed; bodies with a wrong value are not."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"


def printed(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("name", "schema"),
    [
        ("create-oldest-request.json", "CreateAssistant"),
        ("create-oldest-response.json", "Assistant"),
        ("update-older-request.json", "UpdateAssistant"),
        ("update-older-response.json", "Assistant"),
    ],
)
def test_a_printed_body_is_valid(validator, name: str, schema: str) -> None:
    assert [error.message for error in validator(schema).iter_errors(printed(name))] == []


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("name", "n" * 41),
        ("firstMessageMode", "nobody-speaks-first"),
        ("hipaaEnabled", "yes"),
        ("clientMessages", ["end-of-call-report"]),
        ("serverMessages", ["metadata"]),
        ("silenceTimeoutSeconds", 9),
        ("silenceTimeoutSeconds", 3601),
        ("maxDurationSeconds", 9.5),
        ("maxDurationSeconds", 43201),
        ("backgroundSound", False),
        ("voicemailMessage", "v" * 1001),
        ("endCallMessage", "e" * 1001),
        ("endCallPhrases", ["e"]),
        ("metadata", ["not", "a", "map"]),
        ("forwardingPhoneNumber", 5),
        ("dialKeypadFunctionEnabled", "no"),
        ("transcriber/provider", "unheard-of"),
        ("transcriber/language", "klingon"),
        ("transcriber/keywords", ["vapi:x:3"]),
        ("model/model", None),
        ("model/temperature", 2.5),
        ("model/maxTokens", 49),
        ("model/messages", [{"role": "assistant"}]),
        ("voice/speed", 2.1),
        ("voice", {"provider": "azure"}),
        ("voice", {"provider": "cartesia", "voiceId": "one", "language": "latin"}),
    ],
)
def test_a_wrong_value_is_refused(validator, pointer: str, value: object) -> None:
    body = copy.deepcopy(printed("create-oldest-request.json"))
    *parents, last = pointer.split("/")
    place = body
    for parent in parents:
        place = place[parent]
    place[last] = value
    errors = list(validator("CreateAssistant").iter_errors(body))
    assert {error.instance_path[0] for error in errors} == {(*parents, last)[0]}


@pytest.mark.parametrize("keyword", ["vapi", "vapi:3", "vapi:-2", "Café:+1", "snoek2", "ß"])
def test_keywords_with_and_without_intensifier_are_valid(validator, keyword: str) -> None:
    assert validator("DeepgramTranscriber").is_valid({"provider": "deepgram", "keywords": [keyword]})


@pytest.mark.parametrize("keyword", ["vapi:x:3", "vapi:", "3vapi", "two words", "a-b", "", "vapi:3.5"])
def test_other_keywords_are_refused(validator, keyword: str) -> None:
    assert not validator("DeepgramTranscriber").is_valid({"provider": "deepgram", "keywords": [keyword]})


@pytest.mark.parametrize("name", ["id", "orgId", "createdAt", "updatedAt"])
def test_a_response_must_name_what_the_server_sets(validator, name: str) -> None:
    body = printed("create-oldest-response.json")
    del body[name]
    assert not validator("Assistant").is_valid(body)


def test_a_body_may_be_empty(validator) -> None:
    assert validator("CreateAssistant").is_valid({})
    assert validator("UpdateAssistant").is_valid({})
