"""What the documentation of the API states about the assistant operations is found in the specification."""

from __future__ import annotations

from typing import Any

import pytest

ASSISTANT_SCHEMAS = ["CreateAssistant", "UpdateAssistant", "Assistant"]
EPOCH = "1970-01-01T00:00:00.000Z"

# Property, facts about it, and words that its description must have.
CURRENT: list[tuple[str, dict[str, Any], list[str]]] = [
    ("transcriber", {"$ref": "#/components/schemas/Transcriber"}, []),
    ("model", {"$ref": "#/components/schemas/LanguageModel"}, ["LLM"]),
    ("voice", {"$ref": "#/components/schemas/Voice"}, []),
    ("firstMessage", {"type": "string"}, ["URL", "mp3", "wav", "waits for the user"]),
    ("firstMessageMode", {"default": "assistant-speaks-first"}, []),
    ("maxDurationSeconds", {"type": "number", "minimum": 10, "maximum": 43200, "default": 600}, ["10 minutes", "1800"]),
    ("backgroundSound", {"$ref": "#/components/schemas/BackgroundSound"}, ["phone calls", "web calls"]),
    ("modelOutputInMessagesEnabled", {"type": "boolean", "default": False}, ["beta"]),
    ("transportConfigurations", {"type": "array"}, ["Twilio"]),
    ("credentials", {"type": "array"}, ["override"]),
    ("name", {"type": "string", "maxLength": 40}, ["transfer"]),
    ("voicemailDetection", {}, ["Twilio", "model.tools", "by default"]),
    ("voicemailMessage", {"type": "string", "maxLength": 1000}, ["hangs up"]),
    ("endCallMessage", {"type": "string", "maxLength": 1000}, ["without a word"]),
    ("endCallPhrases", {"type": "array"}, ["upper or lower case"]),
    ("metadata", {"type": "object", "additionalProperties": True}, []),
    ("artifactPlan", {"$ref": "#/components/schemas/ArtifactPlan"}, ["call.artifact", "recordingEnabled"]),
    ("startSpeakingPlan", {"$ref": "#/components/schemas/StartSpeakingPlan"}, ["interrupts the customer"]),
    ("stopSpeakingPlan", {"$ref": "#/components/schemas/StopSpeakingPlan"}, ["acknowledge", "background"]),
    ("monitorPlan", {"$ref": "#/components/schemas/MonitorPlan"}, ["listenEnabled", "controlEnabled", "serverUrl"]),
    ("credentialIds", {"type": "array"}, ["By default"]),
    (
        "server",
        {"$ref": "#/components/schemas/Server"},
        ["assistant.server.url", "phoneNumber.serverUrl", "org.serverUrl"],
    ),
]
DEPRECATED: list[tuple[str, dict[str, Any], list[str]]] = [
    ("hipaaEnabled", {"type": "boolean", "default": False}, ["logs", "recordings", "end-of-call-report"]),
    ("silenceTimeoutSeconds", {"type": "number", "minimum": 10, "maximum": 3600, "default": 30}, []),
    ("backgroundDenoisingEnabled", {"type": "boolean", "default": False}, ["beta"]),
    ("analysisPlan", {"$ref": "#/components/schemas/AnalysisPlan"}, ["call.analysis"]),
    ("messagePlan", {"$ref": "#/components/schemas/MessagePlan"}, ["idleMessages", "voicemailMessage"]),
    ("forwardingPhoneNumber", {"type": ["string", "null"]}, []),
    ("forwardingPhoneNumbers", {"type": "array"}, []),
    ("recordingEnabled", {"type": "boolean", "default": True}, []),
    ("endCallFunctionEnabled", {"type": "boolean"}, []),
    ("dialKeypadFunctionEnabled", {"type": ["boolean", "null"]}, []),
    ("responseDelaySeconds", {"type": "number", "default": 0.4}, []),
    ("llmRequestDelaySeconds", {"type": "number", "default": 0.1}, ["with punctuation"]),
    ("llmRequestNonPunctuatedDelaySeconds", {"type": "number", "default": 1.5}, ["without punctuation"]),
    ("numWordsToInterruptAssistant", {"type": "number", "default": 0}, ["VAD", "stop", "okay"]),
    ("backchannelingEnabled", {"type": "boolean", "default": False}, ["beta", "mhmm"]),
    ("voicemailDetectionEnabled", {"type": "boolean"}, []),
    (
        "serverUrl",
        {"type": "string"},
        ["`tool.server.url`, `assistant.serverUrl`, `phoneNumber.serverUrl`, `org.serverUrl`"],
    ),
    ("serverUrlSecret", {"type": "string"}, ["x-vapi-secret"]),
]
# Properties that came after the pages.
TODAY = {
    "backgroundSpeechDenoisingPlan",
    "compliancePlan",
    "firstMessageInterruptionsEnabled",
    "hooks",
    "keypadInputPlan",
    "observabilityPlan",
}


@pytest.mark.parametrize("schema", ASSISTANT_SCHEMAS)
@pytest.mark.parametrize(("name", "facts", "words"), CURRENT)
def test_a_current_property(properties, schema: str, name: str, facts: dict[str, Any], words: list[str]) -> None:
    found = properties(schema)[name]
    assert {key: found.get(key) for key in facts} == facts
    assert [word for word in words if word not in found["description"]] == []
    assert "deprecated" not in found


@pytest.mark.parametrize("schema", ASSISTANT_SCHEMAS)
@pytest.mark.parametrize(("name", "facts", "words"), DEPRECATED)
def test_a_property_of_older_documentation(
    properties, schema: str, name: str, facts: dict[str, Any], words: list[str]
) -> None:
    found = properties(schema)[name]
    assert {key: found.get(key) for key in facts} == facts
    assert [word for word in words if word not in found["description"]] == []
    assert found["deprecated"] is True


def test_there_are_no_other_root_properties(properties) -> None:
    known = {name for name, _, _ in CURRENT + DEPRECATED} | {"clientMessages", "serverMessages"} | TODAY
    assert set(properties("CreateAssistant")) == known
    assert set(properties("UpdateAssistant")) == known
    assert set(properties("Assistant")) - known == {
        "id",
        "orgId",
        "createdAt",
        "updatedAt",
        "latestVersion",
        "isServerUrlSecretSet",
    }


def test_what_the_server_sets(bundle: dict[str, Any], properties) -> None:
    assert bundle["components"]["schemas"]["Assistant"]["required"] == ["id", "orgId", "createdAt", "updatedAt"]
    found = properties("Assistant")
    assert [found[name]["type"] for name in ("id", "orgId", "createdAt", "updatedAt")] == ["string"] * 4
    assert [found[name]["format"] for name in ("createdAt", "updatedAt")] == ["date-time"] * 2
    assert found["isServerUrlSecretSet"]["type"] == "object"
    assert found["isServerUrlSecretSet"]["deprecated"] is True


def test_who_may_speak_first(bundle: dict[str, Any]) -> None:
    assert set(bundle["components"]["schemas"]["FirstMessageMode"]["enum"]) == {
        "assistant-speaks-first",
        "assistant-speaks-first-with-model-generated-message",
        "assistant-waits-for-user",
    }


CLIENT_MESSAGES = (
    "conversation-update function-call function-call-result hang metadata model-output speech-update status-update "
    "transcript tool-calls tool-calls-result user-interrupted voice-input transfer-update"
)
CLIENT_DEFAULT = (
    "conversation-update function-call hang model-output speech-update status-update transfer-update transcript "
    "tool-calls user-interrupted voice-input"
)
SERVER_MESSAGES = (
    "conversation-update end-of-call-report function-call hang model-output phone-call-control speech-update "
    "status-update transcript tool-calls transfer-destination-request user-interrupted voice-input"
)
SERVER_DEFAULT = (
    "conversation-update end-of-call-report function-call hang speech-update status-update tool-calls "
    "transfer-destination-request user-interrupted"
)


@pytest.mark.parametrize(
    ("name", "schema", "allowed", "default"),
    [
        ("clientMessages", "ClientMessageType", CLIENT_MESSAGES, CLIENT_DEFAULT),
        ("serverMessages", "ServerMessageType", SERVER_MESSAGES, SERVER_DEFAULT),
    ],
)
def test_messages(bundle, properties, *, name: str, schema: str, allowed: str, default: str) -> None:
    found = properties("CreateAssistant")[name]
    assert found["type"] == "array"
    assert found["items"] == {"$ref": f"#/components/schemas/{schema}"}
    assert found["default"] == default.split()
    assert set(allowed.split()) <= set(bundle["components"]["schemas"][schema]["enum"])


def test_end_call_phrases_are_bounded(properties) -> None:
    assert properties("CreateAssistant")["endCallPhrases"]["items"] == {
        "type": "string",
        "minLength": 2,
        "maxLength": 140,
    }


@pytest.mark.parametrize(
    ("path", "method", "operation_id", "status"),
    [
        ("/assistant", "post", "createAssistant", "201"),
        ("/assistant", "get", "listAssistants", "200"),
        ("/assistant/{id}", "get", "getAssistant", "200"),
        ("/assistant/{id}", "patch", "updateAssistant", "200"),
        ("/assistant/{id}", "delete", "deleteAssistant", "200"),
    ],
)
def test_an_operation(bundle: dict[str, Any], path: str, method: str, operation_id: str, status: str) -> None:
    operation = bundle["paths"][path][method]
    assert operation["operationId"] == operation_id
    assert operation["tags"] == ["Assistants"]
    assert [code for code in operation["responses"] if code.startswith("2")] == [status]
    assert {"400", "401", "403", "429", "5XX"} <= set(operation["responses"])
    assert ("404" in operation["responses"]) == ("{id}" in path)
    assert ("409" in operation["responses"]) == (method != "get")
    assert operation["responses"][status]["content"]["application/json"]["examples"]
    if method in {"post", "patch"}:
        assert operation["requestBody"]["content"]["application/json"]["examples"]


def parameter(bundle: dict[str, Any], place: list[Any], name: str) -> dict[str, Any]:
    found = [bundle["components"]["parameters"][item["$ref"].rpartition("/")[2]] for item in place]
    return next(item for item in found if item["name"] == name)


def test_the_limit_of_a_list(bundle: dict[str, Any]) -> None:
    limit = parameter(bundle, bundle["paths"]["/assistant"]["get"]["parameters"], "limit")
    assert limit["in"] == "query"
    assert not limit.get("required", False)
    assert limit["schema"] == {"type": "number", "format": "double", "minimum": 0, "maximum": 1000, "default": 100}


@pytest.mark.parametrize("field", ["createdAt", "updatedAt"])
@pytest.mark.parametrize("relation", ["Gt", "Lt", "Ge", "Le"])
def test_the_filters_of_a_list(bundle: dict[str, Any], field: str, relation: str) -> None:
    found = parameter(bundle, bundle["paths"]["/assistant"]["get"]["parameters"], field + relation)
    assert found["in"] == "query"
    assert not found.get("required", False)
    assert found["schema"] == {"type": "string", "format": "date-time", "default": EPOCH}


def test_the_id_in_the_path(bundle: dict[str, Any]) -> None:
    found = parameter(bundle, bundle["paths"]["/assistant/{id}"]["parameters"], "id")
    assert (found["in"], found["required"], found["schema"]) == ("path", True, {"type": "string"})


def test_the_bearer_token(bundle: dict[str, Any]) -> None:
    scheme = bundle["components"]["securitySchemes"]["bearerAuth"]
    assert (scheme["type"], scheme["scheme"], scheme["x-clientsmith-env"]) == ("http", "bearer", "VAPI_API_KEY")
    assert bundle["security"] == [{"bearerAuth": []}]
    assert [server["url"] for server in bundle["servers"]] == ["https://api.vapi.ai"]


def test_lists_are_walked_through_by_creation_time(bundle: dict[str, Any]) -> None:
    assert bundle["paths"]["/assistant"]["get"]["x-clientsmith-pagination"] == {
        "kind": "time-window",
        "field": "createdAt",
        "before": "createdAtLe",
        "limit": "limit",
        "key": "id",
    }


NESTED_DEPRECATED = {
    "OpenAIModel": ["functions", "knowledgeBaseId", "semanticCachingEnabled"],
    "OpenAIMessage": ["function_call", "tool_calls"],
    "AzureVoice": [
        "inputPreprocessingEnabled",
        "inputReformattingEnabled",
        "inputMinCharacters",
        "inputPunctuationBoundaries",
        "fillerInjectionEnabled",
    ],
    "AnalysisPlan": [
        "minMessagesThreshold",
        "outcomeIds",
        "structuredDataMultiPlan",
        "structuredDataPlan",
        "successEvaluationPlan",
        "summaryPlan",
        "summaryPrompt",
        "summaryRequestTimeoutSeconds",
        "structuredDataPrompt",
        "structuredDataSchema",
        "structuredDataRequestTimeoutSeconds",
        "successEvaluationPrompt",
        "successEvaluationRubric",
        "successEvaluationRequestTimeoutSeconds",
    ],
}


@pytest.mark.parametrize(("schema", "names"), NESTED_DEPRECATED.items())
def test_older_nested_properties_are_deprecated(properties, schema: str, names: list[str]) -> None:
    found = properties(schema)
    assert {name for name, node in found.items() if node.get("deprecated")} == set(names)


def test_an_error_body(validator) -> None:
    error = validator("Error")
    assert error.is_valid({"statusCode": 404, "message": "There is none.", "error": "Not Found"})
    assert error.is_valid({"statusCode": 400, "message": ["name is too long", "voice is missing"]})
    assert not error.is_valid({"statusCode": 400, "message": {"name": "too long"}})
    assert not error.is_valid({"message": "There is none."})
